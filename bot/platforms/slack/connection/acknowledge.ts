import { setTimeout as sleep } from 'node:timers/promises';
import type { App, Receiver, ReceiverEvent } from '@slack/bolt';
import type { Log } from '../../../log.ts';

/** A memory that does not answer is not waited for longer: Slack's patience ends at three seconds. */
const longestMs = 250;

/**
 * A receiver that acknowledges a message once it is written down that this process has it. What a dying process had
 * not written down is then sent again by Slack, and so is what is refused. Everything else is acknowledged at once.
 */
export function acknowledgingWhenTaken(
  receiver: Receiver,
  log: Log,
  isRefused: (body: object) => boolean,
): Receiver {
  const processBy = (app: App) => async (event: ReceiverEvent) => {
    const { held, onTaken } = hold(event, log, isRefused);
    // Whatever nobody heard, such as the bot's own words, is done with.
    await app.processEvent(held).finally(onTaken);
  };
  return {
    init: (app) => receiver.init({ processEvent: processBy(app) } as App),
    start: (...given) => receiver.start(...given),
    stop: (...given) => receiver.stop(...given),
  };
}

/** For whoever hears the message: says that it is written down, or that nothing is to be done about it. */
export function onTakenFrom(context: object): () => void {
  return (context as { onTaken?: () => void }).onTaken ?? (() => {});
}

function hold(
  event: ReceiverEvent,
  log: Log,
  isRefused: (body: object) => boolean,
): { held: ReceiverEvent; onTaken: () => void } {
  const { type } = (event.body.event ?? {}) as { type?: string };
  let onTaken = () => {};
  if (type !== 'message' && type !== 'app_mention') return { held: event, onTaken };
  const taken = new Promise<void>((resolve) => {
    onTaken = resolve;
  });
  const held: ReceiverEvent = {
    ...event,
    customProperties: { ...event.customProperties, onTaken },
    // Bolt waits for it before it lets anybody hear the message.
    async ack(...response) {
      if (isRefused(event.body)) return;
      void Promise.race([taken, sleep(longestMs, undefined, { ref: false })])
        .then(() => event.ack(...response))
        // The connection is gone: Slack sends it again.
        .catch((error: unknown) => log.info({ err: error }, 'slack_acknowledgement_lost'));
    },
  };
  return { held, onTaken };
}
