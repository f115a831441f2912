/** What became of one message for one recipient, as the host recorded it. Private to the account's owner and staff. */
export interface Delivery {
  readonly outcome: 'delivered' | 'deferred' | 'failed';
  readonly at: Date;
  readonly messageId: string;
  /** Envelope sender; '' is the empty sender of bounces and automatic replies. */
  readonly sender: string;
  readonly recipient: string;
  /** The account's domain that the message counts for; '' where the host does not say. */
  readonly domain: string;
  /** How the message came to the host: with a mailbox password, from a program on the server, or from outside. */
  readonly via: 'login' | 'local' | 'incoming' | 'unknown';
  readonly senderIp: string;
  /** The receiving server, where one was reached. */
  readonly remoteHost: string;
  /** False when the recipient lives on the same server. */
  readonly remote: boolean;
  /** The server's words, cleaned. */
  readonly text: string;
  /** Set when our own server discarded or held the message because of a limit, so that the recipient is not at fault. */
  readonly stoppedBy: 'defer-fail-limit' | 'sending-limit' | 'outgoing-suspended' | 'other-limit' | undefined;
}

export interface Deliveries {
  readonly records: readonly Delivery[];
  /** The outcomes of which the panel keeps records at all. */
  readonly covers: ReadonlySet<Delivery['outcome']>;
  /** The outcomes of which only the latest records were handed out. */
  readonly cutOff: ReadonlySet<Delivery['outcome']>;
}

export interface TimeRange {
  readonly from: Date;
  readonly to: Date;
}
