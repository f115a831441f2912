import type { Action, Fact, Reply } from '../desk/reply.ts';
import type { HandOff } from '../memory/hand-offs.ts';

export interface HandOffLook {
  readonly handOff: Pick<HandOff, 'id' | 'summary' | 'state' | 'ticket'>;
  /** Names of those who took it up and closed it. */
  readonly takenUpBy?: string | undefined;
  readonly closedBy?: string | undefined;
}

const titles = { open: 'Somebody asks for a person', claimed: 'Taken up', resolved: 'Closed' } as const;

/** A hand-off as it stands in the staff's channel, in whatever state it is. */
export function handOffReply({ handOff, takenUpBy, closedBy }: HandOffLook): Reply {
  const { id, summary, state, ticket } = handOff;
  const facts: Fact[] = [
    ...(takenUpBy === undefined ? [] : [{ label: 'Taken up by', value: takenUpBy }]),
    ...(closedBy === undefined ? [] : [{ label: 'Closed by', value: closedBy }]),
    ...(ticket === undefined ? [] : [{ label: 'Ticket', value: ticket }]),
  ];
  return {
    kind: state === 'resolved' ? 'answer' : 'unsure',
    title: titles[state],
    body: summary,
    facts,
    sources: [],
    actions: actionsFor(id, state),
    audience: 'public',
  };
}

function actionsFor(id: string, state: HandOff['state']): Action[] {
  const action = (order: string, label: string): Action => ({ kind: 'order', order, label, about: id });
  if (state === 'resolved') return [action('draft', 'Draft an article')];
  const takeUp = state === 'open' ? [action('hoclm', 'Take it up')] : [];
  return [...takeUp, action('horep', 'Reply to the customer'), action('hodone', 'Close')];
}
