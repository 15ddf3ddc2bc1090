import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import * as z from 'zod';
import { gitEnvironment, repository } from './support/repository.ts';

/** The commands are those of the files that users take, run in bash as their servers would. */
const read = (file: string): string => readFileSync(file, 'utf8');
const version = z.object({ version: z.string() }).parse(JSON.parse(read('package.json'))).version;

const Input = z.strictObject({
  description: z.string(),
  default: z.string(),
  options: z.array(z.string()).optional(),
});
const Action = z.strictObject({
  name: z.string(),
  description: z.string(),
  author: z.string(),
  branding: z.strictObject({ icon: z.string(), color: z.string() }),
  inputs: z.record(z.string(), Input),
  outputs: z.record(z.string(), z.strictObject({ description: z.string(), value: z.string() })),
  runs: z.strictObject({
    using: z.literal('composite'),
    steps: z.array(
      z.strictObject({
        name: z.string(),
        id: z.string().optional(),
        shell: z.literal('bash'),
        env: z.record(z.string(), z.string()),
        run: z.string(),
      }),
    ),
  }),
});
const action = Action.parse(parse(read('action.yml')));

const [head, body] = parseAllDocuments(read('templates/kompass.yml')).map((document): unknown => document.toJS());
const spec = z.strictObject({ spec: z.strictObject({ inputs: z.record(z.string(), Input) }) }).parse(head).spec;
const job = z
  .strictObject({
    kompass: z.strictObject({
      stage: z.string(),
      image: z.string(),
      variables: z.record(z.string(), z.string()),
      script: z.array(z.string()),
      artifacts: z.looseObject({ paths: z.array(z.string()), reports: z.record(z.string(), z.string()) }),
    }),
  })
  .parse(body).kompass;

const hooks = z
  .array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      description: z.string(),
      entry: z.string(),
      language: z.literal('node'),
      files: z.string(),
      exclude: z.string(),
      pass_filenames: z.literal(true),
      require_serial: z.literal(true),
    }),
  )
  .parse(parse(read('.pre-commit-hooks.yaml')));

let shop = '';
let tarball = '';
beforeAll(() => {
  shop = mkdtempSync(join(tmpdir(), 'kompass-shop-'));
  execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', shop]);
  tarball = join(shop, `ki-kompass-${version}.tgz`);
  const [install] = action.runs.steps;
  bash(install?.run ?? '', '.', { RUNNER_TEMP: shop, KOMPASS_PACKAGE: tarball, HOME: process.env['HOME'] ?? '' });
}, 240_000);
afterAll(() => rmSync(shop, { recursive: true, force: true }));

function bash(script: string, cwd: string, env: Readonly<Record<string, string>>, args: readonly string[] = []) {
  const ran = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', script, 'bash', ...args], {
    cwd,
    env: { ...gitEnvironment, npm_config_prefer_offline: 'true', ...env },
    encoding: 'utf8',
  });
  return { code: ran.status, out: ran.stdout, err: ran.stderr };
}

/** As an installed program finds itself: on the path. */
const onPath = (): Record<string, string> => ({ PATH: `${shop}/kompass/bin:${gitEnvironment.PATH}` });

function town() {
  const repo = repository();
  cpSync('fixtures/use-cases/nachweise', join(repo.folder, 'use-cases/nachweise'), { recursive: true });
  for (const name of ['buerger-chatbot.yaml', 'spamfilter.yaml', 'kompass-profile.yaml'])
    cpSync(`fixtures/use-cases/${name}`, join(repo.folder, 'use-cases', name));
  repo.commit();
  return repo;
}

function edit(folder: string, change: (text: string) => string): void {
  const file = join(folder, 'use-cases/buerger-chatbot.yaml');
  writeFileSync(file, change(read(file)));
}
const work = (text: string) => text.replace('areas: []', 'areas: [work]');

/** What a server puts in the place of an input. */
const filled = (text: string, inputs: Readonly<Record<string, string>>): string =>
  text.replace(/\$(?:\[\[|\{\{) inputs\.([\w-]+) (?:\]\]|\}\})/g, (_, name: string) => inputs[name] ?? '');
const valuesOf = (
  inputs: Readonly<Record<string, z.infer<typeof Input>>>,
  given: Readonly<Record<string, string>>,
) => ({
  ...Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, input.default])),
  ...given,
});
const filledAll = (variables: Readonly<Record<string, string>>, values: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(variables).map(([name, text]) => [name, filled(text, values)]));

const textOf = (file: string): string => (existsSync(file) ? read(file) : '');

const runCheck = (folder: string, given: Readonly<Record<string, string>> = {}) => {
  const step = action.runs.steps.find(({ id }) => id === 'check');
  const files = { GITHUB_STEP_SUMMARY: join(folder, 'summary.md'), GITHUB_OUTPUT: join(folder, 'output') };
  const variables = filledAll(step?.env ?? {}, valuesOf(action.inputs, given));
  const ran = bash(step?.run ?? '', folder, { RUNNER_TEMP: shop, ...files, ...variables });
  return { ...ran, summary: textOf(files.GITHUB_STEP_SUMMARY), output: textOf(files.GITHUB_OUTPUT) };
};

