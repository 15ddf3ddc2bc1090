import { expect, test } from 'vitest';
import { addMonths, type IsoDate, laterOf, parseIsoDate, parsePeriod } from '../../src/model/date.ts';

const day = (text: string): IsoDate => parseIsoDate(text) ?? expect.fail(text);

test.each([
  '2027-02-29',
  '2100-02-29',
  '2027-04-31',
  '2027-01-32',
  '2027-13-01',
  '2027-00-10',
  '27-01-01',
  '2027-1-1',
  '02.12.2027',
  '2027-12-02T00:00',
  '',
])('%j is no day', (text) => {
  expect(parseIsoDate(text)).toBeNull();
});

test('a day that exists is a day, the leap day too', () => {
  for (const text of ['2028-02-29', '2000-02-29', '2027-01-31', '2027-06-30', '2027-12-31'])
    expect(parseIsoDate(text)).toBe(text);
});

test.each([
  ['2030-01-31', 1, '2030-02-28'],
  ['2027-11-30', 3, '2028-02-29'],
  ['2030-08-01', 12, '2031-08-01'],
  ['2030-12-15', 1, '2031-01-15'],
] as const)('%s and %i months is %s: the last of the month where it has no such day', (from, months, expected) => {
  expect(addMonths(day(from), months)).toBe(expected);
});

test('the later of two days', () => {
  expect(laterOf(day('2030-01-31'), day('2030-02-01'))).toBe('2030-02-01');
  expect(laterOf(day('2030-02-01'), day('2030-01-31'))).toBe('2030-02-01');
});

test.each([
  ['2028', '2028-01-01', '2028-12-31'],
  ['2028-02', '2028-02-01', '2028-02-29'],
  ['2027-04', '2027-04-01', '2027-04-30'],
])('%s lasts from %s to %s', (text, first, last) => {
  expect(parsePeriod(text)).toEqual({ first, last });
});

test.each(['2028-13', '2028-1', '28', '2028-02-01', 'August 2028', ''])('%j is neither month nor year', (text) => {
  expect(parsePeriod(text)).toBeNull();
});
