import { explainer } from '../../assess/explain.ts';
import type { Finding } from '../../model/assessment.ts';
import type { RuleId } from '../../model/ids.ts';
import type { Proof, RuleProof } from '../../model/proof.ts';
import type { Evidence } from '../../model/use-case.ts';
import { type Reason, reasonsOf } from '../reasons.ts';
import type { View } from '../view.ts';

/** A view with the proofs beside it. */
export interface Desk {
  readonly view: View;
  readonly reasons: (rule: RuleId, code: string | null) => readonly Reason[];
  readonly evidenceOf: (finding: Finding) => readonly Evidence[];
}

export function deskOf(view: View): Desk {
  const proofs = view.assessment.prove();
  const trees = explainer(proofs, view.compiled, false);
  return {
    view,
    reasons: (rule, code) => {
      const proof = proofOf(trees.proofs.get(rule) ?? [], code);
      if (proof === undefined) return [];
      const { when, except } = trees.rule(proof);
      return [when, except, trees.requires(proof)].filter((part) => part !== null).map((part) => reasonsOf(part, view));
    },
    evidenceOf: (finding) => {
      const requires = proofOf(trees.proofs.get(finding.rule) ?? [], finding.code)?.requires;
      return requires === undefined || requires === null ? [] : evidenceIn(requires);
    },
  };
}

const proofOf = (proofs: readonly RuleProof[], code: string | null): RuleProof | undefined =>
  proofs.find((proof) => proof.code === null || proof.code === code);

/** The documents that prove what is done. */
function evidenceIn(proof: Proof): readonly Evidence[] {
  switch (proof.kind) {
    case 'node':
      return proof.parts.flatMap(evidenceIn);
    case 'fact':
      return proof.truth === 'true' && proof.answer.state === 'given' && 'evidence' in proof.answer.given
        ? proof.answer.given.evidence
        : [];
    default:
      return [];
  }
}
