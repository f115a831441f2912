import { parseArgs } from 'node:util';
import { looksLikeMessage, textOfMessage } from '../bot/bounce/message-text.ts';
import { composeReply } from '../bot/desk/compose-reply.ts';
import { toTerminal } from '../bot/platforms/terminal/to-terminal.ts';
import { answerLine, answerText, linesOf } from './filter.ts';
import { openDesk } from './open-desk.ts';

const usage = `Usage:
  npm run --silent ask -- "text"
  npm run --silent ask -- --json "text"
  npm run --silent ask -- --jsonl [--mode directed|channel]   < lines of {"id": …, "text": …}
`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      jsonl: { type: 'boolean' },
      mode: { type: 'string', default: 'directed' },
    },
  });
  if (values.mode !== 'directed' && values.mode !== 'channel')
    throw new Error(`--mode is directed or channel\n${usage}`);
  const directed = values.mode === 'directed';
  const text = positionals.join(' ');
  if (!values.jsonl && text.trim() === '') throw new Error(usage);

  const { diagnose } = await openDesk();
  if (values.jsonl) {
    for await (const line of linesOf(process.stdin))
      await print(JSON.stringify(await answerLine(line, diagnose, directed)));
  } else if (values.json) {
    await print(JSON.stringify(await answerText(null, text, diagnose, directed)));
  } else {
    const read = looksLikeMessage(text) ? await textOfMessage(text) : text;
    const reply = composeReply(diagnose(read, { directed }), 'asker');
    const look = {
      width: Math.min(process.stdout.columns ?? 100, 100),
      colours: process.stdout.isTTY && !process.env.NO_COLOR,
    };
    await print(reply ? toTerminal(reply, look) : '(silent: not sure enough to speak up in a channel)');
  }
}

/** Waits while the reader of a pipe is slow; ends quietly when it has gone. */
function print(line: string): Promise<void> {
  return new Promise((resolve) => {
    if (process.stdout.write(`${line}\n`)) resolve();
    else process.stdout.once('drain', resolve);
  });
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