const runJob = (folder: string, given: Readonly<Record<string, string>> = {}) => {
  // The real installation is tried with the action; here only what npm is asked for.
  const stubs = join(folder, '.stubs');
  mkdirSync(stubs, { recursive: true });
  writeFileSync(join(stubs, 'npm'), '#!/bin/sh\necho "$@" >>"$NPM_LOG"\n');
  chmodSync(join(stubs, 'npm'), 0o755);
  const variables = filledAll(job.variables, valuesOf(spec.inputs, given));
  const path = `${stubs}:${onPath()['PATH'] ?? ''}`;
  const log = join(stubs, 'log');
  return { ...bash(job.script.join('\n'), folder, { ...variables, PATH: path, NPM_LOG: log }), npm: read(log) };
};

const runHook = (id: string, folder: string, files: readonly string[]) =>
  bash(`${hooks.find((hook) => hook.id === id)?.entry ?? ''} "$@"`, folder, onPath(), files).code;

const isChosen = (file: string) =>
  hooks.every(({ files, exclude }) => new RegExp(files).test(file) && !new RegExp(exclude).test(file));

describe('the GitHub action', () => {
  test('checks, writes the summary of the job and SARIF, and passes', () => {
    const { folder } = town();
    const { code, out, err, summary, output } = runCheck(folder, { 'as-of': '2026-11-24' });
    expect({ code, err, output }).toEqual({ code: 0, err: '', output: 'exit-code=0\n' });
    expect(out).toContain('ERGEBNIS');
    expect(summary).toContain('Chatbot für Bürgeranfragen');
    expect(JSON.parse(read(join(folder, 'kompass.sarif')))).toMatchObject({ version: '2.1.0' });
  });

  test('fails with the exit code of the check, its summary written all the same', () => {
    const { folder } = town();
    edit(folder, work);
    const given = { against: 'main', 'changed-since': 'main', lang: 'en', 'as-of': '2026-11-24', for: 'award' };
    const { code, out, summary, output } = runCheck(folder, given);
    expect({ code, output }).toEqual({ code: 1, output: 'exit-code=1\n' });
    expect(out).toContain('WORSE THAN IN main');
    expect(summary).toContain('CLARIFY FIRST');
    expect(runCheck(folder, { paths: 'gone/' })).toMatchObject({ code: 2 });
  });

  test('takes several paths, with spaces, and never runs what an input says', () => {
    const { folder } = town();
    cpSync(join(folder, 'use-cases'), join(folder, 'more cases'), { recursive: true });
    const nasty =
      '$(touch sprung) `touch sprung` ; touch sprung\n--output=sprung\nuse-cases/spamfilter.yaml\nmore cases/buerger-chatbot.yaml';
    const { code, err } = runCheck(folder, { paths: nasty, 'as-of': '2026-11-24', lang: 'en' });
    expect(code).toBe(2);
    expect(err.match(/\[[a-z-]+\]/g)).toEqual(['[not-found]', '[not-found]']);
    expect(runCheck(folder, { against: '$(touch sprung)' }).code).toBe(2);
    expect(existsSync(join(folder, 'sprung'))).toBe(false);
  });

  test('has inputs only in variables, uses each of them, and installs the version that it belongs to', () => {
    for (const { run } of action.runs.steps) expect(run).not.toContain('${{');
    const used = action.runs.steps.flatMap(({ env }) => Object.values(env));
    for (const name of Object.keys(action.inputs)) expect(used).toContain(`\${{ inputs.${name} }}`);
    expect(action.inputs['package']?.default).toBe(`ki-kompass@${version}`);
    expect(spec.inputs['package']?.default).toBe(`ki-kompass@${version}`);
  });
});

describe('the GitLab component', () => {
  test('installs, checks, and leaves the reports that it promises', () => {
    const { folder } = town();
    const { code, err, npm } = runJob(folder, { paths: 'use-cases/*.yaml' });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(npm).toBe(`install --global --ignore-scripts --no-audit --no-fund ki-kompass@${version}\n`);
    for (const file of [...job.artifacts.paths, ...Object.values(job.artifacts.reports)])
      expect(read(join(folder, file)).length, file).toBeGreaterThan(1);
  });

  test('fails with the check, with all inputs given', () => {
    const { folder } = town();
    cpSync('fixtures/organisation', join(folder, 'own rules'), { recursive: true });
    edit(folder, work);
    const given = { for: 'award', rules: 'own rules', against: 'main', lang: 'en', 'fail-on': 'clarify' };
    expect(runJob(folder, given)).toMatchObject({ code: 1, out: expect.stringContaining('WORSE THAN IN main') });
  });

  test('never runs what an input says, and uses each of them', () => {
    const { folder } = town();
    const { code } = runJob(folder, { paths: '$(touch sprung) `touch sprung` ;touch sprung' });
    expect(code).toBe(2);
    expect(existsSync(join(folder, 'sprung'))).toBe(false);
    for (const line of job.script) expect(line).not.toContain('$[[');
    const used = [...Object.values(job.variables), job.stage, job.image];
    for (const name of Object.keys(spec.inputs)) expect(used).toContain(`$[[ inputs.${name} ]]`);
    for (const input of Object.values(spec.inputs)) expect(input.options ?? [input.default]).toContain(input.default);
  });
});

