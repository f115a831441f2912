import { readBounce } from '../bounce/read-bounce.ts';
import type { Article } from '../knowledge/article.ts';
import type { CheckFinding } from '../knowledge/checks/finding.ts';
import { lineOf } from '../knowledge/checks/structure.ts';
import type { Diagnose } from './diagnosis.ts';

/** Every ask and every example finds its own article, and what must not lead to it does not. */
export function checkAsks(article: Article, source: string, diagnose: Diagnose): CheckFinding[] {
  const findings: CheckFinding[] = [];
  const first = (text: string): string | undefined => {
    const { findings: found, handOff } = diagnose(text, { directed: true });
    return handOff?.slug ?? found[0]?.article.slug;
  };
  const report = (check: CheckFinding['check'], text: string, message: string) => {
    const start = text.split('\n')[0] ?? '';
    findings.push({
      check,
      path: article.path,
      line: lineOf(source, start.slice(0, 60)),
      message: `"${start.slice(0, 70)}" ${message}`,
    });
  };
  const asks = [
    ...article.asks,
    ...article.sections.flatMap((section) => section.asks),
    ...Object.values(article.foreign).flat(),
  ];
  for (const ask of asks) {
    const slug = first(ask);
    // An ask may itself be an error text that another article answers exactly; then its author is told.
    if (slug !== article.slug)
      report(
        'asks',
        ask,
        `finds ${slug ?? 'nothing'} first${readBounce(ask).length > 0 ? ' (read as a mail error)' : ''}`,
      );
  }
  for (const text of article.examples.must) {
    const slug = first(text);
    if (slug !== article.slug) report('examples', text, `must lead here but finds ${slug ?? 'nothing'}`);
  }
  for (const text of article.examples.mustNot) {
    if (first(text) === article.slug) report('examples', text, 'must not lead here but does');
  }
  return findings;
}
