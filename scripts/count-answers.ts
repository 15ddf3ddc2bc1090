// How many answers it takes until the tier of each example is settled, when the questions are answered in the order in which they are asked;
// and, with the profile of the organisation, how many until nothing is open: from the project lead, and from others.
//   node --import tsx scripts/count-answers.ts
import { readdirSync, readFileSync } from 'node:fs';
import { assess } from '../src/assess/assess.ts';
import { compile } from '../src/assess/compile.ts';
import { profileName } from '../src/files/find.ts';
import { evidenceLookup } from '../src/files/read.ts';
import type { FactId } from '../src/model/ids.ts';
import type { Given, UseCase } from '../src/model/use-case.ts';
import { readProfile } from '../src/read/profile.ts';
import { readBook } from '../src/read/book.ts';
import { prepareCatalogue, readUseCase } from '../src/read/use-case.ts';
import { casesAsOf, problemLine, readRulesFolder } from './rules-folder.ts';

const folder = 'fixtures/use-cases';
const book = readBook(readRulesFolder('rules'));
if (!book.ok) throw new Error(book.problems.map(problemLine).join('\n'));
const compiled = compile(book.value);
const catalogue = prepareCatalogue(book.value);

const profileFile = `${folder}/${profileName}`;
const profile = readProfile({ file: profileFile, text: readFileSync(profileFile, 'utf8') }, catalogue, {
  fileExists: evidenceLookup(profileFile, '.'),
});
if (!profile.ok) throw new Error(profile.problems.map(problemLine).join('\n'));

console.log('     tier  lead  others');
for (const name of readdirSync(folder).filter((file) => file.endsWith('.yaml') && file !== profileName)) {
  const file = `${folder}/${name}`;
  const readWith = (used: typeof profile.value | null): UseCase => {
    const options = { profile: used, fileExists: evidenceLookup(file, '.') };
    const read = readUseCase({ file, text: readFileSync(file, 'utf8') }, catalogue, options);
    if (!read.ok) throw new Error(read.problems.map(problemLine).join('\n'));
    return read.value;
  };
  const { lead, others } = answersForAll(readWith(profile.value));
  const counts = [
    String(answersNeeded(readWith(null))).padStart(9),
    String(lead).padStart(4),
    String(others).padStart(6),
  ];
  console.log(`${counts.join('  ')}  ${name}`);
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

/** All questions that come up, by whom they are for first; what the profile answers is not asked. */
function answersForAll(useCase: UseCase): { readonly lead: number; readonly others: number } {
  const answers = new Map([...useCase.answers].filter(([, { at }]) => at.file === profileFile));
  const asked = new Set<FactId>();
  let lead = 0;
  for (;;) {
    const { questions } = assess({ ...useCase, answers }, compiled, casesAsOf);
    const next = questions.find(({ fact }) => !asked.has(fact));
    if (next === undefined) return { lead, others: asked.size - lead };
    asked.add(next.fact);
    if (next.askOf[0] === 'project-lead') lead += 1;
    const given = useCase.answers.get(next.fact);
    if (given !== undefined) answers.set(next.fact, given);
  }
}
