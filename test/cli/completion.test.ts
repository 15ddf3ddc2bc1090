import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkStages } from '../../src/model/stage.ts';
import { formats } from '../../src/report/reporter.ts';
import { kompass, temporaryFolder } from '../support/world.ts';

const shells = ['bash', 'zsh', 'fish'] as const;
type Shell = (typeof shells)[number];

const installed = (shell: Shell): boolean => spawnSync(shell, ['--version']).status === 0;
// The gate installs all three; whoever develops without one of them is told by the name of the skipped test.
const missing = (shell: Shell): string => (installed(shell) ? shell : `${shell} is not installed here`);

/** For each shell, what loads our script and prints what it offers for the words, the last of which is being written. */
const harness: Readonly<Record<Shell, string>> = {
  bash: `compopt() { printf '%s\\n' "paths $*"; }
source ./script
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
_kompass
printf '%s\\n' "\${COMPREPLY[@]}"`,
  zsh: `compdef() { :; }
_files() { print -r -- "paths $*"; }
_describe() { print -rl -- "\${(@P)2}"; }
compset() { return 0; }
source ./script
words=("$@"); CURRENT=$#
_kompass; true`,
  fish: `function commandline
    switch $argv[1]
        case -ct; printf '%s\\n' $line[-1]
        case -opc; printf '%s\\n' $line[1..-2]
    end
end
function __fish_complete_directories; echo paths folder; end
set -g line $argv
source ./script
__kompass_complete
if __kompass_wants_file; echo paths file; end`,
};

/** The words that the shell offers, with what it says about them. */
async function offered(shell: Shell, words: readonly string[], lang = 'en', cwd = temporaryFolder()) {
  const { code, out, err } = await kompass(['completion', shell, '--lang', lang]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  writeFileSync(join(cwd, 'script'), out);
  writeFileSync(join(cwd, 'harness'), harness[shell]);
  const quiet: readonly string[] = { bash: ['--norc'], zsh: ['-f'], fish: ['--no-config'] }[shell];
  const printed = execFileSync(shell, [...quiet, 'harness', 'kompass', ...words], { cwd, encoding: 'utf8' });
  return printed
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => /^(?<word>paths .*|[^:\t]*)[:\t]?(?<about>.*)$/.exec(line)?.groups ?? {});
}

/** bash filters by itself; zsh and fish filter what they are given. */
const begins = (word: string | undefined, start: string): boolean => word?.startsWith(start) ?? false;
async function wordsOf(shell: Shell, words: readonly string[]): Promise<(string | undefined)[]> {
  const all = (await offered(shell, words)).map(({ word }) => word);
  return all.filter((word) => begins(word, words.at(-1) ?? '') || begins(word, 'paths'));
}

