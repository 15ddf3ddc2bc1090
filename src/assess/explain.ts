import type { RuleId } from '../model/ids.ts';
import type { DerivedLeaf, Proof, RuleProof } from '../model/proof.ts';
import type { Truth } from '../model/truth.ts';
import type { CompiledBook } from './compile.ts';

/** Why something is true, false or unknown, as a tree down to the answers. */
export type Explained =
  | {
      readonly kind: 'node';
      readonly truth: Truth;
      readonly op: Extract<Proof, { kind: 'node' }>['op'];
      readonly count: number | null;
      /** Those that decide, one where one is enough; all of them when all are wanted. */
      readonly parts: readonly Explained[];
    }
  | Extract<Proof, { kind: 'fact' | 'clause' }>
  /** `parts`: its conditions and exceptions, as far as they decide; null: they stand further up already. */
  | { readonly kind: 'rule'; readonly truth: Truth; readonly rule: RuleId; readonly parts: RuleExplained | null }
  /** `of`: the rules that make it so. */
  | { readonly kind: 'derived'; readonly truth: Truth; readonly leaf: DerivedLeaf; readonly of: readonly Explained[] };

export interface RuleExplained {
  readonly when: Explained | null;
  readonly except: Explained | null;
}

/** The explanations of one assessment: the trees of its proofs, with the rules that they name in their place. */
export interface Explainer {
  readonly proofs: ReadonlyMap<string, readonly RuleProof[]>;
  /** The conditions of a rule; each rule that it names is told once. */
  rule(proof: RuleProof): RuleExplained;
  /** What satisfies a duty or a clause. */
  requires(proof: RuleProof): Explained | null;
}

/** `all`: also the parts that decide nothing. */
export function explainer(proofs: readonly RuleProof[], compiled: CompiledBook, all: boolean): Explainer {
  const byRule = new Map<string, RuleProof[]>();
  for (const proof of proofs) byRule.set(proof.rule, [...(byRule.get(proof.rule) ?? []), proof]);
  const grow = (proof: Proof, told: Set<RuleId>): Explained => {
    switch (proof.kind) {
      case 'fact':
      case 'clause':
        return proof;
      case 'node':
        return { ...proof, parts: decisive(proof, all).map((part) => grow(part, told)) };
      case 'rule':
        return ruleNode(proof.rule, proof.truth, told);
      case 'derived':
        return { ...proof, of: behind(proof.leaf, compiled).flatMap((rule) => reason(rule, proof, told)) };
    }
  };
  const ruleNode = (rule: RuleId, truth: Truth, told: Set<RuleId>): Explained => {
    const [found] = byRule.get(rule) ?? [];
    if (found === undefined || told.has(rule)) return { kind: 'rule', truth, rule, parts: null };
    told.add(rule);
    return { kind: 'rule', truth, rule, parts: partsOf(found, told) };
  };
  /** A rule that makes a tier, role or scope what it is: one that is true or open; that none applies needs no list. */
  const reason = (
    rule: RuleId,
    { truth, leaf }: Extract<Proof, { kind: 'derived' }>,
    told: Set<RuleId>,
  ): Explained[] => {
    const [found] = byRule.get(rule) ?? [];
    const wanted = leaf.kind === 'scope' ? opposite[truth] : truth;
    return found === undefined || wanted === 'false' || found.truth !== wanted ? [] : [ruleNode(rule, wanted, told)];
  };
  const partsOf = (proof: RuleProof, told: Set<RuleId>): RuleExplained => {
    const { when, except, truth } = proof;
    const isExcepted = except !== null && truth !== when.truth;
    const showsWhen = all || !isExcepted || truth === 'unknown';
    const showsExcept = except !== null && (all || isExcepted);
    return { when: showsWhen ? grow(when, told) : null, except: showsExcept ? grow(except, told) : null };
  };
  return {
    proofs: byRule,
    rule: (proof) => partsOf(proof, new Set([proof.rule])),
    requires: ({ rule, requires }) => (requires === null ? null : grow(requires, new Set([rule]))),
  };
}

const opposite: Record<Truth, Truth> = { true: 'false', false: 'true', unknown: 'unknown' };

/** The parts that make a node what it is. Where one alone does, one is enough: an answer rather than another rule. */
function decisive({ op, truth, parts }: Extract<Proof, { kind: 'node' }>, all: boolean): readonly Proof[] {
  if (all || op === 'at-least' || op === 'not') return parts;
  const needsEach = op === 'all' ? truth === 'true' : truth === 'false';
  if (needsEach) return parts;
  const like = parts.filter((part) => part.truth === truth);
  if (truth === 'unknown') return like;
  return [like.find(({ kind }) => kind === 'fact') ?? like[0]].filter((part) => part !== undefined);
}

function behind(leaf: DerivedLeaf, compiled: CompiledBook): readonly RuleId[] {
  switch (leaf.kind) {
    case 'tier':
      return compiled.provisions.filter(({ tier }) => tier === leaf.tier).map(({ id }) => id);
    case 'role':
      return (compiled.roles.get(leaf.role) ?? []).map(({ id }) => id);
    case 'scope':
      return compiled.scopes.map(({ id }) => id);
  }
}
