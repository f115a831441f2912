import { maskAddresses } from './addresses.ts';
import { maskNumbers } from './internet-numbers.ts';
import { maskSecrets } from './secrets.ts';
import { maskTraces } from './traces.ts';

/**
 * Hides who is meant: `j***@example.com`, `192.0.x.x`, `[IPv6]`, `[message-id]`, `/home/[user]`. For everything
 * public, stored or logged. Masking what is masked changes nothing. Domains, codes and phrases stay, so that the
 * text can still be answered.
 */
export function maskPersonal(text: string): string {
  let masked = text;
  // What one rule leaves may be for another to see; twice is nearly always enough.
  for (let round = 0; round < mostRounds; round++) {
    const before = masked;
    masked = maskNumbers(maskAddresses(maskTraces(maskSecrets(before))));
    if (masked === before) break;
  }
  return masked;
}

const mostRounds = 6;
