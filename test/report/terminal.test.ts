import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'fast-string-width';
import { describe, expect, test } from 'vitest';
import { useCaseFiles, useCaseFolder as folder } from '../support/use-case-files.ts';
import { kompass, temporaryFolder } from '../support/world.ts';

const golden = 'test/golden';
const names = [
  'buerger-chatbot',
  'bewerber-vorauswahl',
  'nur-kopf',
  'wohngeld-vollstaendigkeit',
  'leistungsbetrug-fremddaten',
  'bildgenerator-intim-ab-januar',
  'dienstplan-zuverlaessigkeit',
  'verkehrsprognose',
  'callcenter-mitarbeiter-emotionen',
];
const languages = ['de', 'en'];

async function reportOf(name: string, language: string): Promise<string> {
  const { out } = await kompass(['check', `${folder}/${name}.yaml`, '--as-of', '2026-11-24', '--lang', language]);
  return out;
}

/** `UPDATE=1 npx vitest run test/report/terminal.test.ts` writes the files anew; read them before they are committed. */
const updating = process.env['UPDATE'] === '1';

describe.each(languages)('the report in %s is the one that was read and found good', (language) => {
  test.each(names)('%s', async (name) => {
    const file = `${golden}/${name}.${language}.txt`;
    const report = await reportOf(name, language);
    if (updating) writeFileSync(file, report);
    expect(existsSync(file), `${file} is missing: read the report, then write it with UPDATE=1`).toBe(true);
    expect(report).toBe(readFileSync(file, 'utf8'));
  });
});

test('no report is left over from a use case that is gone', () => {
  const expected = names.flatMap((name) => languages.map((language) => `${name}.${language}.txt`));
  const found = readdirSync(golden).filter((name) => name.endsWith('.txt'));
  expect(found.toSorted()).toEqual(expected.toSorted());
});

