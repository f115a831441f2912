import { anyOf, anything, byType, choice, flag, list, number, type Rule, shape, string } from './rule.ts';

const plainShape = (max: number): Rule =>
  shape({ type: anything, text: string({ min: 1, max }) }, { emoji: flag });
const mrkdwnShape = (max: number): Rule =>
  shape({ type: anything, text: string({ min: 1, max }) }, { verbatim: flag });

export const plainText = (max: number): Rule => byType({ plain_text: plainShape(max) });

export const mrkdwn = (max: number): Rule => byType({ mrkdwn: mrkdwnShape(max) });

export const textObject = (max = 3000): Rule =>
  anyOf(byType({ plain_text: plainShape(max), mrkdwn: mrkdwnShape(max) }));

/** A text object without the union's own message, for lists of mixed elements. */
export const contextTexts: Record<string, Rule> = { plain_text: plainShape(3000), mrkdwn: mrkdwnShape(3000) };

const styled = { style: anything };

const inlineElements: Record<string, Rule> = {
  text: shape({ type: anything, text: string({ min: 1 }) }, styled),
  link: shape({ type: anything, url: string({ min: 1 }) }, { ...styled, text: string(), unsafe: flag }),
  user: shape({ type: anything, user_id: string({ min: 1 }) }, styled),
  usergroup: shape({ type: anything, usergroup_id: string({ min: 1 }) }, styled),
  channel: shape({ type: anything, channel_id: string({ min: 1 }) }, styled),
  team: shape({ type: anything, team_id: string({ min: 1 }) }, styled),
  emoji: shape({ type: anything, name: string({ min: 1 }) }, { ...styled, unicode: string(), url: string() }),
  broadcast: shape({ type: anything, range: choice('here', 'channel', 'everyone') }, styled),
  color: shape({ type: anything, value: string() }, styled),
  date: shape(
    { type: anything, timestamp: number(), format: string() },
    { ...styled, url: string(), fallback: string() },
  ),
};

const inline = list(byType(inlineElements));
const section = shape({ type: anything, elements: inline });
const border = { border: number({ min: 0, max: 1 }) };

export const richText: Rule = shape(
  {
    type: anything,
    elements: list(
      byType({
        rich_text_section: section,
        rich_text_list: shape(
          {
            type: anything,
            style: choice('bullet', 'ordered'),
            elements: list(byType({ rich_text_section: section })),
          },
          { ...border, indent: number({ min: 0, max: 8 }), offset: number({ min: 0 }) },
        ),
        rich_text_quote: shape({ type: anything, elements: inline }, border),
        rich_text_preformatted: shape(
          {
            type: anything,
            elements: list(
              byType({ text: inlineElements.text ?? anything, link: inlineElements.link ?? anything }),
            ),
          },
          { ...border, language: string() },
        ),
      }),
    ),
  },
  { block_id: string({ max: 255 }) },
);
