import type { Channel } from '../world/channel.ts';
import type { World } from '../world/world.ts';

/** `@name`, `@role` and `#channel` become tokens, as Discord's composer makes them; code stays as it is. */
export function typedText(world: World, channel: Channel, typed: string): string {
  const guild = world.guildOf(channel);
  const roles = [...(guild?.roles.values() ?? [])];
  const spoken = (words: string) =>
    words
      .replaceAll(/(?<![\w<@.+-])@([a-z0-9][a-z0-9._-]*[a-z0-9])(?![\w@])/gi, (whole, name: string) => {
        const user = [...world.users.values()].find((of) => of.name === name);
        const role = roles.find((of) => of.name === name && of.id !== guild?.id);
        return user ? `<@${user.id}>` : role ? `<@&${role.id}>` : whole;
      })
      .replaceAll(/(?<![\w<#])#([a-z0-9][a-z0-9_-]*)/gi, (whole, name: string) => {
        const found = [...world.channels.values()].find((of) => of.name === name && of.guildId === guild?.id);
        return found ? `<#${found.id}>` : whole;
      });
  const parts = typed.split(/(```[\s\S]*?```|`[^`\n]*`)/);
  return parts.map((part, index) => (index % 2 === 1 ? part : spoken(part))).join('');
}
