// For writers of the blind test: what is wrongly written in their files and which questions are still open; never a result.
//   node --import tsx scripts/blind-check.ts FILE…
import { readFileSync } from 'node:fs';
import { assess } from '../src/assess/assess.ts';
import { compile, known } from '../src/assess/compile.ts';
import { contradictions } from '../src/assess/contradictions.ts';
import { evidenceLookup } from '../src/files/read.ts';
import { readBook } from '../src/read/book.ts';
import { prepareCatalogue, readUseCase } from '../src/read/use-case.ts';
import { problemText } from '../src/text/problems.ts';
import { blindAsOf, problemLine, readRulesFolder } from './rules-folder.ts';

const book = readBook(readRulesFolder('rules'));
if (!book.ok) throw new Error(book.problems.map(problemLine).join('\n'));
const compiled = compile(book.value);
const catalogue = prepareCatalogue(book.value);

for (const file of process.argv.slice(2)) {
  console.log(file);
  const options = { profile: null, fileExists: evidenceLookup(file, '.') };
  const read = readUseCase({ file, text: readFileSync(file, 'utf8') }, catalogue, options);
  const problems = read.ok ? contradictions(read.value, compiled, blindAsOf) : read.problems;
  for (const problem of problems) console.log(`  Zeile ${problem.at.line}: ${problemText(problem, 'de')}`);
  if (!read.ok || problems.length > 0) continue;
  for (const { fact, settles } of assess(read.value, compiled, blindAsOf).questions)
    if (settles.tier) console.log(`  offen: ${fact}: ${known(compiled.facts, fact).question.de}`);
}
