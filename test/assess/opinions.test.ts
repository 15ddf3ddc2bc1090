import { describe, expect, test } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { fails } from '../../src/cli/gate.ts';
import type { Assessment } from '../../src/model/assessment.ts';
import { type IsoDate, parseIsoDate } from '../../src/model/date.ts';
import type { UseCase } from '../../src/model/use-case.ts';
import { prepareCatalogue, readUseCase } from '../../src/read/use-case.ts';
import { readProfile } from '../../src/read/profile.ts';
import { loadRules, valueOf } from '../support/rules.ts';

const { compiled } = loadRules('rules');
const catalogue = prepareCatalogue(compiled.book);
const day = (text: string): IsoDate => parseIsoDate(text) ?? expect.fail(text);
const fileExists = (): boolean => true;

const profileText = (packs: string): string =>
  `{ kompass: 1, profile: Musterstadt, ${packs} organisation: { kind: municipality, land: ni } }`;

function useCaseOf(more: string, packs = ''): UseCase {
  const profile = valueOf(readProfile({ file: 'p.yaml', text: profileText(packs) }, catalogue, { fileExists }));
  const text = `kompass: 1
catalogue: 2026-11
id: notes
title: Notes
lifecycle: { stage: award, start: 2027-03-01 }
organisation: { relation: [bought] }
${more.includes('screening:') ? '' : 'screening: { people: [staff-uses] }\n'}${more}`;
  return valueOf(readUseCase({ file: 'a.yaml', text }, catalogue, { profile, fileExists }));
}

const assessed = (useCase: UseCase, asOf = '2026-11-24'): Assessment => assess(useCase, compiled, day(asOf));
const stateOf = ({ findings }: Assessment, rule: string): string =>
  findings.find((finding) => finding.rule === rule && finding.condition === null)?.state ?? 'none';

const { digest } = useCaseOf('');
const opinion = (changes: Readonly<Record<string, string>> = {}): string => {
  const parts = {
    result: 'agreed',
    by: 'staff-council',
    on: '2026-11-01',
    digest: `"${digest}"`,
    evidence: '{ file: letter.md, on: 2026-11-01, by: Personalrat }',
    ...changes,
  };
  return `opinions: { staff-council: { ${Object.entries(parts)
    .map(([key, value]) => `${key}: ${value}`)
    .join(', ')} } }`;
};
const staffCouncil = 'german-law.npersvg-67';

describe('an opinion', () => {
  test('that agrees, with evidence and about these answers, meets the duty that demands it', () => {
    expect(stateOf(assessed(useCaseOf(opinion())), staffCouncil)).toBe('met');
  });

  test('that refuses leaves it unmet, and needs neither evidence nor check code for that', () => {
    const refused =
      'opinions: { staff-council: { result: refused, by: staff-council, on: 2026-11-01 } }\nstaff: { framework-covers: no }\nmeasures: { staff-consent-otherwise: { done: no } }';
    expect(stateOf(assessed(useCaseOf(refused)), staffCouncil)).toBe('unmet');
  });

  test('that nobody gave leaves it open', () => {
    expect(stateOf(assessed(useCaseOf('')), staffCouncil)).toBe('open');
  });

  test.each([
    ['about other answers', { digest: '"000000000000"' }, 'stale'],
    ['by an office that cannot give it', { by: 'procurement' }, 'not-entitled'],
    ['dated later than today', { on: '2026-12-01' }, 'too-early'],
  ] as const)('%s does not count, and the report says why', (_, changes, why) => {
    const assessment = assessed(useCaseOf(opinion(changes)));
    expect(stateOf(assessment, staffCouncil)).toBe('open');
    expect(assessment.questions.find(({ fact }) => String(fact) === 'opinions.staff-council')?.why).toBe(why);
  });

  test('goes stale when an answer changes that it rests on, and not when a measure or the stage does', () => {
    const changed = useCaseOf(`${opinion()}\nsystem: { infers: yes }`);
    expect(stateOf(assessed(changed), staffCouncil)).toBe('open');
    const done = useCaseOf(`${opinion()}\nmeasures: { marking: no }`);
    expect(stateOf(assessed(done), staffCouncil)).toBe('met');
  });

  test('with conditions makes each of them a duty as grave as the one that demands the opinion', () => {
    const conditions =
      '[{ text: Delete the logs after 30 days }, { text: Train all, done: yes, evidence: { file: t.md, on: 2026-11-02, by: hr } }, { text: No ranking, done: no }]';
    const assessment = assessed(useCaseOf(opinion({ result: 'with-conditions', conditions })));
    const found = assessment.findings.filter(({ condition }) => condition !== null);
    expect(found.map(({ condition, state, severity }) => [condition?.text, state, severity])).toEqual([
      ['Delete the logs after 30 days', 'open', 'blocker'],
      ['Train all', 'met', 'blocker'],
      ['No ranking', 'unmet', 'blocker'],
    ]);
    expect(assessment.verdict).toBe('not-ready');
  });
});

