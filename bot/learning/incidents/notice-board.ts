import type { MailError } from '../../bounce/mail-error.ts';
import type { Incident } from '../../memory/incidents.ts';
import { type Notice, type Notices, noticesRevision } from '../../memory/notices.ts';
import type { Person } from '../../memory/person.ts';
import type { PersonAt } from '../../memory/place.ts';
import { followRevisions } from '../../memory/revisions.ts';
import { fingerprintOf, isNamedBy } from './fingerprint.ts';

/** What a notice may belong to; a `Diagnosis` is one. */
export interface Seen {
  readonly decision: 'answer' | 'suggest' | 'unsure' | 'silent';
  readonly mailErrors: readonly MailError[];
  /** Best first. */
  readonly findings: readonly { readonly article: { readonly slug: string } }[];
}

/** The notices that staff pinned: what leads answers right now. */
export interface NoticeBoard {
  /** The newest that belongs to an error that was read, or to the article that was found. Never where the desk stays silent. */
  noticeFor(seen: Seen): Notice | undefined;
  /** It led an answer to them: they are told when it ends. */
  shown(notice: Notice, to: PersonAt): Promise<void>;
  /**
   * `matches`: fingerprints, their first parts (`microsoft`, `microsoft | ip-blocked`), reasons, or slugs of articles.
   * Whoever brought such an error in the last `sinceMs` is told of the end too. `undefined`: it could not be kept.
   */
  pin(notice: Pick<Notice, 'text' | 'matches'>, by: Person, sinceMs?: number): Promise<string | undefined>;
  /** False when it had ended already, `undefined` when the memory is away. */
  end(id: string, by: Person): Promise<boolean | undefined>;
  live(): readonly Notice[];
  refresh(): Promise<void>;
  /** Keeps up with what other processes pin and end. Gives a function that stops. */
  follow(everyMs?: number): () => void;
}

type Soft<Call> = Call extends (...given: infer Given) => Promise<infer Result>
  ? (...given: Given) => Promise<Result | undefined>
  : never;

/** As much of the memory as the board needs, whether or not it may be away. */
export interface NoticeMemory {
  readonly notices: { readonly [Call in 'pin' | 'live' | 'shown' | 'end']: Soft<Notices[Call]> };
  readonly incidents: { since(at: number, most: number): Promise<readonly Incident[] | undefined> };
  readonly revisions: { read(): Promise<ReadonlyMap<string, number> | undefined> };
}

const dayMs = 86_400_000;
const mostIncidents = 1000;

export function createNoticeBoard(memory: NoticeMemory, now: () => number = Date.now): NoticeBoard {
  let live: readonly Notice[] = [];
  const refresh = async () => {
    // While the memory is away, what was pinned before still leads.
    live = (await memory.notices.live()) ?? live;
  };
  return {
    noticeFor({ decision, mailErrors, findings }) {
      if (decision === 'silent' || live.length === 0) return undefined;
      const fingerprints = mailErrors.map(fingerprintOf);
      const slug = decision === 'unsure' ? undefined : findings[0]?.article.slug;
      return live.find(({ matches }) =>
        matches.some(
          (match) => match === slug || fingerprints.some((fingerprint) => isNamedBy(fingerprint, match)),
        ),
      );
    },
    async shown(notice, to) {
      await memory.notices.shown(notice.id, to);
    },
    async pin(notice, by, sinceMs = dayMs) {
      const since = now() - sinceMs;
      const brought = (await memory.incidents.since(since, mostIncidents)) ?? [];
      const fingerprints = brought
        .map(({ fingerprint }) => fingerprint)
        .filter((fingerprint) => notice.matches.some((match) => isNamedBy(fingerprint, match)));
      const id = await memory.notices.pin(notice, by, { fingerprints, since });
      await refresh();
      return id;
    },
    async end(id, by) {
      const ended = await memory.notices.end(id, by);
      await refresh();
      return ended;
    },
    live: () => live,
    refresh,
    follow(everyMs) {
      let known = false;
      const read = async () => {
        const revisions = await memory.revisions.read();
        // In this order nothing that is pinned meanwhile is missed.
        if (revisions && !known) await refresh();
        known ||= revisions !== undefined;
        return revisions;
      };
      const changed = (name: string) => {
        if (name === noticesRevision) void refresh().catch(() => {});
      };
      return followRevisions(read, changed, everyMs);
    },
  };
}
