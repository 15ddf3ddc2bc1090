import type { RequiredClause } from '../assess/clauses.ts';
import { type CompiledBook, known } from '../assess/compile.ts';
import type { Assessment, Days } from '../model/assessment.ts';
import type { FactId } from '../model/ids.ts';
import type { Language } from '../model/language.ts';
import { type Place, places } from '../model/rule.ts';
import type { Citation } from '../model/source.ts';
import { citationText } from '../text/citation.ts';
import { clauseWords } from '../text/clause-words.ts';
import { dayText, messages } from '../text/messages.ts';
import type { Block, Inline, Line, Paper } from './paper/blocks.ts';
import { type Point, pointOf, type Reader } from './rule-points.ts';

export interface Requirements extends Reader {
  readonly assessment: Assessment;
  readonly clauses: readonly RequiredClause[];
  readonly stage: 'tender' | 'award';
}

/** What tender and contract of one use case must say, clause by clause at its place, and the questions that are still open. */
export function requirements(found: Requirements): Paper {
  const { assessment, clauses, language } = found;
  const say = clauseWords[language];
  const title = say.title(assessment.useCase.title);
  const questions = [...new Set(clauses.flatMap(({ asks }) => asks))];
  return {
    title,
    language,
    blocks: [
      { kind: 'title', text: title },
      ...headBlocks(found),
      ...(clauses.length === 0 ? [{ kind: 'note', text: say.none } as const] : useBlocks(found)),
      ...places.flatMap((place) => placeBlocks(place, questions, found)),
      ...internalBlocks(
        [...decidingBlocks(questions, found), ...supplierBlocks(found), ...toDoBlocks(found)],
        language,
      ),
    ],
  };
}

function headBlocks(found: Requirements): readonly Block[] {
  const { assessment, compiled, language, stage } = found;
  const say = clauseWords[language];
  const { useCase, asOf, end, digest } = assessment;
  const field = (name: keyof typeof say.field, value: string): Block => ({
    kind: 'field',
    label: say.field[name],
    value,
  });
  const used = new Set<string>([
    ...assessment.packs.map(({ id }) => id),
    ...found.clauses.map(({ rule }) => rule.pack),
  ]);
  const packs = compiled.book.packs.filter(({ id }) => used.has(id));
  return [
    field('useCase', `${useCase.title} (${useCase.id})`),
    ...(useCase.purpose === null ? [] : [field('purpose', useCase.purpose)]),
    field('day', dayText(asOf, language)),
    field('stage', say.stage[stage]),
    field('end', end === null ? say.noEnd : dayText(end, language)),
    field('tier', tierText(assessment, language)),
    field('packs', packs.map(({ title, version }) => `${title[language]} ${version}`).join(', ')),
    field('code', digest),
    { kind: 'note', text: [{ kind: 'strong', text: say.noAdvice }, ` ${say.consult}`] },
  ];
}

function tierText({ tier: { lowest, highest } }: Assessment, language: Language): string {
  const say = messages[language];
  return lowest === highest ? say.tierSettled(say.tier[lowest]) : say.tierOpen(say.tier[lowest], say.tier[highest]);
}

function useBlocks({ clauses, language }: Requirements): readonly Block[] {
  const say = clauseWords[language];
  const [before, mark, after] = say.deviation;
  const isOpen = clauses.some(({ need }) => need === 'conditional');
  return [
    { kind: 'heading', level: 1, text: say.heading.use },
    { kind: 'list', ordered: false, items: [...say.use, ...(isOpen ? [say.useConditional] : []), say.useInternal] },
    { kind: 'heading', level: 1, text: say.heading.bidders },
    { kind: 'paragraph', text: [before, { kind: 'code', text: mark }, after] },
  ];
}

/** What stays in the house stands at the end, so that it can be cut off. */
const internalBlocks = (blocks: readonly Block[], language: Language): readonly Block[] =>
  blocks.length === 0 ? [] : [{ kind: 'heading', level: 1, text: clauseWords[language].heading.internal }, ...blocks];

/** Those that are certain come first. */
function placeBlocks(place: Place, questions: readonly FactId[], found: Requirements): readonly Block[] {
  const mine = found.clauses.filter(({ rule }) => rule.place === place);
  if (mine.length === 0) return [];
  const ordered = [...mine.filter(({ need }) => need === 'certain'), ...mine.filter(({ need }) => need !== 'certain')];
  return [
    { kind: 'heading', level: 1, text: clauseWords[found.language].place[place] },
    ...ordered.flatMap((clause) => clauseBlocks(clause, questions, found)),
  ];
}

/**
 * The id begins the heading, so that it is found again in a document that was edited since. Nothing stands between it and the wording:
 * what stands there could change the wording, and would be read as a change.
 */
