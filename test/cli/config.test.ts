import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bareUseCase, checkJson, kompass, type Settings, temporaryFolder } from '../support/world.ts';

/** A repository with a use case of which nothing is known, and these files. */
function repository(files: Readonly<Record<string, string>>): string {
  const root = temporaryFolder();
  mkdirSync(join(root, '.git'));
  for (const [name, text] of Object.entries({ 'uses/a.yaml': bareUseCase('a'), ...files })) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

const config = (body: string): string => `kompass: 1\n${body}`;

interface Case extends Settings {
  readonly config: string;
  readonly argv?: readonly string[];
}

const check = ({ config: body, argv = [], ...settings }: Case) =>
  kompass(['check', 'uses', '-q', ...argv], { cwd: repository({ '.kompass.yaml': config(body) }), ...settings });

describe('what counts first', () => {
  test('the configuration before the default, the command line before the configuration', async () => {
    // Of a use case with nothing in it a prohibition is possible: that fails at each level.
    const ready = { 'uses/a.yaml': readFileSync('fixtures/use-cases/spamfilter.yaml', 'utf8') };
    const cwd = repository({ ...ready, '.kompass.yaml': config('require-approval: yes\nfail-on: stop\n') });
    const codeOf = async (...argv: readonly string[]) =>
      (await kompass(['check', 'uses', '-q', ...argv], { cwd })).code;
    expect(await codeOf('--no-require-approval')).toBe(0);
    expect(await codeOf('--no-require-approval', '--fail-on', 'clarify')).toBe(1);
    expect(await codeOf()).toBe(1);
    expect(await codeOf('--fail-on', 'stop')).toBe(1);
    expect(await codeOf('--no-config', '--fail-on', 'stop')).toBe(0);
  });

  test('of languages: the command line, KOMPASS_LANG, the configuration, the locale', async () => {
    const settings = { config: 'language: de\n', env: { LANG: 'en_GB.UTF-8' } };
    const german = /ERST KLÄREN/;
    expect((await check(settings)).out).toMatch(german);
    expect((await check({ ...settings, env: { KOMPASS_LANG: 'en' } })).out).not.toMatch(german);
    expect((await check({ ...settings, argv: ['--lang', 'en'] })).out).not.toMatch(german);
    expect((await check({ ...settings, argv: ['--no-config'] })).out).not.toMatch(german);
    const cwd = repository({ '.kompass.yaml': config('language: de\n') });
    expect((await kompass(['--help'], { cwd })).out).toMatch(/^Beispiele/m);
  });

  test.each([['-c', 'ci.yml'], ['-qc', 'ci.yml'], ['-cci.yml'], ['--config', 'ci.yml'], ['--config=ci.yml']])(
    'another file, named by %s %s',
    async (...argv) => {
      const cwd = repository({ 'ci.yml': config('language: de\n'), '.kompass.yaml': config('language: en\n') });
      expect((await kompass(['check', 'uses', '-q', ...argv], { cwd })).out).toMatch(/ERST KLÄREN/);
    },
  );

  test('a named configuration that does not exist is wrong input', async () => {
    const { code, out, err } = await check({ config: '', argv: ['-c', 'none.yaml'] });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('none.yaml:1:1 “none.yaml” does not exist. [not-found]');
  });
});

describe('packs, profile, rules and evidence', () => {
  test('house rules are added to those of the profile', async () => {
    const profile = 'kompass: 1\nprofile: Town\npacks: [transparency]\n';
    const cwd = repository({
      'uses/kompass-profile.yaml': profile,
      '.kompass.yaml': config('packs: [municipal]\n'),
    });
    const { report } = await checkJson(['uses', '--lang', 'en'], { cwd });
    const packs = new Set(report.assessments[0]?.findings.map(({ rule }) => rule.split('.')[0]));
    expect(packs).toContain('municipal');
    expect(packs).toContain('transparency');
  });

  test('paths are relative to the configuration, wherever one works', async () => {
    const cwd = repository({
      'town/profile.yaml': 'kompass: 1\nprofile: Town\n',
      '.kompass.yaml': config('profile: town/profile.yaml\nrules: rules\n'),
    });
    cpSync('fixtures/organisation', join(cwd, 'rules'), { recursive: true });
    const { report } = await checkJson(['a.yaml'], { cwd: join(cwd, 'uses') });
    expect(report.assessments[0]?.profile).toBe('../town/profile.yaml');
    expect(report.packs.length).toBeGreaterThan(6);
    const { out } = await kompass(['rules', 'list', '--pack', String(report.packs.at(-1)?.id)], { cwd });
    expect(out).not.toBe('');
  });

  test('evidence is looked for below the folder that is named', async () => {
    const useCase = `${bareUseCase('a')}evidence:\n  - { file: notice.md, on: 2026-11-01, by: Office, proves: [notice-ai] }\n`;
    const files = { 'uses/a.yaml': useCase, 'proofs/notice.md': 'We use AI.' };
    const stateOf = async (body: string) => {
      const cwd = repository({ ...files, '.kompass.yaml': config(body) });
      const { out } = await kompass(['explain', 'uses/a.yaml', 'measures.notice-ai', '--lang', 'en'], { cwd });
      return out;
    };
    const [here, there] = [await stateOf(''), await stateOf('evidence-root: proofs\n')];
    expect(here).toContain('done · Reason, role, date or evidence is missing.');
    expect(there).toContain('done · uses/a.yaml:5');
  });
});

const errOf = async (text: string): Promise<string> =>
  (await kompass(['check', 'uses'], { cwd: repository({ '.kompass.yaml': text }) })).err;

describe('a configuration with mistakes', () => {
  test('is refused with all of them, where they stand, and nothing is checked', async () => {
    const body = `langage: de\nrules: ../x\nprofile: none.yaml\nevidence-root: https://example.org\nfail-on: stopp\nrequire-approval: perhaps\npacks: [municpal, gdpr]\nwaivers:\n  - { finding: ai-act.art-4, reason: r, measures: m }\n`;
    const { code, out, err } = await check({ config: body });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.split('\n').flatMap((line) => /^(\S+) .*\[(\S+)\]$/.exec(line)?.slice(1).join(' ') ?? [])).toEqual([
      '.kompass.yaml:2:1 unknown-key',
      '.kompass.yaml:3:8 bad-path',
      '.kompass.yaml:4:10 not-found',
      '.kompass.yaml:5:16 bad-path',
      '.kompass.yaml:6:10 unknown-value',
      '.kompass.yaml:7:19 unknown-value',
      '.kompass.yaml:8:9 unknown-value',
      '.kompass.yaml:8:19 unknown-value',
      '.kompass.yaml:10:5 missing-key',
      '.kompass.yaml:10:5 missing-key',
      '.kompass.yaml:10:5 missing-key',
      '.kompass.yaml:10:5 missing-key',
    ]);
    expect(err).toContain('Did you mean “language”?');
  });

  test('speaks the language of the user', async () => {
    const { err } = await check({ config: 'language: de\npacks: [municpal]\n' });
    expect(err).toContain('.kompass.yaml:3:9 »packs« kann nicht »municpal« sein. Meinten Sie »municipal«?');
  });

  test.each([
    ['explain', 'uses/a.yaml'],
    ['rules', 'list'],
    ['rules', 'show', 'ai-act.art-4'],
    ['rules', 'test', 'municipal'],
    ['schema', 'config'],
  ])('stops %s %s as well', async (...argv) => {
    const cwd = repository({ '.kompass.yaml': config('nonsense: 1\n') });
    const { code, out, err } = await kompass(argv, { cwd });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('.kompass.yaml:2:1');
  });

  test('that is no YAML, empty or of another format says so', async () => {
    expect(await errOf('')).toContain('[empty-file]');
    expect(await errOf('kompass: 2\n')).toContain('[bad-format-version]');
    expect(await errOf('language: de\n')).toContain('[missing-key]');
    expect(await errOf('kompass: 1\nfail-on: &x stop\n')).toContain('[yaml-anchor]');
  });

  test('leads nowhere outside its folder, not by a link either', async () => {
    const cwd = repository({ '.kompass.yaml': config('rules: link\n') });
    symlinkSync(temporaryFolder(), join(cwd, 'link'));
    const { code, err } = await kompass(['check', 'uses', '--lang', 'en'], { cwd });
    expect(code).toBe(2);
    expect(err).toContain('.kompass.yaml:2:8 “link” cannot be used.');
  });
});

test('the report is never written over the configuration', async () => {
  const { code, err } = await check({ config: '', argv: ['-o', '.kompass.yaml'] });
  expect(code).toBe(2);
  expect(err).toContain('[would-overwrite]');
});

test('neither folders nor patterns take the configuration for a use case', async () => {
  const cwd = repository({ '.kompass.yaml': config('') });
  expect((await kompass(['check', '.', '-q'], { cwd })).out).toMatch(/^uses\/a\.yaml: .*\n$/);
  expect((await kompass(['check', '**/*.yaml', '-q'], { cwd })).out).toMatch(/^uses\/a\.yaml: .*\n$/);
});
