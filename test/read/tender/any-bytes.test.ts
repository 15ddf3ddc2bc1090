import { setImmediate } from 'node:timers/promises';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clauseFinder } from '../../../src/read/tender/find-clauses.ts';
import { documentText } from '../../../src/read/tender/document-text.ts';
import type { ClauseId } from '../../../src/model/ids.ts';
import { docx, odt, paragraph, pdf, pdfOf } from '../../support/documents.ts';

const clause = 'K-AI-50-01' as ClauseId;
const find = clauseFinder([
  { clause, title: { de: 'Hinweis', en: 'Notice' }, text: { de: 'Ein [Wort] steht […] hier.', en: 'A [word] [...].' } },
]);

/** Reads the bytes and looks for clauses. What is wrong with that: more than a second of our own work, or an answer that says nothing. */
async function harmOf(file: string, bytes: Uint8Array): Promise<readonly string[]> {
  const begun = process.cpuUsage();
  const text = await documentText(file, bytes);
  find(file, 'other', text);
  return [
    ...(process.cpuUsage(begun).user > 1_000_000 ? ['slow'] : []),
    ...(text.passages.length + text.obstacles.length === 0 ? ['silent'] : []),
  ];
}

const line = 'K-AI-50-01 Ein Wort steht 30 hier, und noch mehr dazu.';
const whole = {
  'a.docx': docx(paragraph(line), { styles: '<w:styles xmlns:w="w"/>' }),
  'a.odt': odt(`<text:p>${line}</text:p>`),
  'a.pdf': pdf([[line, line], { picture: [line] }]),
  'a.md': new TextEncoder().encode(`| ${line} | ~~weg~~ <!-- x -->`),
};

describe.each(Object.entries(whole))('%s', (file, bytes) => {
  test('may hold any bytes', async () => {
    expect(await harmOf(file, bytes)).toEqual([]);
    const start = bytes.slice(0, 8);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), fc.boolean(), async (noise, isMarked) => {
        expect(await harmOf(file, isMarked ? Uint8Array.from([...start, ...noise]) : noise)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('may be damaged anywhere', async () => {
    const slip = fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(slip, { minLength: 1, maxLength: 8 }),
        fc.nat({ max: bytes.length }),
        async (slips, cut) => {
          const damaged = bytes.slice();
          for (const [at, byte] of slips) damaged[at] = byte;
          expect(await harmOf(file, damaged)).toEqual([]);
          expect(await harmOf(file, damaged.slice(0, cut))).toEqual([]);
        },
      ),
      { numRuns: 100 },
    );
  });
});

// In these PDF.js rejects a promise that it does not wait for itself; it ended the whole run.
const strays: readonly (readonly [at: number, byte: number])[][] = [
  [
    [241, 160],
    [319, 125],
    [420, 45],
    [554, 74],
    [678, 12],
    [706, 75],
  ],
  [
    [422, 12],
    [515, 211],
    [772, 41],
    [877, 254],
    [1016, 39],
    [1105, 12],
    [1141, 70],
    [1180, 86],
  ],
];

test.each(strays.map((slips) => [slips.length, slips] as const))(
  'damage that the library forgets to wait for is told as damage: %i bytes',
  async (_, slips) => {
    const unhandled: unknown[] = [];
    const count = (reason: unknown): void => {
      // Whoever reads a document listens too, as long as it reads.
      if (process.listenerCount('unhandledRejection') === listeners) unhandled.push(reason);
    };
    process.on('unhandledRejection', count);
    const listeners = process.listenerCount('unhandledRejection');
    const damaged = whole['a.pdf'].slice();
    for (const [at, byte] of slips) damaged[at] = byte;
    const { obstacles } = await documentText('a.pdf', damaged);
    await setImmediate();
    process.off('unhandledRejection', count);
    expect(unhandled).toEqual([]);
    expect(obstacles.map(({ code }) => code)).toContain('broken');
  },
);

/** A form that draws the next one so many times. */
const form = (next: number, times: number) =>
  `<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</N ${next} 0 R>>>>/Length ${6 * times}>>\nstream\n${'/N Do '.repeat(times)}\nendstream`;

describe('what takes long to compare', () => {
  test.each([
    ['an id again and again', `${clause} `.repeat(200_000)],
    ['a wording that always nearly fits', `${clause} Ein ${'steht '.repeat(1_000)}\n`.repeat(300)],
    ['the beginnings of ids', 'K-AI-50-0'.repeat(200_000)],
    ['marks of Markdown', '~~ <!-- ** | '.repeat(100_000)],
    ['lines without words', '\n-'.repeat(500_000)],
  ])('%s', async (_case, text) => {
    expect(await harmOf('a.md', new TextEncoder().encode(text))).toEqual([]);
  });

  test('forms of a PDF file that draw each other', async () => {
    const objects = [
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<</XObject<</N 5 0 R>>>>/Contents 4 0 R>>',
      '<</Length 5>>\nstream\n/N Do\nendstream',
      ...Array.from({ length: 12 }, (_, index) => form(index + 6, 10)),
    ];
    expect(await harmOf('a.pdf', pdfOf([...objects, '<</Length 0>>\nstream\n\nendstream']))).toEqual([]);
  });
});
