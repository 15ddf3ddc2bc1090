import type { Cause } from '../../assess/cause.ts';
import type { Comparison } from '../../assess/compare.ts';
import type { Edit } from '../../assess/edits.ts';
import type { Assessment } from '../../model/assessment.ts';
import type { Given } from '../../model/use-case.ts';
import { projectProblem } from '../json.ts';
import type { Compared, DiffReporter, DiffRun, Looked } from './run.ts';
import { isSame } from './run.ts';

/** Grows only within a major version; `kompass schema diff` prints its JSON Schema. */
export const diffSchemaVersion = '1.0';

/** One JSON object, one use case on a line. */
export function diffJson(run: DiffRun): DiffReporter {
  let first = true;
  return {
    begin: () =>
      `{"schemaVersion":${JSON.stringify(diffSchemaVersion)},"old":${JSON.stringify(lookOf(run.before))},` +
      `"new":${JSON.stringify(lookOf(run.after))},"rules":${JSON.stringify(run.rules)},"useCases":[`,
    each: (compared) => {
      const separator = first ? '\n' : ',\n';
      first = false;
      return separator + JSON.stringify(projected(compared));
    },
    end: (problems) => `\n],"problems":${JSON.stringify(problems.map((problem) => projectProblem(problem, run)))}}\n`,
  };
}

const lookOf = ({ name, asOf, compiled }: Looked) => ({
  name,
  asOf,
  packs: compiled.book.packs.map(({ id, version }) => ({ id, version })),
});

function projected(compared: Compared): object {
  if (compared.change === 'both') return comparisonOf(compared.comparison);
  const { change, useCase } = compared;
  const { id, title } = useCase.useCase;
  const [old, now] = change === 'removed' ? [stateOf(useCase), null] : [null, stateOf(useCase)];
  return { id, title, change, old, new: now, answers: [], differences: null };
}

const stateOf = ({ useCase, verdict, lawVerdict, tier, approval, digest, effectiveDay }: Assessment) => ({
  file: useCase.file,
  verdict,
  lawVerdict,
  tier: { lowest: tier.lowest, highest: tier.highest },
  effectiveDay,
  digest,
  approval: approval.state,
});

export function comparisonOf(comparison: Comparison): object {
  const { before, after, edits } = comparison;
  const { id, title } = after.useCase;
  return {
    id,
    title,
    change: isSame(comparison) ? 'same' : 'changed',
    old: stateOf(before),
    new: stateOf(after),
    answers: edits.map(editOf),
    differences: differencesOf(comparison),
  };
}

function differencesOf({ difference, cause }: Comparison): object {
  const { tier, verdict, lawVerdict, provisions, findings, asked, settled } = difference;
  const why = (what: string): { cause: Cause } => ({ cause: cause(what) });
  return {
    verdict: verdict === null ? null : { ...verdict, ...why('verdict') },
    lawVerdict: lawVerdict === null ? null : { ...lawVerdict, ...why('lawVerdict') },
    tier: tier === null ? null : { from: intervalOf(tier.from), to: intervalOf(tier.to), ...why('tier') },
    provisions: provisions.map((change) => ({ ...change, ...why(change.rule) })),
    findings: findings.map(({ finding, key, from, to }) => ({
      rule: finding.rule,
      code: finding.code,
      condition: finding.condition?.text ?? null,
      severity: finding.severity,
      basis: finding.basis,
      due: finding.due,
      cite: finding.cite,
      from,
      to,
      ...why(key),
    })),
    asked,
    settled,
  };
}

const intervalOf = ([lowest, highest]: readonly [string, string]) => ({ lowest, highest });

const editOf = ({ key, fact, before, after }: Edit) => ({
  key,
  fact,
  old: answerOf(before),
  new: answerOf(after),
});

/** The place apart from the answer. */
function answerOf(given: Given | null): object | null {
  if (given === null) return null;
  const { at, ...answer } = given;
  return { position: at, answer };
}
