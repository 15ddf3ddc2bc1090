import { type CompiledBook, known } from '../assess/compile.ts';
import type { Assessment } from '../model/assessment.ts';
import type { Fact } from '../model/fact.ts';
import type { FactId } from '../model/ids.ts';
import type { Problem, Result } from '../model/problem.ts';
import type { Template } from '../model/template.ts';
import type { UseCase } from '../model/use-case.ts';
import { interviewWords } from '../text/interview-words.ts';
import { scalar } from '../text/scalar.ts';
import { consequences, helpOf, progress, usualOf } from './introduction.ts';
import { type Left, leftOf, nextOf } from './next.ts';
import { ask, type Desk, type Reply, typed } from './reply.ts';

/** The file as it stands: what it says, and what that means. */
export interface Standing {
  readonly text: string;
  readonly useCase: UseCase;
  readonly assessment: Assessment;
  /** Whether nothing but another answer to an earlier question could close this one. */
  readonly isOpenFor: (fact: FactId) => boolean;
}

export interface Interview extends Omit<Desk, 'digest' | 'given' | 'usual' | 'help'> {
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

type Said = Exclude<Reply, { kind: 'back' | 'stop' }>;

/** Asks what is open and can still change something, until nothing is left or somebody stops; each answer is saved at once. */
export async function interview(start: Standing, desk: Interview): Promise<void> {
  const words = interviewWords[desk.language];
  let here = start;
  let confirms: string | null = null;
  const asked: Asked[] = [];
  // Where somebody went back to. The file keeps the earlier answer until they give another.
  let again: Asked | null = null;
  let isLate = false;
  // What somebody does not know, or could not enter, is not asked twice in one go.
  const passed = new Set<FactId>();
  for (;;) {
    const left = leftOf(here.assessment, passed, desk.compiled);
    const fact: Fact | null =
      again === null ? nextOf(left, passed, desk.compiled) : known(desk.compiled.facts, again.fact);
    if (fact === null) {
      await desk.show(['', farewell(here.assessment, desk)]);
      return;
    }
    if (!isLate && again === null && left.deferred.includes(fact.id)) {
      isLate = true;
      await desk.show(['', words.nowDeferred]);
    }
    const given = here.useCase.answers.get(fact.id) ?? null;
    const usual = usualOf(fact, given, desk.template);
    await desk.show(progress(here.assessment, asked.length + 1, left, desk.language));
    const help = helpOf(fact, usual, desk);
    const reply = await ask(fact, { ...desk, digest: here.useCase.digest, given, usual, help });
    if (reply.kind === 'stop') return;
    if (reply.kind === 'back') {
      again = asked.pop() ?? again;
      continue;
    }
    passed.add(fact.id);
    const section = confirmable(fact, reply);
    if (section !== null) confirms = await confirmer(section, confirms, here.useCase, desk);
    const taken = take(
      fact,
      reply,
      here,
      again,
      section === null ? null : { section, by: confirms ?? '' },
      passed,
      desk,
    );
    if (taken.kind === 'refused') {
      await desk.show(taken.lines);
      continue;
    }
    const { next } = taken;
    if (next.text !== here.text) await desk.save(next.text);
    const told = [...taken.lines, ...outcome(here.assessment, left, next, passed, desk)];
    if (told.length > 0) await desk.show(told);
    asked.push({ fact: fact.id, before: again?.before ?? here });
    again = null;
    here = next;
  }
}

function farewell({ questions }: Assessment, { language }: Interview): string {
  const words = interviewWords[language];
  return questions.length === 0 ? words.nothingLeft : words.nothingMore(questions.length);
}

const outcome = (
  assessment: Assessment,
  left: Left,
  next: Standing,
  passed: ReadonlySet<FactId>,
  { compiled, language }: Interview,
): readonly string[] =>
  consequences(
    { assessment, left },
    { assessment: next.assessment, left: leftOf(next.assessment, passed, compiled) },
    language,
  );

type Taken =
  | { readonly kind: 'taken'; readonly next: Standing; readonly lines: readonly string[] }
  | { readonly kind: 'refused'; readonly lines: readonly string[] };

/**
 * The file with the answer. Who went back may have answered meanwhile what the new answer denies: then it counts from where
 * that question was asked first, and what came after it is open again.
 */
function take(
  fact: Fact,
  reply: Said,
  here: Standing,
  again: Asked | null,
  confirmed: { readonly section: string; readonly by: string } | null,
  passed: ReadonlySet<FactId>,
  desk: Interview,
): Taken {
  const words = interviewWords[desk.language];
  const wholeOf = (standing: Standing): string | null => {
    const text = written(fact, reply, standing, again !== null && standing === here, desk);
    if (text === null || confirmed === null) return text;
    const record = `{ by: ${scalar(confirmed.by)}, on: ${desk.today} }`;
    return desk.withAnswer(text, `${confirmed.section}.confirmed`, record);
  };
  const whole = wholeOf(here);
  if (whole === null) return { kind: 'refused', lines: [words.cannotWrite(fact.id, yamlOf(reply))] };
  const next = desk.stand(whole, passed);
  if (next.ok) return { kind: 'taken', next: next.value, lines: [] };
  const early = again === null ? null : wholeOf(again.before);
  const reopened = early === null ? null : desk.stand(early, passed);
  if (reopened?.ok === true) return { kind: 'taken', next: reopened.value, lines: [words.reopened] };
  return { kind: 'refused', lines: next.problems.map((problem) => desk.problem(problem)) };
}

const yamlOf = (reply: Said): string => (reply.kind === 'value' ? reply.yaml : 'unknown');

/** These a gate closes; what stands there then, even that it is not known, contradicts the gate. */
const closable: ReadonlySet<Fact['type']> = new Set(['yes-no', 'choice', 'set', 'judgement']);

/**
 * The text with the answer. That something is not known is written only where nobody has said anything yet, where the profile does not
 * speak, and where no open answer can close the question; `isAgain`: it takes the place of what was just answered.
 */
function written(
  fact: Fact,
  reply: Said,
  { text, useCase, isOpenFor }: Standing,
  isAgain: boolean,
  desk: Interview,
): string | null {
  const given = useCase.answers.get(fact.id) ?? null;
  if (reply.kind === 'keep') return text;
  if (reply.kind === 'value') return desk.withAnswer(text, fact.id, withNote(reply.yaml, given?.note ?? null));
  const isSaid = (given !== null && !isAgain) || fact.scope !== 'use-case';
  const canClose = closable.has(fact.type) && !isOpenFor(fact.id);
  return isSaid || (given === null && canClose) ? text : desk.withAnswer(text, fact.id, 'unknown');
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
