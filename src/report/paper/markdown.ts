import { forMarkdown } from '../escape.ts';
import { type Block, inlines, type Inline, isWebAddress, type Line, type Paper } from './blocks.ts';

/** The paper as Markdown (CommonMark with tables and task lists): one line a paragraph, ends with a line break. */
export const markdown = ({ blocks }: Paper): string => `${blocks.map(text).join('\n\n')}\n`;

function text(block: Block): string {
  switch (block.kind) {
    case 'title':
      return `# ${forMarkdown(block.text)}`;
    case 'heading':
      return `${'#'.repeat(block.level + 1)} ${forMarkdown(block.text)}`;
    case 'paragraph':
      return notList(lineText(block.text));
    case 'list':
      return block.items
        .map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${notList(lineText(item))}`)
        .join('\n');
    case 'table':
      return table(block.head, block.rows);
    case 'boxes':
      return block.items.map(({ text: line, ticked }) => `- [${ticked ? 'x' : ' '}] ${lineText(line)}`).join('\n');
    case 'field':
      return `**${forMarkdown(block.label)}** ${block.value === null ? '' : forMarkdown(block.value)}`.trimEnd();
    case 'note':
      return `> ${lineText(block.text)}`;
    case 'page-break':
      return '---';
  }
}

const lineText = (line: Line): string => inlines(line).map(inline).join('');

function inline(part: Inline): string {
  if (typeof part === 'string') return forMarkdown(part);
  switch (part.kind) {
    case 'strong':
      return `**${forMarkdown(part.text)}**`;
    case 'code':
      return forMarkdown(part.text);
    case 'link':
      return isWebAddress(part.to)
        ? `[${forMarkdown(part.text)}](<${part.to.replaceAll('\\', '%5C')}>)`
        : forMarkdown(part.text);
  }
}

/** A number with a point, a plus or a hyphen at the start would begin a list. */
const notList = (line: string): string => line.replace(/^(\s*)([-+=])/, '$1\\$2').replace(/^(\s*\d+)([.)])/, '$1\\$2');

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function table(head: readonly string[], rows: readonly (readonly Line[])[]): string {
  return [
    row(head.map(forMarkdown)),
    row(head.map(() => '---')),
    ...rows.map((cells) => row(cells.map(lineText))),
  ].join('\n');
}
