import type { Mailer } from './accounts/mailer.ts';
import type { Panel } from './hosting/panel.ts';
import type { Log } from './log.ts';

const checkMs = 30_000;

/** Nobody would hear of a mail server that is down before the first customer waits for a code. */
export async function checkMail(mailer: Mailer, log: Log): Promise<void> {
  try {
    await mailer.check();
    log.info('mail_server_checked');
  } catch (error) {
    const text = `${error instanceof Error ? error.message : error}: no codes can be mailed; check SMTP_URL`;
    log.error({ text }, 'mail_server_checked');
  }
}

/** What the set-up check found; a host that is down at the start is asked again when somebody asks. */
export async function checkPanel(panel: Panel, log: Log): Promise<void> {
  const levels = { good: 'info', doubtful: 'warn', broken: 'error' } as const;
  try {
    for (const { server, level, text } of await panel.check(AbortSignal.timeout(checkMs)))
      log[levels[level]]({ panel: panel.name, server, text }, 'panel_checked');
  } catch (error) {
    log.error({ err: error, panel: panel.name }, 'panel_check_failed');
  }
}
