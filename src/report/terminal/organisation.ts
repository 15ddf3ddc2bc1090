import { known } from '../../assess/compile.ts';
import type { Finding } from '../../model/assessment.ts';
import type { RuleId } from '../../model/ids.ts';
import { citationText } from '../../text/citation.ts';
import { messages } from '../../text/messages.ts';
import type { Run } from '../run.ts';
import { wrap } from './page.ts';

/** What is missing in the organisation, once for all the use cases that it concerns; the most concerned first. */
export function organisationBlock(
  gaps: ReadonlyMap<RuleId, { readonly finding: Finding; readonly uses: number }>,
  { compiled, language, width }: Run,
  bold: (text: string) => string,
): string {
  if (gaps.size === 0) return '';
  const say = messages[language];
  const lines = [...gaps.values()]
    .toSorted((a, b) => b.uses - a.uses)
    .flatMap(({ finding, uses }) => {
      const title = known(compiled.rules, finding.rule).title[language];
      const [first] = finding.cite;
      const cite = first === undefined ? '' : ` (${citationText(first, known(compiled.sources, first.act), language)})`;
      return wrap(`${title}${cite}: ${say.usesConcerned(uses)}`, Math.min(width, 100) - 4).map(
        (line, index) => `${index === 0 ? ' ·  ' : '    '}${line}`,
      );
    });
  return `\n${[bold(say.heading.organisation), ...lines].join('\n')}\n`;
}
