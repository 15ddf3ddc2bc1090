import { test } from 'vitest';
import { check, findingOf } from './support/act.ts';
const motor = { 'trike.has': '[motor]', 'trike.explodes': 'yes', 'trike.fast': 'no', 'trike.built': 'no' };
const w = '[{ finding: bike-act.art-5-1, reason: late, measures: m, approved-by: { name: Kim, role: head-of-unit }, approved-on: 2030-07-01, expires: 2040-01-01 }]';
test('p', () => {
  console.log(check({ ...motor, 'lifecycle.start': null, 'lifecycle.end': null }).verdict);
  const a = check({ 'measures.bell': 'no', 'lifecycle.start': null }, { waivers: w });
  console.log(findingOf(a, 'art-5-1').state, a.verdict);
  const b = check({ 'judgements.toy': null });
  console.log(b.verdict, b.questions.map((q) => [q.fact, q.settles]));
  console.log(check({ 'trike.has': '[helmet]', 'lifecycle.end': null, 'measures.helmets': '{ planned: { by: Amt, on: 2030-07-01 } }' }).verdict);
});
