import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { formats } from '../../src/report/reporter.ts';
import { fakeBrowser, writes } from '../support/browser.ts';
import { pipelineFiles, pipelineFolder } from '../support/pipeline.ts';
import { kompass } from '../support/world.ts';

const [ready = '', gaps = '', broken = ''] = pipelineFiles;
const day = ['--as-of', '2026-11-24', '--lang', 'en'];

test('a plain check loads no format but its own', () => {
  const chunk = readdirSync('dist').find((name) => /^check-[^.]*\.js$/.test(name)) ?? '';
  const main = ['main.js', chunk, ...readdirSync('dist').filter((name) => name.startsWith('base-'))];
  const words = ['primaryLocationLineHash', 'testsuites', 'check_name', 'checkstyle version', '<details>'];
  for (const name of main)
    for (const word of words) expect(readFileSync(`dist/${name}`, 'utf8'), `${word} in ${name}`).not.toContain(word);
});

describe('the exit code is that of the outcome, whatever the format', () => {
  test.each(formats)('%s', async (format) => {
    const cwd = pipelineFolder();
    // A PDF is printed by whatever browser there is.
    const env = { CHROME_PATH: join(fakeBrowser(writes('%PDF-1.4')), 'chromium') };
    const codeOf = async (...argv: readonly string[]) => (await kompass(['check', ...argv, ...day], { cwd, env })).code;
    expect(await codeOf(ready, '-f', format)).toBe(0);
    expect(await codeOf(gaps, '-f', format)).toBe(1);
    expect(await codeOf(gaps, '-f', format, '--fail-on', 'stop')).toBe(0);
    expect(await codeOf(ready, gaps, broken, '-f', format)).toBe(2);
    expect(await codeOf(gaps, '-f', `${format}=report`)).toBe(1);
    expect(await codeOf(ready, '-f', format, '-f', `${format}=other`)).toBe(0);
  });
});

describe('several formats', () => {
  test('come from one run: one on the screen, the others in files, each as it is alone', async () => {
    const cwd = pipelineFolder();
    const alone = async (format: string) => (await kompass(['check', '.', ...day, '-f', format], { cwd })).out;
    const argv = [
      'check',
      '.',
      ...day,
      '-f',
      'github',
      '-f',
      'sarif=out.sarif',
      '-f',
      'junit=out.xml',
      '-f',
      'json=a=b.json',
    ];
    const { code, out } = await kompass(argv, { cwd });
    expect(code).toBe(2);
    expect(out).toBe(await alone('github'));
    for (const [format, file] of [
      ['sarif', 'out.sarif'],
      ['junit', 'out.xml'],
      ['json', 'a=b.json'],
    ] as const)
      expect(readFileSync(join(cwd, file), 'utf8'), format).toBe(await alone(format));
  });

  test('leave the report for people on the screen where all go into files', async () => {
    const cwd = pipelineFolder();
    const plain = await kompass(['check', gaps, ...day], { cwd });
    const ran = await kompass(['check', gaps, ...day, '-f', 'sarif=out.sarif'], { cwd });
    expect(ran).toEqual(plain);
    expect(existsSync(join(cwd, 'out.sarif'))).toBe(true);
  });

  test('have colours and the width of the terminal on the screen, never in a file', async () => {
    const cwd = pipelineFolder();
    const argv = ['check', gaps, ...day, '--color', '-f', 'terminal', '-f', 'terminal=out.txt'];
    const { out } = await kompass(argv, { cwd, columns: 60 });
    const file = readFileSync(join(cwd, 'out.txt'), 'utf8');
    expect(out).toContain('\u001B[1m');
    expect(file).not.toContain('\u001B');
    expect(file).toBe((await kompass(['check', gaps, ...day], { cwd })).out);
  });

  test.each([
    [
      ['-f', 'json', '-f', 'sarif'],
      '“json” and “sarif” are both to go to the screen. Give each a place of its own with -f NAME=FILE. [same-place]',
    ],
    [['-f', 'json=a.out', '-f', 'sarif=./x/../a.out'], '“json” and “sarif” are both to go into “./x/../a.out”.'],
    [['-f', 'json=a.out', '-f', 'sarif=link/a.out'], '“json” and “sarif” are both to go into “link/a.out”.'],
    [
      ['-f', 'json', '-f', 'sarif', '-o', 'a.out'],
      '-o a.out goes only with a single format that has no file of its own.',
    ],
    [['-f', 'json=a.out', '-o', 'b.out'], '-o b.out goes only with a single format that has no file of its own.'],
    [['-f', 'json=buerger-chatbot.yaml'], '“buerger-chatbot.yaml” is an input and is not overwritten.'],
    [['-f', 'github', '-f', 'json=kompass-profile.yaml'], '“kompass-profile.yaml” is an input and is not overwritten.'],
    [['-f', 'json=a.out', '-f', 'sarif=missing/b.out'], '“missing” does not exist. [not-found]'],
    [['-f', 'json=a.out', '-f', 'sarif=nachweise'], '“nachweise” is not a regular file. [not-a-file]'],
    [
      ['-f', 'json=a.out', '-f', 'sarif=kaputt.yaml/b.out'],
      '“kaputt.yaml/b.out” cannot be written (ENOTDIR). [cannot-write]',
    ],
    [['-f', 'json='], '“json=” is not possible with --format. Possible: terminal, json,'],
    [['-f', 'rtf=a.rtf'], '“rtf=a.rtf” is not possible with --format. Possible: terminal, json,'],
  ])('are refused and nothing is written: %j', async (argv, sentence) => {
    const cwd = pipelineFolder();
    symlinkSync(cwd, join(cwd, 'link'));
    const before = readdirSync(cwd);
    const { code, out, err } = await kompass(['check', ready, ...argv, '--lang', 'en'], {
      cwd,
      env: { KOMPASS_LANG: 'en' },
    });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(sentence);
    expect(readdirSync(cwd)).toEqual(before);
  });

  test('leave no file behind and keep the old ones when the program fails', async () => {
    const cwd = pipelineFolder();
    writeFileSync(join(cwd, 'old.sarif'), 'what stood here');
    const before = readdirSync(cwd);
    const rules = pathToFileURL(join(cwd, 'no-rules.json'));
    const argv = ['check', ready, '-f', 'sarif=old.sarif', '-f', 'json=new.json'];
    expect((await kompass(argv, { cwd, rules })).code).toBe(3);
    expect(readdirSync(cwd)).toEqual(before);
    expect(readFileSync(join(cwd, 'old.sarif'), 'utf8')).toBe('what stood here');
  });
});
