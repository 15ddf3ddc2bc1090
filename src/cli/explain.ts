import { assess } from '../assess/assess.ts';
import type { CompiledBook } from '../assess/compile.ts';
import { contradictions } from '../assess/contradictions.ts';
import { difference } from '../assess/difference.ts';
import { wouldChange } from '../assess/would-change.ts';
import { createGround } from '../assess/ground.ts';
import { positionOfFact } from '../assess/prove.ts';
import { nowhere } from '../files/find.ts';
import type { Assessment } from '../model/assessment.ts';
import type { IsoDate } from '../model/date.ts';
import type { FactId } from '../model/ids.ts';
import type { Problem, Result } from '../model/problem.ts';
import type { UseCase } from '../model/use-case.ts';
import { nearest } from '../read/nearest.ts';
import { suppose } from '../read/what-if.ts';
import {
  explainDifference,
  explainFact,
  explainRule,
  type ExplainSetting,
  explainTier,
  explainVerdict,
  explainWouldChange,
} from '../report/explain.ts';
import { pageWidth } from '../report/terminal/page.ts';
import type { LookOptions } from './day.ts';
import { exitCode, type ExitCode } from './exit-code.ts';
import { openUseCase } from './open-use-case.ts';
import { type Setting, refuse } from './tell.ts';
import { write } from './world.ts';

/** As the command tree in program.ts has checked them. */
export interface ExplainOptions extends LookOptions {
  readonly whatIf?: readonly string[];
  readonly whatWouldChange?: boolean;
  readonly verbose?: boolean;
}

/** `kompass explain FILE [RULE|FACT|tier|verdict]`: from a conclusion to the answers that it rests on. Never writes. */
export async function explain(
  file: string,
  what: string | undefined,
  options: ExplainOptions,
  setting: Setting,
): Promise<ExitCode> {
  const { world, language } = setting;
  const opened = await openUseCase(file, options, world);
  if (!opened.ok) return refuse(opened.problems, setting);
  const { useCase, compiled, asOf } = opened.value;
  const subject = subjectOf(what ?? 'tier', compiled);
  if ('problem' in subject) return refuse([subject.problem], setting);
  const { stdout, env } = world;
  const page: ExplainSetting = {
    compiled,
    language,
    width: pageWidth(stdout.columns),
    verbose: options.verbose ?? false,
    links: stdout.isTTY === true && env['TERM'] !== 'dumb' && !env['NO_COLOR'],
  };
  const look = (one: UseCase): Assessment => assess(one, compiled, asOf, options.for ?? null);
  const { whatIf = [] } = options;
  if (options.whatWouldChange === true) {
    const now = look(useCase);
    const found = wouldChange(useCase, now, {
      compiled,
      asOf,
      stage: options.for ?? null,
      suppose: (pairs) => {
        const free = supposeFreely(useCase, pairs, compiled, asOf);
        return free.ok ? free.value.useCase : null;
      },
    });
    await write(stdout, explainWouldChange(found, now, page));
    return exitCode.passed;
  }
  if (whatIf.length === 0) {
    await write(stdout, textOf(subject, look(useCase), useCase, asOf, page));
    return exitCode.passed;
  }
  const supposed = supposeFreely(useCase, whatIf, compiled, asOf);
  if (!supposed.ok) return refuse(supposed.problems, setting);
  const after = look(supposed.value.useCase);
  const found = difference(look(useCase), after);
  await write(stdout, explainDifference(found, whatIf, supposed.value.takenBack, after, page));
  return exitCode.passed;
}

interface Supposed {
  readonly useCase: UseCase;
  readonly takenBack: readonly FactId[];
}

/** What stands in the way of a supposed answer, because it is a detail of something that is denied then, is taken back. */
function supposeFreely(
  useCase: UseCase,
  pairs: readonly string[],
  compiled: CompiledBook,
  asOf: IsoDate,
): Result<Supposed> {
  const supposed = suppose(useCase, pairs, compiled, asOf);
  if (!supposed.ok) return supposed;
  const clash = contradictions(supposed.value, compiled, asOf);
  if (clash.length === 0) return { ok: true, value: { useCase: supposed.value, takenBack: [] } };
  const denied = clash.flatMap(({ params }) => ('fact' in params ? [params.fact] : []));
  const takenBack = compiled.book.facts.map(({ id }) => id).filter((id) => denied.some((fact) => fact === id));
  // What is supposed itself cannot be taken back: then it contradicts the file.
  if (pairs.some((pair) => takenBack.some((fact) => pair.startsWith(`${fact}=`))))
    return { ok: false, problems: clash };
  const free = suppose(useCase, [...pairs, ...takenBack.map((fact) => `${fact}=unknown`)], compiled, asOf);
  if (!free.ok) return free;
  const left = contradictions(free.value, compiled, asOf);
  return left.length > 0 ? { ok: false, problems: left } : { ok: true, value: { useCase: free.value, takenBack } };
}

type Subject =
  | { readonly kind: 'tier' | 'verdict' }
  | { readonly kind: 'rule' | 'fact'; readonly id: string }
  | { readonly problem: Problem };

function subjectOf(what: string, compiled: CompiledBook): Subject {
  if (what === 'tier' || what === 'verdict') return { kind: what };
  const rules = compiled.book.rules.map(({ id }): string => id);
  if (rules.includes(what)) return { kind: 'rule', id: what };
  const facts = compiled.book.facts.map(({ id }): string => id);
  if (facts.includes(what)) return { kind: 'fact', id: what };
  const near = nearest(what, ['tier', 'verdict', ...rules, ...facts]);
  return { problem: { code: 'nothing-to-explain', at: nowhere, params: { found: what, near } } };
}

function textOf(
  subject: Exclude<Subject, { problem: Problem }>,
  assessment: Assessment,
  useCase: UseCase,
  asOf: IsoDate,
  page: ExplainSetting,
): string {
  switch (subject.kind) {
    case 'tier':
      return explainTier(assessment, page);
    case 'verdict':
      return explainVerdict(assessment, page);
    case 'rule':
      return explainRule(subject.id, assessment, page);
    case 'fact': {
      const ground = createGround(page.compiled, useCase, asOf);
      const fact = page.compiled.book.facts.find(({ id }) => id === subject.id);
      if (fact === undefined) throw new Error(`There is no question ${subject.id}.`);
      return explainFact(fact.id, ground.answer(fact.id), positionOfFact(fact.id, ground), assessment, page);
    }
  }
}
