import type { Consulted } from '../desk/desk.ts';
import type { Outreach } from '../desk/outreach.ts';
import type { Question } from '../desk/question.ts';
import type { Reply } from '../desk/reply.ts';
import { saying } from '../desk/saying.ts';
import { untold } from '../learning/incidents/fingerprint.ts';
import { createIncidentWatch, type IncidentAlert } from '../learning/incidents/incident-watch.ts';
import { codeSpan } from '../markdown/code-span.ts';
import type { ResilientMemory } from '../memory/resilient/resilient.ts';
import { shortMatter } from './matters.ts';
import type { StaffPlaces } from './staff-places.ts';

export interface IncidentAlertsParts {
  readonly memory: Pick<ResilientMemory, 'incidents'>;
  outreachOn(platform: string): Outreach | undefined;
  readonly staffPlaces: StaffPlaces;
  onError(error: unknown, what: string): void;
}

const words = {
  title: (people: number) => `${people} customers have the same error`,
  offer: 'A notice leads every answer about it, and everyone who asked is told once when it ends.',
  pin: 'Pin a notice',
} as const;

/** Tells staff once when many customers bring the same error. What staff paste themselves counts for nothing. */
export function createIncidentAlerts({ memory, outreachOn, staffPlaces, onError }: IncidentAlertsParts) {
  const watch = createIncidentWatch(memory.incidents);
  return async ({ asker, place }: Question, { diagnosis }: Consulted): Promise<void> => {
    if (asker.staff) return;
    const { platform, workspace, id } = asker;
    const alerts = await watch.note(diagnosis.mailErrors, { person: { platform, workspace, id }, place });
    const at = staffPlaces.for(place);
    const outreach = at && outreachOn(at.platform);
    if (!at || !outreach) return;
    for (const alert of alerts) {
      const key = `incident ${shortMatter(alert.fingerprint)} ${Math.floor(Date.now() / 3_600_000)}`;
      await outreach
        .post(at, alertReply(alert), key)
        .catch((error: unknown) => onError(error, 'incident alert'));
    }
  };
}

function alertReply({ fingerprint, people, provider, reason, codes, phrase }: IncidentAlert): Reply {
  const told = Object.entries({ 'Who refuses': provider, Reason: reason, Code: codes, Words: phrase });
  const lines = told
    .filter(([, value]) => value !== untold)
    .map(([label, value]) => `- ${label}: ${codeSpan(value)}`);
  const body = [lines.join('\n'), words.offer].join('\n\n');
  const action = {
    kind: 'order',
    order: 'nopin',
    label: words.pin,
    about: shortMatter(fingerprint),
  } as const;
  return { ...saying({ title: words.title(people), body }, [action]), audience: 'public' };
}
