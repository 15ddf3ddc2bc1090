import { Chalk } from 'chalk';
import type { Assessment, Finding } from '../model/assessment.ts';
import type { RuleId } from '../model/ids.ts';
import type { Reporter, Run } from './run.ts';
import {
  clauseBlock,
  dueLaterBlock,
  extras,
  gapBlock,
  holdsAnyway,
  laterBlock,
  minorBlock,
  prohibitions,
  waivedBlock,
  workBlock,
} from './terminal/blocks.ts';
import { isOfProfile, noticeBlocks, noticeLines, profileNotices } from './terminal/notices.ts';
import { organisationBlock } from './terminal/organisation.ts';
import { type Page, pageWidth } from './terminal/page.ts';
import { possibleBlock } from './terminal/possible.ts';
import { questionBlock } from './terminal/questions.ts';
import { sinceBlock, untouchedLine } from './terminal/since.ts';
import { approval, standing, stepList } from './terminal/standing.ts';
import { tenderBlocks } from './terminal/tender.ts';
import { foot, head, quietLine, summary } from './terminal/summary.ts';
import { isMinor, isOrganisational, viewOf } from './view.ts';

/** The report that people read at a terminal: result first and last, at most five items a block. */
export function terminal(run: Run): Reporter {
  let first = true;
  let untouched = 0;
  const gaps = new Map<RuleId, { readonly finding: Finding; uses: number }>();
  const notices = new Map<string, readonly string[]>();
  return {
    begin: () => '',
    each: (assessment) => {
      const isBrief = run.show.quiet || assessment.touched === false;
      if (assessment.touched === false) untouched += 1;
      const gap = first || isBrief ? '' : '\n';
      first = false;
      if (run.files > 1) collect(gaps, assessment, run);
      const page = pageOf(assessment, run);
      if (run.files > 1 && !run.show.quiet) collectNotices(notices, page);
      return gap + report(page, isBrief);
    },
    end: () => {
      if (run.show.quiet) return '';
      const { bold } = paintOf(run);
      return untouchedLine(untouched, run) + organisationBlock(gaps, run, bold) + profileNotices(notices, run, bold);
    },
  };
}

export const paintOf = ({ colour }: Pick<Run, 'colour'>) => new Chalk({ level: colour ? 1 : 0 });

function collect(
  gaps: Map<RuleId, { readonly finding: Finding; uses: number }>,
  assessment: Assessment,
  { compiled }: Run,
): void {
  for (const finding of assessment.findings) {
    const counts = finding.weight !== null || isMinor(finding, assessment);
    if (!counts || !isOrganisational(compiled, finding)) continue;
    const found = gaps.get(finding.rule) ?? { finding, uses: 0 };
    found.uses += 1;
    gaps.set(finding.rule, found);
  }
}

function collectNotices(notices: Map<string, readonly string[]>, page: Page): void {
  const { assessment } = page.view;
  for (const notice of assessment.notices) {
    const { kind, fact, at } = notice;
    const key = `${kind} ${fact ?? ''} ${at === null ? '' : `${at.file}:${at.line}`}`;
    if (isOfProfile(notice, assessment) && !notices.has(key)) notices.set(key, noticeLines(page, notice, '·'));
  }
}

const pageOf = (assessment: Assessment, run: Run): Page => ({
  view: viewOf(assessment, run.compiled, run.language),
  run,
  width: pageWidth(run.width),
  paint: paintOf(run),
});

function report(page: Page, isBrief: boolean): string {
  const blocks = isBrief ? [[quietLine(page)]] : [head(page), summary(page), ...details(page), foot(page)];
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
    possibleBlock(page),
    gapBlock(page),
    laterBlock(page),
    // Once documents were read, each clause is told with where it stands in them.
    ...(view.deciding.length > 0 || view.assessment.tender !== null ? [] : [clauseBlock(page)]),
    waivedBlock(page),
    ...noticeBlocks(page),
    dueLaterBlock(page),
    ...tenderBlocks(page),
    ...(view.deciding.length > 0 ? [] : [minorBlock(page)]),
    ...extras(page),
    ...(view.deciding.length > 0 ? [] : [standing(page), ...(page.run.show.verbose ? [stepList(page)] : [])]),
    ...(view.deciding.length > 0 ? [] : [approval(page)]),
    sinceBlock(page),
  ];
}
