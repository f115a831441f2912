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
  return maskNumbers(maskAddresses(maskTraces(maskSecrets(text))));
}
