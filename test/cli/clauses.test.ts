import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { bikeBook } from '../support/book.ts';
import { kompass, type Ran, temporaryFolder } from '../support/world.ts';

/** A lending of city bikes by the made-up act, of which some answers are changed or left out. */
function answers(changes: Readonly<Record<string, string | null>> = {}): string {
  const given = {
    lifecycle: '{ stage: idea, start: 2030-09-01, end: 2032-12-31 }',
    organisation: '{ brings: [] }',
    screening: '{ uses: [rents-bikes] }',
    bike: '{ kind: city, refuses: yes, on-market-since: 2029-05-01 }',
    judgements: '{ toy: { claimed: no } }',
    ...changes,
  };
  const lines = Object.entries(given).flatMap(([key, text]) => (text === null ? [] : [`${key}: ${text}\n`]));
  return `kompass: 1\ncatalogue: 2030-07\nid: rad\ntitle: Stadträder\npurpose: Verleiht Räder.\n${lines.join('')}`;
}

/** A folder with the use case, and the rules of the bike act in the place of the law. */
function folderWith(text: string, profile: string | null = null) {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'rad.yaml'), text);
  // The build escapes everything beyond ASCII, and the reader relies on it.
  const book = JSON.stringify(bikeBook()).replaceAll(
    /[\u0080-\uFFFF]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  writeFileSync(join(folder, 'rules.json'), book);
  if (profile !== null) writeFileSync(join(folder, 'kompass-profile.yaml'), profile);
  const settings = { cwd: folder, rules: pathToFileURL(join(folder, 'rules.json')) };
  const run = (argv: readonly string[], columns?: number): Promise<Ran> =>
    kompass(argv, columns === undefined ? settings : { ...settings, columns });
  return { folder, run };
}

const look = ['--as-of', '2030-08-01', '--lang', 'en'] as const;
const clausesOf = (text: string, ...more: readonly string[]): Promise<Ran> =>
  folderWith(text).run(['clauses', 'rad.yaml', ...look, ...more]);

