import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadRules } from '../support/rules.ts';
import { kompass } from '../support/world.ts';

const { book } = loadRules('rules').compiled;
const lines = (out: string): readonly string[] => out.trimEnd().split('\n');
const idsIn = (out: string): readonly string[] =>
  [...out.matchAll(/^([a-z-]+\.[a-z0-9-]+)(?: [a-z0-9-]+)? ·/gm)].flatMap(([, id]) => id ?? []);

describe('kompass rules list', () => {
  test('names every rule, in the order of the rule set', async () => {
    const { code, out, err } = await kompass(['rules', 'list', '--lang', 'en']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(idsIn(out)).toEqual(book.rules.map(({ id }) => id));
    expect(out).toContain(`${book.rules.length} rules.`);
  });

  test.each([
    [['--tier', 'prohibited'], ['ai-act.art-5-1-a'], ['ai-act.annex-3-4-a', 'ai-act.art-4']],
    [['--cite', 'Art. 50(3)'], ['ai-act.art-50-3'], ['ai-act.art-50-1']],
    [['--cite', 'anhang iii nr. 4'], ['ai-act.annex-3-4-a'], ['ai-act.annex-3-5-a']],
    [['--kind', 'scope'], ['ai-act.art-2-8'], ['ai-act.art-5-1-a']],
    [['--role', 'importer'], ['ai-act.art-3-6'], ['ai-act.art-3-4']],
    [
      ['--begins', '2027-12'],
      ['ai-act.annex-3-4-a', 'ai-act.art-26-1'],
      ['ai-act.art-4', 'ai-act.art-6-1-a'],
    ],
    [['--begins', '2026-12-02'], ['ai-act.art-5-1-ba'], ['ai-act.art-5-1-a']],
    [['--pack', 'ai-act', '--kind', 'duty'], ['ai-act.art-4'], ['ai-act.art-5-1-a']],
  ])('%j leaves what fits', async (filter, inside, outside) => {
    const { out } = await kompass(['rules', 'list', ...filter]);
    expect(idsIn(out)).toEqual(expect.arrayContaining(inside));
    for (const id of outside) expect(idsIn(out)).not.toContain(id);
  });

  test('says so when nothing fits', async () => {
    expect(await kompass(['rules', 'list', '--pack', 'no-such-pack', '--lang', 'de'])).toMatchObject({
      code: 0,
      out: 'Keine Regel passt dazu.\n',
    });
  });

  test('refuses a tier that does not exist, and names those that do', async () => {
    const { code, err } = await kompass(['rules', 'list', '--tier', 'hoch', '--lang', 'en']);
    expect(code).toBe(2);
    expect(err).toContain('high-risk');
  });
});

test('kompass rules alone says which commands it has', async () => {
  const { code, err } = await kompass(['rules']);
  expect(code).toBe(2);
  expect(err).toMatch(/list[\s\S]+show/);
  expect(err).not.toContain('schema');
});

test('kompass rules list refuses a day that is none', async () => {
  const { code, out, err } = await kompass(['rules', 'list', '--begins', 'December', '--lang', 'en']);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain('“December” is not a date');
});

describe('kompass rules show', () => {
  test('tells a prohibition in words: conditions, exceptions, whose judgement counts, dates', async () => {
    const { code, out } = await kompass(['rules', 'show', 'ai-act.art-5-1-f', '--lang', 'de']);
    expect(code).toBe(0);
    expect(lines(out).slice(0, 3)).toEqual([
      'ai-act.art-5-1-f · Verbot · verbotene Praktik',
      'Emotionserkennung am Arbeitsplatz oder in Bildungseinrichtungen',
      'Art. 5 Abs. 1 Buchst. f KI-VO',
    ]);
    expect(out).toContain('Gilt ab     02.02.2025 (KI-VO)');
    const [when = '', except = ''] = out.slice(out.indexOf('TRIFFT ZU, WENN')).split('AUSSER WENN');
    expect(when).toContain('(ai-act.emotion-recognition)');
    expect(when).toContain('(biometrics.emotions-of)');
    expect(except.replace(/\s+/g, ' ')).toContain('Ja, festgehalten mit Gründen und Nachweis von: Rechtsamt.');
  });

  test('tells what meets a duty and who owes it', async () => {
    const { out } = await kompass(['rules', 'show', 'ai-act.art-50-3-duty', '--lang', 'en']);
    expect(out).toContain('Owed by     deployer');
    expect(out.slice(out.indexOf('MET WHEN'))).toContain('(measures.notice-biometrics)');
  });

  test('tells a date that depends on facts, with its history', async () => {
    const { out } = await kompass(['rules', 'show', 'ai-act.annex-3-4-a', '--lang', 'en']);
    const text = out.replace(/\s+/g, ' ');
    expect(text).toMatch(/2027-12-02 \([^)]+\), before that 2026-08-02 \(AI Act\) if:/);
    expect(text).toContain('otherwise:');
    expect(text).toContain('Way out by “not high-risk although named in Annex III”');
  });

  test('shows each of several rules, and every chapter of a gap', async () => {
    const { out } = await kompass(['rules', 'show', 'ai-act.art-4', 'ai-act.not-modelled']);
    const chapters = book.rules.filter(({ id }) => id === 'ai-act.not-modelled').length;
    expect(idsIn(out)).toEqual(['ai-act.art-4', ...Array.from({ length: chapters }, () => 'ai-act.not-modelled')]);
  });

  test('refuses an id that does not exist, shows nothing, and suggests one', async () => {
    const { code, out, err } = await kompass(['rules', 'show', 'ai-act.art-4', 'ai-act.art-5-1-i', '--lang', 'en']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('There is no rule “ai-act.art-5-1-i”. Did you mean “ai-act.art-5-1-');
  });

  test.each(['de', 'en'])('keeps every rule within 80 columns, in %s', async (lang) => {
    const { out } = await kompass(['rules', 'show', ...new Set(book.rules.map(({ id }) => id)), '--lang', lang]);
    expect(lines(out).filter((line) => line.length > 80)).toEqual([]);
  });
});

describe('kompass rules docs', () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'kompass-')), 'below', 'handbook');
  const pageOf = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const headings = (name: string, level: string): readonly string[] =>
    [...pageOf(name).matchAll(new RegExp(`^${level} (\\S+)`, 'gm'))].flatMap(([, heading]) => heading ?? []);

  const anchors = (name: string): ReadonlySet<string> =>
    new Set([...headings(name, '###'), ...headings(name, '##')].map((heading) => heading.replaceAll('.', '')));

  test('writes a page for each pack and one for the questions, in both languages, into a new folder', async () => {
    const { code, out, err } = await kompass(['rules', 'docs', '-o', folder]);
    expect({ code, out, err }).toEqual({ code: 0, out: '', err: '' });
    const pages = [...book.packs.map(({ id }): string => id), 'questions'];
    expect(readdirSync(folder).toSorted()).toEqual(
      ['README.md', ...pages.flatMap((page) => [`${page}.de.md`, `${page}.en.md`])].toSorted(),
    );
  });

  test.each(['de', 'en'])('has every rule and every question, in %s', (language) => {
    const rules = book.packs.flatMap(({ id }) => headings(`${id}.${language}.md`, '###'));
    expect(new Set(rules)).toEqual(new Set(book.rules.map(({ id }) => id)));
    expect(headings(`questions.${language}.md`, '##')).toEqual(book.facts.map(({ id }) => id));
  });

  test.each(['de', 'en'])('has no link that leads nowhere, in %s', (language) => {
    const known = new Map(readdirSync(folder).map((name) => [name, anchors(name)]));
    const pages = [...book.packs.map(({ id }): string => id), 'questions'].map((page) => `${page}.${language}.md`);
    const links = pages.flatMap((name) => [...pageOf(name).matchAll(/\]\(([^<)#]+)#([^)]+)\)/g)]);
    expect(links.length).toBeGreaterThan(500);
    expect(links.filter(([, page = '', anchor = '']) => known.get(page)?.has(anchor) !== true)).toEqual([]);
  });

  test('refuses to write where a file lies', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'kompass-')), 'a.txt');
    writeFileSync(file, 'mine');
    expect((await kompass(['rules', 'docs', '-o', file])).code).toBe(2);
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });
});

describe('kompass rules test', () => {
  test('runs the cases of the packs that are named', async () => {
    const { code, out } = await kompass(['rules', 'test', 'german-law', '--lang', 'en']);
    expect(code).toBe(0);
    expect(out).toMatch(/^[1-9]\d+ cases passed, 0 cases failed\n$/);
  });

  test('refuses a pack that does not exist, and names those that do', async () => {
    const { code, out, err } = await kompass(['rules', 'test', 'gdrp', '--lang', 'en']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('gdpr');
  });
});

test('kompass rules review says what nobody has read, what is uncertain, and which days lie ahead', async () => {
  const { code, out } = await kompass(['rules', 'review', 'ai-act', '--lang', 'en']);
  expect(code).toBe(0);
  const [, uncertain = '', ahead = ''] = out.split(/^UNCERTAIN LAW$|^DAYS THAT LIE AHEAD$/m);
  expect(uncertain).toContain('ai-act.art-5-1-f: The ban as such is beyond doubt.');
  expect(ahead).toContain('2027-12-02  High-risk AI systems of Annex III');
});
