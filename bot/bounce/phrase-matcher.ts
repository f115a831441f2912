import { readingsOf, type Step } from './phrase-language.ts';
import type { Word } from './words.ts';

/** A phrase found: its number in the list given to `createMatcher`, and its first and last word. */
export interface Match {
  readonly phrase: number;
  readonly first: number;
  readonly last: number;
  /** How many words of the phrase itself stand in the text, gaps not counted. */
  readonly weight: number;
}

export type Matcher = (words: readonly Word[]) => Match[];

interface Node {
  readonly next: Map<string, Node>;
  readonly gaps: Map<number, Node>;
  readonly depth: number;
  readonly phrases: number[];
  /** The step in which the node was last entered: no word enters it twice. */
  entered: number;
}

interface Thread {
  readonly node: Node;
  readonly first: number;
  /** Words that may still pass here unread: more than none only behind a gap. */
  readonly left: number;
}

const headLength = 3;

const newNode = (depth: number): Node => ({ next: new Map(), gaps: new Map(), depth, phrases: [], entered: -1 });

function childOf<Key>(children: Map<Key, Node>, key: Key, depth: number): Node {
  let child = children.get(key);
  if (!child) {
    child = newNode(depth);
    children.set(key, child);
  }
  return child;
}

function plant(root: Node, steps: readonly Step[], phrase: number): void {
  let node = root;
  for (const step of steps) {
    node =
      'gap' in step ? childOf(node.gaps, step.gap, node.depth) : childOf(node.next, step.word, node.depth + 1);
  }
  if (!node.phrases.includes(phrase)) node.phrases.push(phrase);
}

/** The beginnings (`exceed*`) that the phrases ask for, by their first three letters. */
function beginningsIn(readings: readonly Step[][]): Map<string, string[]> {
  const beginnings = new Map<string, string[]>();
  for (const step of readings.flat()) {
    if ('gap' in step || step.word.length < 2 || !step.word.endsWith('*')) continue;
    if (step.word.length <= headLength) throw new Error(`too short a beginning: ${step.word}`);
    const head = step.word.slice(0, headLength);
    const known = beginnings.get(head) ?? [];
    if (!known.includes(step.word)) beginnings.set(head, [...known, step.word]);
  }
  return beginnings;
}

/**
 * All phrases in one trie over words, walked once. The work a word causes is bounded by the trie, not by the
 * text: each node is entered once a word at most, from the nearest start.
 */
export function createMatcher(phrases: readonly string[]): Matcher {
  const root = newNode(0);
  const beginnings = beginningsIn(phrases.flatMap(readingsOf));
  for (const [phrase, says] of phrases.entries()) {
    for (const steps of readingsOf(says)) plant(root, steps, phrase);
  }
  let step = 0;

  return (words) => {
    const found: Match[] = [];
    let live: Thread[] = [];
    let next: Thread[] = [];

    const enter = (node: Node, first: number, left: number, at: number, fresh: boolean): void => {
      if (node.entered === step) return;
      node.entered = step;
      if (fresh) for (const phrase of node.phrases) found.push({ phrase, first, last: at, weight: node.depth });
      if (node.next.size > 0) next.push({ node, first, left });
      for (const [gap, behind] of node.gaps) enter(behind, first, gap, at, false);
    };

    const follow = (node: Node, first: number, word: Word, at: number): void => {
      for (const symbol of word.symbols) {
        const child = node.next.get(symbol);
        if (child) enter(child, first, 0, at, true);
      }
      const heads = beginnings.get(word.text.slice(0, headLength));
      if (!heads) return;
      for (const head of heads) {
        const child = node.next.get(head);
        if (child && word.text.startsWith(head.slice(0, -1))) enter(child, first, 0, at, true);
      }
    };

    for (const [at, word] of words.entries()) {
      if (word.skipped) continue;
      step++;
      next = [];
      if (word.ends === 'answer') live = [];
      else if (word.ends === 'sentence') live = live.filter((thread) => thread.left === 0);
      follow(root, at, word, at);
      for (const thread of live) {
        follow(thread.node, thread.first, word, at);
        if (thread.left > 0) enter(thread.node, thread.first, thread.left - 1, at, false);
      }
      live = next;
    }
    return found;
  };
}
