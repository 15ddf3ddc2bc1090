import type { IsoDate } from '../model/date.ts';
import type { Fact } from '../model/fact.ts';
import type { Language } from '../model/language.ts';
import type { Usual } from '../model/template.ts';
import type { Given } from '../model/use-case.ts';
import { interviewWords } from '../text/interview-words.ts';
import {
  claimedYaml,
  doneYaml,
  evidenceYaml,
  notClaimedYaml,
  notDoneYaml,
  opinionYaml,
  plannedYaml,
} from '../text/record-yaml.ts';
import { scalar } from '../text/scalar.ts';
import { dayTypedIn, firstDayOf, periodTypedIn } from './day.ts';
import type { Choice, Prompter } from './prompter.ts';

/** What somebody says to one question: YAML to be written, that they do not know, that it stays, or that they want to go back or stop. */
export type Reply =
  | { readonly kind: 'value'; readonly yaml: string }
  | { readonly kind: 'unknown' }
  /** What the file says stays. */
  | { readonly kind: 'keep' }
  | { readonly kind: 'back' }
  | { readonly kind: 'stop' };

export interface Desk {
  readonly prompter: Prompter;
  readonly language: Language;
  readonly today: IsoDate;
  /** The check code of the answers as they are, for opinions. */
  readonly digest: string;
  /** What stands in the file so far. */
  readonly given: Given | null;
  /** What is usual in such a case, where nothing stands in the file yet: where the prompt starts. */
  readonly usual: Usual | null;
  /** What stands below the question. */
  readonly help: readonly string[];
  readonly officeTitle: (id: string) => string;
  /** Whether the text names a document that can prove something: a link, or a file that is there. */
  readonly isProof: (text: string) => boolean;
}

const value = (yaml: string): Reply => ({ kind: 'value', yaml });

/** Asks one question in the form that its type needs. */
export async function ask(fact: Fact, desk: Desk): Promise<Reply> {
  const say = interviewWords[desk.language];
  const question = asked(fact, desk);
  switch (fact.type) {
    case 'yes-no':
      return choose(question, [choice('yes', say.yes), choice('no', say.no)], desk);
    case 'choice':
      return choose(
        question,
        fact.options.map(({ id, text }) => choice(id, text[desk.language])),
        desk,
      );
    case 'set':
      return members(fact, desk);
    case 'date':
      return day(question, fact.rough, desk);
    case 'text':
      return inWords(question, desk);
    case 'measure':
      return measure(question, desk);
    case 'judgement':
      return judgement(fact, desk);
    case 'opinion':
      return opinion(fact, desk);
  }
}

/** The question first, so that what belongs to it can be understood. */
const asked = (fact: Fact, { language, help }: Desk, more = ''): string =>
  [`${fact.question[language]}${more}`, ...help].join('\n');

const choice = (id: string, name: string): Choice => ({ value: id, name });

/** The ways out that every question has. No option has a name with a dot before it. */
const ways = ({ language }: Desk): readonly Choice[] => {
  const say = interviewWords[language];
  return [choice('.unknown', say.unknown), choice('.back', say.back), choice('.stop', say.stop)];
};

function wayOf(chosen: string): Reply | null {
  switch (chosen) {
    case '.unknown':
      return { kind: 'unknown' };
    case '.back':
      return { kind: 'back' };
    case '.stop':
      return { kind: 'stop' };
    default:
      return null;
  }
}

async function choose(question: string, choices: readonly Choice[], desk: Desk): Promise<Reply> {
  const chosen = await desk.prompter.select(question, [...choices, ...ways(desk)], startOf(desk));
  return wayOf(chosen) ?? value(chosen);
}

/** The mark stands first on what the file says already, else on what is usual. */
function startOf({ given, usual }: Desk): string | undefined {
  switch (given?.type) {
    case 'yes-no':
      return given.value === null ? undefined : given.value ? 'yes' : 'no';
    case 'choice':
      return given.value ?? undefined;
    case 'measure':
      if (given.done === false) return 'no';
      if (given.done === true) return given.evidence.length > 0 ? 'done' : 'unproven';
      return given.planned === null ? undefined : 'planned';
    case 'judgement':
      return given.claimed === null ? undefined : given.claimed ? 'yes' : 'no';
    case 'opinion':
      return given.result ?? undefined;
    default:
      return usual?.kind === 'one' ? usual.value : undefined;
  }
}

