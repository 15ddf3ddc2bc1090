import type { Assessment } from '../model/assessment.ts';
import type { Position } from '../model/position.ts';
import type { Problem } from '../model/problem.ts';
import { forSarif, forTerminal, forUri, visible } from './escape.ts';
import { fingerprints } from './fingerprint.ts';
import { identityOf, problemSentence, type Result, resultsOf, sentencesOf, type Standing } from './result.ts';
import type { Reporter, Run } from './run.ts';
import { createRuleIndex, type RuleIndex } from './sarif/rules.ts';
import { type View, viewOf } from './view.ts';

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/**
 * SARIF 2.1.0: a result on each line as they come; then the tool with the rules that were named, in both languages, and what could not be
 * checked. What is met and what is waived is left out unless asked for: GitHub would make alerts of it.
 */
export function sarif(run: Run): Reporter {
  const rules = createRuleIndex(run);
  let separator = '\n';
  const next = (text: string): string => {
    const line = separator + text;
    separator = ',\n';
    return line;
  };
  const each = (assessment: Assessment): string => {
    const view = viewOf(assessment, run.compiled, run.language);
    const fingerprint = fingerprints();
    return resultsOf(view)
      .filter((result) => isShown(result, run))
      .map((result) => next(JSON.stringify(resultObject(view, result, rules, fingerprint(identityOf(view, result))))))
      .join('');
  };
  return {
    begin: () =>
      `{"$schema":"${schema}","version":"2.1.0","runs":[{"language":"${run.language}",` +
      `"columnKind":"utf16CodeUnits","results":[`,
    each,
    end: ({ problems }) => `\n],${ending(problems, rules, run)}}]}\n`,
  };
}

const isShown = ({ standing }: Result, { show }: Run): boolean =>
  (standing !== 'met' || show.met) && (standing !== 'waived' || show.waived);

const kinds: Record<Standing, 'fail' | 'open' | 'informational' | 'pass'> = {
  forbidden: 'fail',
  'forbidden-unless': 'open',
  'perhaps-forbidden': 'open',
  missing: 'fail',
  open: 'open',
  unchecked: 'open',
  upcoming: 'informational',
  later: 'informational',
  others: 'informational',
  waived: 'fail',
  met: 'pass',
};

function resultObject(view: View, result: Result, rules: RuleIndex, fingerprint: string): object {
  const { id, standing, finding, at } = result;
  const { useCase } = view.assessment;
  const kind = kinds[standing];
  return {
    ruleId: id,
    ruleIndex: rules.indexOf(view, result),
    kind,
    level: kind === 'fail' ? result.level : 'none',
    message: { text: forSarif(sentencesOf(result).join(' ')) },
    locations: [
      {
        physicalLocation: physical(at),
        logicalLocations: [{ name: visible(useCase.title), fullyQualifiedName: useCase.id }],
      },
    ],
    partialFingerprints: { primaryLocationLineHash: fingerprint },
    ...(standing === 'waived' ? { suppressions: [suppression(result)] } : {}),
    properties: {
      state: finding.state,
      severity: finding.severity,
      owedBy: finding.owedBy,
      due: finding.due,
      basis: finding.basis,
      weight: finding.weight,
    },
  };
}

const suppression = ({ finding }: Result): object => ({
  kind: 'external',
  status: 'accepted',
  justification: forTerminal(finding.waiver?.reason ?? ''),
});

const physical = ({ file, line, column }: Position): object => ({
  artifactLocation: { uri: forUri(file) },
  ...(line > 0 ? { region: { startLine: line, startColumn: Math.max(1, column) } } : {}),
});

function ending(problems: readonly Problem[], rules: RuleIndex, run: Run): string {
  const { driver, taxonomies, translations } = rules.toolComponents();
  const invocations = [
    {
      executionSuccessful: problems.length === 0,
      toolExecutionNotifications: problems.map((problem) => notification(problem, run)),
    },
  ];
  const packs = Object.fromEntries(run.compiled.book.packs.map(({ id, version }) => [id, version]));
  return [
    `"tool":{"driver":${driver}}`,
    `"taxonomies":${taxonomies}`,
    `"translations":${translations}`,
    `"invocations":${JSON.stringify(invocations)}`,
    `"properties":${JSON.stringify({ asOf: run.asOf, packs })}`,
  ].join(',\n');
}

const notification = (problem: Problem, run: Run): object => ({
  level: 'error',
  descriptor: { id: problem.code },
  message: { text: forSarif(problemSentence(problem, run)) },
  ...(problem.at.file === '' ? {} : { locations: [{ physicalLocation: physical(problem.at) }] }),
});
