import type { HostFailure } from './host-answer.ts';

const hints: Partial<Record<HostFailure['fault'], string>> = {
  connection: 'check its address and that this machine may reach its port',
  timeout: 'check that this machine may reach its port',
  tls: 'where its certificate is not publicly signed, set its CA_FILE or SHA256; else check the name in its address',
  'wrong-certificate': 'if the certificate was renewed, set its SHA256 anew',
  'access-denied': 'make its token anew, and allow the address of this machine for it',
  redirect: 'set the address of the panel itself',
  'not-json': 'set the address of the panel itself',
};

/** What the set-up check says of a server that did not answer as it should: the error, and what to do. */
export function failureWords({ fault, error }: HostFailure): string {
  const hint = hints[fault];
  return `${fault}: ${error}${hint === undefined ? '' : `: ${hint}`}`;
}
