import type { Comparison } from '../../assess/compare.ts';
import { type CompiledBook, known } from '../../assess/compile.ts';
import type { FindingChange } from '../../assess/difference.ts';
import type { Edit } from '../../assess/edits.ts';
import { type Assessment, type Days, verdicts } from '../../model/assessment.ts';
import type { FactId } from '../../model/ids.ts';
import { severities } from '../../model/rule.ts';
import { compareTiers } from '../../model/tier.ts';
import type { Evidence, Given } from '../../model/use-case.ts';
import { diffWords } from '../../text/diff-words.ts';
import { explainWords } from '../../text/explain-words.ts';
import { dayText, messages } from '../../text/messages.ts';
import { givenText } from '../given-text.ts';
import { obligationOf } from '../view.ts';
import type { Compared, DiffRun } from './run.ts';

/** A change as people read it. Words of files stand in it as they are: whoever prints it escapes it. */
export interface Item {
  readonly mark: '+' | '-' | '~' | '?';
  readonly title: string;
  /** The rule or question, by its id. */
  readonly id: string;
  readonly lines: readonly string[];
}
export interface Block {
  readonly heading: string;
  readonly items: readonly Item[];
}
/** What is told of one use case. */
export interface Sheet {
  readonly title: string;
  readonly id: string;
  readonly facts: readonly { readonly label: string; readonly text: string; readonly because: readonly string[] }[];
  readonly blocks: readonly Block[];
}

export const sideText = ({ name, asOf }: DiffRun['before'], { language }: DiffRun): string =>
  diffWords[language].side(name, dayText(asOf, language));

/** A use case that is on one side alone: what it is there. */
export function oneSided({ change, useCase }: Extract<Compared, { useCase: unknown }>, run: DiffRun): Sheet {
  const say = diffWords[run.language];
  const { tier, verdict } = wordsOf(useCase, run);
  return {
    title: useCase.useCase.title,
    id: useCase.useCase.id,
    facts: [
      { label: say.heading[change], text: useCase.useCase.file, because: [] },
      { label: say.label.verdict, text: verdict, because: [] },
      { label: say.label.tier, text: tier, because: [] },
    ],
    blocks: [],
  };
}

function wordsOf({ verdict, tier, approval }: Assessment, { language }: DiffRun) {
  const say = diffWords[language];
  const words = messages[language];
  return {
    verdict: words.verdict[verdict],
    tier: say.interval(words.tier[tier.lowest], words.tier[tier.highest]),
    approval: say.approval[approval.state],
  };
}

export function sheetOf(comparison: Comparison, run: DiffRun): Sheet {
  const { before, after, difference, edits } = comparison;
  const say = diffWords[run.language];
  const { truth } = explainWords[run.language];
  const [old, now] = [wordsOf(before, run), wordsOf(after, run)];
  const because = (what: string): readonly string[] => reasons(what, comparison, run);
  const fact = (label: string, from: string, to: string, lines: readonly string[], trend: string) => ({
    label,
    text: from === to ? to : `${say.change(from, to)}${trend === '' ? '' : ` (${trend})`}`,
    because: lines,
  });
  const lawOf = ({ lawVerdict }: Assessment): string => messages[run.language].verdict[lawVerdict];
  const isStateLaw = difference.lawVerdict !== null && difference.verdict === null;
  return {
    title: after.useCase.title,
    id: after.useCase.id,
    facts: [
      ...(fileOf(before) === fileOf(after) ? [] : [fact(say.label.file, fileOf(before), fileOf(after), [], '')]),
      fact(
        say.label.verdict,
        old.verdict,
        now.verdict,
        difference.verdict === null ? [] : because('verdict'),
        verdictTrend(before.verdict, after.verdict, run),
      ),
      ...(isStateLaw
        ? [
            fact(
              say.label.lawVerdict,
              lawOf(before),
              lawOf(after),
              because('lawVerdict'),
              verdictTrend(before.lawVerdict, after.lawVerdict, run),
            ),
          ]
        : []),
      fact(
        say.label.tier,
        old.tier,
        now.tier,
        difference.tier === null ? [] : because('tier'),
        tierTrend(before, after, run),
      ),
      ...(before.approval.state === after.approval.state
        ? []
        : [fact(say.label.approval, old.approval, now.approval, [], '')]),
    ],
    blocks: [
      {
        heading: say.heading.edits,
        // The check code follows from the answers above it.
        items: edits.filter(({ key }) => key !== 'digest').map((edit) => editItem(edit, run)),
      },
      ...findingBlocks(comparison, run),
      {
        heading: say.heading.provisions,
        items: difference.provisions.map(({ rule, from, to }) => ({
          mark: '~' as const,
          title: ruleTitle(rule, run),
          id: rule,
          lines: [say.change(truth[from], truth[to]), ...because(rule)],
        })),
      },
      questionBlock(say.heading.asked, difference.asked, run.after.compiled, run),
      questionBlock(say.heading.settled, difference.settled, run.before.compiled, run),
    ].filter(({ items }) => items.length > 0),
  };
}

/** Without the name of the revision: that the sides are two stands above. */
const fileOf = ({ useCase: { file } }: Assessment): string => file.slice(file.lastIndexOf('/') + 1).replace(/^.*:/, '');

/** In words: a report is read without colours too. */
function verdictTrend(from: Assessment['verdict'], to: Assessment['verdict'], { language }: DiffRun): string {
  const say = diffWords[language];
  return verdicts.indexOf(to) > verdicts.indexOf(from) ? say.worse : say.better;
}

