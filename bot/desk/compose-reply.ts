import type { MailError } from '../bounce/mail-error.ts';
import { isRefusal } from '../bounce/reasons/index.ts';
import type { Article, Section } from '../knowledge/article.ts';
import { maskPersonal } from '../privacy/mask.ts';
import type { Diagnosis, Finding } from './diagnosis.ts';
import type { Action, Fact, Reply, Source } from './reply.ts';
import { actorWords, lifeWords, speakerWords, wording } from './wording.ts';

const mostRecipients = 5;
const mostRelated = 2;
const person: Action = { kind: 'talk-to-person' };
const ownNumbers: Action = { kind: 'order', order: 'mail', label: wording.ownNumbers };

export interface ComposeOptions {
  /** Live numbers can be had: an answer about a bounce offers them. */
  readonly numbers?: boolean;
}

/** Puts a diagnosis into words. `asker`: the reply is private, so nothing of the asker's own text is masked. */
export function composeReply(
  diagnosis: Diagnosis,
  audience: Reply['audience'],
  { numbers = false }: ComposeOptions = {},
): Reply | undefined {
  const [first, ...others] = diagnosis.findings;
  if (diagnosis.decision === 'silent') return undefined;
  if (diagnosis.decision === 'answer' && first) {
    const reply = answer(diagnosis, first, others, audience);
    const offered = numbers && isAboutBounce(first.article);
    return offered ? { ...reply, actions: [...reply.actions, ownNumbers] } : reply;
  }
  if (diagnosis.decision === 'suggest') return suggestions(diagnosis, audience);
  if (diagnosis.handOff) return handOff(diagnosis.handOff, audience);
  const near = diagnosis.findings.map(showArticle);
  return {
    ...{
      kind: 'unsure',
      title: wording.unsureTitle,
      body: withSpelling(wording.unsureBody, diagnosis),
      facts: [],
    },
    ...{ sources: [], actions: [...near, person], audience },
  };
}

/** An article that says of itself that it answers what mail servers refuse mail for. */
function isAboutBounce({ answers }: Article): boolean {
  return answers.some(isRefusal);
}

/**
 * A whole article, or one section of it, as a reply of its own: what a button or a staff command shows. `useful`: people
 * who found it so, by `usefulTo`; without it, those of its front matter.
 */
export function articleReply(
  article: Article,
  section: Section | undefined,
  audience: Reply['audience'],
  useful = article.helpful,
): Reply {
  const body = section ? sectionText(section) : article.body;
  const actions: Action[] = [
    { kind: 'helped', slug: article.slug },
    { kind: 'not-helped', slug: article.slug },
    person,
  ];
  return {
    kind: 'answer',
    title: article.title,
    body,
    facts: usefulFacts(useful),
    sources: [sourceOf(article, section)],
    actions,
    audience,
  };
}

function answer(
  diagnosis: Diagnosis,
  first: Finding,
  others: readonly Finding[],
  audience: Reply['audience'],
): Reply {
  const { article } = first;
  const section = first.section ?? firstSteps(article);
  const error = 'error' in first.because ? first.because.error : undefined;
  const body = [article.summary, section ? sectionText(section) : '']
    .filter((part) => part !== '')
    .join('\n\n');
  const facts = [
    ...(error ? errorFacts(error) : []),
    ...recipientFacts(diagnosis.mailErrors),
    ...usefulFacts(diagnosis.useful),
  ];
  // Where a machine's exact words decided, what its author named as related is nearer than what shares words with it.
  const likely = error ? 0.5 : 0.2;
  const near = others.filter((finding) => 'error' in finding.because || finding.confidence > likely);
  const further: Pick<Finding, 'article' | 'section'>[] = [...near];
  for (const other of diagnosis.related ?? []) {
    if (further.every((one) => one.article.slug !== other.slug))
      further.push({ article: other, section: undefined });
  }
  further.splice(mostRelated);
  const whole: Action = { kind: 'show-article', slug: article.slug, title: article.title };
  const actions: Action[] = [whole, ...further.map(showArticle), { kind: 'helped', slug: article.slug }];
  actions.push({ kind: 'not-helped', slug: article.slug }, person);
  return {
    kind: 'answer',
    title: article.title,
    body: withSpelling(body, diagnosis),
    facts: audience === 'asker' ? facts : facts.map((fact) => ({ ...fact, value: maskPersonal(fact.value) })),
    sources: [sourceOf(article, section), ...further.map((one) => sourceOf(one.article, one.section))],
    actions,
    audience,
  };
}

