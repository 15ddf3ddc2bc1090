import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'fast-string-width';
import { describe, expect, test } from 'vitest';
import { failLevels } from '../../src/cli/gate.ts';
import { checkStages } from '../../src/model/stage.ts';
import { messages } from '../../src/text/messages.ts';
import { useCaseFiles as all, useCaseFolder as folder } from '../support/use-case-files.ts';
import { checkJson, kompass, temporaryFolder } from '../support/world.ts';

const file = (name: string): string => `${folder}/${name}.yaml`;
const chatbot = file('buerger-chatbot');

const outOf = async (...argv: readonly string[]): Promise<string> => (await kompass(['check', ...argv])).out;

describe('--as-of', () => {
  test('is the day looked at, and today without it', async () => {
    expect((await checkJson([chatbot])).report.asOf).toBe('2026-11-24');
    expect((await checkJson([chatbot, '--as-of', '2028-02-29'])).report.asOf).toBe('2028-02-29');
    expect(await outOf(chatbot, '--as-of=2028-02-29', '--lang', 'de')).toContain('Stichtag 29.02.2028');
  });

  test('changes the result where the law or the evidence is younger', async () => {
    const { report } = await checkJson([chatbot, '--as-of', '2026-09-01']);
    expect(report.assessments[0]?.verdict).not.toBe('ready');
  });

  test.each(['2026-02-30', '24.11.2026', '2026-1-1', 'heute', ''])('has to be a day: %s', async (day) => {
    const ran = await kompass(['check', chatbot, '--as-of', day, '--lang', 'de']);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain(`»${day}« ist kein Datum. Schreiben Sie es so: 2027-03-01. [bad-date]`);
  });
});

describe('--for', () => {
  test.each(checkStages)('%s is the stage that is checked for', async (stage) => {
    expect((await checkJson([chatbot, '--for', stage])).report.assessments[0]?.for).toBe(stage);
  });

  test('is else the stage after the one that the file names', async () => {
    expect((await checkJson([chatbot])).report.assessments[0]?.for).toBe('start');
    expect((await checkJson([file('nur-kopf')])).report.assessments[0]?.for).toBe(null);
  });

  test('counts work that is due later as later, neither as missing nor as done', async () => {
    const late = await outOf(file('bewerber-vorauswahl'), '--for', 'tender', '--lang', 'en');
    const now = await outOf(file('bewerber-vorauswahl'), '--for', 'start', '--lang', 'en');
    expect(late).not.toContain(messages.en.heading.work('tender'));
    expect(late).toContain(messages.en.heading.dueLater);
    expect(now).toContain(messages.en.heading.work('start'));
  });
});

