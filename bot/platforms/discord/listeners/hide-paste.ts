import type { APIMessage, Message } from 'discord.js';
import { wording } from '../../../desk/wording.ts';
import { shorten, visibleText } from '../../../markdown/visible-text.ts';
import { maskPersonal } from '../../../privacy/mask.ts';
import type { Kit } from '../discord-parts.ts';
import { discordWording } from '../discord-wording.ts';
import { readAttachments } from '../hearing/read-attachments.ts';
import { missingIn } from '../hearing/spot.ts';
import { component, isComponentsV2 } from '../render/component.ts';
import { fenced } from '../render/escape.ts';
import { refusal, refusalOf } from '../saying/call-discord.ts';
import { hideTargetIn, withoutHideButton } from '../saying/hide-button.ts';
import type { MessageBody } from '../saying/message-body.ts';
import { plainMessage } from '../saying/plain-message.ts';
import type { Button } from './listener.ts';

const { hide: words } = discordWording;
const mostCharacters = 2500;

/** "Hide my paste": the message goes, its question stays below the answer with the addresses hidden. */
export const hidePaste: Button = {
  kind: 'button',
  prefix: 'hdhide:',
  async run(kit, act, interaction) {
    const target = hideTargetIn(interaction.customId);
    if (!target) return act.say(wording.failed);
    if (!act.by.staff && act.by.id !== target.asker) return act.say(words.refused);
    await act.update();
    const there = await kit.client.channels.fetch(target.channel).catch(() => null);
    const mayNot = there?.isTextBased() ? missingIn(there, ['ManageMessages']).length > 0 : true;
    if (mayNot) return act.add(plainMessage(words.notAllowed));
    const paste = await pasteAt(kit, target);
    if (!paste) await act.add(plainMessage(words.gone));
    else {
      const kept = keptQuestion(await textOf(kit, paste), kit);
      await kit.calls.post(interaction.channelId, kept, { nonce: `h${target.message}` });
      await kit.calls.remove(target.channel, target.message).catch((error: unknown) => {
        if (refusalOf(error) !== refusal.unknownMessage) throw error;
      });
    }
    await act.edit({
      flags: isComponentsV2,
      components: withoutHideButton(componentsOf(interaction.message)),
    });
  },
};

const componentsOf = ({ components }: Message) => components.map((one) => one.toJSON());

async function pasteAt(
  { calls }: Kit,
  { channel, message }: { channel: string; message: string },
): Promise<APIMessage | undefined> {
  try {
    return await calls.message(channel, message);
  } catch (error) {
    if (refusalOf(error) !== refusal.unknownMessage) throw error;
    return undefined;
  }
}

async function textOf({ apiUrl, log }: Kit, { content, attachments }: APIMessage): Promise<string> {
  const files = attachments.map((one) => ({
    ...one,
    contentType: one.content_type ?? null,
    name: one.filename,
  }));
  const read = await readAttachments(files, {
    apiUrl,
    onError: (error) => log.warn({ err: error }, 'discord_file_unread'),
  });
  return [content, ...read.attachments.map(({ text }) => text)]
    .filter((part) => part.trim() !== '')
    .join('\n\n');
}

function keptQuestion(text: string, { client }: Kit): MessageBody {
  const asked = text.replaceAll(`<@${client.user?.id}>`, '').trim();
  const masked = shorten(maskPersonal(visibleText(asked)), mostCharacters);
  const content = `**${words.kept}**\n${fenced(masked, undefined)}`;
  return { flags: isComponentsV2, components: [{ type: component.textDisplay, content }] };
}
