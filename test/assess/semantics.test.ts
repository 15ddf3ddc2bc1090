import { describe, expect, test } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { fails, failLevels } from '../../src/cli/gate.ts';
import type { Assessment } from '../../src/model/assessment.ts';
import type { CatalogueVersion, FactId, Office } from '../../src/model/ids.ts';
import { lifecycle } from '../../src/model/lifecycle.ts';
import type { Position } from '../../src/model/position.ts';
import type { Evidence, Given, UseCase } from '../../src/model/use-case.ts';
import { fixtures } from '../support/fixtures.ts';
import { demandsOf, loadRules } from '../support/rules.ts';
import { day } from './support/act.ts';

// The evaluations that the semantics of product.md were written for, on the real rules and fixtures.

const compiled = demandsOf('ai-act', loadRules('rules').compiled);
const useCases = new Map(fixtures(compiled).map(({ useCase }) => [String(useCase.id), useCase]));
const fixture = (id: string): UseCase => useCases.get(id) ?? expect.fail(`no fixture ${id}`);

const at: Position = { file: 'test', line: 1, column: 1 };
const here = { at, note: null, source: null };
const onDay = (text: string): Given => ({ ...here, type: 'date', value: day(text), until: day(text) });
const inYear = (year: string): Given => ({
  ...here,
  type: 'date',
  value: day(`${year}-01-01`),
  until: day(`${year}-12-31`),
});
const yes: Given = { ...here, type: 'yes-no', value: true, confirmedOn: null };
const no: Given = { ...here, type: 'yes-no', value: false, confirmedOn: null };
const saidOn = (value: boolean, on: string): Given => ({ ...here, type: 'yes-no', value, confirmedOn: day(on) });
const notDone: Given = { ...here, type: 'measure', done: false, planned: null, evidence: [] };

const document: Evidence = {
  source: { kind: 'link', url: 'https://example.org/opinion' },
  on: day('2026-11-01'),
  by: 'legal office',
  covers: null,
  at,
};
const notClaimed: Given = {
  ...here,
  type: 'judgement',
  claimed: false,
  reason: null,
  role: null,
  on: null,
  evidence: [],
};
const claimBy = (role: string, evidence: readonly Evidence[] = [document]): Given => ({
  ...here,
  type: 'judgement',
  claimed: true,
  reason: 'as written in the opinion',
  role: role as Office,
  on: day('2026-11-01'),
  evidence,
});

/** The use case with some answers changed; null: taken away. */
function changed(useCase: UseCase, changes: Readonly<Record<string, Given | null>>): UseCase {
  const answers = new Map(useCase.answers);
  for (const [fact, given] of Object.entries(changes)) {
    if (!compiled.facts.has(fact as FactId)) throw new Error(`The catalogue has no ${fact}.`);
    if (given === null) answers.delete(fact as FactId);
    else answers.set(fact as FactId, given);
  }
  return { ...useCase, answers };
}

const chatbot = fixture('buerger-chatbot');

const today = '2026-11-24';
const checked = (useCase: UseCase, asOf = today): Assessment => assess(useCase, compiled, day(asOf));

const failsAt = (assessment: Assessment) => failLevels.filter((level) => fails(assessment, level));
const everyLevel = ['clarify', 'not-ready', 'stop'];

const finding = (assessment: Assessment, rule: string) =>
  assessment.findings.find((one) => one.rule === rule) ?? expect.fail(`no finding ${rule}`);
const provision = (assessment: Assessment, rule: string) =>
  assessment.classification.find((one) => one.rule === rule) ?? expect.fail(`no provision ${rule}`);

const marking = (start: Given | null) =>
  finding(
    checked(changed(chatbot, { [lifecycle.start]: start, 'measures.marking': notDone })),
    'ai-act.art-50-2-bought',
  );

