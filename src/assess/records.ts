import { factsNamed } from '../model/condition.ts';
import { addMonths, type IsoDate } from '../model/date.ts';
import type { FactId } from '../model/ids.ts';
import type { Finding } from '../model/assessment.ts';
import type { DocumentRecord, OpinionRecord, Plan, ProvenFact, Records } from '../model/records.ts';
import type { Evidence, OpinionCondition } from '../model/use-case.ts';
import { isValid } from './answers.ts';
import { conditionState } from './finding.ts';
import type { Ground } from './ground.ts';

/** What the file holds besides answers: documents, opinions, plans. */
export const recordsOf = (ground: Ground, findings: readonly Finding[]): Records => ({
  documents: documentsOf(ground),
  opinions: opinionsOf(ground, findings),
  plans: plansOf(ground),
});

/** Each document once, with all that it is to prove. */
function documentsOf(ground: Ground): readonly DocumentRecord[] {
  const documents = new Map<string, { readonly evidence: Evidence; readonly proves: ProvenFact[] }>();
  for (const [fact, evidence, condition] of evidenceOf(ground)) {
    const { source, on, by, covers } = evidence;
    const key = JSON.stringify([source.kind === 'file' ? source.path : source.url, on, by, covers]);
    const document = documents.get(key) ?? { evidence, proves: [] };
    documents.set(key, document);
    document.proves.push({ fact, condition, ...stateOf(fact, evidence, ground) });
  }
  return [...documents.values()];
}

function* evidenceOf({ useCase }: Ground): Generator<readonly [FactId, Evidence, string | null]> {
  for (const [fact, given] of useCase.answers) {
    if ('evidence' in given) for (const evidence of given.evidence) yield [fact, evidence, null];
    if (given.type === 'opinion')
      for (const { text, evidence } of given.conditions) for (const one of evidence) yield [fact, one, text];
  }
}

/** Whether it counts on the as-of day, and until when; what ages is said by the measure that it proves. */
function stateOf(id: FactId, evidence: Evidence, { compiled, asOf }: Ground): Pick<ProvenFact, 'state' | 'until'> {
  const fact = compiled.facts.get(id);
  const review = fact?.type === 'measure' ? fact.review : null;
  const until = review === null ? null : addMonths(evidence.on, review);
  if (evidence.source.kind === 'file' && !evidence.source.exists) return { state: 'no-file', until };
  if (evidence.on > asOf) return { state: 'too-early', until };
  return { state: isValid(evidence, asOf, review) ? 'counts' : 'expired', until };
}

/** The opinions that are asked for here or were given. */
function opinionsOf(ground: Ground, findings: readonly Finding[]): readonly OpinionRecord[] {
  return ground.compiled.book.facts.flatMap(({ id, type }): OpinionRecord[] => {
    if (type !== 'opinion') return [];
    const given = ground.useCase.answers.get(id);
    const demanding = findings.filter((finding) => asksFor(id, finding, ground)).toSorted(byPressure);
    const [demand] = demanding;
    if (demand === undefined && given === undefined) return [];
    const opinion = given?.type === 'opinion' ? given : null;
    const answer = ground.answer(id);
    return [
      {
        fact: id,
        result: opinion?.result ?? null,
        by: opinion?.by ?? null,
        on: opinion?.on ?? null,
        note: opinion?.note ?? null,
        why: answer.state === 'unknown' ? answer.why : null,
        demand:
          demand === undefined
            ? null
            : { rule: demand.rule, certain: demand.applies === 'true', met: demand.state === 'met' },
        conditions: (opinion?.conditions ?? []).map((condition) => ({
          text: condition.text,
          state: conditionState(condition, ground.asOf),
          planned: condition.planned,
        })),
        at: opinion?.at ?? null,
      },
    ];
  });
}

/** What is not met before what is, and what applies for certain before what may. */
const byPressure = (one: Finding, other: Finding): number => pressure(other) - pressure(one);
const pressure = ({ state, applies }: Finding): number => (state === 'met' ? 0 : 2) + (applies === 'true' ? 1 : 0);

/** Whether it is a duty that applies, or may apply, and names the opinion. */
function asksFor(id: FactId, { rule, state, condition }: Finding, { compiled }: Ground): boolean {
  const duty = state === 'not-applicable' || condition !== null ? undefined : compiled.rules.get(rule);
  return duty?.kind === 'duty' && factsNamed(duty.requires).includes(id);
}

/** What somebody is to do by a day, and what is not done yet. */
export const plansOf = ({ useCase, asOf }: Ground): readonly Plan[] =>
  [...useCase.answers].flatMap(([fact, given]): readonly Plan[] => {
    if (given.type === 'measure') return given.done === true ? [] : planOf(fact, given, null, asOf);
    if (given.type !== 'opinion') return [];
    return given.conditions
      .filter(({ done }) => done !== true)
      .flatMap((condition) => planOf(fact, condition, condition.text, asOf));
  });

const planOf = (
  fact: FactId,
  { planned, at }: Pick<OpinionCondition, 'planned' | 'at'>,
  condition: string | null,
  asOf: IsoDate,
): readonly Plan[] =>
  planned === null ? [] : [{ fact, condition, by: planned.by, on: planned.on, late: planned.on < asOf, at }];
