import type { Problem } from '../model/problem.ts';
import { forXml, visible } from './escape.ts';
import { byFile, problemSentence, type Result, resultsOf, sentencesOf } from './result.ts';
import type { Reporter, Run } from './run.ts';
import { type View, viewOf } from './view.ts';

/**
 * JUnit's XML as Jenkins and GitLab read it: a use case is a suite, a duty is a case. What keeps a use from being ready is a failure; what
 * waits, is put up with, or does not bear on the result is skipped, with the reason.
 */
export const junit = (run: Run): Reporter => ({
  begin: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="KI-Kompass">\n',
  each: (assessment) => useCaseSuite(viewOf(assessment, run.compiled, run.language)),
  end: ({ problems }) =>
    `${[...byFile(problems)].map(([file, found]) => problemSuite(file, found, run)).join('')}</testsuites>\n`,
});

type Outcome = 'passed' | 'failure' | 'skipped';

function outcomeOf({ standing, finding }: Result): Outcome {
  switch (standing) {
    case 'met':
      return 'passed';
    case 'forbidden':
    case 'forbidden-unless':
    case 'perhaps-forbidden':
    case 'missing':
    case 'open':
    case 'unchecked':
      return finding.weight === null ? 'skipped' : 'failure';
    case 'upcoming':
    case 'later':
    case 'others':
    case 'waived':
      return 'skipped';
  }
}

function useCaseSuite(view: View): string {
  const { useCase, verdict, tier, asOf } = view.assessment;
  const cases = resultsOf(view).map((result) => ({ result, outcome: outcomeOf(result) }));
  const count = (outcome: Outcome): number => cases.filter((one) => one.outcome === outcome).length;
  const properties = { file: useCase.file, verdict, 'tier-lowest': tier.lowest, 'tier-highest': tier.highest, asOf };
  const name = nameOnce();
  return suite(
    `${useCase.id}: ${visible(useCase.title)}`,
    { tests: cases.length, failures: count('failure'), errors: 0, skipped: count('skipped') },
    propertiesText(properties) +
      cases.map(({ result, outcome }) => caseText(useCase.id, name(nameOf(result)), result, outcome)).join(''),
  );
}

const propertiesText = (properties: Readonly<Record<string, string>>): string =>
  `<properties>\n${Object.entries(properties)
    .map(([name, value]) => `<property name="${name}" value="${forXml(visible(value))}"/>\n`)
    .join('')}</properties>\n`;

const nameOf = ({ id, title }: Result): string => `${id}: ${title}`;

/** Cases of one name would count as one: a number tells them apart. */
function nameOnce(): (name: string) => string {
  const seen = new Map<string, number>();
  return (name) => {
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  };
}

function caseText(useCase: string, name: string, result: Result, outcome: Outcome): string {
  const open = `<testcase classname="${forXml(useCase)}" name="${forXml(name)}"`;
  if (outcome === 'passed') return `${open}/>\n`;
  const { file, line } = result.at;
  const body = [...sentencesOf(result), `${visible(file)}:${line}`].map(forXml).join('\n');
  const element = `${outcome} type="${result.standing}" message="${forXml(result.headline)}"`;
  return `${open}>\n<${element}>${body}</${outcome}>\n</testcase>\n`;
}

/** What could not be checked: an error for each problem. */
function problemSuite(file: string, problems: readonly Problem[], run: Run): string {
  const place = file === '' ? 'kompass' : visible(file);
  const name = nameOnce();
  const cases = problems.map((problem) => {
    const message = problemSentence(problem, run);
    const { line, column } = problem.at;
    return (
      `<testcase classname="${forXml(place)}" name="${forXml(name(problem.code))}">\n` +
      `<error type="${problem.code}" message="${forXml(message)}">${forXml(message)}\n` +
      `${forXml(`${place}:${line}:${column}`)}</error>\n</testcase>\n`
    );
  });
  return suite(place, { tests: cases.length, failures: 0, errors: cases.length, skipped: 0 }, cases.join(''));
}

const suite = (name: string, counts: Readonly<Record<string, number>>, content: string): string =>
  `<testsuite name="${forXml(name)}"${Object.entries(counts)
    .map(([key, value]) => ` ${key}="${value}"`)
    .join('')}>\n${content}</testsuite>\n`;
