import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  HeadingLevel,
  type IRunOptions,
  LevelFormat,
  Packer,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { forWord } from '../escape.ts';
import { type Block, inlines, type Inline, isWebAddress, type Line, type Paper } from './blocks.ts';
import { settle } from './settle.ts';

const headings = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;
const languages = { de: 'de-DE', en: 'en-GB' } as const;
const grey = '595959';

/** The paper as a Word file with real headings, lists and table heads; the same bytes for the same paper. */
export async function word({ title, language, blocks }: Paper): Promise<Uint8Array> {
  const font = { font: 'Calibri', size: 22, language: { value: languages[language] } };
  const lists = blocks.flatMap((block, index) => (block.kind === 'list' && block.ordered ? [`numbers-${index}`] : []));
  const document = new Document({
    title: forWord(title),
    creator: 'KI-Kompass',
    lastModifiedBy: 'KI-Kompass',
    // The names of German offices are longer than a column is wide.
    hyphenation: { autoHyphenation: true },
    styles: { default: { document: { run: font, paragraph: { spacing: { after: 120 } } }, ...headingStyles } },
    numbering: { config: [bullets, ...lists.map(numbers)] },
    sections: pages(blocks).map((children) => ({ children })),
  });
  return settle(new Uint8Array(await Packer.toArrayBuffer(document)));
}

/** What stands between the page breaks: a section of Word each, which begins on a page of its own without an empty line at its head. */
function pages(blocks: readonly Block[]): readonly (readonly (Paragraph | Table)[])[] {
  const breaks = blocks.flatMap((block, index) => (block.kind === 'page-break' ? [index] : []));
  const written = blocks.map((block, index) => parts(block, `numbers-${index}`));
  return [0, ...breaks].map((start, page) => written.slice(start, breaks[page]).flat());
}

const headingStyle = (size: number) => ({
  run: { size, bold: true, color: '1F3864' },
  paragraph: { spacing: { before: 280, after: 120 }, keepNext: true },
});
const headingStyles = {
  title: headingStyle(36),
  heading1: headingStyle(30),
  heading2: headingStyle(26),
  heading3: headingStyle(23),
};

const level = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  level: 0,
  format,
  text,
  alignment: AlignmentType.START,
  style: { paragraph: { indent: { left: 454, hanging: 284 } } },
});
const bullets = { reference: 'bullets', levels: [level(LevelFormat.BULLET, '•')] };
// Each numbered list counts from one.
const numbers = (reference: string) => ({ reference, levels: [level(LevelFormat.DECIMAL, '%1.')] });

function parts(block: Block, numbering: string): readonly (Paragraph | Table)[] {
  switch (block.kind) {
    case 'title':
      return [new Paragraph({ heading: HeadingLevel.TITLE, children: runs(block.text) })];
    case 'heading':
      return [new Paragraph({ heading: headings[block.level], children: runs(block.text) })];
    case 'paragraph':
      return [new Paragraph({ keepNext: block.leads === true, children: runs(block.text) })];
    case 'list': {
      const reference = block.ordered ? numbering : 'bullets';
      return block.items.map((item, index) => {
        // Points of one list stand closer together than paragraphs do.
        const spacing = index < block.items.length - 1 ? { spacing: { after: 40 } } : {};
        return new Paragraph({ numbering: { reference, level: 0 }, ...spacing, children: runs(item) });
      });
    }
    case 'table':
      return [table(block), new Paragraph({})];
    case 'boxes':
      return block.items.map(
        ({ text, ticked }) =>
          new Paragraph({ indent: { left: 284 }, children: [new TextRun(ticked ? '☒ ' : '☐ '), ...runs(text)] }),
      );
    case 'field':
      return [new Paragraph({ children: [run(`${block.label} `, { bold: true }), run(block.value ?? '')] })];
    case 'note':
      return [
        new Paragraph({
          indent: { left: 284 },
          border: { left: { style: 'single', size: 18, space: 8, color: '1F3864' } },
          children: runs(block.text),
        }),
      ];
    case 'page-break':
      return [];
  }
}

const cell = (line: Line, share: number, options: IRunOptions = {}): TableCell =>
  new TableCell({
    children: [new Paragraph({ children: runs(line, options) })],
    width: { size: Math.round(share * textWidth), type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
  });

/** Between the margins of an A4 page, in twentieths of a point. */
const textWidth = 9026;

function table({ head, rows, widths }: Extract<Block, { kind: 'table' }>): Table {
  const given = head.map((_, index) => widths?.[index] ?? 1);
  const whole = given.reduce((sum, width) => sum + width, 0);
  const share = (index: number): number => (given[index] ?? 1) / whole;
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: given.map((width) => Math.round((width / whole) * textWidth)),
    rows: [
      new TableRow({
        tableHeader: true,
        children: head.map((text, index) => cell(text, share(index), { bold: true })),
      }),
      ...rows.map(
        (cells) => new TableRow({ cantSplit: true, children: cells.map((line, index) => cell(line, share(index))) }),
      ),
    ],
  });
}

const runs = (line: Line, options: IRunOptions = {}): ParagraphChild[] =>
  inlines(line).map((part) => child(part, options));

const run = (text: string, options: IRunOptions = {}): TextRun => new TextRun({ ...options, text: forWord(text) });

function child(part: Inline, options: IRunOptions): ParagraphChild {
  if (typeof part === 'string') return run(part, options);
  switch (part.kind) {
    case 'strong':
      return run(part.text, { ...options, bold: true });
    case 'code':
      return run(part.text, { ...options, color: grey });
    case 'link':
      return isWebAddress(part.to)
        ? new ExternalHyperlink({ link: part.to, children: [run(part.text, { ...options, style: 'Hyperlink' })] })
        : run(part.text, options);
  }
}