describe('--fail-on', () => {
  const assessed = Promise.all(
    all.map(async (name) => {
      const codeAt = async (level: string) => (await kompass(['check', `${folder}/${name}`, '--fail-on', level])).code;
      const { report } = await checkJson([`${folder}/${name}`]);
      const [assessment] = report.assessments;
      const codes = {
        clarify: await codeAt('clarify'),
        'not-ready': await codeAt('not-ready'),
        stop: await codeAt('stop'),
      };
      return { name, codes, verdict: assessment?.verdict, highest: assessment?.tier.highest };
    }),
  );

  test('is clarify unless said otherwise: everything but ready fails', async () => {
    const fixtures = await assessed;
    for (const { name, codes, verdict } of fixtures) {
      expect(codes.clarify, name).toBe(verdict === 'ready' ? 0 : 1);
      expect((await kompass(['check', `${folder}/${name}`])).code, name).toBe(codes.clarify);
    }
  });

  test('only loosens: what fails at a looser level fails at every stricter one', async () => {
    const fixtures = await assessed;
    for (const { name, codes } of fixtures) {
      expect(codes.stop, name).toBeLessThanOrEqual(codes['not-ready']);
      expect(codes['not-ready'], name).toBeLessThanOrEqual(codes.clarify);
    }
  });

  test('not-ready fails what is not ready, and what could turn out so', async () => {
    const fixtures = await assessed;
    const failing = fixtures.filter(({ codes }) => codes['not-ready'] === 1);
    const due = fixtures.filter(({ verdict }) => verdict === 'not-ready' || verdict === 'stop');
    for (const { name, codes } of due) expect(codes['not-ready'], name).toBe(1);
    expect(failing.some(({ codes, verdict }) => verdict === 'clarify' && codes.stop === 0)).toBe(true);
  });

  test('stop fails what is prohibited, and what could turn out so, and lets the rest pass', async () => {
    const fixtures = await assessed;
    const due = fixtures.filter(({ verdict, highest }) => verdict === 'stop' || highest === 'prohibited');
    for (const { name, codes } of due) expect(codes.stop, name).toBe(1);
    expect(fixtures.some(({ codes, verdict }) => codes.stop === 0 && verdict === 'not-ready')).toBe(true);
    expect(fixtures.some(({ codes, verdict }) => codes.stop === 1 && verdict === 'clarify')).toBe(true);
  });

  test('changes the exit code, never the report', async () => {
    const [strict, ...loose] = await Promise.all(
      failLevels.map((level) => outOf(file('bewerber-vorauswahl'), '--fail-on', level)),
    );
    for (const out of loose) expect(out).toBe(strict);
  });
});

describe('the language', () => {
  const german = messages.de.tagline;
  const english = messages.en.tagline;

  test.each([
    ['English when nothing is said', {}, [], english],
    ['that of LANG', { LANG: 'de_DE.UTF-8' }, [], german],
    ['that of LC_MESSAGES before LANG', { LANG: 'en_GB.UTF-8', LC_MESSAGES: 'de_AT' }, [], german],
    ['that of LC_ALL before both', { LC_ALL: 'de_DE', LC_MESSAGES: 'en_US', LANG: 'en_US' }, [], german],
    ['not that of an empty LC_ALL', { LC_ALL: '', LANG: 'de_DE.UTF-8' }, [], german],
    ['English where LC_ALL says C', { LC_ALL: 'C.UTF-8', LANG: 'de_DE.UTF-8' }, [], english],
    ['English for a locale that we do not speak', { LANG: 'fr_FR.UTF-8' }, [], english],
    ['that of KOMPASS_LANG before the locale', { KOMPASS_LANG: 'de', LC_ALL: 'en_US.UTF-8' }, [], german],
    ['the locale where KOMPASS_LANG says nothing we know', { KOMPASS_LANG: 'xx', LANG: 'de_DE' }, [], german],
    ['that of --lang before all', { KOMPASS_LANG: 'en', LC_ALL: 'en_US' }, ['--lang', 'de'], german],
    ['that of --lang= too', { KOMPASS_LANG: 'de' }, ['--lang=en'], english],
    ['that of the last --lang', {}, ['--lang', 'en', '--lang=de'], german],
  ])('is %s', async (_, env, flags, expected) => {
    expect((await kompass(['check', chatbot, ...flags], { env })).out).toContain(expected);
  });

  test('changes words and nothing else', async () => {
    const [de, en] = await Promise.all(['de', 'en'].map((lang) => checkJson([file('nur-kopf'), '--lang', lang])));
    const questions = (ran: typeof de) => ran?.report.assessments[0]?.questions ?? [];
    const withoutText = (ran: typeof de) => questions(ran).map((question) => ({ ...question, text: '' }));
    expect(withoutText(de)).toEqual(withoutText(en));
    for (const [index, { text }] of questions(de).entries()) expect(text).not.toBe(questions(en)[index]?.text);
  });
});

describe('--quiet', () => {
  test('is one line for each file: the file, the result, the tier', async () => {
    const lines = (await outOf(folder, '-q', '--lang', 'de')).trimEnd().split('\n');
    expect(lines).toHaveLength(all.length);
    expect(lines).toContain(`${chatbot}: AUS DEN ANGABEN KEIN HINDERNIS · Transparenzpflichten`);
    expect(lines).toContain(`${file('nur-kopf')}: ERST KLÄREN · außerhalb der KI-VO – verbotene Praktik`);
  });
});

