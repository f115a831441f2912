import { isRecord, type Json, recordOf, recordsOf, textOf } from '../../slack/json.ts';
import { characters, flag, integer, list, model, type Rule, text } from './rule.ts';

const totalLimit = 6000;

const link: Rule = (value, path, report) => {
  text({ max: 2048 })(value, path, report);
  if (typeof value === 'string' && !/^(?:https?|attachment):\/\/\S+$/.test(value))
    report(path, 'URL_TYPE_INVALID_URL', 'Not a well formed URL.');
};
const time: Rule = (value, path, report) => {
  if (Number.isNaN(Date.parse(String(value))))
    report(path, 'DATETIME_TYPE_PARSE', `Could not parse ${String(value)}. Should be ISO8601.`);
};
const field = model(
  { name: text({ min: 1, max: 256 }), value: text({ min: 1, max: 1024 }) },
  { inline: flag },
);

const embed = model(
  {},
  {
    title: text({ max: 256 }),
    description: text({ max: 4096 }),
    url: link,
    timestamp: time,
    color: integer({ min: 0, max: 0xff_ff_ff }),
    footer: model({ text: text({ min: 1, max: 2048 }) }, { icon_url: link }),
    image: model({ url: link }),
    thumbnail: model({ url: link }),
    author: model({ name: text({ min: 1, max: 256 }) }, { url: link, icon_url: link }),
    fields: list(field, { max: 25 }),
  },
);

function length(of: Json): number {
  const fields = recordsOf(of.fields).flatMap(({ name, value }) => [name, value]);
  const texts = [of.title, of.description, recordOf(of.footer).text, recordOf(of.author).name, ...fields];
  return texts.reduce<number>((sum, words) => sum + characters(textOf(words)), 0);
}

const isEmpty = (of: Json) => length(of) === 0 && !['image', 'thumbnail'].some((name) => isRecord(of[name]));

export const embeds: Rule = (value, path, report) => {
  list(embed, { max: 10 })(value, path, report);
  const records = recordsOf(value);
  for (const [index, of] of records.entries())
    if (isEmpty(of)) report([...path, index, 'description'], 'BASE_TYPE_REQUIRED', 'This field is required');
  if (records.reduce((sum, of) => sum + length(of), 0) > totalLimit)
    report(path, 'MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${totalLimit}`);
};
