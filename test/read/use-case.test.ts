import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Given, productKey, type UseCase } from '../../src/model/use-case.ts';
import { prepareCatalogue, readUseCase } from '../../src/read/use-case.ts';
import { problemText } from '../../src/text/problems.ts';
import { bikeBook } from '../support/book.ts';

const catalogue = prepareCatalogue(bikeBook());
const head = 'kompass: 1\nid: rad\ntitle: Räder\n';

function read(body: string, fileExists = (_path: string): boolean => true) {
  return readUseCase({ file: 'rad.yaml', text: head + body }, catalogue, { profile: null, fileExists });
}

function useCaseOf(body: string, fileExists?: (path: string) => boolean): UseCase {
  const result = read(body, fileExists);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

function answersOf(body: string, fileExists?: (path: string) => boolean): Record<string, Given> {
  return Object.fromEntries(useCaseOf(body, fileExists).answers);
}

const codesOf = (body: string): readonly string[] => {
  const result = read(body);
  return result.ok ? [] : result.problems.map(({ code, at }) => `${at.line}:${at.column} ${code}`);
};

describe('the head', () => {
  test('format, id and title are enough', () => {
    expect(useCaseOf('')).toMatchObject({
      id: 'rad',
      title: 'Räder',
      purpose: null,
      owner: { unit: null, role: null },
      product: null,
      profile: null,
    });
  });

  test('without a version the first one was answered, so that what came later is unknown', () => {
    expect(useCaseOf('').catalogue).toBe('2030-01');
    expect(useCaseOf('catalogue: 2030-07\n').catalogue).toBe('2030-07');
  });

  test('a title may look like a number', () => {
    expect(useCaseOf('purpose: 2030\n').purpose).toBe('2030');
  });

  test('a product has a name, and perhaps a supplier and a version', () => {
    expect(useCaseOf('product: { name: Radcode, supplier: Rad GmbH, version: 3 }\n').product).toEqual({
      name: 'Radcode',
      supplier: 'Rad GmbH',
      version: '3',
    });
    expect(useCaseOf('product: { name: Radcode }\n').product).toEqual({
      name: 'Radcode',
      supplier: null,
      version: null,
    });
    expect(codesOf('product: { supplier: Rad GmbH }\n')).toEqual(['4:10 missing-key']);
    expect(codesOf('product: { name: "" }\n')).toEqual(['4:18 empty-value']);
    expect(codesOf('product: { name: Radcode, vendor: Rad GmbH }\n')).toEqual(['4:27 unknown-key']);
    expect(codesOf('product: Radcode\n')).toEqual(['4:10 wrong-type']);
  });

  test('opinions do not rest on the name of the product', () => {
    expect(useCaseOf('product: { name: Radcode }\n').digest).toBe(useCaseOf('').digest);
  });

  test('the name of a product is the same in capitals and with spaces around it', () => {
    const [first, same, other] = ['Rad code', '  Rad  CODE ', 'Rad code 2'].map((name) =>
      productKey({ name, supplier: null, version: null }),
    );
    expect(same).toBe(first);
    expect(other).not.toBe(first);
  });

  test('a review is the next day, a number of months, or a record', () => {
    expect(useCaseOf('review: 2031-03-01\n').review).toMatchObject({ next: '2031-03-01', every: null });
    expect(useCaseOf('review: 12\n').review).toMatchObject({ next: null, every: 12 });
    expect(useCaseOf('review: { last: 2030-03-01, by: Amt, every: 6 }\n').review).toMatchObject({
      last: '2030-03-01',
      every: 6,
    });
    expect(codesOf('review: every year\n')).toEqual(['4:9 bad-date']);
    expect(codesOf('review: { months: 12 }\n')).toEqual(['4:11 unknown-key']);
  });
});

describe('answers', () => {
  test('silence is no answer', () => {
    expect(useCaseOf('').answers.size).toBe(0);
    expect(useCaseOf('bike:\n').answers.size).toBe(0);
  });

  test('yes, no and unknown are told apart', () => {
    const answers = answersOf('bike: { refuses: yes, secret: no, brakes-tested: unknown }\n');
    expect(answers['bike.refuses']).toMatchObject({ type: 'yes-no', value: true });
    expect(answers['bike.secret']).toMatchObject({ type: 'yes-no', value: false });
    expect(answers['bike.brakes-tested']).toMatchObject({ type: 'yes-no', value: null });
  });

  test('an answer stands where its value stands', () => {
    expect(answersOf('bike:\n  refuses: yes\n')['bike.refuses']?.at).toEqual({ file: 'rad.yaml', line: 5, column: 12 });
    expect(answersOf('bike:\n  refuses:\n    note: n\n    value: yes\n')['bike.refuses']?.at.line).toBe(7);
  });

  test('an answer may carry a note and the day it was confirmed', () => {
    const answers = answersOf('bike:\n  unchanged: { value: yes, note: same frame, confirmed-on: 2030-02-01 }\n');
    expect(answers['bike.unchanged']).toMatchObject({ value: true, note: 'same frame', confirmedOn: '2030-02-01' });
  });

  test('an answer may say who gave it and when, both or neither', () => {
    const answers = answersOf('bike: { kind: { value: city, by: Rad GmbH, on: 2030-02-01 } }\n');
    expect(answers['bike.kind']).toMatchObject({ source: { by: 'Rad GmbH', on: '2030-02-01' } });
    expect(codesOf('bike: { kind: { value: city, by: Rad GmbH } }\n')).toEqual(['4:15 missing-key']);
    expect(codesOf('bike: { kind: { value: city, on: 2030-02-01 } }\n')).toEqual(['4:15 missing-key']);
  });

  test('only an answer about a period can be confirmed on a day', () => {
    expect(codesOf('bike:\n  kind: { value: city, confirmed-on: 2030-02-01 }\n')).toEqual(['5:24 unknown-key']);
  });

  test('a member with a question mark is unsure', () => {
    expect(answersOf('screening: { uses: [rents-bikes, tracks-riders?] }\n')['screening.uses']).toMatchObject({
      value: [
        { option: 'rents-bikes', sure: true },
        { option: 'tracks-riders', sure: false },
      ],
    });
  });

  test('an empty set, an unknown set and a missing set differ', () => {
    expect(answersOf('screening: { uses: [] }\n')['screening.uses']).toMatchObject({ value: [] });
    expect(answersOf('screening: { uses: unknown }\n')['screening.uses']).toMatchObject({ value: null });
    expect(answersOf('screening: {}\n')['screening.uses']).toBeUndefined();
  });

  test('choices, dates and texts can be unknown too', () => {
    const answers = answersOf('bike: { kind: unknown, on-market-since: unknown, colour: unknown }\n');
    expect(Object.values(answers)).toMatchObject([{ value: null }, { value: null }, { value: null }]);
    expect(answersOf('bike: { kind: cargo, on-market-since: 2029-05-01, colour: red }\n')).toMatchObject({
      'bike.kind': { value: 'cargo' },
      'bike.on-market-since': { value: '2029-05-01' },
      'bike.colour': { value: 'red' },
    });
  });

  test('who confirmed the empty sets of a section is kept with the day', () => {
    const useCase = useCaseOf('screening:\n  uses: []\n  confirmed: { by: Amt, on: 2030-01-02 }\n');
    expect(useCase.confirmed.get('screening')).toMatchObject({ by: 'Amt', on: '2030-01-02' });
  });

  test('clauses of the tender are those that facts and duties name', () => {
    expect([...useCaseOf('procurement: { clauses: [K-BIKE-05-02, K-BIKE-05-01] }\n').tender.clauses.keys()]).toEqual([
      'K-BIKE-05-02',
      'K-BIKE-05-01',
    ]);
  });
});

describe('measures, judgements and their evidence', () => {
  const evidence = '{ file: proof/bell.md, on: 2030-01-02, by: Amt, covers: all bells }';

  test('a measure is a word or a record', () => {
    expect(answersOf('measures: { bell: no }\n')['measures.bell']).toMatchObject({
      done: false,
      planned: null,
      evidence: [],
    });
    expect(answersOf(`measures: { bell: { done: yes, evidence: ${evidence} } }\n`)['measures.bell']).toMatchObject({
      done: true,
      evidence: [
        {
          source: { kind: 'file', path: 'proof/bell.md', exists: true },
          on: '2030-01-02',
          by: 'Amt',
          covers: 'all bells',
        },
      ],
    });
  });

  test('a plan alone does not say that it is done', () => {
    expect(answersOf('measures: { bell: { planned: { by: IT, on: 2030-05-01 } } }\n')['measures.bell']).toMatchObject({
      done: null,
      planned: { by: 'IT', on: '2030-05-01' },
    });
  });

  test('a file that is not there is no problem, but it is known to be missing', () => {
    const asked: string[] = [];
    const answers = answersOf(`measures: { bell: { done: yes, evidence: [${evidence}] } }\n`, (path) => {
      asked.push(path);
      return false;
    });
    expect(answers['measures.bell']).toMatchObject({ evidence: [{ source: { exists: false } }] });
    expect(asked).toEqual(['proof/bell.md']);
  });

  test('nobody is asked about a file outside the folder', () => {
    const asked: string[] = [];
    for (const path of [
      '../a.md',
      'a/../../b.md',
      '/etc/passwd',
      '~/a.md',
      'file:///etc/passwd',
      '"C:\\\\a"',
      '"..\\\\a"',
    ]) {
      read(`measures: { bell: { evidence: { file: ${path}, on: 2030-01-02, by: Amt } } }\n`, (found) => {
        asked.push(found);
        return true;
      });
    }
    expect(asked).toEqual([]);
  });

  test('links are taken as written', () => {
    const answers = answersOf(
      'measures: { bell: { done: yes, evidence: { link: "https://example.org/a", on: 2030-01-02, by: Amt } } }\n',
    );
    expect(answers['measures.bell']).toMatchObject({
      evidence: [{ source: { kind: 'link', url: 'https://example.org/a' } }],
    });
  });

  test('a reason without the claim claims nothing: silence is no yes', () => {
    expect(answersOf('judgements: { toy: { reason: too small } }\n')['judgements.toy']).toMatchObject({
      claimed: null,
    });
    expect(answersOf('judgements: { toy: { claimed: unknown, reason: too small } }\n')['judgements.toy']).toMatchObject(
      { claimed: null },
    );
    expect(answersOf('judgements: { toy: { role: legal-office } }\n')['judgements.toy']).toMatchObject({
      claimed: null,
      role: 'legal-office',
    });
  });

  test('that nobody claims it is a plain answer', () => {
    expect(answersOf('judgements: { toy: { claimed: no } }\n')['judgements.toy']).toMatchObject({ claimed: false });
  });
});

const waiver = (more: string): string =>
  `waivers:\n  - { finding: bike-act.art-5-1, reason: r, measures: m, approved-by: { name: Kim, role: head-of-unit }, approved-on: 2030-01-01, expires: 2031-01-01${more} }\n`;

describe('waivers', () => {
  test('a waiver with all its parts is kept', () => {
    expect(useCaseOf(waiver('')).waivers).toMatchObject([
      {
        finding: 'bike-act.art-5-1',
        approvedBy: { name: 'Kim', role: 'head-of-unit' },
        approvedOn: '2030-01-01',
        expires: '2031-01-01',
      },
    ]);
  });

  test('a waiver for several use cases has to name this one', () => {
    expect(useCaseOf(waiver(', use-case: [roller, rad]')).waivers).toHaveLength(1);
    expect(codesOf(waiver(', use-case: [roller]'))).toEqual(['5:162 foreign-waiver']);
  });
});

describe('problems', () => {
  test('all of them are found at once, from the top', () => {
    const found = codesOf(
      'catalogue: 1999-01\nbike:\n  refuses: ja\n  kind: crago\nscreening:\n  uses: [rents-bikes, rents-bikes]\n',
    );
    expect(found).toEqual([
      '4:12 unknown-catalogue',
      '6:12 unknown-value',
      '7:9 unknown-option',
      '9:23 duplicate-member',
    ]);
  });

  test('a file full of unknown facts is refused quickly, with a readable number of problems', () => {
    const body = `bike:\n${Array.from({ length: 50_000 }, (_, i) => `  refuse${i}: yes`).join('\n')}`;
    const started = performance.now();
    expect(codesOf(body).length).toBeLessThanOrEqual(50);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  test('a very long word is cut in the message', () => {
    const result = read(`bike: { kind: ${'x'.repeat(100_000)} }\n`);
    const texts = result.ok ? [] : result.problems.map((problem) => problemText(problem, 'de'));
    expect(texts.join('').length).toBeLessThan(300);
  });

  test('any answer to any question is read or refused, never thrown at', () => {
    const names = [...catalogue.facts.keys(), 'screening.confirmed', 'procurement.clauses', 'bike.no-such'];
    const words = 'yes no unknown true 1 null "" 2030-01-01 cargo rents-bikes? ? ../a https://a'.split(' ');
    const keys = 'value note done planned evidence file link on by claimed reason role x'.split(' ');
    const { any } = fc.letrec<{ leaf: string; list: string; map: string; any: string }>((tie) => ({
      leaf: fc.oneof(
        fc.constantFrom(...words),
        fc.string({ maxLength: 12 }).map((text) => JSON.stringify(text)),
      ),
      list: fc.array(tie('any'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
      map: fc
        .uniqueArray(fc.tuple(fc.constantFrom(...keys), tie('any')), { maxLength: 4, selector: ([key]) => key })
        .map((entries) => `{ ${entries.map(([key, item]) => `${key}: ${item}`).join(', ')} }`),
      any: fc.oneof({ maxDepth: 3 }, tie('leaf'), tie('list'), tie('map')),
    }));
    fc.assert(
      fc.property(fc.constantFrom(...names), any, (name, answer) => {
        const [section = '', key = ''] = name.split('.');
        const result = read(`${section}: { ${key}: ${answer} }\n`);
        const problems = result.ok ? [] : result.problems;
        expect(result.ok || problems.length > 0).toBe(true);
        for (const problem of problems) expect(problemText(problem, 'de').length).toBeLessThan(600);
      }),
      { numRuns: 2000 },
    );
  });
});
