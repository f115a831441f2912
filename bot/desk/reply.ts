/** A labelled line read from the customer's paste or from the host. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** Where the words of a reply stand. */
export interface Source {
  readonly slug: string;
  readonly title: string;
  readonly section?: { readonly id: string; readonly heading: string };
}

/** What the asker may do next; each platform shows it in its own way. */
export type Action =
  | {
      readonly kind: 'show-article';
      readonly slug: string;
      readonly title: string;
      readonly section?: string;
    }
  | { readonly kind: 'helped'; readonly slug: string }
  | { readonly kind: 'not-helped'; readonly slug: string }
  | { readonly kind: 'talk-to-person' }
  /** Gives an order of the desk's, by its code: see `Order`. */
  | {
      readonly kind: 'order';
      readonly order: string;
      readonly label: string;
      /** What it is about: at most 30 letters, digits, hyphens and underscores. Opens nothing by itself. */
      readonly about?: string;
    };

export interface Picture {
  readonly png: Uint8Array;
  /** The same in words. */
  readonly alternative: string;
}

/** A text that is too long for a message. */
export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** Content without a look: a platform's toMessage gives it one. */
export interface Reply {
  readonly kind: 'answer' | 'suggestions' | 'unsure';
  readonly title: string;
  /** Markdown (CommonMark and tables). */
  readonly body: string;
  readonly facts: readonly Fact[];
  readonly sources: readonly Source[];
  readonly actions: readonly Action[];
  /** `asker`: for nobody else's eyes. */
  readonly audience: 'public' | 'asker';
  /** Only in replies to one person alone. */
  readonly picture?: Picture;
  readonly file?: TextFile;
}