describe('a start date removed', () => {
  const withoutStart = changed(chatbot, { [lifecycle.start]: null });

  test('makes a use that was ready one to clarify, and the start is asked first', () => {
    expect(checked(chatbot).verdict).toBe('ready');
    const assessment = checked(withoutStart);
    expect(assessment).toMatchObject({ verdict: 'clarify', effectiveDay: null, tier: { lowest: 'transparency' } });
    expect(assessment.questions.map(({ fact }) => fact)).toEqual([lifecycle.start]);
    expect(failsAt(assessment)).toEqual(['clarify']);
  });

  test('makes a duty of 2 December 2026 that is not fulfilled open for its date, neither unmet nor upcoming', () => {
    expect(marking(onDay('2027-03-01')).state).toBe('unmet');
    expect(marking(onDay('2026-11-30')).state).toBe('upcoming');
    expect(marking(null)).toMatchObject({ state: 'open', doubt: 'date', asks: [lifecycle.start] });
  });

  test('leaves no finding upcoming, whatever the use', () => {
    for (const useCase of useCases.values()) {
      const { findings } = checked(changed(useCase, { [lifecycle.start]: null }));
      expect(findings.filter(({ state }) => state === 'upcoming')).toEqual([]);
    }
  });

  test('makes a ban that lies ahead open for its date, and the gate still fails at every level', () => {
    const assessment = checked(changed(fixture('bildgenerator-intim-ab-dezember'), { [lifecycle.start]: null }));
    expect(finding(assessment, 'ai-act.art-5-1-ba')).toMatchObject({ state: 'open', doubt: 'date' });
    expect(assessment.tier).toMatchObject({ lowest: 'prohibited', highest: 'prohibited' });
    expect(failsAt(assessment)).toEqual(everyLevel);
  });
});

describe('a ban that begins eight days after the start', () => {
  const eightDaysBefore = { [lifecycle.start]: onDay('2026-11-24') }; // the ban: 2 December 2026
  const generator = changed(fixture('bildgenerator-intim-ab-dezember'), eightDaysBefore);

  test('stops the use although it is not in force at the start, as the use has no end', () => {
    const assessment = checked(generator);
    expect(assessment.effectiveDay).toBe('2026-11-24');
    expect(finding(assessment, 'ai-act.art-5-1-ba')).toMatchObject({
      state: 'upcoming',
      from: { earliest: '2026-12-02', latest: '2026-12-02' },
    });
    expect(assessment.verdict).toBe('stop');
    expect(failsAt(assessment)).toEqual(everyLevel);
  });

  test('makes the tier prohibited, from that day', () => {
    expect(checked(generator).tier).toMatchObject({
      lowest: 'prohibited',
      highest: 'prohibited',
      from: { earliest: '2026-12-02', latest: '2026-12-02' },
    });
  });

  test('stops it also with an end that comes later than the ban', () => {
    expect(checked(changed(generator, { [lifecycle.end]: onDay('2027-01-31') })).verdict).toBe('stop');
  });

  test('does not stop a use that ends before it: the ban stays upcoming', () => {
    const assessment = checked(changed(generator, { [lifecycle.end]: onDay('2026-12-01') }));
    expect(finding(assessment, 'ai-act.art-5-1-ba').state).toBe('upcoming');
    expect(assessment.verdict).not.toBe('stop');
    expect(failsAt(assessment)).not.toContain('stop');
  });

  test('is known from the day on which its act was published, 24 July 2026', () => {
    const before = checked(generator, '2026-07-23');
    expect(before.findings.map(({ rule }) => rule)).not.toContain('ai-act.art-5-1-ba');
    expect(before.verdict).not.toBe('stop');
    expect(checked(generator, '2026-07-24').verdict).toBe('stop');
  });
});

