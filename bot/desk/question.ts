/** Names somebody on a platform. Ids are the platform's own, opaque. */
export interface Identity {
  readonly platform: string;
  /** Slack team; '' on Discord, where people are the same on every server. */
  readonly workspace: string;
  readonly id: string;
}

/** Someone who asks. */
export interface Person extends Identity {
  readonly staff: boolean;
}

export interface Place {
  readonly platform: string;
  readonly workspace: string;
  readonly channel: string;
  /** Where the answer goes: the thread it was asked in, or the one that the answer begins. */
  readonly thread?: string;
  /** True where only the asker and the bot can read. */
  readonly private: boolean;
}

/** A text file that came with the question, already fetched, checked for size and decoded. */
export interface Attachment {
  readonly name: string;
  readonly text: string;
}

export interface Question {
  /** Stable over redeliveries: the platform's id of the message or command. */
  readonly id: string;
  readonly text: string;
  readonly attachments: readonly Attachment[];
  /** Why a file that came along was not read. */
  readonly unread?: 'picture' | 'too-large' | 'other';
  readonly asker: Person;
  readonly place: Place;
  /** Mention, direct message, command or console: an answer is expected. */
  readonly directed: boolean;
  /** Goes on, without naming the bot, where the desk answered this person before. */
  readonly followsUp?: boolean;
}
