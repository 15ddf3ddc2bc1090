import type { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { createProgram } from '../../src/cli/program.ts';
import { languages } from '../../src/model/language.ts';
import { commandExamples } from '../../src/text/help-words.ts';
import { kompass, worldOf } from '../support/world.ts';

const tree = (): Command => createProgram(worldOf([]).world, 'en', [], () => {});

/** Every command by its path, without the program's name. */
function pathsOf(command: Command, above: readonly string[] = []): readonly (readonly string[])[] {
  return command.commands.flatMap((child) => {
    const path = [...above, child.name()];
    return [path, ...pathsOf(child, path)];
  });
}
const paths = [[], ...pathsOf(tree())];

/** The words of a line as a shell splits them, without where the output goes. */
function wordsOf(line: string): readonly string[] {
  const inner = /^source <\((.*)\)$/.exec(line)?.[1] ?? line.replace(/ > \S+$/, '');
  return Array.from(inner.matchAll(/"([^"]*)"|(\S+)/g), ([, quoted, plain]) => quoted ?? plain ?? '');
}

function silenced(command: Command, called: string[]): void {
  for (const child of command.commands) {
    if (child.commands.length === 0) child.action(() => void called.push(child.name()));
    silenced(child, called);
  }
}

describe.each(paths.map((path) => ({ name: ['kompass', ...path].join(' '), path })))('$name', ({ name, path }) => {
  const examples = commandExamples[name] ?? [];

  test('has an example, and each is a command line that is accepted', async () => {
    expect(examples).not.toHaveLength(0);
    for (const { line } of examples) {
      expect(line).toContain(name);
      const called: string[] = [];
      const program = tree();
      silenced(program, called);
      const [kompassWord, ...argv] = wordsOf(line);
      expect(kompassWord).toBe('kompass');
      await program.parseAsync(argv, { from: 'user' });
      expect(called, line).toHaveLength(1);
    }
  });

  test.each(languages)('begins its help with them: %s', async (lang) => {
    for (const asked of [
      ['help', ...path],
      [...path, '--help'],
    ]) {
      // The help command looks one level down.
      if (asked[0] === 'help' && path.length > 1) continue;
      const { code, out, err } = await kompass(asked, { env: { KOMPASS_LANG: lang } });
      expect({ code, err }).toEqual({ code: 0, err: '' });
      const [head = ''] = out.split('\n\n');
      const lines = examples.flatMap(({ line, means }) => [`  ${line}`, `      ${means[lang]}`]);
      expect(head.split('\n').slice(1)).toEqual(lines);
      for (const line of out.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
    }
  });

  test('has no English left in the German help', async () => {
    const { out } = await kompass([...path, '--help'], { env: { KOMPASS_LANG: 'de' } });
    expect(out).not.toMatch(/\b(?:options|command|choices|default|display|file>|folder>|path|language)\b/);
    for (const [, word = ''] of out.matchAll(/[<[]([\w-]+)/g)) expect(word).toMatch(/^\p{Lu}/u);
  });
});

test('examples belong to a command that exists, and say something in both languages', () => {
  expect(Object.keys(commandExamples).toSorted()).toEqual(
    paths.map((path) => ['kompass', ...path].join(' ')).toSorted(),
  );
  for (const { means } of Object.values(commandExamples).flat()) {
    expect(means.de.length).toBeGreaterThan(5);
    expect(means.de).not.toBe(means.en);
  }
});

test('a group of commands called without one shows its help, with its examples', async () => {
  const { code, out, err } = await kompass(['rules'], { env: { KOMPASS_LANG: 'de' } });
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/^Beispiele:\n {2}kompass rules list/);
});
