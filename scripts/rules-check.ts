// Checks a rules folder: all problems with their places, then all cases, then what the cases do not cover.
//   npm run -s rules:check -- [FOLDER] [part of a rule id]
import { compile } from '../src/assess/compile.ts';
import { runCase, uncovered } from '../src/assess/run-cases.ts';
import { readBookLeniently } from '../src/read/book.ts';
import { readCasesLeniently } from '../src/read/cases.ts';
import { failureText } from '../src/report/case-failure.ts';
import { casesAsOf, place, problemLine, readRulesFolder } from './rules-folder.ts';

const [folder = 'rules', wanted = ''] = process.argv.slice(2);
const files = readRulesFolder(folder);
const { book, problems, leftOut } = readBookLeniently(files);
const { cases, problems: caseProblems } = readCasesLeniently(files, book, casesAsOf);
const compiled = compile(book);

// A case is not to blame for a rule or fact that could not be read.
const broken = [...problems, ...caseProblems.filter(({ params }) => !('id' in params && leftOut.has(params.id)))];
for (const problem of broken) console.log(problemLine(problem));

const results = cases.filter(({ rule }) => rule.includes(wanted)).map((example) => runCase(example, compiled));
const failed = results.filter(({ passed }) => !passed);
for (const result of failed) console.log(failureText(result, 'en'));

const gaps = uncovered(compiled, cases).filter(({ rule }) => rule.id.includes(wanted));
for (const { rule, missing } of gaps) console.log(`${place(rule.at)} not covered: ${rule.id}: ${missing}`);

if (leftOut.size > 0) console.log(`left out until the problems are mended: ${[...leftOut].join(', ')}`);
console.log(
  `${book.facts.length} facts, ${book.rules.length} rules, ${broken.length} problems, ${gaps.length} not covered`,
);
console.log(`${results.length - failed.length} cases passed, ${failed.length} cases failed`);
process.exitCode = broken.length > 0 ? 2 : failed.length + gaps.length > 0 ? 1 : 0;
