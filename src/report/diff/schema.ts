import { approvalStates, states, verdicts } from '../../model/assessment.ts';
import { bases, severities } from '../../model/rule.ts';
import { checkStages } from '../../model/stage.ts';
import { tiers } from '../../model/tier.ts';
import { citations, day, flag, list, oneOf, orNull, position, problem, record, text, truth } from '../schema-parts.ts';
import { diffSchemaVersion } from './json.ts';

/** The JSON Schema (draft-07) of `diff --format json`. Within a major version keys are only added. */
export function diffSchema(): object {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'KI-Kompass comparison',
    ...record({
      schemaVersion: { const: diffSchemaVersion },
      old: look,
      new: look,
      rules: record({
        packs: list(record({ id: text, from: orNull(text), to: orNull(text) })),
        added: list(text),
        removed: list(text),
        changed: list(text),
      }),
      useCases: list(
        record({
          id: text,
          title: text,
          change: oneOf(['same', 'changed', 'added', 'removed']),
          old: orNull(state),
          new: orNull(state),
          answers: list(record({ key: text, fact: orNull(text), old: orNull(answer), new: orNull(answer) })),
          differences: orNull(differences),
        }),
      ),
      problems: list(problem),
    }),
  };
}

const look = record({ name: text, asOf: day, packs: list(record({ id: text, version: text })) });
const interval = record({ lowest: oneOf(tiers), highest: oneOf(tiers) });
const state = record({
  file: text,
  verdict: oneOf(verdicts),
  lawVerdict: oneOf(verdicts),
  tier: interval,
  effectiveDay: orNull(day),
  digest: text,
  approval: oneOf(approvalStates),
});
const answer = record({ position, answer: { type: 'object' } });

/** Why: `answers` of the list above, by their keys; `aged` count on one of the days alone; `date` is one of the law. */
const cause = record({
  rules: flag,
  day: flag,
  aged: list(text),
  date: orNull(record({ name: text, from: record({ earliest: orNull(day), latest: orNull(day) }) })),
  edits: list(text),
});
const change = (value: ReturnType<typeof record>) => record({ from: value, to: value, cause });
const differences = record({
  verdict: orNull(change(oneOf(verdicts))),
  lawVerdict: orNull(change(oneOf(verdicts))),
  tier: orNull(change(interval)),
  provisions: list(record({ rule: text, from: truth, to: truth, cause })),
  findings: list(
    record({
      rule: text,
      code: text,
      condition: orNull(text),
      severity: oneOf(severities),
      basis: oneOf(bases),
      due: oneOf(checkStages),
      cite: citations,
      from: oneOf(states),
      to: oneOf(states),
      cause,
    }),
  ),
  asked: list(text),
  settled: list(text),
});