describe('every report', () => {
  const all = useCaseFiles.map((name) => name.replace('.yaml', ''));

  test.each(languages)(
    'keeps to 80 columns, leaves no line with blanks at its end and no two lines empty: %s',
    async (language) => {
      for (const name of all) {
        const report = await reportOf(name, language);
        for (const line of report.split('\n')) expect(stringWidth(line), `${name}: ${line}`).toBeLessThanOrEqual(80);
        expect(report, name).not.toMatch(/[ \t]\n|\n\n\n|^\n|\n\n$/);
      }
    },
  );

  test.each(languages)('says the result first and again at the end: %s', async (language) => {
    for (const name of all) {
      const lines = (await reportOf(name, language)).trimEnd().split('\n');
      const result = lines.find((line) => /^(ERGEBNIS|RESULT) /.test(line)) ?? '';
      const last = lines.find((line) => / · (Regeln|Rules): /.test(line)) ?? '';
      const verdict = last.slice(0, last.indexOf(' · '));
      expect(verdict, name).toMatch(/^\p{Lu}{2}/u);
      expect(result.replace(/^\S+ +/, '').startsWith(verdict), name).toBe(true);
      expect(lines.indexOf(result), name).toBeLessThanOrEqual(5);
    }
  });

  test.each(languages)('counts well: never “1” before several, never “0” of anything: %s', async (language) => {
    for (const name of all) {
      const report = (await reportOf(name, language)).replaceAll(/\n */g, ' ');
      expect(report, name).not.toMatch(
        /(?<![\d.,-])[01] (Pflichten|Antworten|Bestimmungen|Kapitel|Verbote|duties|answers|provisions|chapters|prohibitions)/,
      );
      expect(report, name).not.toMatch(/undefined|null|NaN|\[object|(?<!\()\?\)|«»|“”/);
    }
  });

  test('in German uses German words and no loud ones', async () => {
    for (const name of all) {
      const report = await reportOf(name, 'de');
      expect(report, name).not.toMatch(/\b(Gate|Tier|Deployer|Provider|Evidence|Finding|Findings|Stage)\b/);
      expect(report, name).not.toMatch(/konform|!/);
      expect(report, name).not.toMatch(/\d %/);
    }
  });

  test('cites the act in the form of its language', async () => {
    for (const name of all) {
      expect(await reportOf(name, 'de'), name).not.toMatch(/Art\. \d+\w*\(|Annex|subparagraph|AI Act/);
      expect(await reportOf(name, 'en'), name).not.toMatch(/ Abs\. \d+ KI-VO|Anhang \w+ Nr|KI-VO/);
    }
  });

  test('has something left to do in it, or claims no obstacle, never both', async () => {
    const toDo = /^(THESE ANSWERS DECIDE|STILL TO BE|NEEDED|NOT ALLOWED|NOT YET CHECKED|LATER)/m;
    for (const name of all) {
      const report = await reportOf(name, 'en');
      expect(toDo.test(report), name).toBe(!report.includes('RESULT      NO OBSTACLE'));
    }
  });
});

test('a house rule that is certainly not kept is named with what to do, and a ban of the house as such', async () => {
  const cwd = temporaryFolder();
  cpSync('fixtures/use-cases', cwd, { recursive: true });
  const file = join(cwd, 'buerger-chatbot.yaml');
  const text = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    text
      .replace(/\bowner-named, /, '')
      .replace(/^evidence:$/m, 'measures:\n  owner-named: { done: no }\n\nevidence:')
      .replace(/house-bans: \[\]/, 'house-bans: [rates-staff]')
      .replace(/^judgements:$/m, 'judgements:\n  house-ban-lifted: { claimed: no }'),
  );
  const { out, err } = await kompass(['check', file, '--lang', 'en'], { cwd });
  expect(err).toBe('');
  expect(out).toMatch(/^RESULT {6}CLARIFY FIRST: The house rules forbid this use\. One duty is unmet\./m);
  const [, forbidden = '', needed = ''] =
    /NOT ALLOWED LIKE THIS\n(.*?)\n\n.*NEEDED BEFORE[^\n]*\n(.*?)\n\n/s.exec(out) ?? [];
  expect(forbidden).toContain('municipal.excluded-use');
  expect(needed).toContain('municipal.owner-named');
  expect(needed).toContain('house rule');
});

test.each([
  [
    'de',
    '4 Verbote sind nicht ausgeschlossen',
    'NOCH NICHT AUSGESCHLOSSENE VERBOTE',
    'Über diese 4 entscheidet: ',
    'kein Hinweis auf einen Verstoß',
  ],
  [
    'en',
    '4 prohibitions are not ruled out',
    'PROHIBITIONS NOT RULED OUT YET',
    'What decides these 4: ',
    'no sign of a breach',
  ],
])(
  'names the prohibitions that it counts as not ruled out, with what decides (%s)',
  async (lang, counted, heading, decides, note) => {
    const file = join(temporaryFolder(), 'pumps.yaml');
    writeFileSync(
      file,
      `kompass: 1
catalogue: 2026-11
id: pumps
title: Pumps
screening:
  practices: []
  confirmed: { by: Head, on: 2026-11-20 }
  areas: []
  products: []
  outputs: [prediction]
  outside: []
system: { infers: yes }
lifecycle: { stage: start, start: 2026-09-01 }
`,
    );
    const { out } = await kompass(['check', file, '--lang', lang, '--as-of', '2026-11-24']);
    const told = out.replace(/\s+/g, ' ');
    expect(told).toContain(counted);
    const block = told.slice(told.indexOf(heading));
    for (const cite of lang === 'de'
      ? ['Art. 22 Abs. 1 DSGVO', '§ 80 Abs. 2 SGB X']
      : ['Art. 22(1) GDPR', '§ 80(2) SGB X'])
      expect(block).toContain(cite);
    expect(block.split(decides)).toHaveLength(2);
    expect(block).toContain('screening.data');
    expect(block).toContain(note);
  },
);
