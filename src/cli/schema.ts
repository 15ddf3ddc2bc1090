import { readBuiltBook } from '../files/book.ts';
import type { Language } from '../model/language.ts';
import { useCaseSchema } from '../read/use-case-schema.ts';
import { assessmentSchema } from '../report/json-schema.ts';
import { exitCode, type ExitCode } from './exit-code.ts';
import { type World, write } from './world.ts';

/** `kompass schema`: the JSON Schema (draft-07) of a use-case file or of the JSON report. */
export async function schema(
  what: string,
  { world, language }: { readonly world: World; readonly language: Language },
): Promise<ExitCode> {
  const value = what === 'assessment' ? assessmentSchema() : useCaseSchema(readBuiltBook(world.rules), language);
  await write(world.stdout, `${JSON.stringify(value, null, 2)}\n`);
  return exitCode.passed;
}
