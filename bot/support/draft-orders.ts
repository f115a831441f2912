import type { DraftDesk } from '../desk/draft-desk.ts';
import type { Given, OrderOutcome, Runs } from '../desk/orders/order.ts';
import { saying } from '../desk/saying.ts';
import type { Library } from '../knowledge/library.ts';
import type { GapGroup } from '../learning/gaps/gap-group.ts';
import { codeSpan } from '../markdown/code-span.ts';
import { oneLine, shorten } from '../markdown/visible-text.ts';
import type { ResilientMemory } from '../memory/resilient/resilient.ts';
import { maskPersonal } from '../privacy/mask.ts';

export interface DraftOrdersParts {
  readonly memory: Pick<ResilientMemory, 'handOffs' | 'questions'>;
  readonly drafts: DraftDesk;
  library(): Library;
  gaps(): Promise<readonly GapGroup[]>;
}

/** What a draft can be made from: the questions, as they are kept or masked here. */
interface Origin {
  readonly questions: readonly string[];
  readonly nearest: string | undefined;
}

const words = {
  saved: 'The draft is saved',
  path: (path: string) =>
    `It lies at ${codeSpan(path)} in the folder of drafts. Nothing goes live before somebody reviews it.`,
  found: 'The checks of the knowledge base say:',
} as const;

const mostFindings = 10;
const most = { title: 80, questions: 12, question: 300 };

/** An article's draft from a gap, a hand-off or a message, and from nothing at all. */
export function createDraftOrders({ memory, drafts, library, gaps }: DraftOrdersParts): Pick<Runs, 'draft'> {
  /** `about`: of a hand-off or a group of gaps. */
  const originOf = async ({ about, question, pointedAt }: Given): Promise<Origin> => {
    const group = about === undefined ? undefined : (await gaps()).find(({ id }) => id === about);
    if (group) return { questions: group.examples, nearest: group.nearest?.slug };
    const handOff = about === undefined ? undefined : await memory.handOffs.get(about);
    const key = handOff?.questionKey ?? question;
    const asked = key === undefined ? undefined : await memory.questions.get(key);
    if (asked) return { questions: [asked.text], nearest: asked.shown ?? asked.slugs[0] };
    return { questions: pointedAt ? [maskPersonal(pointedAt)] : [], nearest: undefined };
  };

  return {
    draft: {
      async prefill(given) {
        const { questions, nearest } = await originOf(given);
        const asks = questions.slice(0, most.questions).map((text) => shorten(oneLine(text), most.question));
        const topic = nearest === undefined ? undefined : library().get(nearest)?.topic;
        return {
          ...(asks[0] === undefined ? {} : { title: shorten(asks[0], most.title), asks: asks.join('\n') }),
          ...(topic === undefined ? {} : { topic }),
        };
      },
      async run({ values: { title = '', topic = '', summary = '', asks = '', body = '' } }) {
        const questions = asks.split('\n').filter((line) => line.trim() !== '');
        const { path, findings } = await drafts.save({ title, topic, summary, questions, answer: body });
        return savedOutcome(path, findings);
      },
    },
  };
}

function savedOutcome(path: string, findings: readonly { line: number; message: string }[]): OrderOutcome {
  const lines = findings
    .slice(0, mostFindings)
    .map(({ line, message }) => `- line ${line}: ${codeSpan(message)}`);
  const found = lines.length > 0 ? `\n\n${words.found}\n${lines.join('\n')}` : '';
  return { replies: [saying({ title: words.saved, body: `${words.path(path)}${found}` })] };
}
