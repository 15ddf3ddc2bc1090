import { type CompiledBook, known } from '../assess/compile.ts';
import type { Assessment } from '../model/assessment.ts';
import type { Fact } from '../model/fact.ts';
import type { FactId } from '../model/ids.ts';
import type { Language } from '../model/language.ts';
import type { Problem, Result } from '../model/problem.ts';
import type { Template, Usual } from '../model/template.ts';
import type { Given, UseCase } from '../model/use-case.ts';
import { interviewWords } from '../text/interview-words.ts';
import { messages } from '../text/messages.ts';
import { scalar } from '../text/scalar.ts';
import { ask, type Desk, type Reply, typed } from './reply.ts';

/** The file as it stands: what it says, and what that means. */
export interface Standing {
  readonly text: string;
  readonly useCase: UseCase;
  readonly assessment: Assessment;
}

export interface Interview extends Omit<Desk, 'digest' | 'given' | 'usual'> {
  readonly compiled: CompiledBook;
  /** The typical case that the file names; null: none. */
  readonly template: Template | null;
  /** The text with the answer written into it; null: it is written in a form that we do not write into. */
  readonly withAnswer: (text: string, key: string, yaml: string) => string | null;
  /** Reads and assesses the text; of `passed` somebody does not know the answer. A problem: an answer contradicts another. */
  readonly stand: (text: string, passed: ReadonlySet<FactId>) => Result<Standing>;
  readonly problem: (problem: Problem) => string;
  readonly save: (text: string) => Promise<void>;
  readonly show: (lines: readonly string[]) => Promise<void>;
}

interface Asked {
  readonly fact: FactId;
  readonly before: Standing;
}

/** Asks what is open and can still change something, until nothing is left or somebody stops; each answer is saved at once. */
export async function interview(start: Standing, desk: Interview): Promise<void> {
  const words = interviewWords[desk.language];
  let here = start;
  let confirms: string | null = null;
  const asked: Asked[] = [];
  // What somebody does not know, or could not enter, is not asked twice in one go.
  const passed = new Set<FactId>();
  for (;;) {
    const fact = nextOf(here.assessment, passed, desk.compiled);
    if (fact === null) {
      const left = here.assessment.questions.length;
      await desk.show(['', left === 0 ? words.nothingLeft : words.nothingMore(left)]);
      return;
    }
    const given = here.useCase.answers.get(fact.id) ?? null;
    const usual = usualOf(fact, given, desk.template);
    const number = asked.length + 1;
    await desk.show([...introduction(fact, here.assessment, number, passed, desk), ...proposal(fact, usual, desk)]);
    const reply = await ask(fact, { ...desk, digest: here.useCase.digest, given, usual });
    if (reply.kind === 'stop') return;
    if (reply.kind === 'back') {
      const last = asked.pop();
      if (last === undefined) continue;
      passed.delete(last.fact);
      if (last.before.text !== here.text) await desk.save(last.before.text);
      here = last.before;
      continue;
    }
    passed.add(fact.id);
    const section = confirmable(fact, reply);
    if (section !== null) confirms = await confirmer(section, confirms, here.useCase, desk);
    const text = written(fact, given, reply, here.text, desk);
    const whole =
      text === null || section === null
        ? text
        : desk.withAnswer(text, `${section}.confirmed`, `{ by: ${scalar(confirms ?? '')}, on: ${desk.today} }`);
    if (whole === null) {
      await desk.show([words.cannotWrite(fact.id, yamlOf(reply))]);
      continue;
    }
    const next = desk.stand(whole, passed);
    if (!next.ok) {
      await desk.show(next.problems.map((problem) => desk.problem(problem)));
      continue;
    }
    if (whole !== here.text) await desk.save(whole);
    asked.push({ fact: fact.id, before: here });
    here = next.value;
  }
}

/** Of what a person at the keyboard can answer, what settles most. */
function nextOf({ questions }: Assessment, passed: ReadonlySet<FactId>, compiled: CompiledBook): Fact | null {
  const facts = questions.map(({ fact }) => known(compiled.facts, fact));
  // What only the profile may say is not for this file.
  const left = facts.filter(({ id, scope }) => scope !== 'profile' && !passed.has(id));
  // Opinions rest on all other answers, so they come when these are there.
  return left.find(({ type }) => type !== 'opinion') ?? left[0] ?? null;
}

