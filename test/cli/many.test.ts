import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { partOf, shardIn } from '../../src/cli/shard.ts';
import { bareUseCase, kompass, temporaryFolder } from '../support/world.ts';

const names = Array.from({ length: 24 }, (_, index) => `use-${index}`);
const sorted = (text: string): readonly string[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .toSorted();

function folder(): string {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, 'uses'));
  for (const name of names) writeFileSync(join(cwd, 'uses', `${name}.yaml`), bareUseCase(name));
  writeFileSync(join(cwd, 'uses/broken.yaml'), 'id: [');
  return cwd;
}

const asLine = (id: string, more: object = {}): string =>
  JSON.stringify({ kompass: 1, id, title: `Fall ${id}`, ...more });

describe('the parts of the input', () => {
  const files = Array.from({ length: 2_000 }, (_, index) => `use-cases/office-${index % 7}/case-${index}.yaml`);

  test.each([1, 2, 3, 8, 50])('are all of it, each file once, and of like size: %i', (of) => {
    const parts = Array.from({ length: of }, (_, index) => partOf(files, { part: index + 1, of }));
    expect(parts.flat().toSorted()).toEqual(files.toSorted());
    for (const part of parts) {
      expect(part.length).toBeGreaterThan((files.length / of) * 0.5);
      expect(part.length).toBeLessThan((files.length / of) * 1.6);
    }
  });

  test('stay as they are when a file comes', () => {
    const before = partOf(files, { part: 3, of: 8 });
    const after = partOf(['aa.yaml', ...files, 'zz.yaml'], { part: 3, of: 8 });
    expect(after.filter((file) => files.includes(file))).toEqual(before);
  });

  test('are named K/N', () => {
    expect(shardIn('2/8')).toEqual({ part: 2, of: 8 });
    for (const text of ['0/8', '9/8', '8', '1/0', '-1/2', '1/2/3', '1.5/2', ' 1/2', '1/100000'])
      expect(shardIn(text)).toBe(null);
  });

  test('joined and sorted are byte for byte one run, problems too; the worst exit code is that of the whole', async () => {
    const cwd = folder();
    const whole = await kompass(['check', 'uses', '-f', 'ndjson'], { cwd });
    const ran = [];
    for (const part of [3, 1, 4, 2])
      ran.push(await kompass(['check', 'uses', '-f', 'ndjson', '--shard', `${part}/4`], { cwd }));
    expect(sorted(ran.map(({ out }) => out).join(''))).toEqual(sorted(whole.out));
    expect(Math.max(...ran.map(({ code }) => code))).toBe(whole.code);
  });

  test('may be empty, which is no mistake', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'a.yaml'), bareUseCase('a'));
    const ran = [];
    for (const part of [1, 2, 3])
      ran.push(await kompass(['check', 'a.yaml', '-f', 'ndjson', '--shard', `${part}/3`], { cwd }));
    expect(ran.map(({ code }) => code).toSorted((a, b) => a - b)).toEqual([0, 0, 1]);
    expect(ran.map(({ out }) => out).filter((out) => out !== '')).toHaveLength(1);
  });

  test('that are none are refused with what is possible', async () => {
    const { code, err } = await kompass(['check', 'a.yaml', '--shard', '9/8']);
    expect(code).toBe(2);
    expect(err).toContain('“9/8” is not possible with --shard. Possible: 1/4, 2/4.');
  });
});

const check = (stdin: string, ...argv: string[]) =>
  kompass(['check', '-', '--ndjson', '-f', 'ndjson', ...argv], { stdin });

