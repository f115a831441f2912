import { appendFileSync, existsSync, readFileSync } from 'node:fs';

/** A chat platform that outlives every process: a line in a file is a message that stands. */
export interface PlatformFile {
  /** Posts and gives the message's id. */
  post(key: string): string;
  find(key: string): string | undefined;
  all(): readonly { readonly key: string; readonly messageId: string }[];
}

let posts = 0;

export function createPlatformFile(path: string): PlatformFile {
  const all = () =>
    (existsSync(path) ? readFileSync(path, 'utf8') : '')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const [key = '', messageId = ''] = line.split(' ');
        return { key, messageId };
      });
  return {
    post(key) {
      posts += 1;
      const messageId = `m-${process.pid}-${posts}`;
      appendFileSync(path, `${key} ${messageId}\n`);
      return messageId;
    },
    find: (key) => all().find((message) => message.key === key)?.messageId,
    all,
  };
}
