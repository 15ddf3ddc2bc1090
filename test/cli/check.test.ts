import { cpSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { bareUseCase, checkJson, kompass, temporaryFolder } from '../support/world.ts';

const fixtures = 'fixtures/use-cases';
const noRules = pathToFileURL('/nowhere/rules.json');

/** A folder with a bare use case for each name. */
function folderWith(...files: readonly string[]): string {
  const folder = temporaryFolder();
  for (const file of files) {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), bareUseCase(file.replace(/^.*\/|\.ya?ml$/g, '')));
  }
  return folder;
}

function write(folder: string, file: string, text: string): void {
  writeFileSync(join(folder, file), text);
}

const idsOf = (report: Awaited<ReturnType<typeof checkJson>>['report']) =>
  report.assessments.map(({ useCase }) => useCase.id);

describe('the exit code', () => {
  test('is 0 when nothing stands in the way of any use case', async () => {
    const { code, err } = await kompass(['check', `${fixtures}/buerger-chatbot.yaml`, `${fixtures}/spamfilter.yaml`]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  test('is 1 as soon as one of several use cases fails', async () => {
    const paths = [`${fixtures}/buerger-chatbot.yaml`, `${fixtures}/bewerber-vorauswahl.yaml`];
    const { code, err } = await kompass(['check', ...paths]);
    expect({ code, err }).toEqual({ code: 1, err: '' });
  });

  test('is 2 when one file is broken, although another fails', async () => {
    const cwd = folderWith('a.yaml');
    write(cwd, 'b.yaml', 'id: [');
    expect((await kompass(['check', 'a.yaml'], { cwd })).code).toBe(1);
    expect((await kompass(['check', 'a.yaml', 'b.yaml'], { cwd })).code).toBe(2);
    expect((await kompass(['check', 'b.yaml', 'a.yaml'], { cwd })).code).toBe(2);
  });

  test('is 3 when the program itself fails, although the input is wrong as well, and says where to turn', async () => {
    const cwd = folderWith('a.yaml');
    const { code, err, out } = await kompass(['check', 'a.yaml', 'missing.yaml', '--lang', 'de'], {
      cwd,
      rules: noRules,
    });
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toMatch(/Das Programm selbst ist gescheitert \(ki-kompass \d+\.\d+\.\d+\)/);
    expect(err).toContain('/nowhere/rules.json');
  });

  test.each(['terminal', 'json'])('does not depend on the format: %s', async (format) => {
    const codeOf = async (name: string) => (await kompass(['check', `${fixtures}/${name}.yaml`, '-f', format])).code;
    expect(await codeOf('buerger-chatbot')).toBe(0);
    expect(await codeOf('bewerber-vorauswahl')).toBe(1);
    expect(await codeOf('missing')).toBe(2);
  });
});

describe('the paths', () => {
  test('may be files, folders and patterns, each use case once', async () => {
    const cwd = folderWith('a.yaml', 'sub/b.yaml', 'sub/c.yml', 'other/d.yaml');
    const { report } = await checkJson(['a.yaml', './a.yaml', 'sub', 'sub/*.yml', '{other,sub}/*.yaml'], { cwd });
    expect(idsOf(report)).toEqual(['a', 'b', 'c', 'd']);
    expect(report.assessments.map(({ useCase }) => useCase.file)).toEqual([
      'a.yaml',
      'sub/b.yaml',
      'sub/c.yml',
      'other/d.yaml',
    ]);
  });

  test.each([
    ['missing.yaml', 'not-found', '»missing.yaml« gibt es nicht.'],
    ['*.toml', 'not-found', '»*.toml« gibt es nicht.'],
    ['empty', 'nothing-to-check', 'In »empty« gibt es keinen Anwendungsfall (.yaml, .yml).'],
  ])('that lead nowhere are a mistake, not a success: %s', async (path, code, sentence) => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'empty'));
    const ran = await kompass(['check', path, '--lang', 'de'], { cwd });
    expect(ran).toEqual({ code: 2, out: '', err: `Ein Fehler in den Eingaben:\n${sentence} [${code}]\n` });
  });

  test('that lead nowhere do not keep the others from being checked', async () => {
    const { code, report } = await checkJson(['missing.yaml', '.', 'gone'], { cwd: folderWith('a.yaml') });
    expect(code).toBe(2);
    expect(idsOf(report)).toEqual(['a']);
    expect(report.problems.map((problem) => problem.code)).toEqual(['not-found', 'not-found']);
  });

  test('must be there', async () => {
    expect(await kompass(['check'])).toMatchObject({ code: 2, out: '' });
  });
});

