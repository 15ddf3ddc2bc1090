import {
  aspectTotals,
  dueByMonth,
  dueEntries,
  tierClasses,
  tiersByStage,
  verdictTotals,
} from '../../assess/register-totals.ts';
import { sectionsOf } from '../../model/register-order.ts';
import type { Register, RegisterRow } from '../../model/register.ts';
import { problemText } from '../../text/problems.ts';
import { type PublicEntry, publicEntry } from './public.ts';
import type { RegisterReporter, RegisterRun } from './run.ts';

/** Grows only within a major version; `kompass schema register` prints its JSON Schema. */
export const registerSchemaVersion = '1.0';

/** One JSON object, each use on a line of its own, in the order of the register. */
export const json: RegisterReporter = function* (register, run) {
  const { asOf, unread } = register;
  const head = { schemaVersion: registerSchemaVersion, asOf, public: run.isPublic };
  if (run.isPublic) {
    yield* object(
      { ...head, unread: unread.length },
      register.rows.map((row) => publicEntry(row, run.asOf)),
      publicUse,
    );
    return;
  }
  yield* object({ ...head, ...figuresOf(register, run) }, register.rows, (row) => row);
};

function* object<Row extends RegisterRow | PublicEntry>(
  head: object,
  rows: readonly Row[],
  project: (row: Row) => object,
): Iterable<string> {
  const sections = sectionsOf(rows);
  const products = sections.flatMap(({ groups }) =>
    groups.flatMap(({ isProduct, rows: uses }) =>
      isProduct ? [{ name: uses[0]?.product?.name.trim(), useCases: uses.map(({ id }) => id) }] : [],
    ),
  );
  yield `${JSON.stringify({ ...head, products }).slice(0, -1)},"useCases":[`;
  let separator = '\n';
  for (const { groups } of sections)
    for (const group of groups)
      for (const row of group.rows) {
        yield separator + JSON.stringify(project(row));
        separator = ',\n';
      }
  yield '\n]}\n';
}

/** Named one by one, so that nothing gets out because it was put into an entry. */
const publicUse = (entry: PublicEntry): object => ({
  id: entry.id,
  title: entry.title,
  purpose: entry.purpose,
  unit: entry.owner.unit,
  product: entry.product === null ? null : { name: entry.product.name, supplier: entry.product.supplier },
  stage: entry.stage,
  start: entry.start,
  ended: entry.ended,
  tier: entry.tier,
  informed: entry.informed,
  approval: entry.approval,
  register: entry.register,
});

function figuresOf({ rows, unread, problems, asOf }: Register, { compiled, language }: RegisterRun): object {
  const say = (problem: Register['problems'][number]) => ({
    ...problem.at,
    code: problem.code,
    message: problemText(problem, language),
  });
  return {
    packs: compiled.book.packs.map(({ id, version }) => ({ id, version })),
    results: verdictTotals(rows),
    tiersByStage: tiersByStage(rows).map(({ stage, counts }) => ({
      stage,
      tiers: tierClasses.flatMap((one, index) => (counts[index] === 0 ? [] : [{ ...one, count: counts[index] }])),
    })),
    aspects: aspectTotals(rows).map(({ aspect, tally }) => ({ aspect, ...tally })),
    due: dueByMonth(dueEntries(rows), asOf),
    unread: unread.map((one) => ({ file: one.file, problems: one.problems.map(say) })),
    problems: problems.map(say),
  };
}
