import { type IsoDate, parseIsoDate, parsePeriod } from '../model/date.ts';
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
import type { Choice, Prompter } from './prompter.ts';

/** What somebody says to one question: YAML to be written, that they do not know, or that they want to go back or stop. */
export type Reply =
  | { readonly kind: 'value'; readonly yaml: string }
  | { readonly kind: 'unknown' }
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
  readonly officeTitle: (id: string) => string;
  /** Whether the text names a document that can prove something: a link, or a file that is there. */
  readonly isProof: (text: string) => boolean;
}

const value = (yaml: string): Reply => ({ kind: 'value', yaml });

/** Asks one question in the form that its type needs. */
export async function ask(fact: Fact, desk: Desk): Promise<Reply> {
  const say = interviewWords[desk.language];
  const question = fact.question[desk.language];
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
    case 'text': {
      const text = await desk.prompter.type(`${question}\n${say.text}`, () => null);
      return text.trim() === '' ? { kind: 'unknown' } : value(scalar(text.trim()));
    }
    case 'measure':
      return measure(question, desk);
    case 'judgement':
      return judgement(fact, desk);
    case 'opinion':
      return opinion(fact, desk);
  }
}

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
  const start = desk.usual?.kind === 'one' ? desk.usual.value : undefined;
  const chosen = await desk.prompter.select(question, [...choices, ...ways(desk)], start);
  return wayOf(chosen) ?? value(chosen);
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
    ticked = await prompter.tick(`${fact.question[language]} ${say.options(choices.length)}`, choices, ticked);
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

const unsureOf = (choices: readonly Choice[], ticked: readonly string[], { prompter, language }: Desk) =>
  prompter.tick(
    interviewWords[language].whichUnsure,
    choices.filter((one) => ticked.includes(one.value)),
    [],
  );

const isDay = (text: string): boolean => parseIsoDate(text.trim()) !== null;
const isPeriod = (text: string): boolean => isDay(text) || parsePeriod(text.trim()) !== null;

async function day(question: string, rough: boolean, { prompter, language }: Desk): Promise<Reply> {
  const say = interviewWords[language];
  const isRight = rough ? isPeriod : isDay;
  const text = await prompter.type(`${question}\n${rough ? say.period : say.day}`, (one) =>
    one.trim() === '' || isRight(one) ? null : say.badDay,
  );
  return text.trim() === '' ? { kind: 'unknown' } : value(text.trim());
}

async function measure(question: string, desk: Desk): Promise<Reply> {
  const say = interviewWords[desk.language];
  const own = [
    choice('done', say.done),
    choice('unproven', say.unproven),
    choice('planned', say.planned),
    choice('no', say.notDone),
  ];
  const chosen = await desk.prompter.select(question, [...own, ...ways(desk)]);
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
  const own = [choice('no', say.notClaimed), choice('yes', say.claimed)];
  const chosen = await desk.prompter.select(fact.question[desk.language], [...own, ...ways(desk)]);
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
  const result = await desk.prompter.select(fact.question[desk.language], [...own, ...others]);
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

async function dayTyped(message: string, { prompter, language }: Desk): Promise<string> {
  const text = await prompter.type(message, (one) => (isDay(one) ? null : interviewWords[language].badDay));
  return text.trim();
}

export async function typed(
  message: string,
  { prompter, language }: Pick<Desk, 'prompter' | 'language'>,
): Promise<string> {
  const text = await prompter.type(message, (one) => (one.trim() === '' ? interviewWords[language].empty : null));
  return text.trim();
}
