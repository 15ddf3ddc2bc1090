import { approvalStates, states, verdicts } from '../model/assessment.ts';
import { noticeKinds } from '../model/notice.ts';
import { aspects, bases, certainties, severities, steps } from '../model/rule.ts';
import { checkStages, stages } from '../model/stage.ts';
import { clauseStates, documentKinds } from '../model/tender.ts';
import { tiers } from '../model/tier.ts';
import { eventKinds } from '../model/use-case.ts';
import { schemaVersion } from './json.ts';
import {
  citations,
  day,
  flag,
  list,
  oneOf,
  orNull,
  position,
  problem,
  record,
  type Schema,
  text,
  truth,
  whole,
} from './schema-parts.ts';

/**
 * The JSON Schema (draft-07) of `check --format json`; `#/definitions/line` is that of a line of `--format ndjson`. Within a major version
 * keys are only added.
 */
export function assessmentSchema(): object {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'KI-Kompass assessments',
    ...record({
      schemaVersion: { const: schemaVersion },
      asOf: day,
      packs: list(record({ id: text, version: text })),
      problems: list(to('problem')),
      assessments: list(to('assessment')),
    }),
    definitions: {
      assessment,
      problem,
      line: {
        description: 'One line of check --format ndjson',
        anyOf: [to('assessment'), record({ problem: to('problem') })],
      },
    },
  };
}

const to = (definition: 'assessment' | 'problem'): Schema => ({ $ref: `#/definitions/${definition}` });
const days = record({ earliest: orNull(day), latest: orNull(day) });
const proof = { type: 'object' };
const ruleProof = record({
  rule: text,
  code: orNull(text),
  truth,
  when: proof,
  except: orNull(proof),
  requires: orNull(proof),
});

const waiver = record({
  finding: text,
  reason: text,
  measures: text,
  approvedBy: record({ name: text, role: text }),
  approvedOn: day,
  expires: day,
  at: position,
});

const finding = record({
  rule: text,
  state: oneOf(states),
  doubt: orNull(oneOf(['applies', 'satisfied', 'both', 'date'])),
  code: text,
  severity: oneOf(severities),
  addressee: orNull(text),
  owedBy: oneOf(['us', 'other', 'unclear']),
  due: oneOf(checkStages),
  aspect: orNull(oneOf(aspects)),
  step: oneOf(steps),
  condition: orNull(text),
  basis: oneOf(bases),
  certainty: oneOf(certainties),
  from: orNull(days),
  until: orNull(day),
  cite: citations,
  position: orNull(position),
  asks: list(text),
  waiver: orNull(waiver),
});

const place = record({ file: text, unit: oneOf(['page', 'paragraph', 'line', 'margin', 'note']), number: whole });

const tender = record({
  documents: list(
    record({
      file: text,
      kind: oneOf(documentKinds),
      read: oneOf(['whole', 'partly', 'not']),
      obstacles: list(record({ code: text, limit: whole, pages: list(whole), message: text }, ['limit', 'pages'])),
    }),
  ),
  clauses: list(
    record(
      {
        clause: text,
        state: oneOf([...clauseStates, 'unseen']),
        listed: flag,
        places: list(place),
        blanks: whole,
        wanted: text,
        found: text,
      },
      ['blanks', 'wanted', 'found'],
    ),
  ),
  strange: list(record({ found: text, near: orNull(text), place })),
});

const classified = record({
  rule: text,
  truth,
  tier: orNull(oneOf(tiers)),
  cite: citations,
  certainty: oneOf(certainties),
  from: orNull(days),
});

/** With `--against`. */
const worse = record({
  verdict: orNull(record({ from: oneOf(verdicts), to: oneOf(verdicts) })),
  tier: orNull(record({ from: oneOf(tiers), to: oneOf(tiers) })),
  findings: list(record({ rule: text, code: text, condition: orNull(text), from: oneOf(states), to: oneOf(states) })),
  lost: list(text),
});

const assessment = record(
  {
    useCase: record({
      id: text,
      title: text,
      file: text,
      purpose: orNull(text),
      owner: record({ unit: orNull(text), role: orNull(text) }),
      product: orNull(record({ name: text, supplier: orNull(text), version: orNull(text) })),
    }),
    profile: orNull(text),
    effectiveDay: orNull(day),
    stage: orNull(oneOf(stages)),
    for: orNull(oneOf(checkStages)),
    verdict: oneOf(verdicts),
    lawVerdict: oneOf(verdicts),
    tier: record({
      lowest: oneOf(tiers),
      highest: oneOf(tiers),
      from: orNull(days),
      decisive: list(list(text)),
    }),
    roles: list(record({ role: text, truth })),
    classification: list(classified),
    digest: text,
    approval: record({ state: oneOf(approvalStates), by: orNull(text), on: orNull(day) }),
    register: orNull(record({ on: day, entry: orNull(text) })),
    tender: orNull(tender),
    waived: whole,
    review: record({ last: orNull(day), due: orNull(day) }),
    readings: orNull(
      list(
        record({ on: day, what: text, value: text, by: orNull(text), aspect: orNull(oneOf(aspects)), at: position }),
      ),
    ),
    notices: list(
      record({
        kind: oneOf(noticeKinds),
        severity: orNull(oneOf(severities)),
        on: orNull(day),
        rule: orNull(text),
        fact: orNull(text),
        event: orNull(oneOf(eventKinds)),
        text: orNull(text),
        certain: flag,
        position: orNull(position),
      }),
    ),
    judgements: list(
      record({
        fact: text,
        truth,
        why: orNull(text),
        reason: orNull(text),
        role: orNull(text),
        on: orNull(day),
        at: position,
      }),
    ),
    findings: list(finding),
    questions: list(
      record({
        fact: text,
        key: text,
        text,
        position: orNull(position),
        askOf: list(text),
        settles: record({ tier: flag, verdict: flag, findings: whole }),
      }),
    ),
    since: record({ revision: text, state: oneOf(['new', 'unreadable', 'compared']), worse }, ['worse']),
    touched: flag,
    proofs: list(ruleProof),
  },
  ['since', 'touched', 'proofs'],
);