function suggestions(diagnosis: Diagnosis, audience: Reply['audience']): Reply {
  const lines = diagnosis.findings.map(({ article }) => `- ${articleLink(article)}: ${article.summary}`);
  return {
    kind: 'suggestions',
    title: wording.suggestTitle,
    body: withSpelling(lines.join('\n'), diagnosis),
    facts: [],
    sources: diagnosis.findings.map((finding) => sourceOf(finding.article, finding.section)),
    actions: [...diagnosis.findings.map(showArticle), person],
    audience,
  };
}

function handOff(article: Article, audience: Reply['audience']): Reply {
  const sources = [sourceOf(article, undefined)];
  return {
    kind: 'unsure',
    title: article.title,
    body: article.body,
    facts: [],
    sources,
    actions: [person],
    audience,
  };
}

/** A Markdown link to an article: a platform with pages links it, others show the title. */
export function articleLink({ title, slug }: Article): string {
  return `[${title.replace(/[\\[\]*_`<>]/g, '\\$&')}](${slug}.md)`;
}

function withSpelling(body: string, { corrected }: Diagnosis): string {
  if (corrected.size === 0) return body;
  return `${body}\n\n${wording.searchedFor([...new Set(corrected.values())].join(' '))}`;
}

/** The first section with numbered steps: what most people came for. */
function firstSteps(article: Article): Section | undefined {
  return article.sections.find((section) => section.level > 0 && /^1[.)] /m.test(section.text));
}

function sectionText(section: Section): string {
  return section.level === 0 ? section.text : `### ${section.heading}\n${section.text}`;
}

function showArticle({ article, section }: Pick<Finding, 'article' | 'section'>): Action {
  return {
    kind: 'show-article',
    slug: article.slug,
    title: article.title,
    ...(section ? { section: section.id } : {}),
  };
}

function sourceOf(article: Article, section: Section | undefined): Source {
  const { slug, title } = article;
  return section && section.level > 0
    ? { slug, title, section: { id: section.id, heading: section.heading } }
    : { slug, title };
}

/** What was read from the text, each only where it stands there. */
function errorFacts(error: MailError): Fact[] {
  const codes = [error.replyCode, error.statusCode, error.clientCode].filter((code) => code !== undefined);
  const entries: [string, string | undefined][] = [
    [wording.whoActs, actorWords(error)],
    [wording.lasts, lifeWords(error)],
    [wording.spoke, speakerWords(error)],
    [wording.numbers, numbersOf(error)],
    [wording.code, codes.length > 0 ? codes.join(' ') : undefined],
    [wording.decided, error.phrase ? `“${oneLine(error.phrase.text)}”` : undefined],
  ];
  return entries.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]));
}

function usefulFacts(people = 0): Fact[] {
  return people > 0 ? [{ label: wording.useful, value: wording.foundUseful(people) }] : [];
}

function numbersOf({ count, limit, percent, domain }: MailError): string | undefined {
  if (count === undefined) return domain;
  const share = percent === undefined ? '' : ` (${percent} %)`;
  return `${domain ? `${domain}: ` : ''}${count}${limit === undefined ? '' : ` of ${limit}`}${share}`;
}

/** Who failed and why, where a text names several. */
function recipientFacts(errors: readonly MailError[]): Fact[] {
  if (errors.length < 2) return [];
  return errors
    .slice(0, mostRecipients)
    .filter((error) => error.recipients.length > 0)
    .map((error) => ({
      label: wording.recipient,
      value: `${error.recipients.slice(0, 3).join(', ')}: ${error.phrase ? `“${oneLine(error.phrase.text)}”` : error.reason}`,
    }));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 200);
}
