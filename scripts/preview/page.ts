import type { Reply } from '../../bot/desk/reply.ts';
import { toDiscordMessage } from '../../bot/platforms/discord/render/to-discord-message.ts';
import type { RenderOptions } from '../../bot/platforms/reply-parts.ts';
import { toSlackMessage } from '../../bot/platforms/slack/render/to-slack-message.ts';
import { discordHtml } from './discord-html.ts';
import { slackHtml } from './slack-html.ts';

const style = `
body{margin:16px;font:15px/1.46 Lato,Arial,sans-serif;background:#ddd}
.pair{display:flex;gap:16px;align-items:flex-start;margin-bottom:20px}
.question{font:13px monospace;white-space:pre-wrap;margin:0 0 6px;max-width:1180px}
a{color:#1264a3;text-decoration:none}pre{white-space:pre-wrap;overflow-wrap:anywhere;margin:4px 0}
.slack{background:#fff;color:#1d1c1d;width:600px;padding:12px 16px;border-radius:6px}
.slack h3{margin:0 0 8px;font-size:18px}.slack .rich{margin-bottom:8px}.slack .gap{display:block;height:8px}
.slack ol,.slack ul{margin:0;padding-left:28px}.slack blockquote{margin:0;padding-left:14px;border-left:4px solid #ddd}
.slack code{color:#c01343;background:#f6f6f6;border:1px solid #ddd;border-radius:3px;padding:1px 3px;font-size:12px}
.slack pre{background:#f6f6f6;border:1px solid #ddd;border-radius:4px;padding:8px;font-size:12px}
.slack table{border-collapse:collapse;margin-bottom:8px}.slack td{border:1px solid #ddd;padding:6px 8px;vertical-align:top;font-size:14px}
.slack .context{font-size:13px;color:#616061;margin-bottom:8px}.actions{display:flex;flex-wrap:wrap;gap:8px;margin-top:8px}
.slack button{font:bold 13px Lato,Arial;background:#fff;border:1px solid #bbb;border-radius:4px;padding:5px 12px}
.slack button.primary{background:#007a5a;color:#fff;border:0}
.discord{background:#2b2d31;color:#dbdee1;width:520px;padding:12px 16px;border-radius:6px;border-left:4px solid;font-size:16px;line-height:1.375}
.discord h1,.discord h2,.discord h3{margin:16px 0 8px;color:#f2f3f5}.discord h2{font-size:20px}.discord h3{font-size:16px}
.discord a{color:#00a8fc}.discord .gap{height:11px}.discord .item span{display:inline-block;min-width:20px;margin-left:-22px;padding-right:2px}
.discord code{background:#1e1f22;padding:1px 4px;border-radius:3px;font-size:14px}.discord hr{border:0;border-top:1px solid #4e5058;margin:10px 0}
.discord pre{background:#1e1f22;border:1px solid #1a1b1e;border-radius:4px;padding:8px;font-size:14px}.discord .small{font-size:13px;color:#949ba4;margin-top:8px}
.discord blockquote{margin:0;padding-left:12px;border-left:4px solid #4e5058}.discord mark{background:#3c4270;color:#c9cdfb}
.discord button{font:14px Arial;background:#4e5058;color:#fff;border:0;border-radius:4px;padding:8px 14px}.discord .style3{background:#248046}
`;

/** A page that shows roughly how Slack (left) and Discord (right) display each reply. */
export function previewPage(
  replies: readonly { readonly text: string; readonly reply: Reply }[],
  options: RenderOptions,
): string {
  const pairs = replies.map(
    ({ text, reply }) =>
      `<div class="question">${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</div><div class="pair">${slackHtml(toSlackMessage(reply, options))}${discordHtml(toDiscordMessage(reply, options))}</div>`,
  );
  return `<!doctype html><meta charset="utf-8"><title>Hostdesk preview</title><style>${style}</style>${pairs.join('\n')}\n`;
}
