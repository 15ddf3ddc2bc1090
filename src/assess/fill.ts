import type { Answer } from '../model/answer.ts';
import type { Assessment, Finding } from '../model/assessment.ts';
import type { Condition } from '../model/condition.ts';
import type { IsoDate } from '../model/date.ts';
import type { Conditional, DocumentPart, DocumentSection, DocumentTemplate } from '../model/document.ts';
import type { FactId, RuleId } from '../model/ids.ts';
import type { Truth } from '../model/truth.ts';
import type { UseCase } from '../model/use-case.ts';
import { asks } from './asks.ts';
import { type CompiledBook, known } from './compile.ts';
import { createGround, type Ground } from './ground.ts';

/** Whether something belongs into a paper; where that is open, the questions that decide. */
export interface Held {
  readonly truth: Truth;
  readonly asks: readonly FactId[];
}

/** `asked`: whether the question is to be put at all. */
type Answered = { readonly answer: Answer; readonly asked: Held };
type Part<Kind extends DocumentPart['kind']> = Extract<DocumentPart, { kind: Kind }>;
type Kept<T> = T & { readonly held: Held };

export type FilledPart =
  | Kept<Part<'say' | 'write' | 'decide'>>
  | { readonly kind: 'points'; readonly of: readonly Kept<Conditional>[] }
  | { readonly kind: 'criteria'; readonly of: readonly Kept<Part<'criteria'>['of'][number]>[] }
  | { readonly kind: 'answers'; readonly of: readonly Answered[] }
  /** `looked`: whether any of them was looked at; a pack that was not chosen says nothing. */
  | { readonly kind: 'duties'; readonly of: readonly Finding[]; readonly looked: boolean }
  | Part<'show'>;

export interface FilledSection {
  readonly section: DocumentSection;
  readonly held: Held;
  readonly parts: readonly FilledPart[];
}

/** A paper with what is known about one use case on one day. */
export interface Filled {
  readonly template: DocumentTemplate;
  readonly useCase: UseCase;
  readonly assessment: Assessment;
  /** How the duties stand that ask for it; one that cannot be known on the day is left out. */
  readonly neededBy: readonly Finding[];
  /** Without those that certainly do not belong here. */
  readonly sections: readonly FilledSection[];
}

/** Holds every condition of the paper against the answers, by the same three-valued logic as the rules. */
export function fill(
  template: DocumentTemplate,
  useCase: UseCase,
  assessment: Assessment,
  compiled: CompiledBook,
  asOf: IsoDate,
): Filled {
  const ground = createGround(compiled, useCase, asOf);
  const findings = (rules: readonly RuleId[]) =>
    rules.flatMap((rule) => assessment.findings.filter((one) => one.rule === rule));
  return {
    template,
    useCase,
    assessment,
    neededBy: findings(template.neededBy),
    sections: template.sections.flatMap((section) => {
      const held = heldBy(section.when, ground);
      if (held.truth === 'false') return [];
      return [{ section, held, parts: section.parts.map((part) => filled(part, ground, findings)) }];
    }),
  };
}

function heldBy(condition: Condition | null, ground: Ground): Held {
  const truth = condition === null ? 'true' : ground.truth(condition);
  return { truth, asks: condition === null ? [] : asks(condition, ground) };
}

function answered(fact: FactId, ground: Ground): Answered {
  const { askedWhen } = known(ground.compiled.facts, fact);
  return { answer: ground.answer(fact), asked: heldBy(askedWhen, ground) };
}

function filled(
  part: DocumentPart,
  ground: Ground,
  findings: (rules: readonly RuleId[]) => readonly Finding[],
): FilledPart {
  switch (part.kind) {
    case 'say':
    case 'write':
    case 'decide':
      return { ...part, held: heldBy(part.when, ground) };
    case 'points':
      return { kind: 'points', of: part.of.map((one) => ({ ...one, held: heldBy(one.when, ground) })) };
    case 'criteria':
      return { kind: 'criteria', of: part.of.map((one) => ({ ...one, held: heldBy(one.when, ground) })) };
    case 'answers':
      return { kind: 'answers', of: part.facts.map((fact) => answered(fact, ground)) };
    case 'duties':
      return dutiesOf(findings(part.rules));
    case 'show':
      return part;
  }
}

const dutiesOf = (found: readonly Finding[]): FilledPart => ({
  kind: 'duties',
  of: found.filter(({ state }) => state !== 'not-applicable'),
  looked: found.length > 0,
});