describe.each(shells)('kompass completion %s', (shell) => {
  test.skipIf(!installed(shell)).each<[string[], readonly string[]]>([
    [['che'], ['check']],
    [['rules', 's'], ['show']],
    [
      ['rules', 'help', ''],
      ['list', 'show', 'test', 'review', 'docs'],
    ],
    [['help', 'comp'], ['completion']],
    [
      ['check', '--sh'],
      ['--shard', '--show-met', '--show-waived', '--show-open'],
    ],
    [['check', '--format', ''], formats],
    [['check', 'a.yaml', '-f', 'js'], ['json']],
    [['check', '--for', ''], checkStages],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish'],
    ],
    [['completion', 'bash', ''], []],
    [['check', '--as-of', ''], []],
    [['explain', 'a.yaml', ''], []],
    [
      ['explain', 'a.yaml', '--what-if', 'a.b=yes', 'c.d=no', '--what-'],
      ['--what-if', '--what-would-change'],
    ],
    [['rules', 'show', 'ai-act.art-5-1-f', '--lang', 'd'], ['de']],
    [['chek', ''], []],
    [['document', 'dp'], ['dpia']],
    [['init', '--from', 'chat'], ['chatbot']],
  ])(`offers what fits (${missing(shell)}): %j`, async (words, expected) => {
    expect(await wordsOf(shell, words)).toEqual(expected);
  });

  test.skipIf(!installed(shell)).each([
    [['check', ''], 'file'],
    [['check', 'a.yaml', 'b.yaml', ''], 'file'],
    [['check', 'a.yaml', '--for', 'award', ''], 'file'],
    [['check', '--profile', ''], 'file'],
    [['check', '--', '--f'], 'file'],
    [['check', '--rules', ''], 'folder'],
    [['rules', 'docs', '-o', ''], 'folder'],
    [['document', 'dpia', ''], 'file'],
  ])(`leaves paths to the shell (${missing(shell)}): %j`, async (words, kind) => {
    const names = {
      file: ['paths -o filenames -o default', 'paths ', 'paths file'],
      folder: ['paths -o filenames -o dirnames', 'paths -/', 'paths folder'],
    };
    const found = await wordsOf(shell, words);
    expect(found).toHaveLength(1);
    expect(kind === 'file' ? names.file : names.folder).toContain(found[0]);
  });

  test.skipIf(!installed(shell))(`takes a value behind = (${missing(shell)})`, async () => {
    // bash splits there, zsh takes the beginning away before it filters, fish wants the whole word again.
    const words = shell === 'bash' ? ['check', '--format', '=', 'js'] : ['check', '--format=js'];
    const found = (await offered(shell, words)).map(({ word }) => word);
    expect(found).toContain(shell === 'fish' ? '--format=json' : 'json');
    expect(found.some((word) => begins(word, '--fa'))).toBe(false);
  });

  test.skipIf(!installed(shell))(`runs nothing that stands on the line (${missing(shell)})`, async () => {
    const cwd = temporaryFolder();
    const evil = ['$(touch ran)', '`touch ran`', '"; touch ran; "', "';touch ran;'", '(touch ran)', '*', '$HOME'];
    for (const word of evil) await offered(shell, ['check', word, '--for', word, '--profile', word], 'en', cwd);
    for (const word of evil) await offered(shell, [word, '-f', word, word], 'en', cwd);
    expect(existsSync(join(cwd, 'ran'))).toBe(false);
  });
});

describe.each(['zsh', 'fish'] as const)('kompass completion %s', (shell) => {
  test.skipIf(!installed(shell))(`says what words mean, in both languages (${missing(shell)})`, async () => {
    for (const words of [[''], ['check', '-'], ['rules', '']]) {
      const [german, english] = [await offered(shell, words, 'de'), await offered(shell, words, 'en')];
      expect(german.map(({ word }) => word)).toEqual(english.map(({ word }) => word));
      for (const [index, { about }] of german.entries()) {
        expect(about).toMatch(/\p{L}{3}/u);
        expect(about).not.toBe(english[index]?.about);
      }
    }
  });
});

test('every command and option of the help is offered', async () => {
  const commands = [['check'], ['explain'], ['ask'], ['schema'], ['rules', 'list'], ['rules', 'docs']];
  for (const command of commands) {
    const { out } = await kompass([...command, '--help']);
    const options = Array.from(out.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)/gm), ([, name]) => name);
    expect(options.length).toBeGreaterThan(2);
    const found = new Set((await offered('bash', [...command, '-'])).map(({ word }) => word));
    expect(options.filter((option) => !found.has(option))).toEqual([]);
  }
});

test('bash completes a path with blanks at a real prompt', async () => {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, 'uses'));
  writeFileSync(join(cwd, 'uses/my chatbot.yaml'), '');
  const { out } = await kompass(['completion', 'bash']);
  writeFileSync(join(cwd, 'script'), out);
  const keys = `source ./script\nkompass() { printf '<%s>' "$@"; }\nkompass che\tuses/my\t\nexit\n`;
  // A pseudo-terminal of its own: readline asks for one.
  const ran = spawnSync('script', ['-qec', 'bash --norc --noprofile -i', '/dev/null'], {
    cwd,
    input: keys,
    encoding: 'utf8',
    env: { ...process.env, PS1: '> ', TERM: 'dumb' },
  });
  expect(ran.stdout).toContain('<check><uses/my chatbot.yaml>');
});
