/** Counts answers a person got in the last minute. */
export interface AnswerLimit {
  /** `told` comes once a minute: the one time to say that it was too much. */
  take(person: string): 'go' | 'tell' | 'told';
}

const minuteMs = 60_000;
const mostPeople = 10_000;

export function createAnswerLimit(answersPerMinute: number, now: () => number = Date.now): AnswerLimit {
  const taken = new Map<string, { times: number[]; toldAt: number }>();
  return {
    take(person) {
      const time = now();
      const known = taken.get(person) ?? { times: [], toldAt: Number.NEGATIVE_INFINITY };
      known.times = known.times.filter((one) => time - one < minuteMs);
      taken.delete(person);
      taken.set(person, known);
      const oldest = taken.size > mostPeople ? taken.keys().next().value : undefined;
      if (oldest !== undefined) taken.delete(oldest);
      if (known.times.length < answersPerMinute) {
        known.times.push(time);
        return 'go';
      }
      if (time - known.toldAt < minuteMs) return 'told';
      known.toldAt = time;
      return 'tell';
    },
  };
}