/** All members are shown before somebody can say that none is true. */
async function members(fact: Extract<Fact, { type: 'set' }>, desk: Desk): Promise<Reply> {
  const { prompter, language } = desk;
  const say = interviewWords[language];
  const choices = fact.options.map(({ id, text }) => choice(id, text[language]));
  const proposed = desk.usual?.kind === 'several' ? desk.usual.values : [];
  let ticked: readonly string[] =
    desk.given?.type === 'set' && desk.given.value !== null ? desk.given.value.map(({ option }) => option) : proposed;
  for (;;) {
    ticked = await prompter.tick(asked(fact, desk, ` ${say.options(choices.length)}`), choices, ticked);
    const own =
      ticked.length === 0
        ? [choice('.none', say.none(choices.length))]
        : // Who finds ticks there already has to have read the rest all the same.
          [
            choice('.sure', proposed.length > 0 ? say.sureOfAll(choices.length) : say.sure),
            choice('.unsure', say.unsure),
          ];
    const message =
      ticked.length === 0
        ? say.noneChosen
        : say.chosen(
            choices
              .flatMap(({ value: id, name }) => (ticked.includes(id) ? [name.replace(/\.$/, '')] : []))
              .join(' / '),
          );
    const next = await prompter.select(message, [...own, choice('.again', say.again), ...ways(desk)]);
    const way = wayOf(next);
    if (way !== null) return way;
    if (next === '.again') continue;
    const doubts = next === '.unsure' ? await unsureOf(choices, ticked, desk) : [];
    return value(`[${ticked.map((id) => (doubts.includes(id) ? `${id}?` : id)).join(', ')}]`);
  }
}

/** Which of the ticked are not sure; that none is has to be said, as Enter alone is pressed by mistake. */
async function unsureOf(
  choices: readonly Choice[],
  ticked: readonly string[],
  { prompter, language }: Desk,
): Promise<readonly string[]> {
  const say = interviewWords[language];
  const own = choices.filter((one) => ticked.includes(one.value));
  for (;;) {
    const doubts = await prompter.tick(say.whichUnsure, own, []);
    if (doubts.length > 0) return doubts;
    const next = await prompter.select(say.noneUnsure, [
      choice('.again', say.again),
      choice('.sure', say.sureAfterAll),
    ]);
    if (next === '.sure') return [];
  }
}

const isWay = (text: string): boolean => text === '' || text === '?';

/** Where the file says something already Enter keeps it, so that going back loses nothing. */
async function worded(
  question: string,
  hint: string,
  right: (text: string) => string | null,
  wrong: (text: string) => string,
  { prompter, language, given }: Desk,
): Promise<Reply> {
  const say = interviewWords[language];
  const before = said(given);
  const check = (text: string): string | null =>
    isWay(text.trim()) || right(text.trim()) !== null ? null : wrong(text.trim());
  const text = await prompter.type(
    `${question}\n${hint} ${before === null ? say.emptyUnknown : say.emptyKeeps(before)}`,
    check,
    'goes',
  );
  if (text.trim() === '' && before !== null) return { kind: 'keep' };
  return isWay(text.trim()) ? { kind: 'unknown' } : value(right(text.trim()) ?? '');
}

/** The day or the words that the file has. */
function said(given: Given | null): string | null {
  if (given?.type === 'text') return given.value;
  if (given?.type !== 'date' || given.value === null) return null;
  return given.until === null || given.until === given.value ? given.value : `${given.value} – ${given.until}`;
}

const inWords = (question: string, desk: Desk): Promise<Reply> =>
  worded(question, interviewWords[desk.language].text, scalar, () => '', desk);

function day(question: string, rough: boolean, desk: Desk): Promise<Reply> {
  const say = interviewWords[desk.language];
  return rough
    ? worded(
        question,
        say.period,
        (text) => dayTypedIn(text) ?? periodTypedIn(text),
        () => say.badPeriod,
        desk,
      )
    : worded(question, say.day, dayTypedIn, (text) => badDay(text, desk), desk);
}

