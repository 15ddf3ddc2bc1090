import { describe, expect, test } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { contradictions } from '../../src/assess/contradictions.ts';
import { type Direction, directions, type OtherAnswer, wouldChange } from '../../src/assess/would-change.ts';
import { difference } from '../../src/assess/difference.ts';
import { type Explained, explainer, type RuleExplained } from '../../src/assess/explain.ts';
import { type Assessment, verdicts } from '../../src/model/assessment.ts';
import { tiers } from '../../src/model/tier.ts';
import type { RuleProof } from '../../src/model/proof.ts';
import { atLeast, both, every, not, some, type Truth } from '../../src/model/truth.ts';
import { suppose } from '../../src/read/what-if.ts';
import { fixtures } from '../support/fixtures.ts';
import { loadRules, valueOf } from '../support/rules.ts';

const { compiled, cases } = loadRules('rules');
const uses = fixtures(compiled);

/** The truth that the leaves of a tree give, by the logic alone: what stands further up, and what is derived, counts as told. */
function recomputed(explained: Explained): Truth {
  switch (explained.kind) {
    case 'fact':
    case 'clause':
    case 'derived':
      return explained.truth;
    case 'rule':
      return explained.parts === null ? explained.truth : ofParts(explained.parts, explained.truth);
    case 'node':
      return ofNode(explained);
  }
}

function ofNode({ op, count, parts }: Extract<Explained, { kind: 'node' }>): Truth {
  switch (op) {
    case 'all':
      return every(parts, recomputed);
    case 'any':
      return some(parts, recomputed);
    case 'at-least':
      return atLeast(count ?? 0, parts, recomputed);
    case 'not':
      return not(every(parts, recomputed));
  }
}

/** An exception alone tells why a rule does not apply although its conditions hold. */
function ofParts({ when, except }: RuleExplained, truth: Truth): Truth {
  const hit = when === null ? 'true' : recomputed(when);
  if (except === null) return hit;
  return when === null && truth === 'false' ? not(recomputed(except)) : both(hit, not(recomputed(except)));
}

describe.each([
  ['what decides', false],
  ['every part', true],
] as const)('a tree with %s', (_, all) => {
  const started = [
    ...uses.map(({ useCase, asOf }) => ({ useCase, asOf })),
    ...cases.filter((_one, index) => index % 37 === 0).map(({ useCase, asOf }) => ({ useCase, asOf })),
  ];

  test('gives each rule the truth of the assessment when its leaves are computed again', () => {
    const wrong = started.flatMap(({ useCase, asOf }) => {
      const assessment = assess(useCase, compiled, asOf);
      const trees = explainer(assessment.prove(), compiled, all);
      return [...trees.proofs.values()].flat().flatMap((proof: RuleProof) => {
        const requires = trees.requires(proof);
        const isSame =
          ofParts(trees.rule(proof), proof.truth) === proof.truth &&
          (requires === null || recomputed(requires) === proof.requires?.truth);
        return isSame ? [] : [`${useCase.id}: ${proof.rule}`];
      });
    });
    expect(started.length).toBeGreaterThan(100);
    expect(wrong).toEqual([]);
  });
});

const named = (id: string) => uses.find(({ useCase }) => useCase.id === id) ?? expect.fail(id);

const differs = (id: string, ...answers: readonly string[]) => {
  const { useCase, asOf } = named(id);
  const supposed = valueOf(suppose(useCase, answers, compiled, asOf));
  return difference(assess(useCase, compiled, asOf), assess(supposed, compiled, asOf));
};

