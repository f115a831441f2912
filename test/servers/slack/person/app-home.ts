import type { Backend } from '../backend.ts';
import type { Channel, User } from '../workspace.ts';

export function createAppHome(backend: Backend) {
  const { app, workspace, installs, announce, views } = backend;

  const openDm = (user: User): Channel => {
    const installation = installs.of(user.teamId);
    if (!installation) throw new Error(`the app is not installed where ${user.name} is`);
    return workspace.conversationOf([user.id, installation.bot.id], user.teamId).channel;
  };

  return {
    /** The direct conversation with the app; opening it sends nothing. */
    openDm,
    openHome: (user: User): void => {
      if (!app.homeTab) throw new Error('the app has no Home tab');
      const view = views.homeOf(user.id)?.json;
      announce.appHome(user, { channel: openDm(user).id, tab: 'home', ...(view ? { view } : {}) });
    },
    /** `looking`: the channel the person has open beside it, which an agent is told of. */
    openMessagesTab: (user: User, looking?: Channel): Channel => {
      if (!app.messagesTab) throw new Error('the app has no Messages tab');
      const channel = openDm(user);
      const entities = looking
        ? [{ type: 'slack#/types/channel_id', value: looking.id, team_id: looking.teamId }]
        : [];
      const context = app.view === 'agent' ? { context: { entities } } : {};
      announce.appHome(user, { channel: channel.id, tab: 'messages', ...context });
      return channel;
    },
  };
}
