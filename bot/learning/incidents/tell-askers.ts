import type { Notice, Notices } from '../../memory/notices.ts';
import type { PersonAt } from '../../memory/place.ts';

export interface TellParts {
  readonly notices: {
    owed(most: number): Promise<Awaited<ReturnType<Notices['owed']>> | undefined>;
    told(...given: Parameters<Notices['told']>): Promise<boolean | undefined>;
  };
  /** Says to one person, where they asked, that the notice ended. Whom it cannot tell is tried again later. */
  tell(asker: PersonAt, notice: Notice): Promise<void>;
  onError(error: unknown): void;
}

const atOnce = 20;
/** Their leases keep those who could not be told from coming again in the same round. */
const mostRounds = 500;

/** Tells everyone who was shown a notice that has ended; each is told by one process. Gives how many were told. */
export async function tellAskers({ notices, tell, onError }: TellParts): Promise<number> {
  let told = 0;
  for (let round = 0; round < mostRounds; round++) {
    const owed = (await notices.owed(atOnce)) ?? [];
    for (const { person, place, notice } of owed) {
      try {
        await tell({ person, place }, notice);
        await notices.told(notice.id, person);
        told += 1;
      } catch (error) {
        onError(error);
      }
    }
    if (owed.length === 0) break;
  }
  return told;
}