describe('what if', () => {
  test('nothing is supposed, nothing is different', () => {
    expect(differs('buerger-chatbot')).toEqual({
      tier: null,
      verdict: null,
      lawVerdict: null,
      provisions: [],
      findings: [],
      asked: [],
      settled: [],
    });
  });

  test('a ready chatbot that reads feelings from voices would be high-risk, and its opinion is about something else', () => {
    const found = differs('buerger-chatbot', 'screening.practices=recognises-emotions?');
    expect(found.tier?.from).toEqual(['transparency', 'transparency']);
    expect(found.tier?.to[1]).toBe('prohibited');
    expect(found.verdict).toEqual({ from: 'ready', to: 'clarify' });
    expect(found.asked).toContain('biometrics.infers');
  });

  test('a measure that is done satisfies its duty', () => {
    const { findings } = differs('bewerber-vorauswahl', 'measures.ai-literacy=yes');
    expect(findings.map(({ finding, from, to }) => [finding.rule, from, to])).toEqual([
      ['ai-act.art-4', 'unmet', 'met'],
    ]);
  });

  test('an answer that is taken back is asked for again', () => {
    expect(differs('buerger-chatbot', 'data.processed-by=unknown').asked).toContain('data.processed-by');
  });

  test('an opinion comes with its record, about the answers as they would be', () => {
    const { findings } = differs('bewerber-vorauswahl', 'opinions.staff-council=agreed', 'measures.ai-literacy=yes');
    const states = new Map(findings.map(({ finding, to }) => [String(finding.rule), to]));
    expect(states.get('german-law.npersvg-67')).toBe('met');
  });

  test.each([
    ['screening.areas=wrok', 'unknown-value'],
    ['screening.aeras=work', 'unknown-fact'],
    ['system.infers', 'unknown-value'],
    ['system.infers=maybe', 'unknown-value'],
    ['lifecycle.start=March', 'unknown-value'],
    ['screening.areas=', 'unknown-value'],
  ])('%s is refused', (answer, code) => {
    const { useCase, asOf } = named('buerger-chatbot');
    const supposed = suppose(useCase, [answer], compiled, asOf);
    expect(supposed.ok ? [] : supposed.problems.map((problem) => problem.code)).toEqual([code]);
  });
});

const setting = ({ useCase, asOf }: (typeof uses)[number]) => ({
  compiled,
  asOf,
  stage: null,
  suppose: (pairs: readonly string[]) => {
    const supposed = suppose(useCase, pairs, compiled, asOf);
    return supposed.ok && contradictions(supposed.value, compiled, asOf).length === 0 ? supposed.value : null;
  },
});
/** Ranks that grow: of the lowest and the highest tier, and of the verdict. */
const ranks = ({ tier, verdict }: Assessment) => ({
  lowest: tiers.indexOf(tier.lowest),
  highest: tiers.indexOf(tier.highest),
  verdict: verdicts.indexOf(verdict),
});
describe('what would change', () => {
  const isReached: Record<Direction, (now: Assessment, after: Assessment) => boolean> = {
    'tier-lower': (now, after) => ranks(after).highest < ranks(now).highest,
    'tier-higher': (now, after) => ranks(after).lowest > ranks(now).lowest,
    'verdict-better': (now, after) => ranks(after).verdict < ranks(now).verdict,
    'verdict-worse': (now, after) => ranks(after).verdict > ranks(now).verdict,
  };

  test.each(['bewerber-vorauswahl', 'mitarbeiter-assistent', 'buerger-chatbot', 'wohngeld-betrugshinweis'])(
    '%s: each set brings its change, and none of its answers can be left out',
    (id) => {
      const use = named(id);
      const now = assess(use.useCase, compiled, use.asOf);
      const found = wouldChange(use.useCase, now, setting(use));
      const look = (answers: readonly OtherAnswer[]): Assessment | null => {
        const supposed = setting(use).suppose(answers.map(({ fact, value }) => `${fact}=${value}`));
        return supposed === null ? null : assess(supposed, compiled, use.asOf);
      };
      const brings = (direction: Direction, answers: readonly OtherAnswer[]): boolean => {
        const after = look(answers);
        return after !== null && isReached[direction](now, after);
      };
      const sets = directions.flatMap((direction) => found[direction].map((answers) => ({ direction, answers })));
      expect(sets.length).toBeGreaterThan(1);
      expect(sets.filter(({ direction, answers }) => !brings(direction, answers))).toEqual([]);
      const spare = sets.flatMap(({ direction, answers }) =>
        answers.filter((answer) =>
          brings(
            direction,
            answers.filter((other) => other !== answer),
          ),
        ),
      );
      expect(spare).toEqual([]);
    },
  );

  test('what is open is told from what would have to be otherwise', () => {
    const use = named('bewerber-vorauswahl');
    const now = assess(use.useCase, compiled, use.asOf);
    const [better = []] = wouldChange(use.useCase, now, setting(use))['verdict-better'];
    expect(better).toEqual([
      { fact: 'measures.ai-literacy', value: 'yes', open: false },
      { fact: 'measures.disability-representative-heard', value: 'yes', open: false },
    ]);
    const assistant = named('mitarbeiter-assistent');
    const then = assess(assistant.useCase, compiled, assistant.asOf);
    const [lower = []] = wouldChange(assistant.useCase, then, setting(assistant))['tier-lower'];
    expect(new Set(lower.map(({ open }) => open))).toEqual(new Set([true]));
    expect(lower.map(({ fact }) => fact).toSorted()).toEqual(['benefits.kinds', 'work.recruitment', 'work.staff']);
  });
});
