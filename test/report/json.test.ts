import { beforeAll, describe, expect, test } from 'vitest';
import { useCaseFiles } from '../support/use-case-files.ts';
import { kompass } from '../support/world.ts';

type Json = { readonly [key: string]: unknown };

/** The keys that are promised (issue 2); a new one is a new minor version of the contract. */
const contract = {
  report: ['schemaVersion', 'asOf', 'packs', 'problems', 'assessments'],
  pack: ['id', 'version'],
  problem: ['file', 'line', 'column', 'code', 'message'],
  assessment: [
    'useCase',
    'profile',
    'effectiveDay',
    'stage',
    'for',
    'verdict',
    'lawVerdict',
    'tier',
    'roles',
    'classification',
    'digest',
    'approval',
    'register',
    'tender',
    'waived',
    'review',
    'readings',
    'notices',
    'judgements',
    'findings',
    'questions',
  ],
  useCase: ['id', 'title', 'file', 'purpose', 'owner', 'product'],
  tier: ['lowest', 'highest', 'from', 'decisive'],
  days: ['earliest', 'latest'],
  role: ['role', 'truth'],
  classified: ['rule', 'truth', 'tier', 'cite', 'certainty', 'from'],
  cite: ['act', 'at', 'url'],
  finding: [
    'rule',
    'state',
    'doubt',
    'code',
    'severity',
    'addressee',
    'owedBy',
    'due',
    'aspect',
    'step',
    'condition',
    'basis',
    'certainty',
    'from',
    'until',
    'cite',
    'position',
    'asks',
    'waiver',
  ],
  position: ['file', 'line', 'column'],
  question: ['fact', 'key', 'text', 'position', 'askOf', 'settles'],
  proof: ['rule', 'code', 'truth', 'when', 'except', 'requires'],
  settles: ['tier', 'verdict', 'findings'],
} as const;

const object = (value: unknown): Json => ({ ...Object(value) });
const objects = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.map(object) : []);
const present = (value: unknown): readonly Json[] => (value === null ? [] : [object(value)]);

let report: Json = {};
let assessments: readonly Json[] = [];

beforeAll(async () => {
  const { out } = await kompass(['check', 'fixtures/use-cases', 'missing.yaml', '--format', 'json']);
  report = object(JSON.parse(out));
  assessments = objects(report['assessments']);
});

/** The sets of keys that occur among the objects: one, where all are alike, and none, where there is no object. */
const keysOf = (found: readonly Json[]): readonly string[] => [
  ...new Set(found.map((one) => Object.keys(one).toSorted().join(' '))),
];
const only = (keys: readonly string[]): readonly string[] => [keys.toSorted().join(' ')];

const all = (key: string): readonly Json[] => assessments.flatMap((assessment) => objects(assessment[key]));

describe('the JSON report has the promised keys', () => {
  test('as a whole', () => {
    expect(keysOf([report])).toEqual(only(contract.report));
    expect(keysOf(objects(report['packs']))).toEqual(only(contract.pack));
    expect(keysOf(objects(report['problems']))).toEqual(only(contract.problem));
    expect(assessments).toHaveLength(useCaseFiles.length);
  });

  test('for each use case, its tier and roles', () => {
    expect(keysOf(assessments)).toEqual(only(contract.assessment));
    expect(keysOf(assessments.map((one) => object(one['useCase'])))).toEqual(only(contract.useCase));
    expect(keysOf(assessments.map((one) => object(one['tier'])))).toEqual(only(contract.tier));
    expect(keysOf(assessments.flatMap((one) => present(object(one['tier'])['from'])))).toEqual(only(contract.days));
    expect(keysOf(all('roles'))).toEqual(only(contract.role));
  });

  test('for each provision', () => {
    expect(keysOf(all('classification'))).toEqual(only(contract.classified));
    expect(keysOf(all('classification').flatMap((one) => objects(one['cite'])))).toEqual(only(contract.cite));
    expect(keysOf(all('classification').flatMap((one) => present(one['from'])))).toEqual(only(contract.days));
  });

  test('for each finding', () => {
    expect(keysOf(all('findings'))).toEqual(only(contract.finding));
    expect(keysOf(all('findings').flatMap((one) => objects(one['cite'])))).toEqual(only(contract.cite));
    expect(keysOf(all('findings').flatMap((one) => present(one['position'])))).toEqual(only(contract.position));
  });

  test('for each question', () => {
    expect(keysOf(all('questions'))).toEqual(only(contract.question));
    expect(keysOf(all('questions').map((one) => object(one['settles'])))).toEqual(only(contract.settles));
  });

  test('with --explain one more for each use case: the proof of each rule', async () => {
    const { out } = await kompass(['check', 'fixtures/use-cases/buerger-chatbot.yaml', '-f', 'json', '--explain']);
    const [explained = {}] = objects(object(JSON.parse(out))['assessments']);
    expect(keysOf([explained])).toEqual(only([...contract.assessment, 'proofs']));
    expect(keysOf(objects(explained['findings']))).toEqual(only(contract.finding));
    expect(keysOf(objects(explained['proofs']))).toEqual(only(contract.proof));
  });
});

const rulesOf = (assessment: Json) => objects(assessment['classification']).map(({ rule }) => rule);

describe('the JSON report', () => {
  test('lists the same provisions for every use case: hit, not hit and unknown', () => {
    for (const assessment of assessments) expect(rulesOf(assessment)).toEqual(rulesOf(assessments[0] ?? {}));
    expect(new Set(all('classification').map(({ truth }) => truth))).toEqual(new Set(['true', 'false', 'unknown']));
  });

  test('names files relative to the working folder, never by their whole path', () => {
    expect(JSON.stringify(report)).not.toContain(process.cwd());
  });

  test('is one line for each use case, so that tools of lines can be used', async () => {
    const { out } = await kompass(['check', 'fixtures/use-cases', '-f', 'json']);
    expect(out.match(/^\{"useCase":/gm)).toHaveLength(assessments.length);
    expect(out.endsWith('\n')).toBe(true);
  });

  test('is JSON with nothing in it where every file is broken', async () => {
    const { code, out } = await kompass(['check', 'fixtures/broken/use-cases/empty.yaml', '-f', 'json']);
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ assessments: [], problems: [{ code: 'empty-file' }] });
  });
});
