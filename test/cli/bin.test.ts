import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/world.ts';

const folder = 'fixtures/use-cases';
const chatbot = `${folder}/buerger-chatbot.yaml`;

/** The built program as people start it; `--as-of` keeps the day from changing the result. */
const kompass = (argv: readonly string[], input = '') =>
  spawnSync(process.execPath, ['bin/kompass.js', ...argv], { input, encoding: 'utf8', env: { LANG: 'de_DE.UTF-8' } });

const check = (...argv: readonly string[]) => kompass(['check', '--as-of', '2026-11-24', ...argv]);

/** In a pipe of the shell; its exit code is that of kompass. */
const piped = (command: string) =>
  spawnSync('bash', ['-c', `node bin/kompass.js ${command}; exit "\${PIPESTATUS[0]}"`], { encoding: 'utf8' });

beforeAll(() => {
  if (!existsSync('dist/main.js') || !existsSync('dist/rules.json')) execFileSync('npm', ['run', '-s', 'build']);
}, 120_000);

describe('bin/kompass.js', () => {
  test('gives the exit code to the shell', () => {
    expect(check(chatbot).status).toBe(0);
    expect(check(`${folder}/bewerber-vorauswahl.yaml`).status).toBe(1);
    expect(check('missing.yaml').status).toBe(2);
    expect(kompass(['--version']).status).toBe(0);
  });

  test('takes the language from the locale, results to standard output and problems to standard error', () => {
    const { stdout, stderr } = check(chatbot, 'missing.yaml');
    expect(stdout).toContain('Vorprüfung, keine Rechtsberatung');
    expect(stderr).toBe('Ein Fehler in den Eingaben:\n»missing.yaml« gibt es nicht. [not-found]\n');
  });

  test('reads standard input', () => {
    const bare = 'kompass: 1\nid: a\ntitle: Ä\n';
    const { status, stdout, stderr } = kompass(['check', '-', '--quiet'], bare);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toMatch(/^-: ERST KLÄREN · .+\n$/);
    expect(kompass(['check', '-']).status).toBe(2);
  });

  test('is not disturbed by a reader that has seen enough', () => {
    const long = `check ${`${folder} `.repeat(3)} --verbose --show-open --as-of 2026-11-24`;
    for (const command of [`${long} | head -n 1`, `${long} -f json --explain | head -c 10`, `schema use-case | true`]) {
      const { status, stderr } = piped(command);
      expect({ command, stderr }).toEqual({ command, stderr: '' });
      expect([0, 1]).toContain(status);
    }
  });

  test('is not disturbed when nobody reads its problems', () => {
    const { status } = piped('check fixtures/broken/use-cases 2>&1 >/dev/null | true');
    expect(status).toBe(2);
  });

  test('writes the same as the program in the tests', () => {
    const version: { version: string } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(kompass(['--version']).stdout).toBe(`${version.version}\n`);
  });
});

test('of many files nothing that was read is kept: 110 MiB of texts pass through a heap of 80', () => {
  const cwd = temporaryFolder();
  const padding = `# ${'x'.repeat(900_000)}\n`;
  for (let index = 0; index < 130; index += 1)
    writeFileSync(join(cwd, `${index}.yaml`), `kompass: 1\nid: eine-lange-kennung-${index}\ntitle: T\n${padding}`);
  const argv = ['--max-old-space-size=80', 'bin/kompass.js', 'check', cwd, '--quiet'];
  const { status, stdout } = spawnSync(process.execPath, argv, { encoding: 'utf8' });
  expect([status, stdout.trim().split('\n').length]).toEqual([1, 130]);
}, 120_000);
