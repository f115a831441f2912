import type { Article } from '../../bot/knowledge/article.ts';

const syllables = [
  'ba',
  'co',
  'di',
  'fu',
  'ge',
  'lo',
  'mi',
  'nu',
  'pra',
  'ro',
  'sti',
  'tu',
  've',
  'xa',
  'zo',
  'kel',
];

/** A library of any size from the real articles: each further copy is about a made-up product of its own. */
export function growArticles(articles: readonly Article[], size: number): Article[] {
  const grown = articles.slice(0, size);
  for (let copy = 1; grown.length < size; copy++) {
    for (const [at, article] of articles.entries()) {
      if (grown.length >= size) break;
      grown.push(variant(article, copy * articles.length + at));
    }
  }
  return grown;
}

function variant(article: Article, seed: number): Article {
  const product = word(seed);
  const vendor = word(seed * 7 + 3);
  const rename = (text: string) => `${text} ${product}`;
  return {
    ...article,
    slug: `${article.slug}-${product}-${seed}`,
    path: article.path.replace('.md', `-${product}-${seed}.md`),
    title: `${article.title} with ${product}`,
    asks: article.asks.map((ask, at) =>
      at % 3 === 0 ? `${ask} in ${product}` : at % 3 === 1 ? `${vendor} ${ask}` : ask,
    ),
    keywords: [...article.keywords, product, vendor],
    phrases: article.phrases.map(rename),
    answers: [],
    body: `${article.body}\n\nThis is about ${product} by ${vendor}.`,
  };
}

function word(seed: number): string {
  let text = '';
  for (let rest = seed + 17, at = 0; at < 3 || rest > 0; at++, rest = Math.floor(rest / syllables.length)) {
    text += syllables[(rest * 7 + at * 5) % syllables.length];
    if (at > 5) break;
  }
  return text;
}
