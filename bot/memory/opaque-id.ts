/** An id as a platform gave it. Throws when it would give somebody away: ids are stored as they are, never masked. */
export function opaqueId(id: string): string {
  if (/\S@\S/.test(id) || /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])/.test(id)) {
    throw new Error(
      'An id must not be a mail address or an IP address: give the memory the opaque id of the platform',
    );
  }
  if (id.length > 300 || id.includes('\0'))
    throw new Error('An id must be at most 300 characters without a NUL');
  return id;
}

const alphabetSize = 36;
let last = 0;

/** A new id that sorts by the time at which it was made. */
export function createId(now: number): string {
  last = Math.max(last + 1, now * 1000);
  const chance = crypto.getRandomValues(new Uint32Array(2));
  return (
    last.toString(alphabetSize).padStart(12, '0') +
    [...chance].map((part) => part.toString(alphabetSize).padStart(7, '0')).join('')
  );
}