describe('an old system, on the market since 2025', () => {
  // For authorities: high-risk duties from 2 December 2027; older and unchanged, from 2 August 2030 (Art. 111(2)).
  const ranking = changed(fixture('bewerber-vorauswahl'), { 'lifecycle.design-changed': null });
  const fromOf = (answer: Given | null, asOf: string, more: Readonly<Record<string, Given>> = {}) =>
    provision(checked(changed(ranking, { 'lifecycle.design-changed': answer, ...more }), asOf), 'ai-act.annex-3-4-a')
      .from;
  const both = { earliest: '2027-12-02', latest: '2030-08-02' };
  const late = { earliest: '2030-08-02', latest: '2030-08-02' };
  const early = { earliest: '2027-12-02', latest: '2027-12-02' };

  test('is high-risk on either day: the tier is not lower because its duties lie ahead', () => {
    for (const asOf of [today, '2028-09-01'])
      expect(checked(ranking, asOf).tier).toMatchObject({ lowest: 'high-risk', highest: 'high-risk' });
  });

  test('in 2026 nobody can say yet whether it will be changed: both days are possible, whatever was answered', () => {
    expect(fromOf(null, today)).toEqual(both);
    expect(fromOf(saidOn(false, '2026-11-20'), today)).toEqual(both);
    expect(fromOf(saidOn(false, '2028-01-10'), today)).toEqual(both);
    expect(checked(ranking).tier.from).toEqual(both);
  });

  test('in 2028 an unchanged design, confirmed in the period, gives the late day', () => {
    expect(fromOf(saidOn(false, '2028-08-01'), '2028-09-01')).toEqual(late);
  });

  test('in 2028 a changed design, confirmed in the period, gives the early day', () => {
    expect(fromOf(saidOn(true, '2028-08-01'), '2028-09-01')).toEqual(early);
  });

  test('of which only the year is known gives the late day for 2026, and both for 2027', () => {
    const unchanged = saidOn(false, '2028-08-01');
    expect(fromOf(unchanged, '2028-09-01', { 'lifecycle.on-market-since': inYear('2026') })).toEqual(late);
    expect(fromOf(unchanged, '2028-09-01', { 'lifecycle.on-market-since': inYear('2027') })).toEqual(both);
  });

  test.each([
    ['nobody answered', null],
    ['it was said in 2026, before the period', saidOn(false, '2026-11-20')],
    ['nobody said when it was confirmed', no],
  ])('in 2028 both days are still possible where %s', (_case, answer) => {
    expect(fromOf(answer, '2028-09-01')).toEqual(both);
  });

  test('the answer of early 2028 counts for a year and not in 2029', () => {
    expect(fromOf(saidOn(false, '2028-01-10'), '2028-12-31')).toEqual(late);
    expect(fromOf(saidOn(false, '2028-01-10'), '2029-06-01')).toEqual(both);
  });

  test('unchanged and not meant for authorities, its day never comes', () => {
    const notForAuthorities = { 'lifecycle.intended-for-authorities': no };
    expect(fromOf(saidOn(false, '2028-08-01'), '2028-09-01', notForAuthorities)).toEqual({
      earliest: null,
      latest: null,
    });
  });

  test('who looks from before the Omnibus knows the day of the first version, 2 August 2026', () => {
    expect(fromOf(null, '2026-07-01')).toEqual({ earliest: '2026-08-02', latest: '2030-08-02' });
  });
});

test('where the year does not tell whether marking is due already, the day is asked', () => {
  // On the market before 2 August 2026: from 2 December 2026 (Art. 111(4)).
  const assessment = checked(changed(fixture('pressetexte'), { 'lifecycle.on-market-since': inYear('2026') }));
  expect(assessment.questions.find(({ fact }) => fact === 'lifecycle.on-market-since')).toMatchObject({ why: 'rough' });
});

describe('an exception claimed without record', () => {
  const callCentre = fixture('callcenter-mitarbeiter-emotionen');
  const claiming = (medical: Given | null) => checked(changed(callCentre, { 'judgements.medical-reasons': medical }));

  test('nobody claims it: prohibited', () => {
    const assessment = checked(callCentre);
    expect(finding(assessment, 'ai-act.art-5-1-f').state).toBe('unmet');
    expect(assessment.verdict).toBe('stop');
  });

  test.each([
    ['without evidence', claimBy('legal-office', [])],
    ['by a role that may not judge', claimBy('project-lead')],
    ['on evidence that is dated later', claimBy('legal-office', [{ ...document, on: day('2026-12-24') }])],
    [
      'on a file that is not there',
      claimBy('legal-office', [{ ...document, source: { kind: 'file', path: 'opinion.pdf', exists: false } }]),
    ],
    ['not said at all', null],
  ])('%s it stays "prohibited unless …", and the gate fails at every level', (_case, medical) => {
    const assessment = claiming(medical);
    expect(finding(assessment, 'ai-act.art-5-1-f')).toMatchObject({
      state: 'open',
      code: 'prohibited-unless',
      asks: ['judgements.medical-reasons'],
    });
    expect(provision(assessment, 'ai-act.art-5-1-f')).toMatchObject({ truth: 'unknown', unless: true });
    expect(assessment.tier.highest).toBe('prohibited');
    expect(failsAt(assessment)).toEqual(everyLevel);
  });

  test('with its record it counts, and heads the judgements that are relied upon', () => {
    const assessment = claiming(claimBy('legal-office'));
    expect(finding(assessment, 'ai-act.art-5-1-f').state).toBe('not-applicable');
    expect(assessment.judgements).toMatchObject([
      { fact: 'judgements.medical-reasons', truth: 'true', role: 'legal-office' },
    ]);
  });
});