const yamlOf = (reply: Exclude<Reply, { kind: 'back' | 'stop' }>): string =>
  reply.kind === 'value' ? reply.yaml : 'unknown';

/**
 * The text with the answer. That something is not known is written only where nobody has said anything yet, where the profile does not
 * speak, and where no other answer can close the question.
 */
function written(
  fact: Fact,
  given: Given | null,
  reply: Exclude<Reply, { kind: 'back' | 'stop' }>,
  text: string,
  desk: Interview,
): string | null {
  if (reply.kind === 'value') return desk.withAnswer(text, fact.id, withNote(reply.yaml, given?.note ?? null));
  const isPlain = fact.type === 'yes-no' || fact.type === 'choice' || fact.type === 'set';
  const isSaid = given !== null || fact.scope !== 'use-case' || fact.askedWhen !== null || !isPlain;
  return isSaid ? text : desk.withAnswer(text, fact.id, 'unknown');
}

/** A note stays with the answer that it was written to. */
function withNote(yaml: string, note: string | null): string {
  if (note === null) return yaml;
  const own = `note: ${JSON.stringify(note)}`;
  return yaml.startsWith('{') ? yaml.replace(/ \}$/, `, ${own} }`) : `{ value: ${yaml}, ${own} }`;
}

/** The section whose empty lists somebody has to confirm, where this answer is one. */
function confirmable(fact: Fact, reply: Reply): string | null {
  if (fact.type !== 'set' || fact.confirm === null || reply.kind !== 'value' || reply.yaml !== '[]') return null;
  return fact.id.slice(0, fact.id.indexOf('.'));
}

/** Whoever is responsible for the use confirms what they answer; where somebody else confirmed before, it is asked who does now. */
async function confirmer(section: string, settled: string | null, useCase: UseCase, desk: Interview): Promise<string> {
  if (settled !== null) return settled;
  const before = useCase.confirmed.get(section)?.by ?? null;
  const { role } = useCase.owner;
  if (role !== null && (before === null || before === role)) return role;
  return typed(interviewWords[desk.language].confirmed, desk);
}

/** What stands above a question: how far we are, examples, and who usually knows. */
function introduction(
  fact: Fact,
  { tier, questions }: Assessment,
  number: number,
  passed: ReadonlySet<FactId>,
  { language, officeTitle }: Interview,
): readonly string[] {
  const say = interviewWords[language];
  const left = questions.filter((question) => !passed.has(question.fact)).length;
  return [
    '',
    say.progress(number, tierText(tier, language), left),
    ...(fact.inside === null ? [] : [say.inside(fact.inside[language])]),
    ...(fact.outside === null ? [] : [say.outside(fact.outside[language])]),
    say.knownBy(fact.answeredBy.map(officeTitle).join(', ')),
  ];
}

/** What the template proposes, unless somebody has answered. */
function usualOf(fact: Fact, given: Given | null, template: Template | null): Usual | null {
  if (given !== null && 'value' in given && given.value !== null) return null;
  return template?.usual.find((one) => one.fact === fact.id) ?? null;
}

/** Says that something is proposed; of a list, that it has to be read all the same. */
function proposal(fact: Fact, usual: Usual | null, { language, template }: Interview): readonly string[] {
  if (usual === null || template === null) return [];
  const say = interviewWords[language];
  const title = template.title[language];
  if (usual.kind === 'several') return [say.usualTicks(title, usual.values.length)];
  const { value } = usual;
  if (value === 'yes' || value === 'no') return [say.usual(title, value === 'yes' ? say.yes : say.no)];
  const option = 'options' in fact ? fact.options.find(({ id }) => id === value) : undefined;
  return [say.usual(title, (option?.text[language] ?? value).replace(/\.$/, ''))];
}

function tierText({ lowest, highest }: Assessment['tier'], language: Language): string {
  const { tier } = messages[language];
  return lowest === highest ? tier[lowest] : `${tier[lowest]} – ${tier[highest]}`;
}