describe('standard input', () => {
  test('is read for a hyphen, with evidence and profile looked for in the working folder', async () => {
    const cwd = temporaryFolder();
    cpSync(`${fixtures}/nachweise`, join(cwd, 'nachweise'), { recursive: true });
    cpSync(`${fixtures}/kompass-profile.yaml`, join(cwd, 'kompass-profile.yaml'));
    const stdin = readFileSync(`${fixtures}/buerger-chatbot.yaml`, 'utf8');
    const { code, report, err } = await checkJson(['-'], { cwd, stdin });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(report.assessments[0]).toMatchObject({ profile: 'kompass-profile.yaml', useCase: { file: '-' } });
  });

  test('without the evidence files beside it does not prove anything', async () => {
    const stdin = readFileSync(`${fixtures}/buerger-chatbot.yaml`, 'utf8');
    expect((await kompass(['check', '-'], { cwd: temporaryFolder(), stdin })).code).toBe(1);
  });

  test('that is empty or too large is a mistake like that of a file', async () => {
    const empty = await checkJson(['-'], { stdin: '' });
    const large = await checkJson(['-'], { stdin: `# ${'x'.repeat(1024 * 1024)}` });
    expect([empty.code, empty.report.problems[0]?.code]).toEqual([2, 'empty-file']);
    expect([large.code, large.report.problems[0]?.code]).toEqual([2, 'too-large']);
  });

  test('of a terminal is asked for in words', async () => {
    const { err } = await kompass(['check', '-', '--lang', 'de'], { stdin: { isTTY: true } });
    expect(err).toContain('Eingabe wird erwartet (Ende mit Strg-D).');
  });
});

describe('a broken file beside good ones', () => {
  test('is listed with place and code on standard error, and the others are assessed', async () => {
    const cwd = folderWith('a.yaml', 'c.yaml');
    write(cwd, 'b.yaml', 'kompass: 1\nid: b\ntitle: Fall b\nlifecycle: { stage: irgendwann }\n');
    const { code, out, err } = await kompass(['check', '.', '--quiet', '--lang', 'en'], { cwd });
    expect(code).toBe(2);
    expect(out).toMatch(/^a\.yaml: .*\nc\.yaml: .*\n$/);
    expect(err).toMatch(/^One problem in the input:\nb\.yaml:4:21 “lifecycle\.stage” .+ \[[a-z-]+\]\n$/);
  });

  test('is an entry under problems in JSON, with a message in the language asked for', async () => {
    const cwd = folderWith('a.yaml');
    write(cwd, 'b.yaml', 'kompass: 1\nid: b\n');
    write(cwd, 'c.yaml', '- kompass: 1\n');
    const { code, report } = await checkJson(['.', '--lang', 'de'], { cwd });
    expect(code).toBe(2);
    expect(idsOf(report)).toEqual(['a']);
    expect(report.problems).toEqual([
      { file: 'b.yaml', line: 1, column: 1, code: 'missing-key', message: '»title« fehlt.' },
      expect.objectContaining({ file: 'c.yaml', line: 1, column: 1, code: 'not-a-map' }),
    ]);
  });

  test('may hold any characters: what standard error repeats of it steers no terminal', async () => {
    const cwd = temporaryFolder();
    write(cwd, 'a.yaml', 'kompass: 1\nid: a\ntitle: A\nlifecycle: { start: "\\e[31m::error::\\u202e" }\n');
    const { err } = await kompass(['check', 'a.yaml'], { cwd });
    expect(err).toContain(String.raw`\x1b[31m\x3a:error\x3a:\u202e`);
    expect(err).not.toMatch(/[^\n\P{Cc}]|\u202E/u);
  });

  test('does not repeat what is wrong with the profile for every use case', async () => {
    const cwd = folderWith('a.yaml', 'b.yaml', 'c.yaml');
    write(cwd, 'kompass-profile.yaml', 'kompass: 1\n');
    const nearest = await checkJson(['.'], { cwd });
    const named = await checkJson(['.', '--profile', 'sub/../missing.yaml'], { cwd });
    expect(nearest.code).toBe(2);
    expect(nearest.report.problems).toEqual([expect.objectContaining({ file: 'kompass-profile.yaml' })]);
    expect(named.report.problems).toEqual([expect.objectContaining({ file: 'missing.yaml', code: 'not-found' })]);
  });

  test.each([
    ['empty.yaml', 'empty-file'],
    ['only-comments.yaml', 'empty-file'],
    ['list.yaml', 'not-a-map'],
  ])('%s', async (name, problem) => {
    const { code, report } = await checkJson([`fixtures/broken/use-cases/${name}`]);
    expect(code).toBe(2);
    expect(report.assessments).toEqual([]);
    expect(report.problems.map((one) => one.code)).toEqual([problem]);
  });

  test('with an id that another file has already is named together with that file', async () => {
    const cwd = folderWith('a.yaml', 'sub/a.yaml');
    const { code, report } = await checkJson(['.', '--lang', 'de'], { cwd });
    expect(code).toBe(2);
    expect(idsOf(report)).toEqual(['a']);
    expect(report.problems).toEqual([
      expect.objectContaining({
        file: 'sub/a.yaml',
        code: 'duplicate-use-case',
        message: expect.stringContaining('»a« ist schon vergeben, in a.yaml.'),
      }),
    ]);
  });
});