describe('a member added to the catalogue after the answer', () => {
  const answeredInJuly: UseCase = { ...chatbot, catalogue: '2026-07' as CatalogueVersion };

  test('is unknown: a file that denied all practices of July 2026 did not deny the bans of December', () => {
    const assessment = checked(answeredInJuly);
    expect(provision(assessment, 'ai-act.art-5-1-ba').truth).toBe('unknown');
    expect(provision(assessment, 'ai-act.art-5-1-bb').truth).toBe('unknown');
    expect(assessment.tier).toMatchObject({ lowest: 'transparency', highest: 'prohibited' });
  });

  test('keeps the use from being ready and the gate shut at every level', () => {
    const assessment = checked(answeredInJuly);
    expect(assessment.verdict).toBe('clarify');
    expect(failsAt(assessment)).toEqual(everyLevel);
  });

  test('is asked by its set, with the reason; the members of July stay denied', () => {
    const assessment = checked(answeredInJuly);
    expect(assessment.questions).toMatchObject([{ fact: 'screening.practices', why: 'newer-member' }]);
    expect(provision(assessment, 'ai-act.art-5-1-f').truth).toBe('false');
    const denied = assessment.denials.find(({ fact }) => fact === 'screening.practices')?.options;
    expect(denied).toContain('recognises-emotions');
    expect(denied).not.toContain('intimate-images');
  });

  test('is denied by the same file of November 2026', () => {
    expect(checked(chatbot)).toMatchObject({ verdict: 'ready', questions: [] });
  });
});

describe('Art. 6(3) claimed by the deployer alone', () => {
  // A bought completeness check: with the provider's document and our own statement it is not high-risk.
  const completeness = fixture('wohngeld-vollstaendigkeit');
  const alone = (changes: Readonly<Record<string, Given | null>>) => checked(changed(completeness, changes));

  test('with the document of the provider and our statement about the use the tier is lifted, and the hit stays', () => {
    const assessment = checked(completeness);
    expect(provision(assessment, 'ai-act.annex-3-5-a')).toMatchObject({ truth: 'true', lifted: 'true' });
    expect(assessment.tier).toMatchObject({ lowest: 'minimal', highest: 'minimal' });
  });

  test.each<[string, Readonly<Record<string, Given | null>>]>([
    ['our legal office claims it in the place of the provider', { 'judgements.art-6-3': claimBy('legal-office') }],
    ['another role of ours claims it', { 'judgements.art-6-3': claimBy('head-of-unit') }],
    ['only our statement about the use is there', { 'judgements.art-6-3': null }],
  ])('it stays open, up to high-risk, where %s', (_case, changes) => {
    const assessment = alone(changes);
    expect(provision(assessment, 'ai-act.annex-3-5-a')).toMatchObject({ truth: 'true', lifted: 'unknown' });
    expect(assessment.tier).toMatchObject({ lowest: 'minimal', highest: 'high-risk' });
    expect(assessment.verdict).toBe('clarify');
    expect(failsAt(assessment)).toEqual(['clarify', 'not-ready']);
  });

  test('it is high-risk where the provider has given no document, whatever our own statement says', () => {
    const assessment = alone({ 'judgements.art-6-3': notClaimed });
    expect(provision(assessment, 'ai-act.annex-3-5-a')).toMatchObject({ truth: 'true', lifted: 'false' });
    expect(assessment.tier).toMatchObject({ lowest: 'high-risk', highest: 'high-risk' });
    expect(assessment.verdict).not.toBe('ready');
  });

  test('the provider alone is not enough either: that our use agrees is our own statement', () => {
    const assessment = alone({ 'judgements.art-6-3-use-agrees': null });
    expect(assessment.tier).toMatchObject({ lowest: 'minimal', highest: 'high-risk' });
    expect(assessment.questions.map(({ fact }) => fact)).toContain('judgements.art-6-3-use-agrees');
  });

  test('profiling keeps it high-risk, whoever claims what', () => {
    const assessment = alone({ 'decision.evaluates-people': yes, 'decision.single-people': yes });
    expect(assessment.tier).toMatchObject({ lowest: 'high-risk', highest: 'high-risk' });
  });
});
