import { configSchema } from '../read/config-schema.ts';
import { ruleSchema } from '../read/rule-schema.ts';
import { profileSchema, useCaseSchema } from '../read/use-case-schema.ts';
import { diffSchema } from '../report/diff/schema.ts';
import { registerSchema } from '../report/register/schema.ts';
import { assessmentSchema } from '../report/json-schema.ts';
import { openBook } from './book.ts';
import { exitCode, type ExitCode } from './exit-code.ts';
import { refuse, type Setting } from './tell.ts';
import { write } from './world.ts';

const schemas = {
  'use-case': useCaseSchema,
  profile: profileSchema,
  config: configSchema,
  assessment: assessmentSchema,
  diff: diffSchema,
  register: registerSchema,
  rule: ruleSchema,
} as const;
export type SchemaName = keyof typeof schemas;

/** `kompass schema`: the JSON Schema (draft-07) of a use case, a profile, a configuration, the JSON report, a comparison or a file of rules. */
export async function schema(
  what: SchemaName,
  options: { readonly rules?: string },
  setting: Setting,
): Promise<ExitCode> {
  const { world, language } = setting;
  const opened = await openBook(options.rules, world);
  if (!opened.ok) return refuse(opened.problems, setting);
  const value = schemas[what](opened.value.book, language);
  await write(world.stdout, `${JSON.stringify(value, null, 2)}\n`);
  return exitCode.passed;
}
