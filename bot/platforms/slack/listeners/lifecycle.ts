import type { Ear } from '../hearing/ear.ts';
import type { Kit } from '../slack-parts.ts';

/** A workspace took the app away: what was kept for it goes too. */
export function hearLifecycle(ear: Ear, kit: Kit): void {
  const forget = async (team: string | undefined, event: string) => {
    kit.log.warn({ team }, event);
    if (team !== undefined) await kit.installations?.remove(team);
  };
  ear.event('app_uninstalled', { subscriptions: ['app_uninstalled'], scopes: [] }, ({ context }) =>
    forget(context.teamId ?? context.enterpriseId, 'slack_uninstalled'),
  );
  ear.event(
    'tokens_revoked',
    { subscriptions: ['tokens_revoked'], scopes: [] },
    async ({ event, context }) => {
      const { tokens } = event as unknown as { tokens?: { bot?: readonly string[] } };
      // Users' own tokens come and go; the bot's is the installation.
      if (tokens?.bot?.length) await forget(context.teamId ?? context.enterpriseId, 'slack_tokens_revoked');
    },
  );
}
