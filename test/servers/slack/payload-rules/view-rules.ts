import { isRecord, recordsOf } from '../json.ts';
import { viewBlock } from './blocks.ts';
import { pointed, type Refused, refused } from './refusal.ts';
import { anything, flag, list, type Report, type Rule, shape, string } from './rule.ts';
import { plainText } from './texts.ts';
import { checkUniqueIds } from './unique-ids.ts';

const blocks = list(viewBlock, { max: 100 });
const common = {
  private_metadata: string({ max: 3000 }),
  callback_id: string({ max: 255 }),
  external_id: string({ max: 255 }),
};
const modal = shape(
  { type: anything, title: plainText(24), blocks },
  {
    ...common,
    submit: plainText(24),
    close: plainText(24),
    clear_on_close: flag,
    notify_on_close: flag,
    submit_disabled: flag,
  },
);
const home = shape({ type: anything, blocks }, common);

const views: Record<string, Rule> = { modal, home };

const viewBytesLimit = 250_000;

/** `undefined` when Slack would take the view. */
export function checkView(view: unknown, type: 'modal' | 'home'): Refused | undefined {
  const issues: string[] = [];
  const report: Report = (issue, at) => issues.push(pointed(issue, at));
  if (!isRecord(view)) return refused('invalid_arguments', [pointed('must provide an object', '/view')]);
  if (view.type !== type) report(`must be a valid enum value, one of: ${type}`, '/view/type');
  else (views[type] ?? anything)(view, '/view', report);
  checkUniqueIds(recordsOf(view.blocks), '/view/blocks', report);
  for (const [index, block] of recordsOf(view.blocks).entries())
    if (type === 'modal' && block.type === 'input' && view.submit === undefined)
      report('must define `submit` to use an `input` block in modals', `/view/blocks/${index}/input`);
  if (issues.length > 0) return refused('invalid_arguments', issues);
  return Buffer.byteLength(JSON.stringify(view)) > viewBytesLimit ? refused('view_too_large') : undefined;
}