/** The headings, in order. */
const headings = (text: string): readonly string[] =>
  text.split('\n').flatMap((line) => (/^#+ /.test(line) ? [line] : []));

describe('kompass clauses', () => {
  test('writes what is needed at its place, each clause under its id', async () => {
    const { code, err, out } = await clausesOf(answers());
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(headings(out)).toEqual([
      '# Requirements for tender and contract: Stadträder',
      '## How to use this paper',
      '## Note for bidders',
      '## Specification',
      '### K-BIKE-05-01 Bells come with the bicycles',
      '## Contract',
      '### K-BIKE-05-02 Tested brakes',
      '## Not to be published: for the procurement office',
      '### Open questions for the bidder',
      '### To do before publication',
    ]);
    expect(out).toContain('The contractor mounts a bell of \\[at least … dB\\] on each bicycle.');
    expect(out).toContain('**The bidder hands in:** A data sheet of the bell.');
    expect(out).toContain('**Owed:** since 2030-07-01');
    expect(out).toContain(
      '[Art. 5(1) Bike Act](<https://example.org/bike-act#art-5>). The law demands this agreement.',
    );
    expect(out).toContain('Good practice; the law does not expressly demand this agreement.');
    expect(out).toContain('K-…: deviating');
    expect(out).toContain('no legal advice');
    expect(out).toContain('**Rules:** Bike Act 1.0.0, Buying bicycles 1.0.0');
    expect(out).not.toContain('Needed if');
  });

  test('says the same in German', async () => {
    const { out } = await clausesOf(answers(), '--lang', 'de');
    expect(headings(out)).toEqual([
      '# Anforderungen für Vergabe und Vertrag: Stadträder',
      '## So verwenden Sie dieses Papier',
      '## Hinweis für die Bieter',
      '## Leistungsbeschreibung',
      '### K-BIKE-05-01 Klingeln gehören dazu',
      '## Vertrag',
      '### K-BIKE-05-02 Geprüfte Bremsen',
      '## Nicht zur Veröffentlichung: für die Vergabestelle',
      '### Offene Fragen an den Bieter',
      '### Zu tun vor der Veröffentlichung',
    ]);
    expect(out).toContain('K-…: abweichend');
    expect(out).toContain('**Geschuldet:** seit 01.07.2030');
    expect(out).toContain('Das Gesetz verlangt diese Vereinbarung.');
  });

  test('keeps a clause that an open answer may bring, marked with what decides', async () => {
    const { out } = await clausesOf(answers({ bike: '{ kind: city, on-market-since: 2029-05-01 }' }));
    expect(headings(out)).toContain('### K-BIKE-05-02 Tested brakes');
    expect(out).toContain(
      '> **Needed if: Does the program refuse people? Yes.** Question 1 at the end of this paper decides.',
    );
    expect(out).toContain('1. Does the program refuse people? (bike.refuses) · usually known by: project lead');
  });

  test('marks the clauses of a tier that is open, and the questions that settle it', async () => {
    const { out } = await clausesOf(answers({ screening: null, bike: null }));
    expect(out).toMatch(/^> \*\*Needed if: We are lender; and: The tier includes .+ decide\.$/m);
    expect(out).toContain('(screening.uses)');
    expect(out).toContain('**Tier:** open: at least');
  });

  test('says so where only the day is open', async () => {
    const { out } = await clausesOf(answers({ bike: '{ kind: city, refuses: no, on-market-since: 2028-05-01 }' }));
    expect(out).toContain('> **Needed if it is owed before the planned end.** Question 1 at the end');
    expect(out).toContain('**Owed:** from 2030-07-01 at the earliest, 2033-01-01 at the latest');
    expect(out).toContain('(bike.unchanged)');
  });

  test('asks the bidder what only the bidder knows, and names what the tender demands as a statement', async () => {
    const tender = await clausesOf(answers());
    expect(tender.out).toContain('**For:** tender');
    expect(tender.out).toContain(
      '- Were the brakes tested? (bike.brakes-tested) · binding statement: yes (K-BIKE-05-02)',
    );
    expect(tender.out).toContain('kompass ask rad.yaml --for supplier');
    const award = await clausesOf(answers(), '--for', 'award');
    expect(award.out).toContain('**For:** award');
    expect(award.out).toContain('Before the award it has to be there');
  });

  test('says where nothing is needed', async () => {
    const toy = 'claimed: yes, reason: seen, role: legal-office, on: 2030-05-01';
    const proof = 'evidence: { link: "https://example.org/toy", on: 2030-05-01, by: Office }';
    const { out } = await clausesOf(
      answers({
        judgements: `{ toy: { ${toy}, ${proof} } }`,
        bike: '{ kind: city, refuses: no, on-market-since: 2029-05-01 }',
      }),
    );
    expect(out).toContain('> By the answers no clause is needed, and none depends on an open answer.');
    expect(headings(out).filter((line) => line.includes('K-BIKE'))).toEqual([]);
  });

  test('writes Word where the name ends so, the same bytes each time, each id at the beginning of a heading', async () => {
    const { folder, run } = folderWith(answers());
    for (const name of ['a.docx', 'b.docx']) {
      const ran = await run(['clauses', 'rad.yaml', ...look, '-o', name]);
      expect(ran).toMatchObject({ code: 0, out: `2 clauses that are needed stand in ${name}.\n` });
    }
    const bytes = readFileSync(join(folder, 'a.docx'));
    expect(bytes.equals(readFileSync(join(folder, 'b.docx')))).toBe(true);
    const document = unzipSync(bytes)['word/document.xml'];
    const paragraphs = (document === undefined ? '' : strFromU8(document)).split('</w:p>');
    const heading = paragraphs.find((one) => one.replace(/<[^>]+>/g, '').startsWith('K-BIKE-05-01 '));
    expect(heading).toContain('w:val="Heading2"');
  });

  test('never writes over the use case, and no Word into a terminal', async () => {
    const { run } = folderWith(answers());
    expect(await run(['clauses', 'rad.yaml', '-o', 'rad.yaml'])).toMatchObject({ code: 2, out: '' });
    const shown = await run(['clauses', 'rad.yaml', '-f', 'docx'], 80);
    expect(shown).toMatchObject({ code: 2, out: '' });
    expect(shown.err).toContain('--output');
  });

  test('refuses a stage that is neither tender nor award, a day that is none, and a file that is broken', async () => {
    expect((await clausesOf(answers(), '--for', 'start')).code).toBe(2);
    expect((await clausesOf(answers(), '--as-of', '2030-02-30')).code).toBe(2);
    expect((await clausesOf('kompass: 1\n')).code).toBe(2);
  });

  test('lets no title of a file begin markup', async () => {
    const { out } = await clausesOf(answers().replace('Stadträder', '"# [a](http://b) <i>"'));
    expect(out).toContain('# Requirements for tender and contract: \\# \\[a\\](http://b) \\<i\\>');
  });
});

describe('clauses elsewhere', () => {
  const profile = 'kompass: 1\ncatalogue: 2030-07\nprofile: Town\npacks: [bike-procurement]\n';

  test.each(['paper.docx', 'paper.md'])('the paper itself serves as the annex of a tender (%s)', async (paper) => {
    const open = answers({ bike: '{ kind: city, on-market-since: 2029-05-01 }' });
    const { run } = folderWith(`${open}procurement: { documents: [{ file: ${paper} }] }\n`, profile);
    expect((await run(['clauses', 'rad.yaml', ...look, '-o', paper])).out).toContain('depend');
    const { out } = await run(['check', 'rad.yaml', '--for', 'tender', '--verbose', ...look]);
    const [, states = ''] = out.split('CLAUSES IN THE DOCUMENTS');
    expect(states.match(/K-BIKE-\S+|(?:found|changed|not found)$/gm)).toEqual([
      'K-BIKE-05-01',
      'found',
      'K-BIKE-05-02',
      'found',
    ]);
  });

  test('a check of a body that chose the pack names the clauses that nobody has found, and where their wording is', async () => {
    const { run } = folderWith(answers(), profile);
    const out = (await run(['check', 'rad.yaml', '--for', 'tender', ...look])).out.replace(/\s+/g, ' ');
    expect(out).toContain('One clause is not found in the tender documents yet.');
    expect(out).toContain('Bells come with the bicycles (K-BIKE-05-01)');
    expect(out).toContain('kompass clauses rad.yaml');
    const explained = await run(['explain', 'rad.yaml', 'bike-procurement.bells', ...look]);
    expect(explained.out).toContain('? The clause K-BIKE-05-01 stands in the tender documents.');
    expect(explained.out.replace(/\s+/g, ' ')).toContain('No tender documents are named');
  });

  test('explain says where a clause was stated', async () => {
    const { run } = folderWith(`${answers()}procurement: { clauses: [K-BIKE-05-01] }\n`, profile);
    const { out } = await run(['explain', 'rad.yaml', 'bike-procurement.bells', ...look]);
    expect(out).toContain('✓ The clause K-BIKE-05-01 stands in the tender documents.');
    expect(out).toContain('rad.yaml:11');
  });

  test('rules show gives place and wording', async () => {
    const { run } = folderWith(answers());
    const { out } = await run(['rules', 'show', 'bike-procurement.brakes', '--lang', 'en']);
    expect(out).toMatch(/^bike-procurement\.brakes · contract clause · good practice, not demanded by law$/m);
    expect(out).toMatch(/^Clause +K-BIKE-05-02 · contract$/m);
    expect(out).toMatch(/^Wording +The contractor tests the brakes before delivery\.$/m);
    expect(out).toContain('- The clause K-BIKE-05-02 stands in the tender documents.');
    const list = await run(['rules', 'list', '--kind', 'clause', '--lang', 'de']);
    expect(list.out).toContain('bike-procurement.bells · Vertragsklausel');
  });

  test('rules docs gives place and wording', async () => {
    const { folder, run } = folderWith(answers());
    expect((await run(['rules', 'docs', '-o', 'book'])).code).toBe(0);
    const page = readFileSync(join(folder, 'book', 'bike-procurement.de.md'), 'utf8');
    expect(page).toContain('## Vertragsklauseln');
    expect(page).toContain('**Klausel:** K-BIKE-05-01 · Leistungsbeschreibung');
    expect(page).toContain('**Wortlaut:** Der Auftragnehmer bringt an jedem Fahrrad eine Klingel');
  });

  test('a clause that the rules do not have is refused with what was probably meant', async () => {
    const { run } = folderWith(`${answers()}procurement: { clauses: [K-BIKE-5-02] }\n`);
    const { code, err } = await run(['check', 'rad.yaml', ...look]);
    expect(code).toBe(2);
    expect(err).toContain('Did you mean “K-BIKE-05-02”?');
  });
});
