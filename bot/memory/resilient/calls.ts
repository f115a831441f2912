import type { Concerns } from '../memory.ts';

export type ConcernName = keyof Concerns;

/**
 * `read`: tried even while nothing can be written. `write`: when it fails, something is not remembered.
 * `chore`: a write whose failure loses nothing, because it only asks for work or the process makes up for it.
 * `stream`: for an operator's command, which wants to hear of a failure.
 */
export type CallKind = 'read' | 'write' | 'chore' | 'stream';

export const callKinds: {
  readonly [Name in ConcernName]: { readonly [Call in keyof Concerns[Name]]: CallKind };
} = {
  questions: {
    ...{ note: 'write', cleared: 'write', between: 'stream' },
    ...{ get: 'read', at: 'read', lastIn: 'read', of: 'read', gaps: 'read' },
  },
  votes: { cast: 'write', on: 'read', tallies: 'read', ballots: 'read', lastAt: 'read' },
  links: { add: 'write', remove: 'write', of: 'read', get: 'read', peopleOf: 'read' },
  codes: { issue: 'write', redeem: 'write' },
  tickets: { put: 'write', take: 'write', peek: 'read' },
  claims: {
    ...{ claim: 'chore', finish: 'chore', release: 'chore', renew: 'chore', once: 'chore' },
    lapsed: 'read',
  },
  outbox: {
    claim: 'chore',
    posting: 'chore',
    posted: 'chore',
    failed: 'chore',
    stranded: 'chore',
    get: 'read',
  },
  watches: {
    ...{ add: 'write', cancel: 'write', fire: 'write', fired: 'write' },
    ...{ due: 'chore', later: 'chore', of: 'read' },
  },
  handOffs: {
    ...{ open: 'write', shownAs: 'write', claim: 'write', resolve: 'write', noteTicket: 'write' },
    ...{ get: 'read', inConversation: 'read', waiting: 'read' },
  },
  quietThreads: { hush: 'chore', speak: 'chore', isQuiet: 'read' },
  channelSettings: { set: 'write', of: 'read', everywhere: 'read' },
  revisions: { bump: 'write', read: 'read' },
  leases: { take: 'chore', giveBack: 'chore' },
  pulses: { beat: 'chore', probe: 'chore', alive: 'read' },
  installations: { store: 'write', remove: 'write', reseal: 'chore', fetch: 'read', keys: 'read' },
  audit: { append: 'write', read: 'read' },
  incidents: { note: 'write', since: 'read' },
  notices: { pin: 'write', shown: 'write', end: 'write', told: 'write', owed: 'chore', live: 'read' },
};
