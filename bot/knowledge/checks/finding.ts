import type { Problem } from '../article.ts';

/** A fault that a check found in an article, with the check's name. */
export interface CheckFinding extends Problem {
  readonly check:
    | 'front-matter'
    | 'links'
    | 'headings'
    | 'house-facts'
    | 'coverage'
    | 'spelling'
    | 'titles'
    | 'asks'
    | 'examples';
}
