import { describe, expect, test } from 'vitest';
import { compare, ruleChanges } from '../../src/assess/compare.ts';
import { compile } from '../../src/assess/compile.ts';
import type { UseCase } from '../../src/model/use-case.ts';
import { type IsoDate, parseIsoDate } from '../../src/model/date.ts';
import { suppose } from '../../src/read/what-if.ts';
import { fixtures } from '../support/fixtures.ts';
import { loadRules, valueOf } from '../support/rules.ts';

const { compiled } = loadRules('rules');
const uses = fixtures(compiled);

function day(text: string): IsoDate {
  const found = parseIsoDate(text);
  if (found === null) throw new Error(text);
  return found;
}
function use(name: string): UseCase {
  const found = uses.find(({ useCase }) => useCase.id === name);
  if (found === undefined) throw new Error(name);
  return found.useCase;
}
const autumn = day('2026-11-24');
const other = (name: string, ...pairs: string[]): UseCase => valueOf(suppose(use(name), pairs, compiled, autumn));
const between = (before: UseCase, after: UseCase, then = autumn, now = autumn) =>
  compare({ useCase: before, compiled, asOf: then }, { useCase: after, compiled, asOf: now }, before, null);

describe('the answers to which a change is put down', () => {
  test('are those without which it would not be so, and no others', () => {
    const later = other('buerger-chatbot', 'screening.areas=work', 'screening.data=ordinary,special');
    const { cause, edits } = between(use('buerger-chatbot'), later);
    expect(edits.map(({ key }) => key)).toEqual(['screening.areas', 'screening.data', 'digest']);
    expect(cause('tier')).toMatchObject({ rules: false, day: false, aged: [], edits: ['screening.areas'] });
    expect(cause('ai-act.annex-3-4-a').edits).toEqual(['screening.areas']);
  });

  test('name the opinion that other answers have made stale', () => {
    const later = other('buerger-chatbot', 'screening.areas=work');
    const { cause, difference } = between(use('buerger-chatbot'), later);
    const opinion = difference.findings.find(({ finding }) => finding.rule === 'gdpr.art-38-data-protection-officer');
    expect(opinion).toMatchObject({ from: 'met', to: 'open' });
    expect(cause(opinion?.key ?? '').edits).toEqual(['digest']);
  });

  test('are named also where each of them alone would be enough', () => {
    const before = other('buerger-chatbot', 'screening.outputs=[]', 'system.infers=unknown');
    const both = between(before, use('buerger-chatbot'));
    for (const { key } of both.difference.findings) expect(both.cause(key).edits.length).toBeGreaterThan(0);
  });
});

describe('a change between two days', () => {
  test('is put down to the date of the law that lies between them', () => {
    const name = 'bewerber-vorauswahl';
    const { cause, difference, edits } = between(use(name), use(name), autumn, day('2027-12-02'));
    expect(edits).toEqual([]);
    const duty = difference.findings.find(({ finding }) => finding.rule === 'ai-act.art-26-2');
    expect(duty).toMatchObject({ from: 'upcoming', to: 'open' });
    expect(cause(duty?.key ?? '')).toMatchObject({ day: true, aged: [], date: { from: { earliest: '2027-12-02' } } });
  });

  test('is put down to an answer that does not count yet on the earlier one, not to a date of the law', () => {
    const name = 'bildgenerator-intim-ab-januar';
    const { cause, difference } = between(use(name), use(name), day('2026-07-01'), day('2027-02-02'));
    const state = (rule: string) => difference.findings.find(({ finding }) => finding.rule === rule)?.key ?? '';
    expect(cause(state('municipal.tool-list'))).toMatchObject({ date: null, aged: ['measures.tool-list'] });
    expect(cause(state('ai-act.annex-3-6-permitted'))).toMatchObject({ date: null, aged: ['screening.areas'] });
    expect(cause(state('ai-act.art-5-1-ba'))).toMatchObject({ aged: [], date: { from: { earliest: '2026-12-02' } } });
  });
});

describe('a change of rules', () => {
  const less = compile({
    ...compiled.book,
    rules: compiled.book.rules.filter(({ id }) => id !== 'ai-act.art-26-2'),
  });
  const bewerber = use('bewerber-vorauswahl');

  test('is told apart from one of answers', () => {
    const [then, now] = [
      { useCase: bewerber, compiled: less, asOf: autumn },
      { useCase: bewerber, compiled, asOf: autumn },
    ];
    const there = compare(then, now, bewerber, null);
    expect(there.difference.findings).toMatchObject([{ from: 'not-applicable', to: 'upcoming' }]);
    expect(there.cause(there.difference.findings[0]?.key ?? '')).toMatchObject({ rules: true, day: false, edits: [] });
    expect(ruleChanges(less, compiled)).toMatchObject({
      added: ['ai-act.art-26-2'],
      removed: [],
      changed: [],
      packs: [],
    });
  });

  test('shows also the duty that is gone', () => {
    const [then, now] = [
      { useCase: bewerber, compiled, asOf: autumn },
      { useCase: bewerber, compiled: less, asOf: autumn },
    ];
    const gone = compare(then, now, bewerber, null);
    expect(gone.difference.findings).toMatchObject([{ from: 'upcoming', to: 'not-applicable' }]);
    expect(ruleChanges(compiled, less)).toMatchObject({ removed: ['ai-act.art-26-2'] });
  });

  test('is none where the rules are the same, wherever they were read', () => {
    expect(ruleChanges(compiled, loadRules('rules').compiled)).toEqual({
      packs: [],
      added: [],
      removed: [],
      changed: [],
    });
  });
});

test('every change between two use cases has a reason', () => {
  // Each reason asks the engine once for every edit: some pairs must do.
  for (const [index, { useCase: before }] of uses.entries()) {
    if (index % 9 !== 0) continue;
    const { useCase: after } = uses[(index + 1) % uses.length] ?? { useCase: before };
    const { difference, cause, edits } = between(before, after, autumn, day('2027-12-02'));
    const what = [
      ...difference.findings.map(({ key }) => key),
      ...difference.provisions.map(({ rule }) => String(rule)),
      ...(difference.tier === null ? [] : ['tier']),
      ...(difference.verdict === null ? [] : ['verdict']),
    ];
    for (const key of what.filter((_, place) => place % 9 === 0)) {
      const { rules, day: isDay, edits: found } = cause(key);
      expect(rules || isDay || found.length > 0, `${before.id} → ${after.id}: ${key}`).toBe(true);
      expect(edits.map((edit) => edit.key)).toEqual(expect.arrayContaining([...found]));
    }
  }
});