describe('--verbose', () => {
  test('lists all items and what each option means, not only the first five', async () => {
    const brief = await outOf(file('nur-kopf'), '--lang', 'de');
    const full = await outOf(file('nur-kopf'), '-v', '--lang', 'de');
    const { report } = await checkJson([file('nur-kopf')]);
    expect(brief).toMatch(/\+ \d+ weitere/);
    expect(full).not.toMatch(/\+ \d+ weitere/);
    const deciding = report.assessments[0]?.questions.filter(({ settles }) => settles.tier) ?? [];
    expect(deciding.length).toBeGreaterThan(5);
    for (const { fact } of deciding) expect(full).toContain(`Eintragen: ${fact}: `);
    expect(full).toMatch(/ {2}· scores-people: \p{Lu}/u);
  });

  test('repeats each denied option', async () => {
    const full = await outOf(chatbot, '-v', '--lang', 'en');
    const [, denied = ''] = full.split(messages.en.heading.denied);
    expect(denied.match(/^ · /gm)?.length).toBeGreaterThan(20);
    expect(await outOf(chatbot, '--lang', 'en')).not.toContain(messages.en.heading.denied);
  });
});

/** The numbers of the items below a heading that stands on a line of its own. */
const numbered = (out: string, heading: string): readonly number[] => {
  const block = out.split('\n\n').find((one) => one.startsWith(`${heading}\n`)) ?? '';
  return Array.from(block.matchAll(/^ {0,2}(\d+) {1,3}\S/gm), (match) => Number(match[1]));
};
const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1);

describe('--show-met and --show-open', () => {
  test('list what is done one by one instead of counting it', async () => {
    expect(await outOf(chatbot, '--lang', 'de')).toMatch(
      /^ERLEDIGT {4}\d+ Pflichten mit Nachweis\. Liste: --show-met$/m,
    );
    const shown = await outOf(chatbot, '--lang', 'de', '--show-met');
    expect(shown).not.toContain('--show-met');
    const { report } = await checkJson([chatbot]);
    const met =
      report.assessments[0]?.findings.filter(({ state, owedBy }) => state === 'met' && owedBy === 'us').length ?? 0;
    expect(met).toBeGreaterThan(20);
    expect(numbered(shown, 'ERLEDIGT')).toEqual(upTo(met));
  });

  test('list each open finding, however many', async () => {
    const { report } = await checkJson([file('nur-kopf')]);
    const open = report.assessments[0]?.findings.filter(({ state }) => state === 'open').length ?? 0;
    expect(open).toBeGreaterThan(20);
    const shown = await outOf(file('nur-kopf'), '--lang', 'de', '--show-open');
    expect(numbered(shown, messages.de.heading.open)).toEqual(upTo(open));
    expect(await outOf(file('nur-kopf'), '--lang', 'de')).not.toContain(messages.de.heading.open);
  });
});

describe('--explain', () => {
  test('adds a proof for each rule that a finding or provision names, and nothing else', async () => {
    const plain = await checkJson([chatbot]);
    const explained = await checkJson([chatbot, '--explain']);
    const [assessment] = explained.report.assessments;
    const proven = new Set(assessment?.proofs?.map(({ rule }) => rule));
    const named = [...(assessment?.findings ?? []), ...(assessment?.classification ?? [])];
    expect(named.map(({ rule }) => rule).filter((rule) => !proven.has(rule))).toEqual([]);
    const without: unknown = JSON.parse(explained.out, (key, value: unknown) => (key === 'proofs' ? undefined : value));
    expect(without).toEqual(JSON.parse(plain.out));
  });

  test('leads down to the answers with their place in the file', async () => {
    expect((await checkJson([chatbot, '--explain'])).out).toContain(`{"file":"${chatbot}","line":`);
  });
});

