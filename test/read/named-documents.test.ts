import { describe, expect, test } from 'vitest';
import { prepareCatalogue, readUseCase } from '../../src/read/use-case.ts';
import { bikeBook } from '../support/book.ts';
import { bareUseCase } from '../support/world.ts';

const catalogue = prepareCatalogue(bikeBook());

function read(documents: string) {
  const text = `${bareUseCase('rad')}procurement:\n  documents: ${documents}\n`;
  return readUseCase({ file: 'rad.yaml', text }, catalogue, { profile: null, fileExists: () => false });
}

const problemsOf = (documents: string) => {
  const result = read(documents);
  return result.ok ? [] : result.problems.map(({ code, params }) => ({ code, params }));
};

describe('procurement.documents', () => {
  test('names files with their kind; nobody knows what stands in them before they are read', () => {
    const result = read('[{ file: vergabe/lb.docx, kind: specification }, { file: b.pdf }]');
    expect(result).toMatchObject({
      ok: true,
      value: {
        tender: { state: 'unreadable', clauses: new Map() },
        documents: {
          named: [
            { file: 'vergabe/lb.docx', kind: 'specification', at: { line: 5 } },
            { file: 'b.pdf', kind: 'other' },
          ],
          reading: null,
        },
      },
    });
  });

  test.each([
    ['[{ file: ../b.pdf }]', 'bad-path', { path: '../b.pdf', why: 'outside' }],
    ['[{ file: /b.pdf }]', 'bad-path', { path: '/b.pdf', why: 'absolute' }],
    ['[{ file: "https://example.org/b.pdf" }]', 'bad-path', { path: 'https://example.org/b.pdf', why: 'url' }],
    ['[{ file: "C:\\\\b.pdf" }]', 'bad-path', { why: 'absolute' }],
    ['[{ kind: offer }]', 'missing-key', { key: 'file' }],
    ['[{ file: b.pdf, kind: ofer }]', 'unknown-value', { found: 'ofer', near: 'offer' }],
    ['[{ file: b.pdf, typ: offer }]', 'unknown-key', { key: 'typ' }],
    ['[b.pdf]', 'wrong-type', { expected: 'map' }],
    ['b.pdf', 'wrong-type', { expected: 'list' }],
    ['[{ file: b.pdf }, { file: b.pdf }]', 'duplicate-member', { member: 'b.pdf' }],
    [
      `[${Array.from({ length: 101 }, (_, index) => `{ file: ${index}.pdf }`).join(', ')}]`,
      'too-many-files',
      { limit: 100 },
    ],
  ])('%s is refused', (documents, code, params) => {
    expect(problemsOf(documents)).toMatchObject([{ code, params }]);
  });
});
