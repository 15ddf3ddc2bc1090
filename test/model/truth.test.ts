import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atLeast, both, butNot, every, fromBoolean, not, some, type Truth } from '../../src/model/truth.ts';

const self = (truth: Truth): Truth => truth;

/** Each pair, and what `all`, `any`, and the first less the second make of it. */
const pairs: readonly (readonly [Truth, Truth, Truth, Truth, Truth])[] = [
  // first, second, all, any, first but not second
  ['true', 'true', 'true', 'true', 'false'],
  ['true', 'false', 'false', 'true', 'true'],
  ['true', 'unknown', 'unknown', 'true', 'unknown'],
  ['false', 'true', 'false', 'true', 'false'],
  ['false', 'false', 'false', 'false', 'false'],
  ['false', 'unknown', 'false', 'unknown', 'false'],
  ['unknown', 'true', 'unknown', 'true', 'false'],
  ['unknown', 'false', 'false', 'unknown', 'unknown'],
  ['unknown', 'unknown', 'unknown', 'unknown', 'unknown'],
];

const unlooked = (): Truth => {
  throw new Error('looked');
};

describe('strong Kleene logic', () => {
  test.each([
    ['true', 'false'],
    ['false', 'true'],
    ['unknown', 'unknown'],
  ] as const)('not %s is %s', (value, expected) => {
    expect(not(value)).toBe(expected);
  });

  test.each(pairs)('%s with %s: all %s, any %s', (a, b, all, any) => {
    expect(every([a, b], self)).toBe(all);
    expect(both(a, b)).toBe(all);
    expect(some([a, b], self)).toBe(any);
  });

  test.each(pairs)('a hit %s with the exception %s', (hit, exception, _all, _any, rest) => {
    expect(butNot(hit, () => exception)).toBe(rest);
  });

  test('all of nothing is true, any of nothing is false', () => {
    expect(every([], self)).toBe('true');
    expect(some([], self)).toBe('false');
  });

  test('yes and no are never unknown', () => {
    expect([fromBoolean(true), fromBoolean(false)]).toEqual(['true', 'false']);
  });

  test('an exception is not looked at where nothing is hit', () => {
    expect(butNot('false', unlooked)).toBe('false');
  });

  test.each([
    // true, false, unknown parts; at least one, two, three of them
    [
      ['true', 'true', 'false'],
      ['true', 'true', 'false'],
    ],
    [
      ['true', 'false', 'false'],
      ['true', 'false', 'false'],
    ],
    [
      ['true', 'unknown', 'false'],
      ['true', 'unknown', 'false'],
    ],
    [
      ['unknown', 'unknown', 'false'],
      ['unknown', 'unknown', 'false'],
    ],
    [
      ['true', 'true', 'unknown'],
      ['true', 'true', 'unknown'],
    ],
    [
      ['unknown', 'unknown', 'unknown'],
      ['unknown', 'unknown', 'unknown'],
    ],
    [
      ['false', 'false', 'false'],
      ['false', 'false', 'false'],
    ],
    [
      ['true', 'true', 'true'],
      ['true', 'true', 'true'],
    ],
  ] as const)('at least one, two and three of %j: %j', (parts, expected) => {
    expect([1, 2, 3].map((count) => atLeast(count, parts, self))).toEqual(expected);
  });
});

const truth = fc.constantFrom<Truth>('true', 'false', 'unknown');
const settled = fc.constantFrom<Truth>('true', 'false');
/** Some truths, and the same with each unknown one settled in some way. */
const lessAndMore = fc.array(fc.tuple(truth, settled), { maxLength: 6 }).map((pairsOf) => ({
  less: pairsOf.map(([value]) => value),
  more: pairsOf.map(([value, instead]) => (value === 'unknown' ? instead : value)),
}));

/** What may come out once more is known: a settled result stays as it is. */
const mayBecome = (before: Truth): readonly Truth[] => (before === 'unknown' ? ['true', 'false'] : [before]);

const completions = (parts: readonly Truth[]): readonly (readonly Truth[])[] =>
  parts.reduce<readonly (readonly Truth[])[]>(
    (rows, part) =>
      rows.flatMap((row) => (part === 'unknown' ? ['true', 'false'] : [part]).map((value) => [...row, value as Truth])),
    [[]],
  );

const outcomes = (parts: readonly Truth[], of: (row: readonly Truth[]) => Truth): Truth => {
  const found = new Set(completions(parts).map(of));
  return found.size > 1 ? 'unknown' : ([...found][0] ?? 'unknown');
};

describe('whoever learns more never has to take back a settled result', () => {
  test('of all and any', () => {
    fc.assert(
      fc.property(lessAndMore, ({ less, more }) => {
        expect(mayBecome(every(less, self))).toContain(every(more, self));
        expect(mayBecome(some(less, self))).toContain(some(more, self));
      }),
    );
  });

  test('of at least so many', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 7 }), lessAndMore, (count, { less, more }) => {
        expect(mayBecome(atLeast(count, less, self))).toContain(atLeast(count, more, self));
      }),
    );
  });

  test('of a negation and of a hit less its exception', () => {
    fc.assert(
      fc.property(truth, settled, truth, settled, (hit, hitInstead, exception, exceptionInstead) => {
        const knownHit = hit === 'unknown' ? hitInstead : hit;
        const knownException = exception === 'unknown' ? exceptionInstead : exception;
        const before = butNot(hit, () => exception);
        expect(mayBecome(not(hit))).toContain(not(knownHit));
        expect(mayBecome(before)).toContain(butNot(knownHit, () => knownException));
      }),
    );
  });

  test('and unknown is claimed only where more knowledge could settle it both ways', () => {
    fc.assert(
      fc.property(fc.array(truth, { maxLength: 5 }), fc.integer({ min: 0, max: 6 }), (parts, count) => {
        expect(every(parts, self)).toBe(outcomes(parts, (row) => every(row, self)));
        expect(some(parts, self)).toBe(outcomes(parts, (row) => some(row, self)));
        expect(atLeast(count, parts, self)).toBe(outcomes(parts, (row) => atLeast(count, row, self)));
      }),
    );
  });
});

test('de Morgan: not all is any not, not any is all not', () => {
  fc.assert(
    fc.property(fc.array(truth, { maxLength: 6 }), (parts) => {
      expect(not(every(parts, self))).toBe(some(parts, not));
      expect(not(some(parts, self))).toBe(every(parts, not));
    }),
  );
});
