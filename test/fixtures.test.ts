import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assess } from '../src/assess/assess.ts';
import { contradictions } from '../src/assess/contradictions.ts';
import { verdicts } from '../src/model/assessment.ts';
import { terminal } from '../src/report/terminal.ts';
import { fixtures } from './support/fixtures.ts';
import { loadRules } from './support/rules.ts';

const { compiled } = loadRules('rules');
const all = fixtures(compiled).map((fixture) => ({
  ...fixture,
  assessment: assess(fixture.useCase, compiled, fixture.asOf, fixture.expected.for),
}));

describe.each(all.map((fixture) => [fixture.useCase.id, fixture] as const))('%s', (_, fixture) => {
  const { assessment, expected, useCase, asOf } = fixture;

  it('comes out as the law says', () => {
    const truths = new Map<string, string>(assessment.classification.map(({ rule, truth }) => [rule, truth]));
    const states = new Map<string, string[]>();
    for (const { rule, state } of assessment.findings) states.set(rule, [...(states.get(rule) ?? []), state]);
    expect(contradictions(useCase, compiled, asOf)).toEqual([]);
    expect({
      verdict: assessment.verdict,
      tier: [assessment.tier.lowest, assessment.tier.highest],
      true: expected.true.filter((rule) => truths.get(rule) === 'true'),
      false: expected.false.filter((rule) => truths.get(rule) === 'false'),
      states: Object.fromEntries(
        Object.entries(expected.states).map(([rule, state]) => {
          const found = states.get(rule) ?? [];
          // Of several chapters of one gap rule the expectation names the worst.
          return [
            rule,
            found.includes(state) && (state !== 'not-applicable' || found.every((one) => one === state))
              ? state
              : found,
          ];
        }),
      ),
    }).toEqual({
      verdict: expected.verdict,
      tier: expected.tier,
      true: expected.true,
      false: expected.false,
      states: expected.states,
    });
  });

  it('says where the expectation comes from', () => {
    expect(expected.source).not.toBe('');
    expect(expected.why.length).toBeGreaterThan(40);
  });
});

describe('the use cases together', () => {
  it('are at least 28 and show each verdict at least four times', () => {
    expect(all.length).toBeGreaterThanOrEqual(28);
    for (const verdict of verdicts)
      expect(all.filter(({ expected }) => expected.verdict === verdict).length, verdict).toBeGreaterThanOrEqual(4);
  });

  it('have a report of at most 40 lines where nothing stands in the way and nothing rests on a recorded judgement', () => {
    const ready = all.filter(
      ({ expected, assessment }) => expected.verdict === 'ready' && assessment.judgements.length === 0,
    );
    expect(ready.length).toBeGreaterThan(3);
    for (const language of ['de', 'en'] as const)
      for (const { assessment, asOf } of ready) {
        const show = { quiet: false, verbose: false, met: false, open: false, waived: false, explain: false };
        const report = terminal({ compiled, language, asOf, files: 1, colour: false, width: 80, show }).each(
          assessment,
        );
        expect(String(report).trimEnd().split('\n').length, assessment.useCase.id).toBeLessThanOrEqual(40);
      }
  });

  it.each([
    ['buerger-chatbot', 60],
    ['verkehrsprognose', 45],
  ])('become ready in few lines, with a profile: %s in %i', (name, most) => {
    const fixture = all.find(({ useCase }) => useCase.id === name);
    expect(fixture?.assessment.verdict).toBe('ready');
    expect(readFileSync(`fixtures/use-cases/${name}.yaml`, 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(
      most,
    );
  });
});
