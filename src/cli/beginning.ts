import { readBuiltTemplates } from '../files/book.ts';
import type { Prompter } from '../interview/prompter.ts';
import { typed } from '../interview/reply.ts';
import type { Template } from '../model/template.ts';
import { isUseCaseId } from '../read/use-case.ts';
import { idFromTitle } from '../text/id-from.ts';
import { interviewWords } from '../text/interview-words.ts';
import { problemText } from '../text/problems.ts';
import { type Beginning, freePlace } from './new-file.ts';
import type { Setting } from './tell.ts';
import { readText } from './use-case-reader.ts';

/** Which template it is to be; null: none fits. */
export async function kindOf(prompter: Prompter, { world, language }: Setting): Promise<Template | null> {
  const words = interviewWords[language];
  const templates = readBuiltTemplates(world.rules);
  const choices = templates.map(({ id, title }) => ({ value: id, name: title[language] }));
  const chosen = await prompter.select(words.whichKind, [...choices, { value: '.none', name: words.otherKind }]);
  return templates.find(({ id }) => id === chosen) ?? null;
}

/** How the case is called; a template proposes its title. */
export async function nameOf(
  template: Template | null,
  prompter: Prompter,
  { language }: Setting,
): Promise<Pick<Beginning, 'title' | 'id'>> {
  const words = interviewWords[language];
  const title =
    template === null
      ? await typed(words.title, { prompter, language })
      : await proposed(words.title, template.title[language], () => null, prompter, language);
  const id = await proposed(
    words.id,
    idFromTitle(title),
    (text) => (isUseCaseId(text) ? null : words.badId),
    prompter,
    language,
  );
  return { title, id };
}

/** Asked anew while something lies there already. */
export async function fileTyped(id: string, prompter: Prompter, { world, language }: Setting): Promise<string> {
  const check = (file: string): string | null => {
    const free = freePlace(readText(file, world.cwd), file);
    return free.ok ? null : free.problems.map((problem) => problemText(problem, language)).join(' ');
  };
  return proposed(interviewWords[language].file, `${id}.yaml`, check, prompter, language);
}

/** Purpose and responsibility. */
export async function ownerOf(
  prompter: Prompter,
  { language }: Setting,
): Promise<Readonly<Record<'purpose' | 'unit' | 'role', string>>> {
  const words = interviewWords[language];
  const desk = { prompter, language };
  const purpose = await typed(words.purpose, desk);
  const unit = await typed(words.unit, desk);
  const role = await typed(words.role, desk);
  return { purpose, unit, role };
}

/** Enter alone takes the proposal. */
async function proposed(
  question: string,
  proposal: string,
  check: (text: string) => string | null,
  prompter: Prompter,
  language: Setting['language'],
): Promise<string> {
  const text = await prompter.type(interviewWords[language].proposed(question, proposal), (one) =>
    check(one.trim() === '' ? proposal : one.trim()),
  );
  return text.trim() === '' ? proposal : text.trim();
}
