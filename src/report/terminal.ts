import { Chalk } from 'chalk';
import type { Assessment } from '../model/assessment.ts';
import type { Reporter, Run } from './reporter.ts';
import {
  dueLaterBlock,
  extras,
  gapBlock,
  holdsAnyway,
  laterBlock,
  prohibitions,
  waivedBlock,
  workBlock,
} from './terminal/blocks.ts';
import type { Page } from './terminal/page.ts';
import { questionBlock } from './terminal/questions.ts';
import { foot, head, quietLine, summary } from './terminal/summary.ts';
import { viewOf } from './view.ts';

/** The report that people read at a terminal: result first and last, at most five items a block. */
export function terminal(run: Run): Reporter {
  let first = true;
  return {
    begin: () => '',
    each: (assessment) => {
      const gap = first || run.show.quiet ? '' : '\n';
      first = false;
      return gap + report(assessment, run);
    },
    end: () => '',
  };
}

function report(assessment: Assessment, run: Run): string {
  const page: Page = {
    view: viewOf(assessment, run.compiled, run.language),
    run,
    width: Math.max(40, Math.min(run.width, 100)),
    paint: new Chalk({ level: run.colour ? 1 : 0 }),
  };
  const blocks = run.show.quiet ? [[quietLine(page)]] : [head(page), summary(page), ...details(page), foot(page)];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** While the tier is unsettled the answers that decide it come first; else the work, worst first. */
function details(page: Page): readonly (readonly string[])[] {
  const { view } = page;
  const { heading } = view.say;
  const work =
    view.deciding.length > 0
      ? [questionBlock(page, heading.deciding, view.deciding), holdsAnyway(page)]
      : [workBlock(page), questionBlock(page, heading.questions, view.questions)];
  return [
    prohibitions(page),
    ...work,
    gapBlock(page),
    laterBlock(page),
    waivedBlock(page),
    dueLaterBlock(page),
    ...extras(page),
  ];
}
