import { diffWords } from '../../text/diff-words.ts';
import { messages } from '../../text/messages.ts';
import { problemText } from '../../text/problems.ts';
import { forMarkdown } from '../escape.ts';
import { counter } from './count.ts';
import { type DiffReporter, type DiffRun, isSame } from './run.ts';
import { type Block, oneSided, type Sheet, sheetOf, sideText } from './view.ts';

/** The comparison for a pull request or a wiki; long lists are folded, nothing is left out. */
export function diffMarkdown(run: DiffRun): DiffReporter {
  const counts = counter();
  const say = diffWords[run.language];
  return {
    begin: () => head(run),
    each: (compared) => {
      counts.add(compared);
      if (compared.change !== 'both') return sheetText(oneSided(compared, run));
      return isSame(compared.comparison) ? '' : sheetText(sheetOf(compared.comparison, run));
    },
    end: (problems) =>
      paragraphs([
        say.total(counts.all()),
        ...(problems.length === 0
          ? []
          : [
              messages[run.language].problems(problems.length),
              problems
                .map((problem) => `- ${forMarkdown(`${problem.at.file}: ${problemText(problem, run.language)}`)}`)
                .join('\n'),
            ]),
      ]).replace(/\n$/, ''),
  };
}

const paragraphs = (parts: readonly string[]): string => parts.map((part) => `${part}\n\n`).join('');

function head(run: DiffRun): string {
  const { label, title, pack, ruleCount } = diffWords[run.language];
  const { packs, added, removed, changed } = run.rules;
  const rules = [
    ...packs.map(({ id, from, to }) => pack(id, from, to)),
    ...(added.length + removed.length + changed.length === 0
      ? []
      : [ruleCount(added.length, removed.length, changed.length)]),
  ];
  return paragraphs([
    `# ${title}`,
    [
      point(label.old, sideText(run.before, run)),
      point(label.new, sideText(run.after, run)),
      ...(rules.length === 0 ? [] : [point(label.rules, rules.join(', '))]),
    ].join('\n'),
  ]);
}

const point = (label: string, text: string): string => `- **${label}**: ${forMarkdown(text)}`;

function sheetText({ title, id, facts, blocks }: Sheet): string {
  return paragraphs([
    `## ${forMarkdown(title)} (${id})`,
    facts
      .flatMap(({ label, text, because }) => [point(label, text), ...because.map((line) => `  ${forMarkdown(line)}`)])
      .join('\n'),
    ...blocks.flatMap(blockParts),
  ]);
}

const folded = 10;

function blockParts({ heading, items }: Block): readonly string[] {
  const list = items
    .map(({ mark, title, id, lines }) =>
      [`- \`${mark}\` **${forMarkdown(title)}** (\`${id}\`)`, ...lines.map((line) => `  ${forMarkdown(line)}`)].join(
        '  \n',
      ),
    )
    .join('\n');
  const title = `${heading} (${items.length})`;
  return items.length > folded ? [`<details><summary>${title}</summary>`, list, '</details>'] : [`### ${title}`, list];
}
