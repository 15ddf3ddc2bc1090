import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { CompiledBook } from '../../src/assess/compile.ts';
import { evidenceLookup, findProfile } from '../../src/files/read.ts';
import { states, verdicts } from '../../src/model/assessment.ts';
import { type IsoDate, parseIsoDate } from '../../src/model/date.ts';
import { checkStages } from '../../src/model/stage.ts';
import { tiers } from '../../src/model/tier.ts';
import type { UseCase } from '../../src/model/use-case.ts';
import { type Profile, readProfile } from '../../src/read/profile.ts';
import { type Catalogue, prepareCatalogue, readUseCase } from '../../src/read/use-case.ts';
import { valueOf } from './rules.ts';

const fixtureFolder = 'fixtures/use-cases';

const day = z.string().transform((text, context): IsoDate => {
  const parsed = parseIsoDate(text);
  if (parsed !== null) return parsed;
  context.addIssue('not a day');
  return z.NEVER;
});

const Expected = z.strictObject({
  asOf: day,
  for: z.enum(checkStages).nullable(),
  verdict: z.enum(verdicts),
  tier: z.tuple([z.enum(tiers), z.enum(tiers)]),
  true: z.array(z.string()),
  false: z.array(z.string()),
  states: z.record(z.string(), z.enum(states)),
  source: z.string(),
  why: z.string(),
});

export interface Fixture {
  readonly file: string;
  readonly useCase: UseCase;
  readonly asOf: IsoDate;
  /** Written by hand from the law, before the first run. */
  readonly expected: z.infer<typeof Expected>;
}

function profileOf(path: string | null, catalogue: Catalogue): Profile | null {
  if (path === null) return null;
  const input = { file: path, text: readFileSync(path, 'utf8') };
  return valueOf(readProfile(input, catalogue, { fileExists: evidenceLookup(path, '.') }));
}

/** The realistic use cases with the assessment that is expected of each. */
export function fixtures(compiled: CompiledBook): readonly Fixture[] {
  const catalogue = prepareCatalogue(compiled.book);
  const profiles = new Map<string, string | null>();
  return readdirSync(fixtureFolder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.expected.json'))
    .toSorted()
    .map((name) => {
      const file = join(fixtureFolder, name.replace('.expected.json', '.yaml'));
      const expected = Expected.parse(JSON.parse(readFileSync(join(fixtureFolder, name), 'utf8')));
      const text = readFileSync(file, 'utf8');
      const options = {
        profile: profileOf(findProfile(file, '.', profiles), catalogue),
        fileExists: evidenceLookup(file, '.'),
      };
      const useCase = valueOf(readUseCase({ file, text }, catalogue, options));
      return { file, useCase, asOf: expected.asOf, expected };
    });
}
