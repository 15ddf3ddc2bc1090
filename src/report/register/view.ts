import type { Verdict } from '../../model/assessment.ts';
import { type RegisterGroup, type RegisterSection, sectionsOf } from '../../model/register-order.ts';
import type { DueItem, Register, RegisterRow } from '../../model/register.ts';
import { countsOf, dueEntries } from '../../assess/register-totals.ts';
import { dayText, messages } from '../../text/messages.ts';
import { problemText } from '../../text/problems.ts';
import { registerWords } from '../../text/register-words.ts';
import { type Chart, chartsOf, tierChart } from './charts.ts';
import { type PublicEntry, publicEntry } from './public.ts';
import type { RegisterRun } from './run.ts';
import {
  approvalText,
  dueText,
  eventTexts,
  opinionTexts,
  registerText,
  reviewTexts,
  stageTexts,
  tierText,
  verdictText,
  waiverTexts,
  workTexts,
} from './texts.ts';

/** A register as people read it, in words of one language; the terminal and the page only lay it out. */
export interface RegisterView {
  readonly title: string;
  readonly asOf: string;
  /** How many there are, and what is missing. */
  readonly notes: readonly string[];
  readonly sections: readonly SectionView[];
  /** What falls due once for all uses, since it stands in a profile. */
  readonly shared: readonly string[];
  /** Files that could not be read, each with why; of the public register none is named. */
  readonly unread: readonly { readonly file: string; readonly texts: readonly string[] }[];
  readonly problems: readonly string[];
  readonly charts: readonly Chart[];
  readonly footer: string;
}

/** The part of the register in which an entry stands: below the name of its unit that is not said again. */
type Within = RegisterSection<RegisterRow>['kind'];

export interface SectionView {
  readonly heading: string;
  readonly groups: readonly { readonly heading: string | null; readonly entries: readonly EntryView[] }[];
}

export interface EntryView {
  readonly id: string;
  readonly title: string;
  /** Null in the public register, which judges nothing. */
  readonly verdict: { readonly value: Verdict; readonly text: string } | null;
  readonly facts: readonly FactView[];
}

export interface FactView {
  readonly label: string;
  readonly texts: readonly string[];
  /** Told on the page only: a terminal has no room for it. */
  readonly isLong?: boolean;
}

export const viewOf = (register: Register, run: RegisterRun): RegisterView =>
  run.isPublic ? publicView(register, run) : fullView(register, run);

function fullView(register: Register, run: RegisterRun): RegisterView {
  const say = registerWords[run.language];
  const { unread } = register;
  return {
    ...headOf(register, run),
    title: say.title,
    notes: [countText(register, run), ...(unread.length === 0 ? [] : [say.unread(unread.length)])],
    sections: sectionsOf(register.rows).map((section) =>
      sectionView(section, (row) => entryView(row, section.kind, run), run),
    ),
    shared: sharedTexts(register, run),
    unread: unread.map(({ file, problems }) => ({
      file,
      texts: problems.map((problem) => problemText(problem, run.language)),
    })),
    problems: register.problems.map((problem) => problemText(problem, run.language)),
    charts: chartsOf(register.rows, run),
    footer: messages[run.language].disclaimer,
  };
}

/** Made of public entries alone, so that nothing else can get into it. */
function publicView(register: Register, run: RegisterRun): RegisterView {
  const say = registerWords[run.language];
  const entries = register.rows.map((row) => publicEntry(row, run.asOf));
  const missing = register.unread.length;
  return {
    ...headOf(register, run),
    title: say.publicTitle,
    notes: [countText(register, run), ...(missing === 0 ? [] : [say.unreadPublic(missing)])],
    sections: sectionsOf(entries).map((section) =>
      sectionView(section, (entry) => publicEntryView(entry, section.kind, run), run),
    ),
    shared: [],
    unread: [],
    problems: [],
    charts: entries.length === 0 ? [] : [tierChart(entries, run)],
    footer: say.publicFooter,
  };
}

const headOf = ({ asOf }: Register, { language }: RegisterRun) => ({
  asOf: registerWords[language].asOf(dayText(asOf, language)),
});

function countText(register: Register, { language }: RegisterRun): string {
  const say = registerWords[language];
  const { useCases, units } = countsOf(register);
  return useCases === 0 ? say.empty : say.counted(useCases, units);
}

function sectionView<Row extends RegisterRow | PublicEntry>(
  section: RegisterSection<Row>,
  entry: (row: Row) => EntryView,
  run: RegisterRun,
): SectionView {
  const say = registerWords[run.language];
  return {
    heading: section.kind === 'unit' ? section.unit : say.section[section.kind],
    groups: section.groups.map((group) => ({ heading: productText(group, run), entries: group.rows.map(entry) })),
  };
}

