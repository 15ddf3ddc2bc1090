import type { Problem } from '../model/problem.ts';
import { fingerprints } from './fingerprint.ts';
import { identityOf, problemSentence, type Result, resultsOf, sentencesOf } from './result.ts';
import type { Reporter, Run } from './run.ts';
import { viewOf } from './view.ts';

type Severity = 'info' | 'minor' | 'major' | 'critical' | 'blocker';

/** GitLab's code quality report: a list of entries with a place. What is met and what others owe is no entry. */
export function gitlab(run: Run): Reporter {
  let separator = '[\n';
  const entry = (fields: Entry): string => {
    const text = separator + JSON.stringify(entryOf(fields));
    separator = ',\n';
    return text;
  };
  return {
    begin: () => '',
    each: (assessment) => {
      const view = viewOf(assessment, run.compiled, run.language);
      const fingerprint = fingerprints();
      return resultsOf(view)
        .filter(({ standing }) => standing !== 'met' && standing !== 'others')
        .map((result) =>
          entry({
            text: sentencesOf(result).join(' '),
            name: result.id,
            code: fingerprint(identityOf(view, result)),
            severity: severityOf(result),
            at: result.at,
          }),
        )
        .join('');
    },
    end: ({ problems }) => {
      const fingerprint = fingerprints();
      const entries = problems.map((problem) => entry(entryOfProblem(problem, fingerprint, run)));
      return `${entries.join('')}${separator === '[\n' ? '[' : '\n'}]\n`;
    },
  };
}

interface Entry {
  readonly text: string;
  readonly name: string;
  readonly code: string;
  readonly severity: Severity;
  readonly at: { readonly file: string; readonly line: number };
}

const entryOf = ({ text, name, code, severity, at }: Entry) => ({
  description: text,
  check_name: name,
  fingerprint: code,
  severity,
  location: { path: at.file.replace(/^(\.\/)+/, ''), lines: { begin: Math.max(1, at.line) } },
});

const entryOfProblem = (problem: Problem, fingerprint: ReturnType<typeof fingerprints>, run: Run): Entry => {
  const text = problemSentence(problem, run);
  return {
    text,
    name: `kompass.${problem.code}`,
    code: fingerprint([problem.at.file, problem.code, text]),
    severity: 'critical',
    at: problem.at,
  };
};

function severityOf({ standing, level, finding }: Result): Severity {
  if (standing === 'forbidden' || standing === 'forbidden-unless') return 'blocker';
  if (standing === 'missing' && finding.severity === 'blocker') return 'critical';
  if (standing === 'missing' && finding.severity === 'major') return 'major';
  return level === 'note' ? 'info' : 'minor';
}