describe('the hooks before a commit', () => {
  test('let a draft pass, and refuse what cannot be read; the gate refuses what is not ready', () => {
    const { folder, write } = town();
    write('use-cases/draft.yaml', 'kompass: 1\nid: draft\ntitle: A draft\n');
    write('use-cases/broken.yaml', 'kompass: 1\nid: broken\n');
    const [ready, draft, broken] = ['buerger-chatbot', 'draft', 'broken'].map((name) => `use-cases/${name}.yaml`);
    const codes = (id: string) => [ready, draft, broken].map((file) => runHook(id, folder, [file ?? '']));
    expect(codes('kompass-valid')).toEqual([0, 0, 1]);
    expect(codes('kompass-gate')).toEqual([0, 1, 2]);
    expect(runHook('kompass-valid', folder, [ready ?? '', draft ?? '', broken ?? ''])).toBe(1);
  });

  test('look at use cases and nothing else', () => {
    expect(['use-cases/a.yaml', 'town/use-cases/deep/b.yml'].every(isChosen)).toBe(true);
    expect(
      ['use-cases/kompass-profile.yaml', 'use-cases/a.md', 'deploy/a.yaml', 'my-use-cases.yaml'].some(isChosen),
    ).toBe(false);
  });
});

describe('the image', () => {
  const lines = read('Containerfile').replace(/\\\n/g, ' ').split('\n');
  const of = (word: string): readonly string[] =>
    lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));

  test('installs the package and starts it', () => {
    const opt = join(shop, 'opt');
    mkdirSync(opt);
    cpSync(tarball, join(opt, `ki-kompass-${version}.tgz`));
    const install = of('RUN').find((line) => line.includes('npm install --global')) ?? '';
    const [only] = install.split('&& npm cache');
    const env = { npm_config_prefix: join(shop, 'image'), HOME: process.env['HOME'] ?? '' };
    expect(bash((only ?? '').replaceAll('/opt/', `${opt}/`), shop, env).code).toBe(0);
    const start = z
      .array(z.string())
      .parse([...JSON.parse(of('ENTRYPOINT')[0] ?? ''), ...JSON.parse(of('CMD')[0] ?? '')]);
    const path = { PATH: `${shop}/image/bin:${gitEnvironment.PATH}` };
    const { code, out } = bash('"$@"', town().folder, path, start);
    expect(code).toBe(0);
    expect(out).toContain('kompass check');
  });

  test('is built from scripts that exist, on Node.js 24, and does not run as root', () => {
    const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(read('package.json')));
    for (const [, name = ''] of of('RUN')
      .join(' ')
      .matchAll(/npm run -s (\S+)/g))
      expect(scripts).toHaveProperty(name);
    for (const image of of('FROM')) expect(image).toMatch(/^docker\.io\/library\/node:24-/);
    expect(of('USER')).toEqual(['node']);
    expect(readdirSync('.')).toEqual(expect.arrayContaining(['package-lock.json', 'tsconfig.json']));
  });
});

test('the examples of the page name inputs and hooks that there are, and the version', () => {
  const page = read('docs/in-a-pipeline.md');
  const [github = '', gitlab = '', commit = ''] = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(
    (match) => match[1] ?? '',
  );
  const Step = z.looseObject({ uses: z.string(), with: z.record(z.string(), z.unknown()).optional() });
  const { jobs } = z
    .looseObject({ jobs: z.looseObject({ kompass: z.looseObject({ steps: z.array(Step) }) }) })
    .parse(parse(github));
  const ours = jobs.kompass.steps.find(({ uses }) => uses.includes('ki-kompass'));
  expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(ours?.with ?? {})));
  const Include = z.object({
    include: z.array(z.object({ component: z.string(), inputs: z.record(z.string(), z.string()) })),
  });
  const [component] = Include.parse(parse(gitlab)).include;
  expect(Object.keys(spec.inputs)).toEqual(expect.arrayContaining(Object.keys(component?.inputs ?? {})));
  const Repos = z.object({
    repos: z.array(z.object({ rev: z.string(), hooks: z.array(z.object({ id: z.string() })) })),
  });
  const [repo] = Repos.parse(parse(commit)).repos;
  expect(hooks.map(({ id }) => id)).toEqual(expect.arrayContaining(repo?.hooks.map(({ id }) => id) ?? []));
  expect([ours?.uses, component?.component, repo?.rev]).toEqual([
    expect.stringMatching(new RegExp(`@v${version}$`)),
    expect.stringMatching(new RegExp(`@${version}$`)),
    `v${version}`,
  ]);
});
