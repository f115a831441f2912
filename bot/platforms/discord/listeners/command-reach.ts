import { ApplicationIntegrationType, InteractionContextType, PermissionFlagsBits } from 'discord.js';

/** In servers and direct messages, wherever the bot or the person who installed it is. */
export const forEveryone = {
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
};

/** Shown to those who may manage messages, until an administrator says otherwise; who may use them is checked apart. */
export const forStaff = {
  contexts: [InteractionContextType.Guild],
  integration_types: [ApplicationIntegrationType.GuildInstall],
  default_member_permissions: String(PermissionFlagsBits.ManageMessages),
};
