import type { Assessment } from '../model/assessment.ts';
import type { IsoDate } from '../model/date.ts';
import type { RuleId } from '../model/ids.ts';
import type { CheckStage } from '../model/stage.ts';
import type { UseCase } from '../model/use-case.ts';
import { assess } from './assess.ts';
import { type Cause, causes, type Look } from './cause.ts';
import type { CompiledBook } from './compile.ts';
import { type Difference, difference } from './difference.ts';
import { type Edit, editsBetween, plain } from './edits.ts';

export interface Comparison {
  readonly before: Assessment;
  readonly after: Assessment;
  readonly difference: Difference;
  readonly edits: readonly Edit[];
  /** Why `tier`, `verdict` or `lawVerdict`, a finding (by its key) or a provision is otherwise. */
  readonly cause: (what: string) => Cause;
}

/** Two looks at one use case, and why they differ: the same engine, asked again. */
export function compare(before: Look, after: Look, bridge: UseCase | null, stage: CheckStage | null): Comparison {
  const at = (useCase: UseCase, asOf: IsoDate): Assessment => assess(useCase, after.compiled, asOf, stage);
  const first = assess(before.useCase, before.compiled, before.asOf, stage);
  const last = at(after.useCase, after.asOf);
  const edits = editsBetween(bridge ?? before.useCase, after.useCase);
  return {
    before: first,
    after: last,
    difference: difference(first, last),
    edits,
    cause: causes({ before, after, bridge, first, last, edits, at }),
  };
}

/** What happened to the rules themselves. */
export interface RuleChanges {
  readonly packs: readonly { readonly id: string; readonly from: string | null; readonly to: string | null }[];
  readonly added: readonly RuleId[];
  readonly removed: readonly RuleId[];
  readonly changed: readonly RuleId[];
}

export function ruleChanges(before: CompiledBook, after: CompiledBook): RuleChanges {
  const [old, now] = [textsOf(before), textsOf(after)];
  const [from, to] = [versions(before), versions(after)];
  return {
    packs: [...new Set([...from.keys(), ...to.keys()])]
      .map((id) => ({ id, from: from.get(id) ?? null, to: to.get(id) ?? null }))
      .filter((pack) => pack.from !== pack.to),
    added: [...now.keys()].filter((id) => !old.has(id)),
    removed: [...old.keys()].filter((id) => !now.has(id)),
    changed: [...now].filter(([id, text]) => old.has(id) && old.get(id) !== text).map(([id]) => id),
  };
}

const versions = ({ book }: CompiledBook): ReadonlyMap<string, string> =>
  new Map(book.packs.map(({ id, version }) => [id, version]));

/** A gap rule has several chapters under one id. */
function textsOf({ book }: CompiledBook): ReadonlyMap<RuleId, string> {
  const texts = new Map<RuleId, string>();
  for (const rule of book.rules) texts.set(rule.id, (texts.get(rule.id) ?? '') + plain(rule));
  return texts;
}
