import { describe, expect, test } from 'vitest';
import type { SourceId } from '../../src/model/ids.ts';
import type { IsoDate } from '../../src/model/date.ts';
import type { Source } from '../../src/model/source.ts';
import { citationText } from '../../src/text/citation.ts';

const act = 'ai-act' as SourceId;
const day = '2024-07-12' as IsoDate;
const source: Source = {
  id: act,
  kind: 'act',
  title: { de: 'Verordnung über künstliche Intelligenz', en: 'Artificial Intelligence Act' },
  short: { de: 'KI-VO', en: 'AI Act' },
  published: day,
  inForce: day,
  url: 'https://example.org',
  definitions: '3',
};

const cited = (at: string, language: 'de' | 'en'): string =>
  citationText({ act, at, url: 'https://example.org' }, source, language);

describe('a citation is put in German as German lawyers write it', () => {
  test.each([
    ['Art. 4', 'Art. 4'],
    ['Art. 4a(1)', 'Art. 4a Abs. 1'],
    ['Art. 5(1)(f)', 'Art. 5 Abs. 1 Buchst. f'],
    ['Art. 5(1)(ba)', 'Art. 5 Abs. 1 Buchst. ba'],
    ['Art. 5(1)(h)(iii)', 'Art. 5 Abs. 1 Buchst. h Ziff. iii'],
    ['Art. 6(1a)', 'Art. 6 Abs. 1a'],
    ['Art. 50(4) subparagraph 1', 'Art. 50 Abs. 4 UAbs. 1'],
    ['§ 80(1) sentence 2', '§ 80 Abs. 1 Satz 2'],
    ['§ 31a sentence 2', '§ 31a Satz 2'],
    ['Art. 113(a)', 'Art. 113 Buchst. a'],
    ['Art. 3(39)', 'Art. 3 Nr. 39'],
    ['Art. 3(14a)', 'Art. 3 Nr. 14a'],
    ['Art. 3(49)(c)', 'Art. 3 Nr. 49 Buchst. c'],
    ['Art. 33(2)', 'Art. 33 Abs. 2'],
    ['Annex III', 'Anhang III'],
    ['Annex III point 2', 'Anhang III Nr. 2'],
    ['Annex III point 4(a)', 'Anhang III Nr. 4 Buchst. a'],
    ['Annex I Section A', 'Anhang I Abschnitt A'],
    ['Annex I Section B point 13', 'Anhang I Abschnitt B Nr. 13'],
    ['Recital 44', 'Erwägungsgrund 44'],
    ['para. 253', 'Rn. 253'],
  ])('%s', (at, german) => {
    expect(cited(at, 'de')).toBe(`${german} KI-VO`);
    expect(cited(at, 'en')).toBe(`${at} AI Act`);
  });

  test('numbers are paragraphs where the act defines nothing', () => {
    const without = { ...source, definitions: null };
    expect(citationText({ act, at: 'Art. 3(1)', url: '' }, without, 'de')).toBe('Art. 3 Abs. 1 KI-VO');
  });
});
