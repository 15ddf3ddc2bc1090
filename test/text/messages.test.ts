import { describe, expect, test } from 'vitest';
import type { IsoDate } from '../../src/model/date.ts';
import { languages } from '../../src/model/language.ts';
import { dayText, type Messages, messages } from '../../src/text/messages.ts';

/** All that is said without knowing more, by its path. */
function constants(value: object, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(value).flatMap(([key, said]: [string, unknown]) => {
    if (typeof said === 'string') return [[`${path}${key}`, said] as const];
    return typeof said === 'object' && said !== null ? constants(said, `${path}${key}.`) : [];
  });
}

/** What is said with a word or number from outside. */
const spoken = (say: Messages): Readonly<Record<string, string>> => ({
  asOf: say.asOf('x'),
  plannedStart: say.plannedStart('x'),
  tierSettled: say.tierSettled('x'),
  tierOpen: say.tierOpen('x', 'y'),
  tierFrom: say.tierFrom('x', 'x'),
  tierFromRange: say.tierFrom('x', 'y'),
  tierFromOpen: say.tierFrom('x', null),
  hitUnless: say.hitUnless('x', 'y'),
  hitLifted: say.hitLifted('x', 'y'),
  more: say.more(2),
  denied: say.denied('x', 'y'),
  line: say.lines(1, 1),
  lines: say.lines(1, 2),
  atStake: say.atStake('x', 'y', 'z', 2, 2),
  others: say.others('x'),
  listed: say.listed(['x', 'y']),
  us: say.us('x'),
  maybe: say.maybe('x'),
  judged: say.judged('x', 'y', 'z', 'r'),
  judgedInVain: say.judgedInVain('x', 'y'),
  evidence: say.evidence('x'),
  answered: say.answered(1),
  knownBy: say.knownBy('x'),
  enter: say.enter('x', 'y'),
  decides: say.decides(2, 2),
  counted: say.counted(2),
  othersOwe: say.othersOwe(['x']),
  fromDay: say.fromDay('x', 'y'),
  problems: say.problems(2),
  work: say.heading.work('start'),
  dueBy: say.dueBy('start'),
  ready: say.result.ready('start'),
  progress: say.cli.progress(1, 2),
  broken: say.cli.broken('1.0.0'),
  unknownOption: say.cli.unknownOption('x'),
  unknownCommand: say.cli.unknownCommand('x'),
  missingArgument: say.cli.missingArgument('x'),
  missingValue: say.cli.missingValue('x'),
  notAllowed: say.cli.notAllowed('x', 'y', 'z'),
  didYouMean: say.cli.didYouMean('x'),
});

