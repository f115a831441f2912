/** A run of text in one style. A line break is a run of its own: `\n`. */
export interface Span {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly struck?: boolean;
  readonly code?: boolean;
  /** Already checked: see safeLink. */
  readonly href?: string;
}

export type Block =
  | { readonly kind: 'paragraph'; readonly spans: readonly Span[] }
  | { readonly kind: 'heading'; readonly level: number; readonly spans: readonly Span[] }
  | List
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | CodeBlock
  | Table
  | { readonly kind: 'rule' };

export interface List {
  readonly kind: 'list';
  /** Number of the first item; undefined for bullets. */
  readonly start: number | undefined;
  readonly items: readonly (readonly Block[])[];
}

export interface CodeBlock {
  readonly kind: 'code';
  readonly language: string | undefined;
  readonly text: string;
}

export type Cell = readonly Span[];
export type Align = 'left' | 'center' | 'right';

export interface Table {
  readonly kind: 'table';
  readonly head: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
  readonly align: readonly Align[];
}

export const textOf = (spans: readonly Span[]): string => spans.map((span) => span.text).join('');