describe('use cases on the lines of standard input', () => {
  test('are each assessed like a file', async () => {
    const lines = [asLine('a', { system: { infers: 'yes' } }), '', asLine('b')];
    const { code, out } = await check(`${lines.join('\n')}\n`);
    const alone = await kompass(['check', '-', '-f', 'ndjson'], { stdin: asLine('b') });
    expect(code).toBe(1);
    expect(out.split('\n')).toHaveLength(3);
    expect(out.split('\n')[1]).toBe(alone.out.trimEnd());
  });

  test('are told with the number of their line where they are faulty, and do not stop the others', async () => {
    const lines = [
      asLine('a'),
      '{"kompass":1,',
      asLine('c', { nonsense: 1 }),
      asLine('a'),
      'x'.repeat(1024 * 1024 + 1),
      asLine('z'),
    ];
    const { code, out, err } = await check(lines.join('\r\n'), '--lang', 'en');
    expect(code).toBe(2);
    expect(out.match(/"useCase":\{"id":"\w+"/g)).toEqual(['"useCase":{"id":"a"', '"useCase":{"id":"z"']);
    expect(err.match(/^-:\d+:/gm)).toEqual(['-:2:', '-:3:', '-:4:', '-:5:']);
    expect(err).toMatch(/-:4:1 The id “a” is used already, in -\./);
  });
});

/** Not everybody has it; .ci/run makes sure that it is there. */
const hasParallel =
  spawnSync('parallel', ['--version'], { encoding: 'utf8' }).stdout?.startsWith('GNU parallel') ?? false;

/** Of the page the very commands; the program is the one that is built. */
describe('the page about many files', () => {
  const page = readFileSync('docs/many-files.md', 'utf8');
  const [commands = ''] = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');
  const [first = '', second = ''] = commands.split('\n\n');
  const program = `${process.execPath} ${resolve('bin/kompass.js')}`;
  const bash = (script: string, cwd: string, more: Readonly<Record<string, string>> = {}) =>
    spawnSync('bash', ['-c', script.replaceAll(/\bkompass check/g, `${program} check`)], {
      cwd,
      env: { PATH: process.env['PATH'] ?? '', HOME: cwd, ...more },
      encoding: 'utf8',
    });

  test.runIf(hasParallel)(
    'splits files with GNU parallel, and joins what one run gives',
    async () => {
      const cwd = folder();
      mkdirSync(join(cwd, 'use-cases'));
      for (const name of names) writeFileSync(join(cwd, 'use-cases', `${name}.yaml`), bareUseCase(name));
      bash(first, cwd);
      const whole = await kompass(['check', 'use-cases/', '-f', 'ndjson'], { cwd });
      expect(sorted(readFileSync(join(cwd, 'all.ndjson'), 'utf8'))).toEqual(sorted(whole.out));
    },
    120_000,
  );

  test.runIf(hasParallel)(
    'splits lines with GNU parallel',
    async () => {
      const cwd = temporaryFolder();
      const lines = names.map((name) => asLine(name)).join('\n');
      writeFileSync(join(cwd, 'use-cases.ndjson'), `${lines}\n`);
      bash(second.replace('1M', '300'), cwd);
      const whole = await kompass(['check', '-', '--ndjson', '-f', 'ndjson'], { cwd, stdin: lines });
      expect(sorted(readFileSync(join(cwd, 'all.ndjson'), 'utf8'))).toEqual(sorted(whole.out));
    },
    120_000,
  );

  test('has a job for Kubernetes whose command runs', () => {
    const [manifest = ''] = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');
    const Container = z.looseObject({ command: z.array(z.string()), args: z.tuple([z.string()]) });
    const Job = z.object({
      spec: z.object({
        completions: z.number(),
        template: z.object({ spec: z.object({ containers: z.tuple([Container]) }) }),
      }),
    });
    const { completions, template } = Job.parse(parse(manifest)).spec;
    const [{ args }] = template.spec.containers;
    expect(args[0]).toContain(`/${completions}"`);
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'use-cases'));
    for (const name of names) writeFileSync(join(cwd, 'use-cases', `${name}.yaml`), bareUseCase(name));
    const found = ['0', '7'].map((index) => {
      bash(args[0].replace('/results/', `${cwd}/`), cwd, { JOB_COMPLETION_INDEX: index });
      return readFileSync(join(cwd, `${index}.ndjson`), 'utf8');
    });
    expect(found.join('')).toContain('"useCase"');
  });
});