/** By the highest end, since that is what has to be reckoned with. */
function tierTrend({ tier: from }: Assessment, { tier: to }: Assessment, { language }: DiffRun): string {
  const say = diffWords[language];
  const trend = compareTiers(to.highest, from.highest) || compareTiers(to.lowest, from.lowest);
  return trend > 0 ? say.higher : say.lower;
}

const isNone = (state: FindingChange['to']): boolean => state === 'not-applicable';

function findingBlocks(comparison: Comparison, run: DiffRun): readonly Block[] {
  const say = diffWords[run.language];
  const changes = comparison.difference.findings.toSorted(bySeverity);
  const block = (heading: string, mark: Item['mark'], picked: (change: FindingChange) => boolean): Block => ({
    heading,
    items: changes.filter(picked).map((change) => findingItem(change, mark, comparison, run)),
  });
  return [
    block(say.heading.came, '+', ({ from }) => isNone(from)),
    block(say.heading.went, '-', ({ to }) => isNone(to)),
    block(say.heading.states, '~', ({ from, to }) => !isNone(from) && !isNone(to)),
  ];
}

const bySeverity = ({ finding: a }: FindingChange, { finding: b }: FindingChange): number =>
  severities.indexOf(a.severity) - severities.indexOf(b.severity);

function findingItem(change: FindingChange, mark: Item['mark'], comparison: Comparison, run: DiffRun): Item {
  const { finding, from, to, key } = change;
  const say = diffWords[run.language];
  const words = messages[run.language];
  const weight = `${finding.basis === 'law' ? words.law : words.policy} · ${words.severity[finding.severity]}`;
  return {
    mark,
    title: findingTitle(change, run),
    id: finding.rule,
    lines: [`${say.change(say.state[from], say.state[to])} · ${weight}`, ...reasons(key, comparison, run)],
  };
}

/** In the words of the side on which it is. */
function findingTitle({ finding, to }: FindingChange, { before, after, language }: DiffRun): string {
  if (finding.condition !== null) return finding.condition.text;
  const own = after.compiled.obligations.some(({ id }) => id === finding.rule);
  return obligationOf({ compiled: to === 'not-applicable' && !own ? before.compiled : after.compiled }, finding).title[
    language
  ];
}

const ruleTitle = (id: string, { before, after, language }: DiffRun): string =>
  [...after.compiled.book.rules, ...before.compiled.book.rules].find((rule) => rule.id === id)?.title[language] ?? id;

/** Why it is so: rules, day, answers; as many as have their part in it. */
function reasons(what: string, { cause }: Comparison, run: DiffRun): readonly string[] {
  const { because } = diffWords[run.language];
  const { rules, day, aged, date, edits } = cause(what);
  const named = edits.filter((key) => key !== 'digest');
  const [rule = ''] = what.split(' ');
  const { added, removed } = run.rules;
  const ruleText = added.some((id) => id === rule)
    ? because.ruleAdded
    : removed.some((id) => id === rule)
      ? because.ruleRemoved
      : because.ruleChanged;
  return [
    ...(rules ? [ruleText] : []),
    ...(date === null
      ? []
      : [because.date(known(run.after.compiled.dates, date.name).title[run.language], fromText(date.from, run))]),
    ...(aged.length > 0 ? [because.aged(aged)] : []),
    ...(day && date === null && aged.length === 0 ? [because.day] : []),
    ...(named.length > 0 ? [because.edits(named.map((key) => partText(key, run)))] : []),
    ...(edits.includes('digest') ? [because.digest] : []),
  ];
}

function fromText({ earliest, latest }: Days, { language }: DiffRun): string {
  const day = (one: Days['latest']): string | null => (one === null ? null : dayText(one, language));
  return earliest === null ? '' : messages[language].fromDay(day(earliest), day(latest));
}

const partText = (key: string, { language }: Pick<DiffRun, 'language'>): string => diffWords[language].part[key] ?? key;

function editItem(edit: Edit, run: DiffRun): Item {
  const say = diffWords[run.language];
  if (edit.fact === null) return { mark: '~', title: partText(edit.key, run), id: edit.key, lines: [say.changed] };
  const text = (given: Given | null, compiled: CompiledBook): string => answerText(given, edit.fact, compiled, run);
  return {
    mark: edit.before === null ? '+' : edit.after === null ? '-' : '~',
    title: questionText(edit.fact, run),
    id: edit.fact,
    lines: [say.change(text(edit.before, run.before.compiled), text(edit.after, run.after.compiled))],
  };
}

function questionText(fact: FactId, { before, after, language }: DiffRun): string {
  const found = after.compiled.facts.get(fact) ?? before.compiled.facts.get(fact);
  return found?.question[language] ?? fact;
}

/** With the documents, which are often all that is new. */
function answerText(given: Given | null, fact: FactId | null, compiled: CompiledBook, run: DiffRun): string {
  const say = diffWords[run.language];
  const found = fact === null ? undefined : compiled.facts.get(fact);
  if (given === null || found === undefined) return say.unanswered;
  const words = givenText(given, found, { language: run.language, compiled });
  if (!('evidence' in given)) return words;
  const names = given.evidence.map(({ source, on }: Evidence) =>
    say.document(source.kind === 'file' ? source.path : source.url, dayText(on, run.language)),
  );
  return `${words} (${say.documents(names)})`;
}

const questionBlock = (
  heading: string,
  facts: readonly FactId[],
  { facts: catalogue }: CompiledBook,
  { language }: DiffRun,
): Block => ({
  heading,
  items: facts.map((fact) => ({ mark: '?', title: known(catalogue, fact).question[language], id: fact, lines: [] })),
});
