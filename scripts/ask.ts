import { parseArgs } from 'node:util';
import { looksLikeMessage, textOfMessage } from '../bot/bounce/message-text.ts';
import { composeReply } from '../bot/desk/compose-reply.ts';
import { toTerminal } from '../bot/platforms/terminal/to-terminal.ts';
import { answerLine, answerText, linesOf } from './filter.ts';
import { openDesk } from './open-desk.ts';
import { endQuietlyWithoutReader, print } from './print.ts';

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
      await print(`${JSON.stringify(await answerLine(line, diagnose, directed))}\n`);
  } else if (values.json) {
    await print(`${JSON.stringify(await answerText(null, text, diagnose, directed))}\n`);
  } else {
    const read = looksLikeMessage(text) ? await textOfMessage(text) : text;
    const reply = composeReply(diagnose(read, { directed }), 'asker');
    const look = {
      width: Math.min(process.stdout.columns ?? 100, 100),
      colours: process.stdout.isTTY && !process.env.NO_COLOR,
    };
    const said = reply ? toTerminal(reply, look) : '(silent: not sure enough to speak up in a channel)';
    await print(`${said}\n`);
  }
}

endQuietlyWithoutReader();
try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
