import { approvalStates, states, verdicts } from '../../model/assessment.ts';
import { noticeKinds } from '../../model/notice.ts';
import { dueKinds } from '../../model/register.ts';
import { aspects, severities } from '../../model/rule.ts';
import { checkStages, stages } from '../../model/stage.ts';
import { tiers } from '../../model/tier.ts';
import { eventKinds, opinionResults } from '../../model/use-case.ts';
import { day, flag, list, oneOf, orNull, problem, record, text, truth, whole } from '../schema-parts.ts';
import { registerSchemaVersion } from './json.ts';
import { informedStates } from './public.ts';

/** The JSON Schema (draft-07) of `register --format json`, whole or public. Within a major version keys are only added. */
export function registerSchema(): object {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'KI-Kompass register',
    anyOf: [{ $ref: '#/definitions/whole' }, { $ref: '#/definitions/public' }],
    definitions: { whole: wholeRegister, public: publicRegister },
  };
}

const products = list(record({ name: text, useCases: list(text) }));
const head = { schemaVersion: { const: registerSchemaVersion }, asOf: day, products };
const interval = { lowest: oneOf(tiers), highest: oneOf(tiers) };
const tally = { met: whole, waived: whole, unmet: whole, open: whole };
const registered = orNull(record({ on: day, entry: orNull(text) }));

const row = record({
  id: text,
  title: text,
  purpose: orNull(text),
  file: text,
  owner: record({ unit: orNull(text), role: orNull(text) }),
  product: orNull(record({ name: text, supplier: orNull(text), version: orNull(text) })),
  profile: orNull(text),
  organisation: orNull(text),
  digest: text,
  stage: orNull(oneOf(stages)),
  for: orNull(oneOf(checkStages)),
  start: orNull(day),
  end: orNull(day),
  tier: record({ ...interval, from: orNull(record({ earliest: orNull(day), latest: orNull(day) })) }),
  verdict: oneOf(verdicts),
  lawVerdict: oneOf(verdicts),
  possibleProhibition: flag,
  waived: whole,
  work: record({
    stop: list(text),
    possible: list(text),
    unmet: list(text),
    open: list(text),
    unsecured: list(text),
  }),
  questions: record({ tier: whole, verdict: whole }),
  opinions: list(
    record({
      fact: text,
      office: text,
      duty: orNull(oneOf(states)),
      result: orNull(oneOf(opinionResults)),
      by: orNull(text),
      on: orNull(day),
      why: orNull(text),
    }),
  ),
  approval: record({ state: oneOf(approvalStates), by: orNull(text), on: orNull(day), until: orNull(day) }),
  register: registered,
  review: record({ last: orNull(day), due: orNull(day), isOverdue: flag }),
  waivers: list(
    record({
      rule: text,
      reason: text,
      measures: text,
      approvedBy: record({ name: text, role: text }),
      approvedOn: day,
      expires: day,
      counts: flag,
    }),
  ),
  notices: list(
    record({
      kind: oneOf(noticeKinds),
      severity: oneOf(severities),
      on: orNull(day),
      rule: orNull(text),
      fact: orNull(text),
      event: orNull(oneOf(eventKinds)),
      text: orNull(text),
    }),
  ),
  events: orNull(list(record({ on: day, kind: oneOf(eventKinds), text: orNull(text) }))),
  readings: orNull(
    list(record({ on: day, what: text, value: text, by: orNull(text), aspect: orNull(oneOf(aspects)) })),
  ),
  aspects: record(Object.fromEntries(aspects.map((aspect) => [aspect, record(tally)]))),
  due: list(
    record({
      kind: oneOf(dueKinds),
      on: day,
      rules: list(text),
      fact: orNull(text),
      by: orNull(text),
      profile: orNull(text),
      certain: flag,
    }),
  ),
  training: record({ literacy: orNull(truth), programme: orNull(truth) }),
  informing: list(record({ rule: text, state: oneOf(states) })),
});

const wholeRegister = record({
  ...head,
  public: { const: false },
  packs: list(record({ id: text, version: text })),
  results: list(record({ verdict: oneOf(verdicts), count: whole })),
  tiersByStage: list(
    record({
      stage: orNull(oneOf(stages)),
      tiers: list(record({ tier: oneOf(tiers), isSettled: flag, count: whole })),
    }),
  ),
  aspects: list(record({ aspect: oneOf(aspects), ...tally })),
  due: list(record({ month: text, certain: whole, possible: whole })),
  unread: list(record({ file: text, problems: list(problem) })),
  problems: list(problem),
  useCases: list(row),
});

/** Closed: a key more in the public register would be a leak. */
const publicRegister = {
  ...record({
    ...head,
    public: { const: true },
    unread: whole,
    useCases: list({
      ...record({
        id: text,
        title: text,
        purpose: orNull(text),
        unit: orNull(text),
        product: orNull(record({ name: text, supplier: orNull(text) })),
        stage: orNull(oneOf(stages)),
        start: orNull(day),
        ended: orNull(day),
        tier: record(interval),
        informed: oneOf(informedStates),
        approval: record({ isValid: flag, on: orNull(day) }),
        register: registered,
      }),
      additionalProperties: false,
    }),
  }),
  additionalProperties: false,
};
