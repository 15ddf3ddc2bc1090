import { strFromU8, zipSync, zlibSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { documentText } from '../../../src/read/tender/document-text.ts';
import { docx, odt, paragraph, pdf, pdfOf, run, wordPart, zip } from '../../support/documents.ts';

const read = async (file: string, bytes: Uint8Array | string) =>
  documentText(file, typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes);

const textsOf = async (file: string, bytes: Uint8Array | string) =>
  (await read(file, bytes)).passages.map(({ text }) => text);

const obstaclesOf = async (file: string, bytes: Uint8Array | string) => (await read(file, bytes)).obstacles;

const inWord = async (body: string, parts: Readonly<Record<string, string>> = {}) =>
  textsOf('a.docx', docx(body, parts));

const note = (id: number, text: string) => `<w:footnote w:id="${id}">${paragraph(text)}</w:footnote>`;
const wordStyle = (id: string, rest: string) => `<w:style w:styleId="${id}">${rest}</w:style>`;
const row = (text: string, properties = '') =>
  `<w:tr><w:trPr>${properties}</w:trPr><w:tc>${paragraph(text)}</w:tc></w:tr>`;

describe('a Word document', () => {
  test('is read paragraph by paragraph, an id in several runs as one', async () => {
    const body = paragraph('Klauseln') + paragraph(['K-GD', 'PR-28', '-03: nur auf Weisung']);
    expect(await read('a.docx', docx(body))).toEqual({
      passages: [
        { unit: 'paragraph', number: 1, text: 'Klauseln' },
        { unit: 'paragraph', number: 2, text: 'K-GDPR-28-03: nur auf Weisung' },
      ],
      obstacles: [],
    });
  });

  test('has text in tables, text boxes, headers in use and notes referred to', async () => {
    const box = `<w:r><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>${paragraph('im Kasten')}</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><v:textbox><w:txbxContent>${paragraph('im Kasten')}</w:txbxContent></v:textbox></mc:Fallback></mc:AlternateContent></w:r>`;
    const body =
      `<w:tbl><w:tr><w:tc>${paragraph('in der Zelle')}</w:tc></w:tr></w:tbl><w:p>${run('davor ')}${box}${run('danach')}</w:p>` +
      `<w:p>${run('mit Fußnote')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>` +
      '<w:sectPr><w:headerReference r:id="header1"/></w:sectPr>';
    const parts = {
      header1: wordPart('hdr', paragraph('oben')),
      header2: wordPart('hdr', paragraph('nie gezeigt')),
      footnotes: wordPart('footnotes', note(2, 'unten') + note(3, 'ohne Verweis')),
    };
    expect((await read('a.docx', docx(body, parts))).passages).toEqual([
      { unit: 'paragraph', number: 1, text: 'in der Zelle' },
      { unit: 'paragraph', number: 3, text: 'im Kasten' },
      { unit: 'paragraph', number: 2, text: 'davor danach' },
      { unit: 'paragraph', number: 4, text: 'mit Fußnote' },
      { unit: 'margin', number: 1, text: 'oben' },
      { unit: 'note', number: 1, text: 'unten' },
    ]);
  });

  test.each([
    ['a tracked deletion', '<w:del w:id="1"><w:r><w:delText>K-1</w:delText></w:r></w:del>'],
    ['a tracked deletion that keeps its text', `<w:del w:id="1">${run('K-1')}</w:del>`],
    ['what was moved away', `<w:moveFrom w:id="1">${run('K-1')}</w:moveFrom>`],
    ['struck through', run('K-1', '<w:strike/>')],
    ['struck through twice', run('K-1', '<w:dstrike/><w:strike w:val="0"/>')],
    ['hidden', run('K-1', '<w:vanish w:val="true"/>')],
    ['struck through by its character style', run('K-1', '<w:rStyle w:val="Gone"/>')],
    ['the code of a field', '<w:r><w:instrText>K-1</w:instrText></w:r>'],
  ])('%s does not stand there', async (_case, content) => {
    const styles = wordStyle('Gone', '<w:basedOn w:val="Base"/>') + wordStyle('Base', '<w:rPr><w:strike/></w:rPr>');
    const parts = { styles: wordPart('styles', styles) };
    expect(await inWord(`<w:p>${run('A ')}${content}${run('Z')}</w:p>`, parts)).toEqual(['A Z']);
  });

  test('a deleted row of a table does not stand there, the one below it does', async () => {
    expect(await inWord(`<w:tbl>${row('weg', '<w:del w:id="1"/>')}${row('da')}</w:tbl>`)).toEqual(['da']);
  });

  test('a style that hides its paragraphs hides them, unless a run says otherwise', async () => {
    const styles = wordPart('styles', '<w:style w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>');
    const body = `<w:p><w:pPr><w:pStyle w:val="H"/></w:pPr>${run('verborgen')}${run('sichtbar', '<w:vanish w:val="0"/>')}</w:p>`;
    expect(await inWord(body, { styles })).toEqual(['sichtbar']);
  });

  test('tracked insertions stand there; formatting that was changed counts as it is now', async () => {
    const before = '<w:rPrChange w:id="2"><w:rPr><w:strike/></w:rPr></w:rPrChange>';
    expect(await inWord(`<w:p><w:ins w:id="1">${run('neu ')}</w:ins>${run('wieder da', before)}</w:p>`)).toEqual([
      'neu wieder da',
    ]);
  });

  test('hyphens that do not break are hyphens, soft ones are nothing', async () => {
    const body =
      '<w:p><w:r><w:t>K</w:t><w:noBreakHyphen/><w:t>AI\u201150\u00AD</w:t><w:softHyphen/><w:t>-01</w:t><w:br/><w:t>neu</w:t></w:r></w:p>';
    expect(await inWord(body)).toEqual(['K-AI-50-01\nneu']);
  });

  test('with another document or an object in it is not read completely', async () => {
    for (const part of ['<w:altChunk r:id="x"/>', '<w:p><w:r><w:object><o:OLEObject/></w:object></w:r></w:p>'])
      expect(await obstaclesOf('a.docx', docx(paragraph('Text') + part))).toEqual([{ code: 'embedded' }]);
  });

  test('that is only a picture has no text', async () => {
    expect(
      await obstaclesOf('a.docx', docx('<w:p><w:r><w:drawing><a:blip xmlns:a="a"/></w:drawing></w:r></w:p>')),
    ).toEqual([{ code: 'no-text' }]);
  });
});

const style = (name: string, properties: string) =>
  `<style:style style:name="${name}" style:family="text"><style:text-properties ${properties}/></style:style>`;
const span = (name: string) => `<text:span text:style-name="${name}">${name}</text:span>`;

describe('an ODT document', () => {
  test('is read with its lists, tables, notes, boxes and margins', async () => {
    const text =
      '<text:h>Titel</text:h><text:list><text:list-item><text:p>K-AI<text:span>-50</text:span>-01<text:s text:c="2"/>Hin<text:soft-page-break/>weis</text:p></text:list-item></text:list>' +
      '<text:p>Satz<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Fußnote</text:p></text:note-body></text:note> weiter<text:line-break/>Zeile</text:p>';
    const masters = '<style:master-page><style:header><text:p>oben</text:p></style:header></style:master-page>';
    expect((await read('a.odt', odt(text, { masters }))).passages).toEqual([
      { unit: 'paragraph', number: 1, text: 'Titel' },
      { unit: 'paragraph', number: 2, text: 'K-AI-50-01 Hinweis' },
      { unit: 'note', number: 1, text: 'Fußnote' },
      { unit: 'paragraph', number: 3, text: 'Satz weiter\nZeile' },
      { unit: 'margin', number: 1, text: 'oben' },
    ]);
  });

  test('does not say what is deleted, hidden, struck through or commented', async () => {
    const styles =
      style('S', 'style:text-line-through-style="solid"') +
      style('H', 'text:display="none"') +
      style('N', 'style:text-line-through-style="none"');
    const text =
      '<text:tracked-changes><text:changed-region><text:deletion><text:p>gelöscht</text:p></text:deletion></text:changed-region></text:tracked-changes>' +
      `<text:p>da ${span('S')}${span('H')}${span('N')}<office:annotation><text:p>Bemerkung</text:p></office:annotation></text:p>` +
      '<text:section text:display="none"><text:p>verborgen</text:p></text:section>';
    expect(await textsOf('a.odt', odt(text, { styles }))).toEqual(['da N']);
  });

  test('with a password is encrypted', async () => {
    const manifest = '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>';
    expect(await obstaclesOf('a.odt', odt('<text:p>x</text:p>', { manifest }))).toEqual([{ code: 'encrypted' }]);
    expect(await obstaclesOf('a.odt', zip({ mimetype: 'x', 'encrypted-package': 'x' }))).toEqual([
      { code: 'encrypted' },
    ]);
  });
});

const page = (text: string) => [
  text,
  'Der Auftragnehmer verarbeitet personenbezogene Daten nur auf Weisung',
  'der Auftraggeberin.',
];

describe('a PDF document', () => {
  test('is read page by page; a line that stops early ends its paragraph', async () => {
    expect(await read('a.pdf', pdf([page('K-GDPR-28-03 Weisung'), page('Zwei')]))).toEqual({
      passages: [
        { unit: 'page', number: 1, text: 'K-GDPR-28-03 Weisung' },
        {
          unit: 'page',
          number: 1,
          text: 'Der Auftragnehmer verarbeitet personenbezogene Daten nur auf Weisung\nder Auftraggeberin.',
        },
        { unit: 'page', number: 2, text: 'Zwei' },
        {
          unit: 'page',
          number: 2,
          text: 'Der Auftragnehmer verarbeitet personenbezogene Daten nur auf Weisung\nder Auftraggeberin.',
        },
      ],
      obstacles: [],
    });
  });

  test('that is scanned has no text; a scanned page among others is named', async () => {
    const scan = { picture: [] };
    expect(await obstaclesOf('a.pdf', pdf([scan, scan]))).toEqual([{ code: 'no-text' }]);
    expect(await obstaclesOf('a.pdf', pdf([page('Eins'), scan, { picture: ['Seite 3 von 3'] }]))).toEqual([
      { code: 'pages-without-text', pages: [2, 3] },
    ]);
  });

  test('may hold an empty page, and a picture beside its text', async () => {
    expect(await obstaclesOf('a.pdf', pdf([page('Eins'), [], { picture: page('Drei') }]))).toEqual([]);
  });

  test('that is encrypted is said to be so, also where anybody could open it', async () => {
    for (const key of ['/Encrypt', '/En#63rypt'])
      expect(await obstaclesOf('a.pdf', pdf([page('Eins')], `${key} <</Filter/Standard/V 1>>`))).toEqual([
        { code: 'encrypted' },
      ]);
  });
});

describe('a text file', () => {
  test('is read paragraph by paragraph with its lines', async () => {
    expect((await read('a.txt', '\uFEFFEins\nzwei\r\n\r\n  \nK-AI-50-01')).passages).toEqual([
      { unit: 'line', number: 1, text: 'Eins\nzwei' },
      { unit: 'line', number: 5, text: 'K-AI-50-01' },
    ]);
    expect(await textsOf('a.txt', new Uint8Array([0xff, 0xfe, 0x4b, 0, 0x2d, 0, 0x31, 0]))).toEqual(['K-1']);
  });

  test('in Markdown says nothing by its marks, comments and what is struck through', async () => {
    const text =
      '## K-AI-50-01 **Hinweis**\n<!-- K-1\nK-2 -->\n> Nach \\[30\\] Tagen ~~K-3~~ `gilt` es.\n\n| K-4 | Wert |\n\n~~~\nK-5\n~~~';
    expect((await read('a.md', text)).passages).toEqual([
      { unit: 'line', number: 1, text: 'K-AI-50-01 Hinweis' },
      { unit: 'line', number: 4, text: 'Nach [30] Tagen gilt es.' },
      { unit: 'line', number: 6, text: 'K-4 | Wert' },
      { unit: 'line', number: 8, text: '~~~\nK-5\n~~~' },
    ]);
  });

  test('must be UTF-8', async () => {
    expect(await obstaclesOf('a.txt', new Uint8Array([0x4b, 0xe4, 0x4b]))).toEqual([{ code: 'not-utf8' }]);
    expect(await obstaclesOf('a.txt', 'a\0b')).toEqual([{ code: 'wrong-format' }]);
  });
});

const compound = Uint8Array.from([
  0xd0,
  0xcf,
  0x11,
  0xe0,
  ...Array.from('EncryptedPackage', (letter) => [letter.charCodeAt(0), 0]).flat(),
]);

describe('what cannot be read is said, each in its way', () => {
  test.each([
    ['a.doc', 'x', 'old-word'],
    ['a.xlsx', 'x', 'unknown-format'],
    ['a', 'x', 'unknown-format'],
    ['a.constructor', 'x', 'unknown-format'],
    ['a.docx', '', 'no-text'],
    ['a.docx', 'Hallo', 'wrong-format'],
    ['a.pdf', 'Hallo', 'wrong-format'],
    ['a.pdf', '%PDF-1.7\nHallo', 'broken'],
    ['a.docx', 'PK\u0003\u0004 and no more', 'broken'],
    ['a.docx', compound, 'encrypted'],
    ['a.docx', compound.slice(0, 20), 'old-word'],
    ['a.docx', zip({ 'xl/workbook.xml': '<workbook/>' }), 'wrong-format'],
    ['a.docx', docx('').slice(0, 300), 'broken'],
    ['a.docx', docx('<w:p>'), 'broken'],
    [
      'a.odt',
      zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<a/>' }),
      'wrong-format',
    ],
    ['a.txt', ' \n ', 'no-text'],
  ])('%s', async (file, bytes, code) => {
    expect(await read(file, bytes)).toEqual({ passages: [], obstacles: [{ code }] });
  });

  test('a document type, with which XML could name files and grow without end', async () => {
    const xml =
      '<!DOCTYPE w:document [<!ENTITY a "K-1"><!ENTITY b SYSTEM "file:///etc/passwd">]><w:document><w:body/></w:document>';
    expect(await obstaclesOf('a.docx', zip({ 'word/document.xml': xml }))).toEqual([{ code: 'broken' }]);
  });

  test('two parts of one name, of which programs show one or the other', async () => {
    const twice = zip({ 'word/document.xml': wordPart('document', paragraph('eins')), 'word/document.xmx': '' });
    const text = new TextDecoder('latin1').decode(twice);
    for (let at = text.indexOf('xmx'); at >= 0; at = text.indexOf('xmx', at + 1)) twice[at + 2] = 'l'.charCodeAt(0);
    expect(await obstaclesOf('a.docx', twice)).toEqual([{ code: 'broken' }]);
  });

  test.each([
    ['a.docx', zipSync({ 'word/document.xml': new Uint8Array(40 * 1024 * 1024) }), 32],
    ['a.odt', zipSync({ 'META-INF/manifest.xml': new Uint8Array(40 * 1024 * 1024) }), 32],
    ['a.pdf', pdfOf([`<</Filter/Flate#44ecode>>\nstream\n${packed(70)}\nendstream`]), 64],
    ['a.pdf', pdfOf([`<</Filter[/FlateDecode/FlateDecode]>>\nstream\n${packed(1)}\nendstream`]), 64],
  ])('a bomb in %s, quickly', async (file, bytes, limit) => {
    expect(bytes.length).toBeLessThan(200_000);
    const begun = process.cpuUsage();
    expect(await obstaclesOf(file, bytes)).toEqual([{ code: 'unpacks-too-large', limit }]);
    expect(process.cpuUsage(begun).user).toBeLessThan(1_000_000);
  });
});

/** So many MiB of nothing, packed. */
function packed(size: number): string {
  return strFromU8(zlibSync(new Uint8Array(size * 1024 * 1024)), true);
}
