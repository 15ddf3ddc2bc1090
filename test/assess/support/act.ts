import { assess } from '../../../src/assess/assess.ts';
import { compile, type CompiledBook } from '../../../src/assess/compile.ts';
import type { Assessment, Classified, Finding, OpenQuestion } from '../../../src/model/assessment.ts';
import { type IsoDate, parseIsoDate } from '../../../src/model/date.ts';
import type { RuleProof } from '../../../src/model/proof.ts';
import type { CheckStage } from '../../../src/model/stage.ts';
import type { Truth } from '../../../src/model/truth.ts';
import type { UseCase } from '../../../src/model/use-case.ts';
import { readBook, type TextFile } from '../../../src/read/book.ts';
import { readProfile } from '../../../src/read/profile.ts';
import { prepareCatalogue, readUseCase } from '../../../src/read/use-case.ts';
import { readRulesFolder } from '../../../scripts/rules-folder.ts';
import { valueOf } from '../../support/rules.ts';

/** The bike act with the tricycles of `test/assess/act`, whose files stand in the place of those of the same name. */
export const act: CompiledBook = compile(
  valueOf(readBook([...filesBelow('fixtures/packs/bike-act', 'test/assess/act')])),
);

function filesBelow(...folders: readonly string[]): readonly TextFile[] {
  const files = folders.flatMap((folder) =>
    readRulesFolder(folder).map(({ name, text }): [string, string] => [name.slice(folder.length + 1), text]),
  );
  return Array.from(new Map(files), ([name, text]) => ({ name, text }));
}

const catalogue = prepareCatalogue(act.book);

export function day(text: string): IsoDate {
  const parsed = parseIsoDate(text);
  if (parsed === null) throw new Error(`${text} is no day`);
  return parsed;
}

export const today = day('2030-08-01');

/** YAML texts by the id of what they answer; null: not in the file. */
export type Answers = Readonly<Record<string, string | null>>;

interface Options {
  readonly asOf?: string;
  readonly for?: CheckStage;
  /** The answers of the profile; none: no profile. */
  readonly profile?: Answers;
  readonly catalogue?: string;
  /** The list of waivers, as YAML. */
  readonly waivers?: string;
  readonly fileExists?: boolean;
  readonly within?: number;
  /** Further lines of the file. */
  readonly more?: string;
}

export const done = (on = '2030-05-01'): string =>
  `{ done: yes, evidence: { link: "https://example.org/proof", on: ${on}, by: Amt } }`;

export const planned = (on: string): string => `{ planned: { by: Amt, on: ${on} } }`;

interface Claim {
  readonly reason?: string | null;
  readonly role?: string | null;
  readonly on?: string | null;
  readonly evidence?: string | null;
}

/** A recorded claim, complete but for what is left out with null. */
export function claim(claimed: Claim = {}): string {
  const record = {
    reason: 'seen',
    role: 'legal-office',
    on: '2030-05-01',
    evidence: '{ link: "https://example.org/opinion", on: 2030-05-01, by: Rechtsamt }',
    ...claimed,
  };
  const parts = Object.entries(record).flatMap(([key, value]) => (value === null ? [] : [`${key}: ${value}`]));
  return `{ ${['claimed: yes', ...parts].join(', ')} }`;
}

/** A lending of city bikes, about to start, to which nothing is missing on 1 August 2030. */
const complete: Answers = {
  'organisation.brings': '[]',
  'lifecycle.stage': 'award',
  'lifecycle.start': '2030-09-01',
  'lifecycle.end': '2031-12-31',
  'screening.uses': '[rents-bikes]',
  'bike.kind': 'city',
  'bike.refuses': 'no',
  'bike.brakes-tested': 'yes',
  'bike.on-market-since': '2029-05-01',
  'trike.has': '[]',
  'measures.bell': done(),
  'measures.training': done(),
  'judgements.toy': 'no',
};

/** A town that buys its bicycles. */
const town: Answers = { 'organisation.kind': 'town', 'organisation.workshop': 'no' };

/** The complete use case with some answers changed. */
export function useCaseWith(changes: Answers = {}, options: Options = {}): UseCase {
  return readAnswers({ ...complete, ...changes }, options);
}

/** A use case with these answers and no others, of a body without profile. */
export function useCaseOf(answers: Answers, options: Options = {}): UseCase {
  return readAnswers(answers, { profile: {}, ...options });
}

function readAnswers(answers: Answers, options: Options): UseCase {
  const { profile = town, waivers, fileExists = true } = options;
  const head = `kompass: 1\ncatalogue: ${options.catalogue ?? '2030-07'}\nid: rad\ntitle: Räder\n`;
  const text = `${head}${sections(answers)}${waivers === undefined ? '' : `waivers: ${waivers}\n`}${options.more ?? ''}`;
  const read = { fileExists: () => fileExists };
  return valueOf(readUseCase({ file: 'rad.yaml', text }, catalogue, { ...read, profile: profileOf(profile) }));
}

function profileOf(answers: Answers) {
  if (Object.keys(answers).length === 0) return null;
  const text = `kompass: 1\ncatalogue: 2030-07\nprofile: Stadt\n${sections(answers)}`;
  return valueOf(readProfile({ file: 'kompass-profile.yaml', text }, catalogue, { fileExists: () => true }));
}

/** One line for each answer, below the key of its section. */
function sections(answers: Answers): string {
  const bySection = new Map<string, string[]>();
  for (const [id, text] of Object.entries(answers)) {
    if (text === null) continue;
    const [section = '', name = ''] = id.split('.');
    bySection.set(section, [...(bySection.get(section) ?? []), `  ${name}: ${text}\n`]);
  }
  return Array.from(bySection, ([section, lines]) => `${section}:\n${lines.join('')}`).join('');
}

/** The complete use case with some answers changed, assessed on 1 August 2030 if no other day is named. */
export function check(changes: Answers = {}, options: Options = {}): Assessment {
  return assessed(useCaseWith(changes, options), options);
}

/** These answers and no others, assessed. */
export function checkOnly(answers: Answers, options: Options = {}): Assessment {
  return assessed(useCaseOf(answers, options), options);
}

export function assessed(useCase: UseCase, options: Pick<Options, 'asOf' | 'for' | 'within'> = {}): Assessment {
  const asOf = options.asOf === undefined ? today : day(options.asOf);
  return assess(useCase, act, asOf, options.for ?? null, options.within ?? null);
}

/** The finding of `art-5-1`, say. */
export const findingOf = (assessment: Assessment, rule: string): Finding =>
  present(
    assessment.findings.find((finding) => finding.rule === `bike-act.${rule}`),
    rule,
  );

export const classifiedAs = (assessment: Assessment, rule: string): Classified =>
  present(
    assessment.classification.find((entry) => entry.rule === `bike-act.${rule}`),
    rule,
  );

export const proofOf = (assessment: Assessment, rule: string): RuleProof =>
  present(
    assessment.prove().find((proof) => proof.rule === `bike-act.${rule}`),
    rule,
  );

export const truthOf = (assessment: Assessment, rule: string): Truth => proofOf(assessment, rule).truth;

export const questionOn = (assessment: Assessment, fact: string): OpenQuestion =>
  present(
    assessment.questions.find((question) => question.fact === fact),
    fact,
  );

export const askedFacts = (assessment: Assessment): readonly string[] =>
  assessment.questions.map((question) => question.fact);

function present<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`There is no ${what}.`);
  return value;
}
