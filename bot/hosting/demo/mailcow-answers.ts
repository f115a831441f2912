/** When the sample domain was made, which is its identity. */
export const mailcowCreated = '2024-05-01 10:00:00';

/** Two domains, a queue and a rate-limit log, in the shapes of the Mailcow API, by the path behind `get/`. */
export function mailcowAnswers(now: Date): Readonly<Record<string, unknown>> {
  const seconds = Math.floor(now.getTime() / 1000);
  // Ten minutes ago, and of this hour however young that is.
  const arrived = Math.max(seconds - 600, seconds - (seconds % 3600));
  const domain = (name: string, active: number, rl: unknown) => ({
    ...{ domain_name: name, active, active_int: active, created: mailcowCreated },
    ...{ mboxes_in_domain: '4', rl },
  });
  const item = (queue_name: string, queue_id: string, sender: string, recipients: readonly string[]) => ({
    ...{ queue_name, queue_id, arrival_time: arrived, message_size: 2_745, sender, recipients },
  });
  const later =
    'host mx3.bigmail.example[198.51.100.9] said: 421 4.7.0 Try again later, see <https://bigmail.example/why> (in reply to RCPT TO command)';
  return {
    'domain/choir.example': domain('choir.example', 1, { value: '60', frame: 'h' }),
    'domain/quiet.example': domain('quiet.example', 0, false),
    'mailq/all': [
      item('deferred', 'A1', 'office@choir.example', [
        `anna@bigmail.example (${later})`,
        `ben@bigmail.example (${later})`,
      ]),
      item('deferred', 'A2', 'office@choir.example', [
        `carla@bigmail.example (${later})`,
        `emil@bigmail.example (${later})`,
      ]),
      item('active', 'A3', 'office@choir.example', ['deniz@riverton.example']),
      item('deferred', 'B1', 'owner@neighbour.example', [
        'secret@riverton.example (connect to riverton.example[192.0.2.5]:25: Connection refused)',
      ]),
    ],
    'logs/ratelimited/500': [
      {
        ...{ time: String(seconds), user: 'office@choir.example', rcpt: 'x@riverton.example' },
        ...{ rl_info: 'mailcow(RLx)', rl_name: 'mailcow' },
      },
    ],
  };
}
