import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { beforeAll, describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import * as z from 'zod';
import { pipelineFiles, pipelineFolder } from '../support/pipeline.ts';
import { useCaseFolder } from '../support/use-case-files.ts';
import { kompass } from '../support/world.ts';
import { everyElement, parseXml } from '../support/xml.ts';

const golden = 'test/golden/formats';
const day = ['--as-of', '2026-11-24'];

async function reportOf(format: string, language: string, ...more: readonly string[]): Promise<string> {
  const argv = ['check', ...pipelineFiles, ...day, '-f', format, '--lang', language, ...more];
  return (await kompass(argv, { cwd: pipelineFolder() })).out;
}

/** `UPDATE=1 npx vitest run test/report/formats.test.ts` writes the files anew; read them before they are committed. */
const updating = process.env['UPDATE'] === '1';
const read = [
  ['sarif', 'de', 'json'],
  ['junit', 'de', 'xml'],
  ['github', 'de', 'txt'],
  ['gitlab', 'de', 'json'],
  ['checkstyle', 'de', 'xml'],
  ['markdown', 'de', 'md'],
  ['github', 'en', 'txt'],
  ['markdown', 'en', 'md'],
] as const;
const nameOf = ([format, language, ending]: readonly [string, string, string]): string =>
  `${format}.${language}.${ending}`;

describe('a use case that is ready, one with gaps and a file that cannot be read are told as was read and found good', () => {
  test.each(read)('%s in %s', async (...which) => {
    const file = join(golden, nameOf(which));
    const report = await reportOf(which[0], which[1]);
    mkdirSync(golden, { recursive: true });
    if (updating) writeFileSync(file, report);
    expect(existsSync(file), `${file} is missing: read the report, then write it with UPDATE=1`).toBe(true);
    expect(report).toBe(readFileSync(file, 'utf8'));
  });

  test('and no report is left over from a format that is gone', () => {
    expect(readdirSync(golden).toSorted()).toEqual(read.map(nameOf).toSorted());
  });
});

const Sarif = z.looseObject({
  runs: z.tuple([
    z.looseObject({
      tool: z.looseObject({ driver: z.looseObject({ rules: z.array(z.looseObject({ id: z.string() })) }) }),
      translations: z.array(z.looseObject({ rules: z.array(z.looseObject({ id: z.string() })) })),
      invocations: z.tuple([
        z.looseObject({ executionSuccessful: z.boolean(), toolExecutionNotifications: z.array(z.unknown()) }),
      ]),
      results: z.array(
        z.looseObject({
          ruleId: z.string(),
          ruleIndex: z.int(),
          kind: z.string(),
          level: z.string(),
          suppressions: z.array(z.unknown()).optional(),
          partialFingerprints: z.strictObject({ primaryLocationLineHash: z.string() }),
          locations: z.tuple([
            z.looseObject({
              physicalLocation: z.looseObject({ artifactLocation: z.strictObject({ uri: z.string() }) }),
            }),
          ]),
        }),
      ),
    }),
  ]),
});
const sarifOf = (out: string) => Sarif.parse(JSON.parse(out)).runs[0];

const GitLab = z.array(
  z.strictObject({
    description: z.string(),
    check_name: z.string(),
    fingerprint: z.string(),
    severity: z.string(),
    location: z.strictObject({ path: z.string(), lines: z.strictObject({ begin: z.int() }) }),
  }),
);
const gitlabOf = (out: string) => GitLab.parse(JSON.parse(out));

const schema = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(`test/support/schemas/${name}`, 'utf8'));

