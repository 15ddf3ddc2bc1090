import { describe, expect, test } from 'vitest';
import type { Assessment, Finding } from '../../src/model/assessment.ts';
import type { ClauseId } from '../../src/model/ids.ts';
import type { Tender, UseCase } from '../../src/model/use-case.ts';
import { act, type Answers, assessed, useCaseWith } from './support/act.ts';

const at = { file: 'vertrag.docx', line: 7, column: 1 };
const idOf = (rule: string): ClauseId => {
  const found = act.book.rules.find(({ id }) => id === `bike-procurement.${rule}`);
  if (found?.kind !== 'clause') throw new Error(`There is no clause ${rule}.`);
  return found.clause;
};

/** A use case of a town that chose the pack, whose documents were read and hold these clauses and no others. */
function bought(changes: Answers, state: Tender['state'] = 'read', found: readonly string[] = []): UseCase {
  const clauses = new Map(found.map((rule) => [idOf(rule), at]));
  return { ...useCaseWith(changes), packs: act.optional, tender: { state, clauses } };
}

const findingOf = (assessment: Assessment, rule: string): Finding => {
  const found = assessment.findings.find((finding) => finding.rule === `bike-procurement.${rule}`);
  if (found === undefined) throw new Error(`There is no finding ${rule}.`);
  return found;
};

const bells = (state: Tender['state'], found: readonly string[] = []): Finding =>
  findingOf(assessed(bought({}, state, found)), 'bells');

describe('a clause', () => {
  test('is met where it stands in the tender documents, at the place where it was found', () => {
    const finding = bells('read', ['bells']);
    expect(finding).toMatchObject({ state: 'met', code: 'clause', owedBy: 'us', addressee: null, due: 'tender' });
    expect(finding.position()).toEqual(at);
  });

  test('is missing once all documents were read and it stands in none', () => {
    expect(bells('read')).toMatchObject({ state: 'unmet', weight: 'clarify' });
    expect(bells('read', ['brakes'])).toMatchObject({ state: 'unmet' });
  });

  test.each(['not-named', 'unreadable'] as const)(
    'is open while the documents are %s, and asks no question',
    (state) => {
      expect(bells(state)).toMatchObject({ state: 'open', doubt: 'satisfied', asks: [], weight: 'clarify' });
      expect(bells(state, ['bells'])).toMatchObject({ state: 'met', weight: null });
    },
  );

  test('counts as found where the file names it and no documents are named', () => {
    const useCase = { ...useCaseWith({ 'procurement.clauses': `[${idOf('bells')}]` }), packs: act.optional };
    const finding = findingOf(assessed(useCase), 'bells');
    expect(finding.state).toBe('met');
    expect(finding.position()).toMatchObject({ file: 'rad.yaml' });
  });

  test('does not apply where what it secures is not owed', () => {
    const toy =
      '{ claimed: yes, reason: seen, role: legal-office, on: 2030-05-01, evidence: { link: "https://example.org/opinion", on: 2030-05-01, by: Rechtsamt } }';
    expect(findingOf(assessed(bought({ 'judgements.toy': toy })), 'bells').state).toBe('not-applicable');
  });

  test('weighs like a house rule, even where the law demands the agreement and says it is mandatory', () => {
    const assessment = assessed(
      bought({
        'trike.has': '[motor]',
        'trike.explodes': 'no',
        'trike.fast': 'no',
        'trike.built': 'no',
        'measures.lock': null,
      }),
    );
    expect(findingOf(assessment, 'slow')).toMatchObject({ basis: 'law', severity: 'major', weight: 'clarify' });
    expect(assessment).toMatchObject({ verdict: 'clarify', lawVerdict: 'ready' });
  });

  test('counts only where the organisation chose its pack', () => {
    const rules = assessed(useCaseWith()).findings.map(({ rule }) => String(rule));
    expect(rules.filter((rule) => rule.startsWith('bike-procurement.'))).toEqual([]);
  });

  test('of lesser weight is told and does not change the verdict', () => {
    const assessment = assessed(bought({ 'bike.refuses': 'yes' }, 'read', ['bells']));
    expect(findingOf(assessment, 'brakes')).toMatchObject({ state: 'unmet', weight: null });
  });
});

const helmets = (end: string | null, found: readonly string[] = ['bells']): Finding =>
  findingOf(assessed(bought({ 'trike.has': '[helmet]', 'lifecycle.end': end }, 'read', found)), 'helmets');

describe('a clause about what is owed later', () => {
  test('is wanted now where the day comes before the planned end, or no end is planned', () => {
    for (const end of ['2032-01-01', '2035-01-01', null])
      expect(helmets(end)).toMatchObject({ state: 'upcoming', weight: 'clarify' });
    expect(helmets(null, ['bells', 'helmets'])).toMatchObject({ state: 'met', weight: null });
  });

  test('is not wanted where the use ends before', () => {
    expect(helmets('2031-12-31')).toMatchObject({ state: 'upcoming', weight: null });
  });
});

/** At the tender, with helmets that are planned in time; the pack is not chosen. */
const planned = (state: Tender['state'], found: readonly string[]): UseCase => ({
  ...bought(
    {
      'lifecycle.stage': 'idea',
      'lifecycle.end': null,
      'trike.has': '[helmet]',
      'measures.helmets': '{ planned: { by: Amt, on: 2031-01-01 } }',
    },
    state,
    found,
  ),
  packs: new Set(),
});

test('the duty that names a clause is secured by it only where it was found', () => {
  expect(assessed(planned('read', ['helmets'])).verdict).toBe('ready');
  expect(assessed(planned('unreadable', ['helmets'])).verdict).toBe('ready');
  for (const state of ['read', 'unreadable', 'not-named'] as const)
    expect(assessed(planned(state, [])).verdict).toBe('clarify');
});

test('the proof of a clause says how far the documents were read', () => {
  const proof = assessed(bought({}, 'unreadable'))
    .prove()
    .find(({ rule }) => rule === 'bike-procurement.bells');
  expect(proof?.requires).toEqual({
    kind: 'clause',
    truth: 'unknown',
    clause: 'K-BIKE-05-01',
    documents: 'unreadable',
    at: null,
  });
});
