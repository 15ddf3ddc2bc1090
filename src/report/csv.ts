import { messages } from '../text/messages.ts';
import { sheetWords } from '../text/sheet-words.ts';
import { forCsv } from './escape.ts';
import { verdictTitle } from './outcome.ts';
import { problemSentence, type Result, resultsOf } from './result.ts';
import type { Reporter, Run } from './run.ts';
import { actorOf, cited, type View, viewOf } from './view.ts';

/** A table for spreadsheets in offices: one line for each finding; semicolons, a byte order mark and CRLF, as they expect. */
export function csv(run: Run): Reporter {
  const { csv: columns, unreadable } = sheetWords[run.language];
  return {
    begin: () => `\uFEFF${row(columns)}`,
    each: (assessment) => {
      const view = viewOf(assessment, run.compiled, run.language);
      return resultsOf(view)
        .map((result) => row(cellsOf(view, result)))
        .join('');
    },
    end: ({ problems }) =>
      problems
        .map((problem) => {
          const { file, line } = problem.at;
          return row([file, '', '', '', unreadable, problemSentence(problem, run), '', '', '', '', '', `${line}`]);
        })
        .join(''),
  };
}

function cellsOf(view: View, result: Result): readonly string[] {
  const { assessment, language } = view;
  const { lowest, highest } = assessment.tier;
  const { tier, state, severity, law, policy } = messages[language];
  const { finding } = result;
  return [
    assessment.useCase.file,
    assessment.useCase.title,
    verdictTitle(view),
    lowest === highest ? tier[lowest] : `${tier[lowest]} – ${tier[highest]}`,
    state[finding.state],
    result.title,
    actorOf(view, finding),
    finding.basis === 'law' ? law : policy,
    severity[finding.severity],
    cited(view, finding.cite),
    result.id,
    `${result.at.line}`,
  ];
}

const row = (cells: readonly string[]): string => `${cells.map(forCsv).join(';')}\r\n`;
