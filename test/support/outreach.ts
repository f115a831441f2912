import type { Outreach } from '../../bot/desk/outreach.ts';
import type { Identity, Place } from '../../bot/desk/question.ts';
import type { Reply } from '../../bot/desk/reply.ts';

export interface Message {
  readonly id: string;
  readonly at: Place & { readonly below?: string };
  readonly key: string;
  reply: Reply;
}

export interface Told {
  readonly person: Identity;
  readonly reply: Reply;
  readonly key: string;
}

/** A platform on which people can be reached, by hand: what stands there and who was told what. */
export function createTestOutreach({
  reachable = () => true,
}: {
  reachable?(person: Identity): boolean;
} = {}) {
  const messages: Message[] = [];
  const told: Told[] = [];
  const outreach: Outreach = {
    async post(at, reply, key) {
      const known = messages.find((message) => message.key === key);
      if (known) return known.id;
      messages.push({ id: `m${messages.length + 1}`, at, reply, key });
      return `m${messages.length}`;
    },
    async update(_, id, reply) {
      const message = messages.find((one) => one.id === id);
      if (message) message.reply = reply;
    },
    async tell(person, reply, key) {
      if (!reachable(person)) throw new Error('Closed to direct messages');
      if (!told.some((one) => one.key === key && one.person.id === person.id))
        told.push({ person, reply, key });
    },
    linkTo: async ({ channel, thread }) => `https://chat.example/${channel}/${thread ?? ''}`,
    nameOf: async ({ id }) => `name of ${id}`,
  };
  return { outreach, messages, told };
}
