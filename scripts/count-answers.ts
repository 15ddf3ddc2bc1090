// How many answers it takes until the tier of each example is settled, when the questions are answered in the order in which they are asked.
//   node --import tsx scripts/count-answers.ts
import { readdirSync, readFileSync } from 'node:fs';
import { assess } from '../src/assess/assess.ts';
import { compile } from '../src/assess/compile.ts';
import { profileName } from '../src/files/find.ts';
import { evidenceLookup } from '../src/files/read.ts';
import type { FactId } from '../src/model/ids.ts';
import type { Given, UseCase } from '../src/model/use-case.ts';
import { readBook } from '../src/read/book.ts';
import { prepareCatalogue, readUseCase } from '../src/read/use-case.ts';
import { casesAsOf, problemLine, readRulesFolder } from './rules-folder.ts';

const folder = 'fixtures/use-cases';
const book = readBook(readRulesFolder('rules'));
if (!book.ok) throw new Error(book.problems.map(problemLine).join('\n'));
const compiled = compile(book.value);
const catalogue = prepareCatalogue(book.value);

for (const name of readdirSync(folder).filter((file) => file.endsWith('.yaml') && file !== profileName)) {
  const file = `${folder}/${name}`;
  const options = { profile: null, fileExists: evidenceLookup(file, '.') };
  const read = readUseCase({ file, text: readFileSync(file, 'utf8') }, catalogue, options);
  if (!read.ok) throw new Error(read.problems.map(problemLine).join('\n'));
  console.log(`${String(answersNeeded(read.value)).padStart(9)}  ${name}`);
}

/** The count, or `unsettled` where the file's own answers do not settle it. */
function answersNeeded(useCase: UseCase): number | 'unsettled' {
  const answers = new Map<FactId, Given>();
  const asked = new Set<FactId>();
  for (;;) {
    const { tier } = assess({ ...useCase, answers }, compiled, casesAsOf);
    if (tier.lowest === tier.highest) return asked.size;
    const next = tier.decisive.flat().find((fact) => !asked.has(fact));
    if (next === undefined) return 'unsettled';
    asked.add(next);
    const given = useCase.answers.get(next);
    if (given !== undefined) answers.set(next, given);
  }
}