describe('the check code of the answers', () => {
  test('does not change with order, notes or form of the file', () => {
    const turned = useCaseOf('').digest;
    const text = `# note
kompass: 1
title: Other title
id: notes
catalogue: 2026-11
screening: { people: { value: [staff-uses], note: all of us } }
organisation: { relation: [bought] }
lifecycle: { start: 2027-03-01, stage: tender }
`;
    const other = valueOf(readUseCase({ file: 'b.yaml', text }, catalogue, { profile: null, fileExists }));
    expect(other.digest).toBe(turned);
  });
});

const approvedBy = (record: string): Assessment => assessed(useCaseOf(`approval: ${record}`));

describe('the approval', () => {
  test.each([
    [`{ by: ai-office, on: 2026-11-20, digest: "${digest}" }`, 'valid'],
    ['{ by: ai-office, on: 2026-11-20 }', 'stale'],
    [`{ by: supplier, on: 2026-11-20, digest: "${digest}" }`, 'not-entitled'],
    [`{ by: ai-office, on: 2026-12-20, digest: "${digest}" }`, 'too-early'],
    [`{ by: ai-office, on: 2026-11-20, until: 2027-02-01, digest: "${digest}" }`, 'expired'],
  ])('%s is %s', (record, state) => {
    expect(approvedBy(record).approval.state).toBe(state);
  });

  test('stands outside the verdict, and the gate can demand it', () => {
    const [without, approved] = [
      assessed(useCaseOf('')),
      approvedBy(`{ by: ai-office, on: 2026-11-20, digest: "${digest}" }`),
    ];
    expect(without.approval.state).toBe('missing');
    expect(approved.verdict).toBe(without.verdict);
    const ready = { ...without, verdict: 'ready' as const };
    expect(fails(ready, 'clarify')).toBe(false);
    expect(fails(ready, 'clarify', true)).toBe(true);
    expect(fails({ ...approved, verdict: 'ready' }, 'clarify', true)).toBe(false);
  });
});

const concept = (on: string): string =>
  `screening: { data: [ordinary] }\nmeasures: { security-concept: { done: yes, evidence: { file: s.md, on: ${on}, by: ISB } } }`;

describe('evidence that ages', () => {
  test('counts for the months that its measure names, and is then said to have expired', () => {
    const fresh = assessed(useCaseOf(concept('2025-01-10')));
    expect(stateOf(fresh, 'gdpr.art-32-security')).toBe('met');
    const old = assessed(useCaseOf(concept('2024-11-01')));
    expect(stateOf(old, 'gdpr.art-32-security')).toBe('open');
    expect(old.questions.find(({ fact }) => String(fact) === 'measures.security-concept')?.why).toBe('expired');
  });
});

function asksOfAccessibility(more: string): readonly string[] {
  return assessed(useCaseOf(more)).findings.find(({ rule }) => rule === 'german-law.nbgg-9a')?.asks ?? [];
}

describe('several ways to satisfy a duty', () => {
  test('are asked with what can be done first, and the record of why not only after a no', () => {
    expect(asksOfAccessibility('')).toEqual(['measures.accessibility-tested']);
    expect(asksOfAccessibility('measures: { accessibility-tested: { done: no } }')).toEqual([
      'judgements.accessibility-burden',
    ]);
    expect(asksOfAccessibility('judgements: { accessibility-burden: no }')).toEqual(['measures.accessibility-tested']);
  });
});
