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
  | { readonly kind: 'talk-to-person' };

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
}
