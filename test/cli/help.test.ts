import { describe, expect, test } from 'vitest';
import { formats } from '../../src/report/reporter.ts';
import { kompass } from '../support/world.ts';

const options = [
  '--format',
  '--output',
  '--as-of',
  '--for',
  '--fail-on',
  '--lang',
  '--profile',
  '--show-met',
  '--show-waived',
  '--show-open',
  '--explain',
  '--quiet',
  '--verbose',
  '--color',
  '--no-color',
];

describe('a command line that is wrong', () => {
  test.each([
    [
      ['check', 'a.yaml', '--fial-on', 'stop'],
      'Die Option --fial-on gibt es nicht. Meinten Sie --fail-on?',
      'There is no option --fial-on. Did you mean --fail-on?',
    ],
    [
      ['chek', 'a.yaml'],
      'Den Befehl »chek« gibt es nicht. Meinten Sie check?',
      'There is no command “chek”. Did you mean check?',
    ],
    [['zzz'], 'Den Befehl »zzz« gibt es nicht.', 'There is no command “zzz”.'],
    [
      ['check', 'a.yaml', '--for', 'idea'],
      '»idea« geht bei --for nicht. Möglich: tender, award, start, operation.',
      '“idea” is not possible with --for. Possible: tender, award, start, operation.',
    ],
    [
      ['check', 'a.yaml', '-f', 'rtf'],
      `»rtf« geht bei --format nicht. Möglich: ${formats.join(', ')}.`,
      `“rtf” is not possible with --format. Possible: ${formats.join(', ')}.`,
    ],
    [
      ['schema', 'usecase'],
      '»usecase« geht bei Gegenstand nicht. Möglich: use-case, profile, config, assessment, diff, register, rule.',
      '“usecase” is not possible with what. Possible: use-case, profile, config, assessment, diff, register, rule.',
    ],
    [['check', 'a.yaml', '--as-of'], 'Nach --as-of fehlt ein Wert.', 'A value is missing after --as-of.'],
    [['check'], 'Es fehlt: Pfad.', 'Missing: path.'],
    [['schema'], 'Es fehlt: Gegenstand.', 'Missing: what.'],
    [['schema', 'use-case', 'assessment'], 'Das sind zu viele Angaben.', 'These are too many arguments.'],
    [
      ['check', '--\u001B[31mrot'],
      String.raw`Die Option --\x1b[31mrot gibt es nicht.`,
      String.raw`There is no option --\x1b[31mrot.`,
    ],
  ])('is told what is wrong and what instead, in both languages: %j', async (argv, german, english) => {
    const say = async (lang: string) => kompass(argv, { env: { KOMPASS_LANG: lang } });
    expect(await say('de')).toEqual({ code: 2, out: '', err: `${german}\nHilfe: kompass --help\n` });
    expect(await say('en')).toEqual({ code: 2, out: '', err: `${english}\nHelp: kompass --help\n` });
  });

  test('says which languages there are', async () => {
    const { code, err } = await kompass(['check', 'a.yaml', '--lang', 'fr']);
    expect({ code, err }).toEqual({
      code: 2,
      err: '“fr” is not possible with --lang. Possible: de, en.\nHelp: kompass --help\n',
    });
  });

  test('without a command gets the help, on standard error', async () => {
    const { code, out, err } = await kompass([]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('check [options] <path...>');
  });
});

const explanations = (out = ''): readonly string[] => out.match(/(?<=^ {2}-.* {2})\p{L}.{5,}$/gmu) ?? [];

describe('the help', () => {
  test.each([
    ['en', ['Examples:', 'Usage:', 'Options:', 'Commands:']],
    ['de', ['Beispiele:', 'Aufruf:', 'Optionen:', 'Befehle:']],
  ])('begins with examples and has only headings of its language: %s', async (lang, headings) => {
    const { code, out, err } = await kompass(['--help'], { env: { KOMPASS_LANG: lang } });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.match(/^\p{L}+:/gmu)).toEqual(headings);
    expect(out).toMatch(/kompass check \S+\.yaml/);
  });

  test.each(['en', 'de'])('of a command explains each option, however it is asked for: %s', async (lang) => {
    const asked = [
      ['check', '--help'],
      ['check', '-h'],
      ['help', 'check'],
      ['check', 'a.yaml', '--for', 'award', '--help'],
    ];
    const ran = await Promise.all(asked.map((argv) => kompass(argv, { env: { KOMPASS_LANG: lang } })));
    for (const { code, out, err } of ran) {
      expect({ code, err }).toEqual({ code: 0, err: '' });
      for (const option of options) expect(out).toMatch(new RegExp(`${option}( <\\w+>)? {2,}\\p{L}`, 'u'));
      expect(out).toBe(ran[0]?.out);
    }
  });

  test('says the same in two languages, not the same words', async () => {
    const [german, english] = await Promise.all(
      ['de', 'en'].map(async (lang) => (await kompass(['check', '--help', '--lang', lang])).out),
    );
    expect(explanations(german).length).toBeGreaterThanOrEqual(options.length);
    expect(explanations(german).filter((line) => explanations(english).includes(line))).toEqual([]);
  });
});

test.each(['--version', '-V'])('%s is the version, and all of it', async (flag) => {
  const { code, out, err } = await kompass([flag]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/^\d+\.\d+\.\d+\n$/);
});
