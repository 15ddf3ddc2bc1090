import { assessmentText, projectProblem } from './json.ts';
import type { Reporter, Run } from './run.ts';

/** One line for each use case, as it stands in the list of the JSON report, in the order of the input; then one for each problem. */
export const ndjson = (run: Run): Reporter => ({
  begin: () => '',
  each: (assessment) => `${assessmentText(assessment, run)}\n`,
  end: ({ problems }) =>
    problems.map((problem) => `${JSON.stringify({ problem: projectProblem(problem, run) })}\n`).join(''),
});
