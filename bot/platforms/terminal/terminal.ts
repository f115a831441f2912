import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Outreach } from '../../desk/outreach.ts';
import type { Reply } from '../../desk/reply.ts';
import type { Platform } from '../platform.ts';
import { type ConsoleDeskParts, createConsoleDesk } from './console-desk.ts';
import { toTerminal } from './to-terminal.ts';

export interface TerminalParts {
  readonly input: Readable & { isTTY?: boolean };
  readonly output: Writable & { isTTY?: boolean; columns?: number };
  readonly greeting: string;
  readonly desk: ConsoleDeskParts['desk'];
  /** Keeps what a terminal cannot show and gives where; without it such things are only named. */
  save?(name: string, content: Uint8Array | string): Promise<string>;
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
    // A terminal that knows no size says 0.
    width: Math.min(output.columns || 100, 100),
    colours: output.isTTY === true && !process.env.NO_COLOR,
  };
  let saved = 0;
  let working: Promise<void> = Promise.resolve();
  let close = () => {};

  const say = (line: string) => void output.write(`${line}\n`);
  let saves: Promise<void>[] = [];
  const keep = (name: string, content: Uint8Array | string) => {
    if (parts.save) saves.push(parts.save(name, content).then((path) => say(`Saved as ${path}`)));
  };
  const show = (reply: Reply, firstNumber: number) => {
    output.write(`\n${toTerminal(reply, look, input.isTTY ? { firstNumber } : {})}\n\n`);
    if (reply.picture) keep(`chart-${++saved}.png`, reply.picture.png);
    if (reply.file) keep(reply.file.name, reply.file.text);
  };
  const desk = createConsoleDesk({ desk: parts.desk, show, say });
  const answer = async (text: string) => {
    await desk.take(text);
    const under = saves;
    saves = [];
    await Promise.all(under);
  };

  return {
    name: 'terminal',
    outreach: consoleOutreach(desk.present, say),
    async start() {
      if (!input.isTTY) {
        // Nothing is answered that was not read to its end.
        close = () => void input.destroy();
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
        if (text.trim() === '' && !desk.isAsking()) return prompt();
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
      await working.catch(() => {});
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

/** There is one person and one screen. */
function consoleOutreach(show: (reply: Reply) => void, say: (line: string) => void): Outreach {
  let posted = 0;
  return {
    async post(place, reply) {
      if (!place.private) say('\n--- in the staff’s channel ---');
      show(reply);
      return `console-${++posted}`;
    },
    async update(_, __, reply) {
      show(reply);
    },
    async tell(_, reply) {
      show(reply);
    },
    linkTo: async () => undefined,
    nameOf: async ({ id }) => id,
  };
}