describe('the two catalogues', () => {
  test('say the same things, each in its own words', () => {
    const [german, english] = [constants(messages.de), new Map(constants(messages.en))];
    expect(german.map(([path]) => path)).toEqual([...english.keys()]);
    // Not words but what is written into a file.
    const alike = german.filter(([path, said]) => said === english.get(path)).map(([path]) => path);
    expect(alike).toEqual(['values.measure', 'values.opinion']);
  });

  test('speak their own language with words from outside too', () => {
    const [german, english] = [spoken(messages.de), spoken(messages.en)];
    for (const [key, said] of Object.entries(german)) expect(said, key).not.toBe(english[key]);
  });

  test.each(languages)('never shout, never promise conformity, never leave a gap: %s', (language) => {
    for (const [key, said] of [...constants(messages[language]), ...Object.entries(spoken(messages[language]))]) {
      expect(said, key).not.toMatch(/!|konform|compliant|undefined|null|\?\?| {2}|^ (?!\()| $|^$/i);
      expect(said, key).not.toMatch(/ [.,:]( |$)/);
    }
  });

  test('address the reader as Sie, and never use our own technical words', () => {
    for (const [key, said] of [...constants(messages.de), ...Object.entries(spoken(messages.de))]) {
      expect(said, key).not.toMatch(/\b(du|dein|deine|euch)\b/i);
      expect(said, key).not.toMatch(/\b(Gate|Tier|Deployer|Evidence|Finding)\b/);
    }
  });
});

describe('what is counted', () => {
  const counts: readonly (readonly [string, (say: Messages) => (number: number) => string])[] = [
    ['prohibitions', (say) => say.result.stop],
    ['unmet duties', (say) => say.result.unmet],
    ['open duties', (say) => say.result.open],
    ['deciding answers', (say) => say.result.tierOpen],
    ['later duties', (say) => say.result.unsecured],
    ['chapters', (say) => say.result.gap],
    ['waived duties', (say) => say.verdictWaived],
    ['done duties', (say) => say.counted],
    ['problems', (say) => say.problems],
    ['provisions', (say) => (number) => say.decides(number, 0)],
    ['duties', (say) => (number) => say.decides(0, number)],
    ['other provisions at stake', (say) => (number) => say.atStake('', '', '', number, 0)],
    ['duties at stake', (say) => (number) => say.atStake('', '', '', 0, number)],
  ];

  describe.each(languages)('in %s', (language) => {
    test.each(counts)('%s: one in words and singular, several in figures and plural', (_, of) => {
      const say = of(messages[language]);
      expect(say(1)).not.toMatch(/\d/);
      expect(say(2)).toContain('2');
      expect(say(12)).toBe(say(2).replace('2', '12'));
      expect(say(1)).not.toBe(say(2).replace(/2|two/, language === 'de' ? 'eine' : 'one'));
    });
  });

  test('in German bends noun and verb', () => {
    const { result, counted, decides, verdictWaived } = messages.de;
    expect([result.unmet(1), result.unmet(2)]).toEqual(['Eine Pflicht fehlt.', '2 Pflichten fehlen.']);
    expect([result.stop(1), result.stop(3)]).toEqual(['Ein Verbot greift.', '3 Verbote greifen.']);
    expect([result.tierOpen(1), result.tierOpen(2)]).toEqual([
      'Die Einstufung hängt an einer Antwort.',
      'Die Einstufung hängt an 2 Antworten.',
    ]);
    expect(counted(1)).toMatch(/^Eine Pflicht mit Nachweis\./);
    expect(decides(1, 2)).toBe('Betrifft eine Bestimmung und 2 Pflichten');
    expect(decides(0, 0)).toBe('Betrifft das Ergebnis');
    expect(verdictWaived(1)).toBe(' (eine Pflicht befristet geduldet)');
  });

  test('in English bends noun and verb', () => {
    const { result, decides } = messages.en;
    expect([result.unmet(1), result.unmet(2)]).toEqual(['One duty is unmet.', '2 duties are unmet.']);
    expect([result.gap(1), result.gap(2)]).toEqual([
      'One chapter of the act is not covered here yet.',
      '2 chapters of the act are not covered here yet.',
    ]);
    expect(decides(2, 1)).toBe('Decides 2 provisions and one duty');
  });

  test('and is nothing is not mentioned', () => {
    expect(messages.de.atStake('verbotene Praktik', 'Titel', 'Art. 5', 0, 0)).toBe(
      'Im ungünstigsten Fall verbotene Praktik: Titel (Art. 5).',
    );
  });
});

describe('lists, lines and days', () => {
  test('lists end with “and”', () => {
    expect(messages.de.listed(['a', 'b', 'c'])).toBe('a, b und c');
    expect(messages.en.listed(['a', 'b', 'c'])).toBe('a, b and c');
    expect(messages.en.listed(['a'])).toBe('a');
    expect(messages.en.listed([])).toBe('');
  });

  test('duties of others stand in quotation marks, since each is a sentence of its own', () => {
    expect(messages.de.othersOwe(['Menschen informieren', 'Inhalte kennzeichnen'])).toBe(
      'schulden: »Menschen informieren« und »Inhalte kennzeichnen«.',
    );
  });

  test('one line is a line, several are a span', () => {
    expect([messages.de.lines(3, 3), messages.de.lines(3, 5)]).toEqual(['Zeile 3', 'Zeilen 3–5']);
    expect([messages.en.lines(3, 3), messages.en.lines(3, 5)]).toEqual(['line 3', 'lines 3–5']);
  });

  test('days are written as each language writes them', () => {
    const day = '2027-03-01' as IsoDate;
    expect([dayText(day, 'de'), dayText(day, 'en')]).toEqual(['01.03.2027', '2027-03-01']);
  });

  test('a span of days says which end is which', () => {
    expect(messages.de.tierFrom('01.01.2027', '01.01.2027')).toBe('Wirksam ab 01.01.2027.');
    expect(messages.de.tierFrom('01.01.2027', '02.08.2030')).toBe(
      'Wirksam frühestens ab 01.01.2027, spätestens ab 02.08.2030.',
    );
    expect(messages.de.tierFrom('01.01.2027', null)).toBe('Wirksam frühestens ab 01.01.2027.');
  });
});
