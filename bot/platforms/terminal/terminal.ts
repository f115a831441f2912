import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { articleReply } from '../../desk/compose-reply.ts';
import type { Consult } from '../../desk/desk.ts';
import type { Reply } from '../../desk/reply.ts';
import type { Library } from '../../knowledge/library.ts';
import type { Platform } from '../platform.ts';
import { numberedActions, toTerminal } from './to-terminal.ts';

export interface TerminalParts {
  readonly input: Readable & { isTTY?: boolean };
  readonly output: Writable & { isTTY?: boolean; columns?: number };
  readonly greeting: string;
  readonly consult: Consult;
  library(): Library;
  /** Called when the person leaves or the pipe has ended. */
  onEnd(): void;
}

/** A paste arrives as lines without a pause; they are one question. */
const pauseMs = 60;
const maxInput = 10 * 1024 * 1024;

/** Talks with one person at a terminal; from a pipe it reads everything as one question, answers and ends. */
export function createTerminal(parts: TerminalParts): Platform {
  const { input, output } = parts;
  const look = {
    width: Math.min(output.columns ?? 100, 100),
    colours: output.isTTY === true && !process.env.NO_COLOR,
  };
  let last: Reply | undefined;
  let asked = 0;
  let working: Promise<void> = Promise.resolve();
  let close = () => {};

  const show = (reply: Reply | undefined) => {
    if (!reply) return;
    last = reply;
    output.write(`\n${toTerminal(reply, look)}\n\n`);
  };
  const answer = async (text: string) => {
    const chosen = /^\s*(\d)\s*$/.exec(text);
    const action = chosen && last ? numberedActions(last)[Number(chosen[1]) - 1] : undefined;
    const article = action ? parts.library().get(action.slug) : undefined;
    if (article) return show(articleReply(article, undefined, 'asker'));
    const asker = { platform: 'terminal', workspace: '', id: 'console', staff: true };
    const place = { platform: 'terminal', workspace: '', channel: 'console', private: true };
    const question = { id: `console-${++asked}`, text, attachments: [], asker, place, directed: true };
    show((await parts.consult(question)).reply);
  };

  return {
    name: 'terminal',
    async start() {
      if (!input.isTTY) {
        working = readAll(input).then((text) => answer(text));
        working.finally(parts.onEnd).catch(() => {});
        return;
      }
      output.write(`${parts.greeting}\n\n`);
      const lines = createInterface({ input, output, prompt: '> ' });
      let closed = false;
      close = () => lines.close();
      const prompt = () => {
        if (!closed) lines.prompt();
      };
      let paste: string[] = [];
      let timer: NodeJS.Timeout | undefined;
      const flush = () => {
        const text = paste.join('\n');
        paste = [];
        if (text.trim() === '') return prompt();
        if (/^\s*(?:exit|quit|bye)\s*$/i.test(text)) return lines.close();
        working = working.then(() => answer(text)).then(prompt);
      };
      lines.on('line', (line) => {
        paste.push(line);
        clearTimeout(timer);
        timer = setTimeout(flush, pauseMs);
      });
      lines.on('close', () => {
        closed = true;
        clearTimeout(timer);
        if (paste.length > 0) flush();
        working.finally(parts.onEnd).catch(() => {});
      });
      prompt();
    },
    connected: () => true,
    async stop() {
      close();
      await working;
    },
  };
}

async function readAll(input: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of input) {
    size += Buffer.byteLength(chunk);
    if (size > maxInput) break;
    chunks.push(Buffer.from(chunk));
  }
  return Buffer.concat(chunks).toString('utf8');
}
