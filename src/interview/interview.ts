import { type CompiledBook, known } from '../assess/compile.ts';
import type { Assessment } from '../model/assessment.ts';
import type { Fact } from '../model/fact.ts';
import type { FactId } from '../model/ids.ts';
import type { Language } from '../model/language.ts';
import type { Problem, Result } from '../model/problem.ts';
import { interviewWords } from '../text/interview-words.ts';
import { messages } from '../text/messages.ts';
import { scalar } from '../text/scalar.ts';
import { ask, type Desk, type Reply, typed } from './reply.ts';

/** The file as it stands: what it says, and what that means. */
export interface Standing {
  readonly text: string;
  readonly assessment: Assessment;
  readonly digest: string;
  /** The sections whose lists somebody has confirmed. */
  readonly confirmed: ReadonlySet<string>;
}

export interface Interview extends Omit<Desk, 'digest'> {
  readonly compiled: CompiledBook;
  /** The text with the answer written into it. */
  readonly withAnswer: (text: string, key: string, yaml: string) => string;
  /** Reads and assesses the text. A problem: an answer contradicts one that was given before. */
  readonly stand: (text: string) => Result<Standing>;
  readonly problem: (problem: Problem) => string;
  readonly save: (text: string) => Promise<void>;
  readonly show: (lines: readonly string[]) => Promise<void>;
  /** Whose role confirms that lists were read; null: to be asked once. */
  readonly confirms: string | null;
}

interface Asked {
  readonly fact: FactId;
  readonly before: Standing;
}

/** Asks what is open and can still change something, until nothing is left or somebody stops; each answer is saved at once. */
export async function interview(start: Standing, desk: Interview): Promise<Standing> {
  let here = start;
  let confirms = desk.confirms;
  const asked: Asked[] = [];
  // What somebody does not know is not asked twice in one go.
  const passed = new Set<FactId>();
  for (;;) {
    const fact = nextOf(here.assessment, passed, desk.compiled);
    if (fact === null) {
      await desk.show([interviewWords[desk.language].nothingLeft]);
      return here;
    }
    await desk.show(introduction(fact, here.assessment, asked.length + 1, passed, desk));
    const reply = await ask(fact, { ...desk, digest: here.digest });
    if (reply.kind === 'stop') return here;
    if (reply.kind === 'back') {
      const last = asked.pop();
      if (last === undefined) continue;
      passed.delete(last.fact);
      await desk.save(last.before.text);
      here = last.before;
      continue;
    }
    const answered = desk.withAnswer(here.text, fact.id, yamlOf(fact, reply));
    const section = confirmable(fact, reply);
    if (section !== null && confirms === null) confirms = await typed(interviewWords[desk.language].confirmed, desk);
    const text =
      section === null || here.confirmed.has(section)
        ? answered
        : desk.withAnswer(answered, `${section}.confirmed`, `{ by: ${scalar(confirms ?? '')}, on: ${desk.today} }`);
    const next = desk.stand(text);
    if (!next.ok) {
      await desk.show(next.problems.map((problem) => desk.problem(problem)));
      continue;
    }
    await desk.save(text);
    asked.push({ fact: fact.id, before: here });
    passed.add(fact.id);
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

/** That something is not known is written too: as a day or a record it has no word of its own. */
function yamlOf(fact: Fact, reply: Exclude<Reply, { kind: 'back' | 'stop' }>): string {
  if (reply.kind === 'value') return reply.yaml;
  switch (fact.type) {
    case 'measure':
      return '{ done: unknown }';
    case 'judgement':
      return '{ claimed: unknown }';
    case 'opinion':
      return '{ result: unknown }';
    default:
      return 'unknown';
  }
}

/** The section whose empty lists somebody has to confirm, where this answer is one. */
function confirmable(fact: Fact, reply: Reply): string | null {
  if (fact.type !== 'set' || fact.confirm === null || reply.kind !== 'value' || reply.yaml !== '[]') return null;
  return fact.id.slice(0, fact.id.indexOf('.'));
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

function tierText({ lowest, highest }: Assessment['tier'], language: Language): string {
  const { tier } = messages[language];
  return lowest === highest ? tier[lowest] : `${tier[lowest]} – ${tier[highest]}`;
}