describe('a file with only kompass, id and title', () => {
  const file = `${fixtures}/nur-kopf.yaml`;

  test('is still to be clarified, from outside the Act to prohibited, in at most 12 questions', async () => {
    const { report } = await checkJson([file]);
    const [assessment] = report.assessments;
    expect(assessment).toMatchObject({
      verdict: 'clarify',
      tier: { lowest: 'out-of-scope', highest: 'prohibited' },
    });
    expect(assessment?.questions.length).toBeGreaterThan(0);
    expect(assessment?.questions.length).toBeLessThanOrEqual(12);
  });

  test.each(['clarify', 'not-ready', 'stop'])('fails at --fail-on %s', async (level) => {
    expect((await kompass(['check', file, '--fail-on', level])).code).toBe(1);
  });

  test.each(['de', 'en'])('has a report of at most 24 lines in %s', async (language) => {
    const { out } = await kompass(['check', file, '--lang', language]);
    expect(out.trimEnd().split('\n').length).toBeLessThanOrEqual(24);
  });
});

describe('--output', () => {
  const old = 'what stood here before';

  test('writes what else stood on the screen, without colours and at 80 columns', async () => {
    const cwd = folderWith('a.yaml');
    const screen = await kompass(['check', 'a.yaml'], { cwd });
    const file = await kompass(['check', 'a.yaml', '-o', 'bericht.txt', '--color'], { cwd, columns: 100 });
    expect(file).toEqual({ code: 1, out: '', err: '' });
    expect(readFileSync(join(cwd, 'bericht.txt'), 'utf8')).toBe(screen.out);
    expect(readdirSync(cwd).toSorted()).toEqual(['a.yaml', 'bericht.txt']);
  });

  test('replaces an old report as a whole', async () => {
    const cwd = folderWith('a.yaml');
    write(cwd, 'bericht.json', old.repeat(10_000));
    await kompass(['check', 'a.yaml', '-f', 'json', '-o', 'bericht.json'], { cwd });
    expect(() => JSON.parse(readFileSync(join(cwd, 'bericht.json'), 'utf8'))).not.toThrow();
  });

  test('keeps the old report and leaves nothing behind when the program fails', async () => {
    const cwd = folderWith('a.yaml');
    write(cwd, 'bericht.txt', old);
    expect((await kompass(['check', 'a.yaml', '-o', 'bericht.txt'], { cwd, rules: noRules })).code).toBe(3);
    expect(readFileSync(join(cwd, 'bericht.txt'), 'utf8')).toBe(old);
    expect(readdirSync(cwd).toSorted()).toEqual(['a.yaml', 'bericht.txt']);
  });

  test.each([
    'a.yaml',
    './sub/../a.yaml',
    'kompass-profile.yaml',
    'sub/kompass-profile.yaml',
    'profil.yaml',
    'target.yaml',
  ])('never overwrites an input: %s', async (output) => {
    const cwd = folderWith('a.yaml', 'target.yaml', 'sub/b.yaml');
    write(cwd, 'kompass-profile.yaml', 'kompass: 1\nprofile: Stadt\n');
    write(cwd, 'profil.yaml', 'kompass: 1\nprofile: Stadt\n');
    symlinkSync(join(cwd, 'target.yaml'), join(cwd, 'link.yaml'));
    const argv = ['check', 'a.yaml', 'link.yaml', '--profile', 'profil.yaml', '--output', output, '--lang', 'de'];
    const { code, out, err } = await kompass(argv, { cwd });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`»${output}« ist eine Eingabe und wird nicht überschrieben.`);
    expect(readFileSync(join(cwd, 'a.yaml'), 'utf8')).toBe(bareUseCase('a'));
    expect(readFileSync(join(cwd, 'target.yaml'), 'utf8')).toBe(bareUseCase('target'));
  });

  test.each([
    ['link.txt', '“link.txt” is not a regular file. [not-a-file]'],
    ['sub', '“sub” is not a regular file. [not-a-file]'],
    ['/dev/null', '“/dev/null” is not a regular file. [not-a-file]'],
    ['missing/bericht.txt', '“missing” does not exist. [not-found]'],
    ['missing/sub/bericht.txt', '“missing/sub” does not exist. [not-found]'],
    ['a.yaml/bericht.txt', '“a.yaml/bericht.txt” cannot be written (ENOTDIR). [cannot-write]'],
  ])('goes to a regular file in a folder that exists, not to %s', async (output, sentence) => {
    const cwd = folderWith('a.yaml', 'sub/b.yaml');
    write(cwd, 'old.txt', old);
    symlinkSync(join(cwd, 'old.txt'), join(cwd, 'link.txt'));
    const before = readdirSync(cwd, { recursive: true });
    const ran = await kompass(['check', 'a.yaml', '-o', output], { cwd });
    expect(ran).toEqual({ code: 2, out: '', err: `One problem in the input:\n${sentence}\n` });
    expect(readFileSync(join(cwd, 'old.txt'), 'utf8')).toBe(old);
    expect(readdirSync(cwd, { recursive: true })).toEqual(before);
  });
});

const errOf = async (settings: Parameters<typeof kompass>[1], ...more: readonly string[]) =>
  (await kompass(['check', '.', '--lang', 'de', ...more], settings)).err;

describe('progress', () => {
  const names = Array.from({ length: 60 }, (_, index) => `fall-${index}.yaml`);

  test('is shown on standard error when many files are read and it is a terminal, and wiped at the end', async () => {
    const err = await errOf({ cwd: folderWith(...names), stderrIsTerminal: true });
    expect(err).toContain('\r25 von 60 geprüft');
    expect(err.endsWith('\r60 von 60 geprüft\r\u001B[K')).toBe(true);
  });

  test('is not shown between the lines of a report on the same screen, but while one is written to a file', async () => {
    const onScreen = { cwd: folderWith(...names), stderrIsTerminal: true, columns: 80 };
    expect(await errOf(onScreen)).toBe('');
    expect(await errOf(onScreen, '-o', 'bericht.txt')).toContain('25 von 60 geprüft');
  });

  test('is not shown for a few files, nor in a log', async () => {
    expect(await errOf({ cwd: folderWith('a.yaml', 'b.yaml'), stderrIsTerminal: true })).toBe('');
    expect(await errOf({ cwd: folderWith(...names) })).toBe('');
  });
});
