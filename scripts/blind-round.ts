import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod';
import { assess } from '../src/assess/assess.ts';
import { compile } from '../src/assess/compile.ts';
import { contradictions } from '../src/assess/contradictions.ts';
import { evidenceLookup } from '../src/files/read.ts';
import { tiers } from '../src/model/tier.ts';
import { readBook } from '../src/read/book.ts';
import { prepareCatalogue, readUseCase } from '../src/read/use-case.ts';
import { blindAsOf, problemLine, readRulesFolder } from './rules-folder.ts';

const Story = z.object({
  id: z.string(),
  stratum: z.string(),
  expect: z.object({ tier: z.enum(tiers), provisions: z.array(z.string()), not: z.array(z.string()) }),
});
type Story = z.infer<typeof Story>;

export interface Scored {
  readonly id: string;
  readonly stratum: string;
  readonly expected: Story['expect'];
  /** Null where the file is refused or missing. */
  readonly tier: { readonly lowest: Story['expect']['tier']; readonly highest: Story['expect']['tier'] } | null;
  /** Null: a hit. */
  readonly miss: string | null;
}

/** Compares the files of a round of the blind test with the official results. */
export function scoreRound(round: string): readonly Scored[] {
  const folder = `fixtures/blind/${round}`;
  const book = readBook(readRulesFolder('rules'));
  if (!book.ok) throw new Error(book.problems.map(problemLine).join('\n'));
  const compiled = compile(book.value);
  const catalogue = prepareCatalogue(book.value);
  const { stories } = z
    .object({ stories: z.array(Story) })
    .parse(parse(readFileSync(`${folder}/stories.yaml`, 'utf8')));
  return stories.map(({ id, stratum, expect }): Scored => {
    const file = `${folder}/files/${id}.yaml`;
    const refused = (miss: string): Scored => ({ id, stratum, expected: expect, tier: null, miss });
    if (!existsSync(file)) return refused('no file');
    const options = { profile: null, fileExists: evidenceLookup(file, '.') };
    const read = readUseCase({ file, text: readFileSync(file, 'utf8') }, catalogue, options);
    const problems = read.ok ? contradictions(read.value, compiled, blindAsOf) : read.problems;
    if (!read.ok || problems.length > 0) return refused(problems.map(problemLine).join('; '));
    const { tier, classification } = assess(read.value, compiled, blindAsOf);
    const hits = classification.filter(({ truth }) => truth === 'true').map(({ rule }): string => rule);
    return { id, stratum, expected: expect, tier, miss: missOf(expect, tier, hits) };
  });
}

/** A hit is a settled tier and the right provisions. */
function missOf(expect: Story['expect'], tier: NonNullable<Scored['tier']>, hits: readonly string[]): string | null {
  const isHit = (provision: string): boolean => hits.some((rule) => rule.startsWith(ruleOf(provision)));
  const wrong = [
    ...(tier.lowest === tier.highest && tier.lowest === expect.tier
      ? []
      : [`came out as ${tier.lowest} to ${tier.highest}`]),
    ...expect.provisions.filter((provision) => !isHit(provision)).map((provision) => `${provision} is not hit`),
    // A hit of Annex III stays visible when Art. 6(3) lifts it.
    ...expect.not.filter((one) => isHit(one) && !one.startsWith('Art. 6(3)')).map((one) => `${one} is hit`),
  ];
  return wrong.length === 0 ? null : wrong.join('; ');
}

/** `Annex III 4(a)` is `ai-act.annex-3-4-a`, and so on; (ba) and (bb) have a second rule whose id begins alike. */
function ruleOf(provision: string): string {
  if (provision.startsWith('Art. 3(1)')) return 'ai-act.not-ai';
  if (provision.includes('profiling')) return 'ai-act.art-6-3-profiling';
  if (provision.startsWith('Art. 50(4)')) return `ai-act.art-50-4-${provision.includes('second') ? '2' : '1'}`;
  const [, annexPoint, annexLetter = ''] = /^Annex III (\d)(?:\((\w)\))?/.exec(provision) ?? [];
  if (annexPoint !== undefined) return ['ai-act.annex-3', annexPoint, annexLetter].filter(Boolean).join('-');
  const [, article = '', ...parts] = /^Art\. (\d+)(?:\((\w+)\))?(?:\((\w+)\))?/.exec(provision) ?? [];
  return `ai-act.art-${[article, ...parts].filter(Boolean).join('-')}`;
}
