import { shortId } from '../ids.ts';
import type { Json } from '../json.ts';
import type { Workspace } from '../workspace.ts';

/** What Slack makes of what a person types: the escaped text an event carries, and its rich_text block. */
export interface TypedText {
  readonly text: string;
  readonly blocks: Json[];
}

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const topLevels = 'com|net|org|io|dev|co|uk|de|fr|nl|eu|us|ca|au|in|info|biz|me|app|xyz|online|shop|store';
const token = new RegExp(
  [
    '<@(?<userId>[UW][A-Z0-9]+)>',
    String.raw`<#(?<channelId>[CDG][A-Z0-9]+)(?:\|[^>]*)?>`,
    String.raw`<!subteam\^(?<groupId>S[A-Z0-9]+)(?:\|[^>]*)?>`,
    String.raw`(?<![\w.+-])@(?<name>[a-z0-9][a-z0-9._-]*[a-z0-9])(?![\w@])`,
    String.raw`(?<![\w#])#(?<channelName>[a-z0-9][a-z0-9_-]*)`,
    String.raw`(?<url>https?://[^\s<>|]+[^\s<>|.,;:!?)'"\]])`,
    String.raw`(?<email>[\w.+=-]+@[\w-]+(?:\.[\w-]+)+)`,
    String.raw`(?<![\w@./-])(?<domain>(?:[a-z0-9-]+\.)+(?:${topLevels})(?![\w.-]*@)(?:/[^\s<>|]*[^\s<>|.,;:!?)'"\]])?)(?![\w-])`,
  ].join('|'),
  'gi',
);

interface Piece {
  readonly text: string;
  readonly element: Json;
}

const link = (url: string, label?: string): Piece => ({
  text: label === undefined ? `<${url}>` : `<${url}|${label}>`,
  element: label === undefined ? { type: 'link', url } : { type: 'link', url, text: label },
});

function known(
  { users, channels, groups }: Workspace,
  groupsOf: Record<string, string | undefined>,
): Piece | undefined {
  const { userId, channelId, groupId, name, channelName } = groupsOf;
  if (name && ['here', 'channel', 'everyone'].includes(name))
    return { text: `<!${name}>`, element: { type: 'broadcast', range: name } };
  const user = [...users.values()].find((of) => of.id === userId || (name && of.name === name));
  if (user) return { text: `<@${user.id}>`, element: { type: 'user', user_id: user.id } };
  const group = [...groups.values()].find((of) => of.id === groupId || (name && of.handle === name));
  if (group)
    return { text: `<!subteam^${group.id}>`, element: { type: 'usergroup', usergroup_id: group.id } };
  const channel = [...channels.values()].find(
    (of) => of.id === channelId || (channelName && of.name === channelName),
  );
  if (channel)
    return { text: `<#${channel.id}|${channel.name}>`, element: { type: 'channel', channel_id: channel.id } };
  return undefined;
}

function pieceOf(workspace: Workspace, whole: string, groups: Record<string, string | undefined>): Piece {
  const { url, email, domain } = groups;
  if (url) return link(url);
  if (email) return link(`mailto:${email}`, email);
  if (domain) return link(`http://${domain}`, domain);
  return known(workspace, groups) ?? { text: escaped(whole), element: { type: 'text', text: whole } };
}

function pieces(workspace: Workspace, typed: string): Piece[] {
  const found: Piece[] = [];
  let from = 0;
  const plain = (to: number) => {
    const between = typed.slice(from, to);
    if (between) found.push({ text: escaped(between), element: { type: 'text', text: between } });
  };
  for (const match of typed.matchAll(token)) {
    plain(match.index);
    found.push(pieceOf(workspace, match[0], match.groups ?? {}));
    from = match.index + match[0].length;
  }
  plain(typed.length);
  return found;
}

/** People, channels, groups, addresses and domains become tokens, as Slack's composer makes them; code stays plain. */
export function typedText(workspace: Workspace, typed: string): TypedText {
  const parts = typed.split(/```\n?([\s\S]*?)```/);
  const texts: string[] = [];
  const elements: Json[] = [];
  for (const [index, part] of parts.entries()) {
    if (part === '') continue;
    if (index % 2 === 1) {
      texts.push(`\`\`\`${escaped(part)}\`\`\``);
      elements.push({ type: 'rich_text_preformatted', elements: [{ type: 'text', text: part }] });
      continue;
    }
    const found = pieces(workspace, part);
    texts.push(found.map(({ text }) => text).join(''));
    elements.push({ type: 'rich_text_section', elements: found.map(({ element }) => element) });
  }
  const block = { type: 'rich_text', block_id: shortId(), elements };
  return { text: texts.join(''), blocks: elements.length === 0 ? [] : [block] };
}
