import type { Assessment } from '../model/assessment.ts';
import type { Fact } from '../model/fact.ts';
import type { Language } from '../model/language.ts';
import type { Template, Usual } from '../model/template.ts';
import type { Given } from '../model/use-case.ts';
import { interviewWords } from '../text/interview-words.ts';
import { messages } from '../text/messages.ts';
import type { Left } from './next.ts';

interface Teller {
  readonly language: Language;
  readonly template: Template | null;
  readonly officeTitle: (id: string) => string;
}

/** How far we are; stands above a question. */
export function progress(
  { tier: { lowest, highest } }: Assessment,
  number: number,
  { fresh, deferred }: Left,
  language: Language,
): readonly string[] {
  const say = interviewWords[language];
  const { tier } = messages[language];
  return [
    '',
    say.progress(number, fresh.length, deferred.length),
    lowest === highest ? say.tier(tier[lowest]) : say.tierOpen(tier[lowest], tier[highest]),
  ];
}

/** What an answer did: that it settled the tier, or opened so many questions that it seems to get longer. */
export function consequences(
  before: { readonly assessment: Assessment; readonly left: Left },
  after: { readonly assessment: Assessment; readonly left: Left },
  language: Language,
): readonly string[] {
  const say = interviewWords[language];
  const [was, is] = [before.assessment.tier, after.assessment.tier];
  const settled = was.lowest !== was.highest && is.lowest === is.highest;
  const known = new Set([...before.left.fresh, ...before.left.deferred]);
  const opened = after.left.fresh.filter((fact) => !known.has(fact)).length;
  const lines = [
    ...(settled ? [say.settled(messages[language].tier[is.lowest])] : []),
    ...(opened > mostUnsaid ? [say.opened(opened)] : []),
  ];
  return lines.length === 0 ? [] : ['', ...lines];
}

/** So many new questions pass unnoticed. */
const mostUnsaid = 3;

/** What stands below a question: what belongs to it, who usually knows, and what is usual. */
export function helpOf(
  fact: Fact,
  usual: Usual | null,
  { language, officeTitle, template }: Teller,
): readonly string[] {
  const say = interviewWords[language];
  return [
    ...(fact.inside === null ? [] : [say.inside(fact.inside[language])]),
    ...(fact.outside === null ? [] : [say.outside(fact.outside[language])]),
    say.knownBy(fact.answeredBy.map(officeTitle).join(', ')),
    ...(usual === null || template === null ? [] : [proposal(fact, usual, template.title[language], language)]),
  ];
}

/** What the template proposes, unless somebody has answered. */
export function usualOf(fact: Fact, given: Given | null, template: Template | null): Usual | null {
  if (given !== null && 'value' in given && given.value !== null) return null;
  return template?.usual.find((one) => one.fact === fact.id) ?? null;
}

/** Says that something is proposed; of a list, that it has to be read all the same. */
function proposal(fact: Fact, usual: Usual, title: string, language: Language): string {
  const say = interviewWords[language];
  if (usual.kind === 'several') return say.usualTicks(title, usual.values.length);
  const { value } = usual;
  if (value === 'yes' || value === 'no') return say.usual(title, value === 'yes' ? say.yes : say.no);
  const option = 'options' in fact ? fact.options.find(({ id }) => id === value) : undefined;
  return say.usual(title, (option?.text[language] ?? value).replace(/\.$/, ''));
}