function productText({ isProduct, rows }: RegisterGroup<RegisterRow | PublicEntry>, run: RegisterRun): string | null {
  const name = rows[0]?.product?.name;
  if (!isProduct || name === undefined) return null;
  const suppliers = new Set(rows.flatMap(({ product }) => product?.supplier?.trim() ?? []));
  return registerWords[run.language].product(name.trim(), [...suppliers], rows.length);
}

const sharedTexts = (register: Register, run: RegisterRun): readonly string[] =>
  dueEntries(register.rows).flatMap(({ item, rows }) =>
    item.profile === null ? [] : [registerWords[run.language].concerns(dueText(item, run), rows.length, item.profile)],
  );

/** So many of the next days are named of each use. */
const nextDays = 3;

function entryView(row: RegisterRow, within: Within, run: RegisterRun): EntryView {
  const say = registerWords[run.language];
  const { label } = say;
  const { verdict, lawVerdict, owner, purpose } = row;
  const due = row.due.filter(({ profile, kind }) => profile === null && !isToldApart(kind));
  const law = lawVerdict === verdict ? [] : [say.lawResult(messages[run.language].verdict[lawVerdict])];
  const events = eventTexts(row, run);
  const next = due.slice(0, nextDays).map((item) => dueText(item, run));
  return {
    id: row.id,
    title: row.title,
    verdict: { value: verdict, text: verdictText(row, run) },
    facts: [
      { label: label.purpose, texts: purpose === null ? [] : [purpose], isLong: true },
      { label: label.unit, texts: owner.unit === null || within === 'unit' ? [] : [owner.unit] },
      { label: label.owner, texts: owner.role === null ? [] : [owner.role], isLong: true },
      { label: label.product, texts: productTexts(row) },
      { label: label.stage, texts: [stageTexts(row, run).join(', ')] },
      { label: label.tier, texts: [tierText(row.tier, run)] },
      { label: label.work, texts: [[...workTexts(row, run), ...law].join(', ')] },
      { label: label.opinions, texts: opinionTexts(row, run) },
      { label: label.approval, texts: [approvalText(row, run)] },
      { label: label.register, texts: [registerText(row, run)] },
      { label: label.review, texts: [reviewTexts(row, run).join(', ')] },
      { label: label.waivers, texts: waiverTexts(row, run) },
      { label: label.events, texts: events ?? [] },
      { label: label.due, texts: due.length > nextDays ? [...next, say.more(due.length - nextDays)] : next },
      { label: label.file, texts: [row.file], isLong: true },
    ].filter(({ texts }) => texts.length > 0),
  };
}

/** On lines of their own. */
const isToldApart = (kind: DueItem['kind']): boolean => kind === 'review' || kind === 'waiver-ends';

const productTexts = ({ product }: RegisterRow): readonly string[] =>
  product === null
    ? []
    : [[product.name, product.version, product.supplier].filter((part) => part !== null).join(', ')];

const textsOf = (text: string | null | undefined): readonly string[] =>
  text === null || text === undefined ? [] : [text];

function publicEntryView(entry: PublicEntry, within: Within, run: RegisterRun): EntryView {
  const { language, asOf } = run;
  const say = registerWords[language];
  const { label } = say;
  const { purpose, owner, product, stage, start, ended, approval } = entry;
  return {
    id: entry.id,
    title: entry.title,
    verdict: null,
    facts: [
      { label: label.purpose, texts: textsOf(purpose) },
      { label: label.unit, texts: within === 'unit' ? [] : textsOf(owner.unit) },
      { label: label.product, texts: textsOf(product?.name) },
      { label: label.supplier, texts: textsOf(product?.supplier) },
      { label: label.stage, texts: [stage === null ? say.unknown : messages[language].stage[stage]] },
      {
        label: label.inUse,
        texts: [start === null ? say.unknown : (start <= asOf ? say.since : say.plannedFrom)(dayText(start, language))],
      },
      { label: label.ended, texts: ended === null ? [] : [dayText(ended, language)] },
      { label: label.tier, texts: [tierText(entry.tier, run)] },
      { label: label.informed, texts: [say.informed[entry.informed]] },
      {
        label: label.approval,
        texts: [approval.on === null ? say.notApproved : say.approved(dayText(approval.on, language))],
      },
      { label: label.register, texts: [registerText(entry, run)] },
    ].filter((fact) => fact.texts.length > 0),
  };
}
