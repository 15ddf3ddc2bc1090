import { strFromU8, unzipSync } from 'fflate';
import { assert, asyncProperty, string } from 'fast-check';
import { expect, test } from 'vitest';
import type { Block, Paper } from '../../../src/report/paper/blocks.ts';
import { markdown } from '../../../src/report/paper/markdown.ts';
import { word } from '../../../src/report/paper/word.ts';

const paper = (blocks: readonly Block[]): Paper => ({ title: 'T', language: 'de', blocks });
const link = { kind: 'link', text: 'Art. 28', to: 'https://example.org/a?b=1&c=2' } as const;

async function documentOf(blocks: readonly Block[]): Promise<string> {
  const part = unzipSync(await word(paper(blocks)))['word/document.xml'];
  return part === undefined ? '' : strFromU8(part);
}

const textsOf = (xml: string): string =>
  [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)]
    .map(([, text = '']) =>
      text
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&apos;', "'")
        .replaceAll('&amp;', '&'),
    )
    .join('');

test('the same paper gives the same bytes, links and numbered lists included', async () => {
  const blocks: readonly Block[] = [
    { kind: 'paragraph', text: ['see ', link] },
    { kind: 'list', ordered: true, items: ['a', [link]] },
    { kind: 'table', head: ['A', 'B'], rows: [['1', '2']] },
  ];
  const [one, other] = [await word(paper(blocks)), await word(paper(blocks))];
  expect(Buffer.compare(Buffer.from(one), Buffer.from(other))).toBe(0);
});

test('Word gets headings, a head of the table that repeats, numbering and the language', async () => {
  const blocks: readonly Block[] = [
    { kind: 'heading', level: 1, text: 'First' },
    { kind: 'table', head: ['A'], rows: [['1']] },
    { kind: 'list', ordered: true, items: ['a'] },
    { kind: 'boxes', items: [{ text: 'Yes', ticked: true }] },
  ];
  const xml = await documentOf(blocks);
  expect(xml).toContain('<w:pStyle w:val="Heading1"/>');
  expect(xml).toContain('<w:tblHeader/>');
  expect(xml).toContain('<w:numPr>');
  expect(textsOf(xml)).toContain('☒ Yes');
  const styles = unzipSync(await word(paper(blocks)))['word/styles.xml'];
  expect(strFromU8(styles ?? new Uint8Array())).toContain('w:val="de-DE"');
});

test('text of a file stays text in Word: no markup, no control characters, no address but http', async () => {
  const evil = 'a <w:br/> & "b" \u0007\u202E';
  const xml = await documentOf([
    { kind: 'paragraph', text: evil },
    { kind: 'paragraph', text: [{ kind: 'link', text: 'click', to: 'javascript:alert(1)' }] },
  ]);
  expect(textsOf(xml)).toBe('a <w:br/> & "b" \uFFFD click');
  expect(xml).not.toContain('hyperlink');
});

test('a page break begins a new page in Word, and numbered lists behind it still have their numbers', async () => {
  const xml = await documentOf([
    { kind: 'paragraph', text: 'cover' },
    { kind: 'page-break' },
    { kind: 'list', ordered: true, items: ['first'] },
  ]);
  // The section that ends with the cover; the next one begins on the next page unless it says otherwise.
  expect(xml.match(/<w:sectPr/g)).toHaveLength(2);
  expect(xml).not.toContain('w:val="continuous"');
  expect(xml.indexOf('cover')).toBeLessThan(xml.indexOf('<w:sectPr'));
  expect(xml.indexOf('<w:sectPr')).toBeLessThan(xml.indexOf('first'));
  expect(xml).toContain('<w:numPr>');
});

test('any text can be read back from Word', async () => {
  await assert(
    asyncProperty(string({ unit: 'binary' }), async (text) => {
      const xml = await documentOf([{ kind: 'paragraph', text: `>${text}<` }]);
      const found = textsOf(xml);
      expect(found.startsWith('>')).toBe(true);
      expect(found.endsWith('<')).toBe(true);
      expect(/(?![\t\n\r])[\p{Cc}\uFFFE\uFFFF]/u.test(xml)).toBe(false);
    }),
    { numRuns: 40 },
  );
}, 30_000);

test('Markdown: boxes, tables, fields and notes, and nothing of the text begins a list or markup', () => {
  const text = markdown(
    paper([
      { kind: 'heading', level: 1, text: '# no' },
      { kind: 'paragraph', text: '1. not a list' },
      { kind: 'paragraph', text: '- nor this' },
      { kind: 'table', head: ['A'], rows: [['x | y']] },
      { kind: 'boxes', items: [{ text: 'Yes', ticked: true }] },
      { kind: 'field', label: 'Answer:', value: null },
      { kind: 'note', text: ['open: ', { kind: 'strong', text: '*' }] },
      { kind: 'paragraph', text: [{ kind: 'link', text: 'x', to: 'javascript:1' }, link] },
      { kind: 'page-break' },
    ]),
  );
  expect(text).toBe(
    [
      '## \\# no',
      '1\\. not a list',
      '\\- nor this',
      '| A |\n| --- |\n| x \\| y |',
      '- [x] Yes',
      '**Answer:**',
      '> open: **\\***',
      'x[Art. 28](<https://example.org/a?b=1&c=2>)',
      '---',
    ].join('\n\n') + '\n',
  );
});

test('columns of a table in Word have the shares that are asked for', async () => {
  const xml = await documentOf([{ kind: 'table', head: ['No.', 'To do'], rows: [['1', 'Read it']], widths: [1, 3] }]);
  const [narrow, wide] = [...xml.matchAll(/<w:gridCol w:w="(\d+)"\/>/g)].map(([, width]) => Number(width));
  expect((wide ?? 0) / (narrow ?? 1)).toBeCloseTo(3, 1);
});
