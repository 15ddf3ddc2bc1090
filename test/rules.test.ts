import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { runCase, uncovered } from '../src/assess/run-cases.ts';
import { readBuiltBook } from '../src/files/book.ts';
import { comparables, reviewsIn, unreviewed } from '../src/read/reviews.ts';
import { failureText } from '../src/report/case-failure.ts';
import { loadRules } from './support/rules.ts';

const { compiled, cases } = loadRules('rules');

describe('the cases beside the rules', () => {
  test.each(cases.map((example) => [`${example.rule}: ${example.name}`, example] as const))('%s', (_, example) => {
    const result = runCase(example, compiled);
    expect(result.passed, failureText(result, 'en')).toBe(true);
  });

  it('show each rule true, false and unknown, and each exception in a near-miss pair', () => {
    expect(uncovered(compiled, cases).map(({ rule, missing }) => `${rule.id}: ${missing}`)).toEqual([]);
  });
});

it('house rules stand in packs that an organisation chooses, and law in the others', () => {
  // The note on the law of another Land is asked for by this tool, for law that applies and that it does not know.
  const wrong = compiled.book.rules.filter(
    (rule) =>
      (rule.kind === 'duty' || rule.kind === 'prohibition') &&
      rule.id !== 'german-law.other-land' &&
      (rule.basis === 'policy') !== compiled.optional.has(rule.pack),
  );
  expect(wrong.map(({ id }) => id)).toEqual([]);
});

it('the compiled rules that are shipped are those of the YAML files', () => {
  const built = readBuiltBook(new URL('../dist/rules.json', import.meta.url));
  expect(built).toEqual(JSON.parse(JSON.stringify(compiled.book)));
});

it('somebody else than the author has compared each rule, as it is now, with the text that it cites, or it is known to wait for that', () => {
  const texts = compiled.book.packs.map(({ id }) => readFileSync(`rules/${id}/reviews.yaml`, 'utf8'));
  const rules = comparables(compiled.book, [readFileSync('rules/sources.yaml', 'utf8')]);
  expect(unreviewed(rules, reviewsIn(texts))).toEqual([]);
});