function clauseBlocks(clause: RequiredClause, questions: readonly FactId[], found: Requirements): readonly Block[] {
  const { language } = found;
  const say = clauseWords[language];
  const { rule, need } = clause;
  return [
    { kind: 'heading', level: 2, text: `${rule.clause} ${rule.title[language]}` },
    { kind: 'paragraph', text: rule.text[language] },
    ...(need === 'certain' ? [] : [{ kind: 'note', text: needText(clause, questions, found) } as const]),
    labelled(say.label.evidence, rule.evidence[language]),
    labelled(say.label.owed, owedText(clause.from, found)),
    labelled(say.label.cite, ...citations(rule.cite, found), `. ${say.basis[rule.basis]}`),
    ...(rule.note === null ? [] : [labelled(say.label.uncertain, rule.note[language])]),
  ];
}

const labelled = (label: string, ...text: readonly Inline[]): Block => ({
  kind: 'paragraph',
  text: [{ kind: 'strong', text: label }, ' ', ...text],
});

function needText({ open, asks }: RequiredClause, questions: readonly FactId[], found: Requirements): Line {
  const say = clauseWords[found.language];
  // What would exclude it again only matters once the rest holds.
  const positive = open.filter(({ kind }) => kind !== 'not');
  const conditions = (positive.length > 0 ? positive : open).map((part) => sentence(pointOf(part, found)));
  const numbers = asks.map((fact) => questions.indexOf(fact) + 1).toSorted((a, b) => a - b);
  return [
    { kind: 'strong', text: conditions.length === 0 ? say.neededIfInTime : say.neededIf(conditions) },
    ` ${say.decidedBy(
      runs(numbers).map(([first, last]) => (first === last ? `${first}` : say.range(first, last))),
      numbers.length,
    )}`,
  ];
}

/** A condition on one line. */
const sentence = ({ text, below }: Point): string =>
  below.length === 0 ? text.replace(/\.$/, '') : `${text} ${below.map(sentence).join(' / ')}`;

/** 1, 2, 3, 5 as 1 to 3 and 5. */
function runs(numbers: readonly number[]): readonly (readonly [first: number, last: number])[] {
  const found: [first: number, last: number][] = [];
  for (const number of numbers) {
    const last = found.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else found.push([number, number]);
  }
  return found;
}

function owedText({ earliest, latest }: Days, { assessment, language }: Requirements): string {
  const say = clauseWords[language];
  if (latest !== null && latest <= assessment.asOf) return say.owedSince(dayText(latest, language));
  return say.owedFrom(
    earliest === null ? '?' : dayText(earliest, language),
    latest === null ? null : dayText(latest, language),
  );
}

const citations = (cite: readonly Citation[], { compiled, language }: Requirements): readonly Inline[] =>
  cite.flatMap((one, index): Inline[] => [
    ...(index === 0 ? [] : [', ']),
    { kind: 'link', text: citationText(one, known(compiled.sources, one.act), language), to: one.url },
  ]);

/** Numbered, since clauses point at them. */
function decidingBlocks(questions: readonly FactId[], found: Requirements): readonly Block[] {
  const { language, compiled } = found;
  const say = clauseWords[language];
  if (questions.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: say.heading.deciding },
    { kind: 'paragraph', text: say.deciding },
    {
      kind: 'list',
      ordered: true,
      items: questions.map((id) => {
        const { answeredBy } = known(compiled.facts, id);
        return [...asked(id, found), ` · ${say.knownBy(answeredBy.map((one) => officeTitle(one, found)).join(', '))}`];
      }),
    },
  ];
}

const asked = (id: FactId, { compiled, language }: Requirements): readonly Inline[] => [
  `${known(compiled.facts, id).question[language]} `,
  { kind: 'code', text: `(${id})` },
];

const officeTitle = (id: string, { compiled, language }: { compiled: CompiledBook; language: Language }): string =>
  compiled.book.offices.find((office) => office.id === id)?.title[language] ?? id;

/** What the tender demands as a statement, then what the supplier usually knows; as far as nobody has answered it yet. */
function supplierBlocks(found: Requirements): readonly Block[] {
  const { assessment, clauses, compiled, language, stage } = found;
  const say = clauseWords[language];
  const asks = assessment.questions.filter(({ askOf }) => askOf.some((office) => office === 'supplier'));
  const open = [...new Set([...clauses.flatMap(({ demands }) => demands), ...asks.map(({ fact }) => fact)])];
  if (open.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: say.heading.supplier },
    { kind: 'paragraph', text: say.supplier[stage] },
    {
      kind: 'list',
      ordered: false,
      items: open.map((fact) => {
        const { tender } = known(compiled.facts, fact);
        return [
          ...asked(fact, found),
          ...(tender === null ? [] : [` · ${say.demanded(tender.demands, tender.clause)}`]),
        ];
      }),
    },
    {
      kind: 'paragraph',
      text: [say.asForm, { kind: 'code', text: say.command(assessment.useCase.file) }],
    },
  ];
}

function toDoBlocks({ clauses, language }: Requirements): readonly Block[] {
  const say = clauseWords[language];
  if (clauses.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: say.heading.toDo },
    {
      kind: 'list',
      ordered: false,
      items: clauses.map(({ rule }) => [
        { kind: 'strong', text: `${rule.title[language]}:` },
        ` ${rule.toDo[language]}`,
      ]),
    },
  ];
}