describe('colours', () => {
  const escape = '\u001B[';
  const terminal = { columns: 80 };

  test.each([
    ['on a terminal', { ...terminal, env: { TERM: 'xterm-256color' } }, [], true],
    ['not in a pipe or file', { env: { TERM: 'xterm-256color' } }, [], false],
    ['not on a dumb terminal', { ...terminal, env: { TERM: 'dumb' } }, [], false],
    ['not with NO_COLOR', { ...terminal, env: { NO_COLOR: '1' } }, [], false],
    ['where NO_COLOR is empty', { ...terminal, env: { NO_COLOR: '' } }, [], true],
    ['in a pipe with FORCE_COLOR', { env: { FORCE_COLOR: '1' } }, [], true],
    ['not with FORCE_COLOR=0', { ...terminal, env: { FORCE_COLOR: '0' } }, [], false],
    ['not with NO_COLOR against FORCE_COLOR', { env: { NO_COLOR: '1', FORCE_COLOR: '1' } }, [], false],
    ['with --color against NO_COLOR', { env: { NO_COLOR: '1' } }, ['--color'], true],
    ['not with --no-color against FORCE_COLOR', { ...terminal, env: { FORCE_COLOR: '1' } }, ['--no-color'], false],
  ])('are used %s', async (_, settings, flags, coloured) => {
    const { out } = await kompass(['check', chatbot, ...flags], settings);
    expect(out.includes(escape)).toBe(coloured);
  });

  test('never change the words', async () => {
    const { out } = await kompass(['check', chatbot, '--color']);
    expect(out.replaceAll(/\p{Cc}\[\d+m/gu, '')).toBe(await outOf(chatbot));
  });
});

describe('the width', () => {
  test.each([
    [40, 40],
    [80, 80],
    [100, 100],
    [20, 40],
    [300, 100],
  ])('of a terminal with %i columns is kept to %i in every report', async (columns, widest) => {
    for (const lang of ['de', 'en']) {
      const argv = ['check', folder, '--lang', lang, '--verbose', '--show-met', '--show-open', '--no-color'];
      const { out } = await kompass(argv, { columns });
      const tooWide = out.split('\n').filter((line) => stringWidth(line) > widest);
      expect(tooWide).toEqual([]);
    }
  });

  test('is 80 where there is no terminal', async () => {
    expect(await outOf(folder)).toBe((await kompass(['check', folder, '--no-color'], { columns: 80 })).out);
  });
});

test('the same files, rules and day give the same bytes', async () => {
  for (const format of ['terminal', 'json'])
    expect(await outOf(folder, '-f', format)).toBe(await outOf(folder, '-f', format));
});

describe('what is missing in the organisation', () => {
  test('is told once for several use cases, with how many it concerns, and in each report only for one', async () => {
    const cwd = temporaryFolder();
    cpSync(folder, cwd, { recursive: true });
    const profile = join(cwd, 'kompass-profile.yaml');
    const text = readFileSync(profile, 'utf8');
    expect(text).toContain('proves: [training-programme]');
    writeFileSync(
      profile,
      text
        .replace(/^.*proves: \[training-programme\].*\n/m, '')
        .replace(/^evidence:$/m, 'measures: { training-programme: { done: no } }\nevidence:'),
    );
    const run = async (...files: readonly string[]) =>
      (await kompass(['check', ...files.map((name) => join(cwd, name)), '--lang', 'en'], { cwd })).out;
    const title = 'Training programme by role';
    const two = await run('buerger-chatbot.yaml', 'pressetexte.yaml');
    const [reports = '', organisation = ''] = two.split(messages.en.heading.organisation);
    expect(reports).not.toContain(title);
    expect(organisation.match(new RegExp(title, 'g'))).toHaveLength(1);
    expect(organisation).toContain(messages.en.usesConcerned(2));
    const one = await run('buerger-chatbot.yaml');
    expect(one).toContain(title);
    expect(one).not.toContain(messages.en.heading.organisation);
  });
});
