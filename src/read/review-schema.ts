import { aspects } from '../model/rule.ts';
import { tiers } from '../model/tier.ts';
import { eventKinds } from '../model/use-case.ts';

const months = { type: 'integer', minimum: 1, maximum: 120 };
const date = { $ref: '#/definitions/date' };
const anyText = { type: ['string', 'number', 'boolean'] };

const record = (properties: object, required: readonly string[]) => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required,
});

/** After how many months a use is reviewed again, by tier. */
export const reviewMonths = record(Object.fromEntries(tiers.map((tier) => [tier, months])), []);

/** `review` in the head of a use case. */
export const review = { anyOf: [date, months, record({ last: date, by: anyText, next: date, every: months }, [])] };

const listOf = (item: object) => ({ anyOf: [{ type: 'array', items: item }, { const: 'unknown' }] });
export const events = listOf(record({ on: date, kind: { enum: eventKinds }, text: anyText }, ['on', 'kind']));
export const readings = listOf(
  record({ on: date, what: anyText, value: anyText, by: anyText, aspect: { enum: aspects } }, ['on', 'what', 'value']),
);