const formats = {
  uri: (text: string) => URL.canParse(text),
  'uri-reference': (text: string) => /^[\w\-.~:/?#[\]@!$&'()*+,;=%]*$/.test(text) && URL.canParse(text, 'file:///'),
  'date-time': true,
} as const;

/** What is wrong with the JSON by this schema; null: nothing. */
function faults(name: string, json: string): unknown {
  const valid = new Ajv({ strict: false, allErrors: true, formats }).compile(schema(name));
  valid(JSON.parse(json));
  return valid.errors ?? null;
}

describe('every use case there is, with files that cannot be read, gives what other programs read', () => {
  const all = new Map<string, string>();
  const wanted = ['sarif', 'junit', 'gitlab', 'checkstyle', 'ndjson', 'json', 'github', 'markdown'];

  beforeAll(async () => {
    const inputs = [useCaseFolder, 'fixtures/broken/use-cases', 'missing.yaml'];
    const folder = mkdtempSync(join(tmpdir(), 'kompass-'));
    const out = (format: string) => join(folder, `all.${format}`);
    const targets = wanted.flatMap((format) => ['-f', `${format}=${out(format)}`]);
    await kompass(['check', ...inputs, ...day, ...targets, '--show-met', '--show-waived', '--lang', 'de']);
    for (const format of wanted) all.set(format, readFileSync(out(format), 'utf8'));
    rmSync(folder, { recursive: true });
  }, 120_000);
  const textOf = (format: string): string => all.get(format) ?? '';

  test('SARIF by the schema of OASIS', () => {
    expect(faults('sarif-schema-2.1.0.json', textOf('sarif'))).toBe(null);
  });

  test('SARIF whose results name their rule by its place, in both languages', () => {
    const run = sarifOf(textOf('sarif'));
    const ids = run.tool.driver.rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { ruleId, ruleIndex } of run.results) expect(ids[ruleIndex]).toBe(ruleId);
    for (const { rules } of run.translations) expect(rules.map(({ id }) => id)).toEqual(ids);
  });

  test('SARIF with a level only for what fails', () => {
    for (const { kind, level } of sarifOf(textOf('sarif')).results) expect(level === 'none').toBe(kind !== 'fail');
  });

  test('JUnit by what Jenkins takes', async () => {
    const xsd = readFileSync('test/support/schemas/junit.xsd', 'utf8');
    const { valid, errors } = await validateXML({ xml: textOf('junit'), schema: xsd, maxMemoryPages: 4096 });
    expect(errors).toEqual([]);
    expect(valid).toBe(true);
  });

  test('JUnit that fails where the use is not ready, and nowhere else', () => {
    const suites = parseXml(textOf('junit')).children;
    const ready: number[] = [];
    for (const suite of suites) {
      const found = everyElement(suite);
      const count = (name: string): number => found.filter((element) => element.name === name).length;
      const verdict = found.find(({ attributes }) => attributes.get('name') === 'verdict')?.attributes.get('value');
      if (verdict === 'ready') ready.push(count('failure'));
      expect(suite.attributes.get('tests')).toBe(String(count('testcase')));
      expect(suite.attributes.get('failures')).toBe(String(count('failure')));
      expect(suite.attributes.get('skipped')).toBe(String(count('skipped')));
      expect(suite.attributes.get('errors')).toBe(String(count('error')));
    }
    expect(ready.length).toBeGreaterThan(3);
    expect(new Set(ready)).toEqual(new Set([0]));
  });

  test('JUnit with names that tell the cases of a suite apart', () => {
    for (const suite of parseXml(textOf('junit')).children) {
      const names = suite.children.flatMap(({ name, attributes }) =>
        name === 'testcase' ? [attributes.get('name')] : [],
      );
      expect(new Set(names).size).toBe(names.length);
    }
  });

  test('GitLab entries by its fields, none with the fingerprint of another', () => {
    expect(faults('gitlab.json', textOf('gitlab'))).toBe(null);
    const codes = gitlabOf(textOf('gitlab')).map(({ fingerprint }) => fingerprint);
    expect(new Set(codes).size).toBe(codes.length);
  });

  test('Checkstyle with a line, a severity and a source for each entry', () => {
    const entries = everyElement(parseXml(textOf('checkstyle'))).filter(({ name }) => name === 'error');
    expect(entries.length).toBeGreaterThan(100);
    for (const { attributes } of entries) {
      expect(attributes.get('line')).toMatch(/^[1-9]\d*$/);
      expect(attributes.get('severity')).toMatch(/^(error|warning|info)$/);
      expect(attributes.get('source')).toMatch(/^kompass\.[a-z0-9./-]+$/);
    }
  });

  test('NDJSON whose lines are the elements of the JSON report, in its order', () => {
    const Whole = z.looseObject({ assessments: z.array(z.unknown()), problems: z.array(z.unknown()) });
    const { assessments, problems } = Whole.parse(JSON.parse(textOf('json')));
    const lines = textOf('ndjson')
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(lines).toEqual([...assessments, ...problems.map((problem) => ({ problem }))]);
  });

  test('nothing that is glued, doubled or left open', () => {
    // A file is named only-null, and a rule speaks of a share near zero: `nahe null`.
    const slips = /.{0,40}(?:undefined|(?<!nahe |only-)\bnull\b|NaN|\[object|\.\.(?!\/)|[.?] \.|\(\)|«»|: \.).{0,40}/g;
    for (const format of ['junit', 'github', 'markdown', 'checkstyle'])
      expect(textOf(format).match(slips) ?? [], format).toEqual([]);
  });

  test('Markdown of a size that a comment takes, with each block closed', () => {
    const text = textOf('markdown');
    expect(text.length).toBeLessThan(900_000);
    expect(text.match(/^<details>$/gm)?.length).toBe(text.match(/^<\/details>$/gm)?.length);
    const rows = text.split('\n').filter((line) => line.startsWith('| '));
    for (const row of rows) expect(row.match(/(?<!\\)\|/g)).toHaveLength(5);
  });

  test('few annotations for GitHub: the result, what is missing, and at most six of questions', () => {
    const lines = textOf('github').trimEnd().split('\n');
    for (const line of lines)
      expect(line).toMatch(/^::(error|warning|notice) (file=[^,:]*,line=\d+,col=\d+,)?title=[^,:]*::[^\r\n]+$/);
    const files = new Map<string, number>();
    for (const line of lines.filter((one) => one.startsWith('::warning '))) {
      const file = /file=([^,]*)/.exec(line)?.[1] ?? '';
      files.set(file, (files.get(file) ?? 0) + 1);
    }
    for (const [file, count] of files) expect(count, file).toBeLessThanOrEqual(8);
  });
});

describe('what is left out unless asked for', () => {
  test('in SARIF: what is met, and what is waived', async () => {
    const plain = sarifOf(await reportOf('sarif', 'de'));
    const all = sarifOf(await reportOf('sarif', 'de', '--show-met', '--show-waived'));
    expect(plain.results.filter(({ kind, suppressions }) => kind === 'pass' || suppressions !== undefined)).toEqual([]);
    expect(all.results.filter(({ kind }) => kind === 'pass').length).toBeGreaterThan(40);
    expect(all.results.flatMap(({ suppressions }) => suppressions ?? [])).toEqual([
      { kind: 'external', status: 'accepted', justification: 'Der Prüfplan wird im Januar fertig.' },
    ]);
  });

  test('SARIF says that a run failed which could not look at everything', async () => {
    const [invocation] = sarifOf(await reportOf('sarif', 'en')).invocations;
    expect(invocation.executionSuccessful).toBe(false);
    expect(invocation.toolExecutionNotifications).toHaveLength(2);
    const whole = (await kompass(['check', `${useCaseFolder}/buerger-chatbot.yaml`, '-f', 'sarif'])).out;
    expect(sarifOf(whole).invocations[0].executionSuccessful).toBe(true);
  });
});

/** Where a line is after two more were put before it; what has no place stays at the first. */
const moved = (begin: number): number => (begin === 1 ? 1 : begin + 2);

describe('fingerprints', () => {
  test('stay when lines move, and places follow', async () => {
    const cwd = pipelineFolder();
    const entries = async () =>
      gitlabOf((await kompass(['check', 'chatbot-mit-luecken.yaml', '-f', 'gitlab'], { cwd })).out);
    const before = await entries();
    const file = join(cwd, 'chatbot-mit-luecken.yaml');
    writeFileSync(file, `# one more line\n# and another\n${readFileSync(file, 'utf8')}`);
    const after = await entries();
    expect(after.map(({ fingerprint }) => fingerprint)).toEqual(before.map(({ fingerprint }) => fingerprint));
    expect(after.map(({ location }) => location.lines.begin)).toEqual(
      before.map(({ location }) => moved(location.lines.begin)),
    );
  });

  test('are the same in SARIF and in GitLab’s report', async () => {
    const sarif = sarifOf(await reportOf('sarif', 'de')).results.map(
      (one) => one.partialFingerprints.primaryLocationLineHash,
    );
    const gitlab = gitlabOf(await reportOf('gitlab', 'de')).map(({ fingerprint }) => fingerprint);
    expect(gitlab).toEqual(expect.arrayContaining(sarif));
  });
});

test('NDJSON of parts of a folder, one after the other, has the lines of the whole', async () => {
  const cwd = pipelineFolder();
  const lines = async (...files: readonly string[]) =>
    (await kompass(['check', ...files, '-f', 'ndjson'], { cwd })).out.trimEnd().split('\n');
  const whole = await lines(...pipelineFiles);
  const parts = [...(await lines('buerger-chatbot.yaml')), ...(await lines('chatbot-mit-luecken.yaml', 'kaputt.yaml'))];
  expect(parts).toEqual(whole);
});

test('what is due by a later stage is no failure', async () => {
  const { out } = await kompass([
    'check',
    `${useCaseFolder}/bewerber-vorauswahl.yaml`,
    '-f',
    'junit',
    '--for',
    'tender',
    '--lang',
    'en',
  ]);
  const cases = everyElement(parseXml(out)).filter(({ name }) => name === 'testcase');
  const literacy = cases.find(({ attributes }) => attributes.get('name')?.startsWith('ai-act.art-4:') === true);
  expect(literacy?.children.map(({ name, attributes }) => [name, attributes.get('type')])).toEqual([
    ['skipped', 'later'],
  ]);
  expect(literacy?.children[0]?.attributes.get('message')).toMatch(/^To be done later /);
});

test('paths are relative addresses, whatever stands in them', async () => {
  const cwd = pipelineFolder();
  const name = 'ä b%:#?,&<".yaml';
  writeFileSync(join(cwd, name), readFileSync(join(cwd, 'chatbot-mit-luecken.yaml')));
  const of = async (format: string) =>
    (await kompass(['check', `./${name}`, '-f', format, '--lang', 'en'], { cwd })).out;
  const [result] = sarifOf(await of('sarif')).results;
  expect(result?.locations[0].physicalLocation.artifactLocation.uri).toBe('%C3%A4%20b%25%3A%23%3F%2C%26%3C%22.yaml');
  expect(gitlabOf(await of('gitlab'))[0]?.location.path).toBe(name);
  expect(parseXml(await of('checkstyle')).children[0]?.attributes.get('name')).toBe(name);
  expect(await of('github')).toContain('file=ä b%25%3A#?%2C&<".yaml,line=');
});
