export type FaultKind =
  /** HTTP 403 with the error of the other API. */
  | 'denied'
  | 'denied-html'
  /** HTTP 200, `result: 0`, and a reason. */
  | 'failed'
  /** HTTP 200 with the error of the other API. */
  | 'legacy'
  | 'login-page'
  /** HTML that calls itself JSON. */
  | 'html-as-json'
  | 'server-error'
  | 'too-many'
  | 'redirect'
  /** Answers after `delayMs`. */
  | 'slow'
  | 'never'
  | 'reset'
  /** Breaks off in the middle of the body. */
  | 'cut-off'
  | 'huge'
  /** Small on the wire, huge when unpacked. */
  | 'huge-packed'
  /** Right envelope, no list in it. */
  | 'no-list'
  /** Rows that are no rows. */
  | 'wrong-rows'
  /** Everybody's rows but the asker's. */
  | 'foreign-rows'
  /** Repeats the Authorization header in its reason. */
  | 'echo';

export interface Fault {
  /** A function, or `*` for all of them. */
  readonly name: string;
  readonly kind: FaultKind;
  /** How many calls it hits: 1 unless told. */
  readonly times?: number;
  readonly delayMs?: number;
  readonly reason?: string;
}

export type Faults = ReturnType<typeof createFaults>;

export function createFaults() {
  let planned: (Fault & { left: number })[] = [];
  return {
    add: (fault: Fault): void => {
      planned.push({ ...fault, left: fault.times ?? 1 });
    },
    take: (name: string): Fault | undefined => {
      const fault = planned.find((each) => each.left > 0 && (each.name === '*' || each.name === name));
      if (fault) fault.left -= 1;
      return fault;
    },
    clear: (): void => {
      planned = [];
    },
  };
}