/** A month is no day; the message says which day it begins with. */
function badDay(text: string, { language }: Pick<Desk, 'language'>): string {
  const say = interviewWords[language];
  const first = firstDayOf(text);
  return first === null ? say.badDay : say.needsDay(first);
}

async function measure(question: string, desk: Desk): Promise<Reply> {
  const say = interviewWords[desk.language];
  const own = [
    choice('done', say.done),
    choice('unproven', say.unproven),
    choice('planned', say.planned),
    choice('no', say.notDone),
  ];
  const chosen = await desk.prompter.select(question, [...own, ...ways(desk)], startOf(desk));
  const way = wayOf(chosen);
  if (way !== null) return way;
  if (chosen === 'no') return value(notDoneYaml);
  if (chosen === 'unproven') return value(doneYaml(null));
  if (chosen === 'done') return value(doneYaml(await evidence(desk)));
  const on = await dayTyped(say.plannedOn, desk);
  return value(plannedYaml(await typed(say.plannedBy, desk), on));
}

async function judgement(fact: Extract<Fact, { type: 'judgement' }>, desk: Desk): Promise<Reply> {
  const say = interviewWords[desk.language];
  // That nobody was asked yet comes first: "no" says that nobody claims it, not that it is refused.
  const own = [choice('.unknown', say.notAsked), choice('yes', say.claimed), choice('no', say.notClaimed)];
  const others = ways(desk).filter(({ value: way }) => way !== '.unknown');
  const chosen = await desk.prompter.select(asked(fact, desk), [...own, ...others], startOf(desk));
  const way = wayOf(chosen);
  if (way !== null) return way;
  if (chosen === 'no') return value(notClaimedYaml);
  const reason = await typed(say.reason, desk);
  const role = await desk.prompter.select(
    say.judge,
    fact.judgedBy.map((id) => choice(id, desk.officeTitle(id))),
  );
  const on = await dayTyped(say.judgedOn, desk);
  return value(claimedYaml(reason, role, on, await evidence(desk)));
}

async function opinion(fact: Extract<Fact, { type: 'opinion' }>, desk: Desk): Promise<Reply> {
  const say = interviewWords[desk.language];
  const own = [
    choice('agreed', say.agreed),
    choice('with-conditions', say.withConditions),
    choice('refused', say.refused),
  ];
  const others = ways(desk).map((way) => (way.value === '.unknown' ? choice('.unknown', say.notYet) : way));
  const result = await desk.prompter.select(asked(fact, desk), [...own, ...others], startOf(desk));
  const way = wayOf(result);
  if (way !== null) return way;
  const by = await desk.prompter.select(
    say.giver,
    fact.givenBy.map((id) => choice(id, desk.officeTitle(id))),
  );
  const on = await dayTyped(say.givenOn, desk);
  const conditions = result === 'with-conditions' ? await conditionsTyped(desk) : [];
  return value(opinionYaml({ result, by, on, digest: desk.digest, conditions, evidence: await evidence(desk) }));
}

async function conditionsTyped({ prompter, language }: Desk): Promise<readonly string[]> {
  const texts: string[] = [];
  for (;;) {
    const text = (await prompter.type(interviewWords[language].condition, () => null)).trim();
    if (text === '') return texts;
    texts.push(text);
  }
}

async function evidence(desk: Desk): Promise<string> {
  const say = interviewWords[desk.language];
  const where = await desk.prompter.type(say.proof, (text) => (desk.isProof(text.trim()) ? null : say.badProof));
  const on = await dayTyped(say.proofOn, desk);
  return evidenceYaml(where.trim(), on, await typed(say.proofBy, desk));
}

async function dayTyped(message: string, desk: Pick<Desk, 'prompter' | 'language'>): Promise<string> {
  const check = (text: string): string | null => (dayTypedIn(text) === null ? badDay(text, desk) : null);
  return dayTypedIn(await desk.prompter.type(message, check, 'goes')) ?? '';
}

export async function typed(
  message: string,
  { prompter, language }: Pick<Desk, 'prompter' | 'language'>,
): Promise<string> {
  const text = await prompter.type(message, (one) => (one.trim() === '' ? interviewWords[language].empty : null));
  return text.trim();
}
