import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { bareUseCase, kompass, temporaryFolder } from '../support/world.ts';

const chatbot = 'fixtures/use-cases/buerger-chatbot.yaml';
const applicants = 'fixtures/use-cases/bewerber-vorauswahl.yaml';
const empty = 'fixtures/use-cases/nur-kopf.yaml';

/** The headings, in order. */
const headings = (text: string): readonly string[] =>
  text.split('\n').flatMap((line) => (/^#+ /.test(line) ? [line] : []));

describe('kompass clauses', () => {
  test('writes what a chatbot needs at its place, each clause under its id, in both languages', async () => {
    const german = await kompass(['clauses', chatbot, '--lang', 'de']);
    expect(german).toMatchObject({ code: 0, err: '' });
    expect(headings(german.out)).toEqual([
      '# Anforderungen für Vergabe und Vertrag: Chatbot für Bürgeranfragen',
      '## So verwenden Sie dieses Papier',
      '## Hinweis für die Bieter',
      '## Leistungsbeschreibung',
      '### K-AI-50-01 Hinweis auf die KI',
      '### K-AI-50-02 Kennzeichnung erzeugter Inhalte',
      '## Nicht zur Veröffentlichung: für die Vergabestelle',
      '### Zu tun vor der Veröffentlichung',
    ]);
    expect(german.out).toContain('\\[Kanälen\\]');
    expect(german.out).toContain('**Legt der Bieter vor:** Bildschirmfoto');
    expect(german.out).toContain('**Geschuldet:** seit 02.08.2026');
    expect(german.out).toContain('keine Rechtsberatung');
    expect(german.out).toContain('K-…: abweichend');
    const english = await kompass(['clauses', chatbot, '--lang', 'en']);
    expect(headings(english.out)).toContain('### K-AI-50-01 Notice that this is AI');
    expect(english.out).toContain('K-…: deviating');
    expect(english.out).toContain('[Art. 50(1) AI Act](<https://eur-lex.europa.eu/');
    expect(english.out).not.toContain('Needed if');
  });

  test('puts the places in the order in which a tender is read', async () => {
    const { out } = await kompass(['clauses', applicants, '--lang', 'en']);
    const found = headings(out);
    expect(found.indexOf('## Specification')).toBeLessThan(found.indexOf('## Contract'));
    expect(found).toContain('### K-AI-16-01 EU declaration of conformity and CE marking');
    expect(out).toContain('**Owed:** from 2027-12-02 at the earliest, 2030-08-02 at the latest');
  });

  test('keeps every clause that an open answer may bring, and says which questions decide', async () => {
    const { code, out } = await kompass(['clauses', empty, '--lang', 'en']);
    expect(code).toBe(0);
    const clauses = headings(out).filter((line) => line.startsWith('### K-'));
    expect(out.match(/^> \*\*Needed if: /gm)).toHaveLength(clauses.length);
    expect(out).toContain('Questions 1 to 7 at the end of this paper decide.');
    const deciding = out.slice(out.indexOf('### Open questions on which clauses depend'));
    expect(deciding).toContain('1. ');
    expect(deciding).toContain('(screening.areas) · usually known by: project lead');
    expect(out).toContain('**Tier:** open: at least');
  });

  test('asks the bidder what only the bidder knows', async () => {
    const tender = await kompass(['clauses', applicants, '--lang', 'en', '--for', 'tender']);
    expect(tender.out).toContain('**For:** tender');
    expect(tender.out).toContain('(measures.hr-declaration)');
    expect(tender.out).toContain(`kompass ask ${applicants} --for supplier`);
    const award = await kompass(['clauses', applicants, '--lang', 'en', '--for', 'award']);
    expect(award.out).toContain('Before the award it has to be there');
  });

  test('says where nothing is needed', async () => {
    const { out } = await kompass(['clauses', 'fixtures/use-cases/gebuehren-regelwerk.yaml', '--lang', 'en']);
    expect(out).toContain('> By the answers no clause is needed, and none depends on an open answer.');
    expect(headings(out).filter((line) => line.includes('K-'))).toEqual([]);
  });

  test('writes Word where the name ends so, the same bytes each time, the id at the beginning of a heading', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'bot.yaml'), bareUseCase('bot'));
    for (const name of ['a.docx', 'b.docx']) {
      const ran = await kompass(['clauses', 'bot.yaml', '-o', name, '--lang', 'en'], { cwd: folder });
      expect(ran.code).toBe(0);
      expect(ran.out).toContain(`0 clauses that are needed stand in ${name}.`);
    }
    const bytes = readFileSync(join(folder, 'a.docx'));
    expect(bytes.equals(readFileSync(join(folder, 'b.docx')))).toBe(true);
    const document = unzipSync(bytes)['word/document.xml'];
    const paragraphs = (document === undefined ? '' : strFromU8(document)).split('</w:p>');
    const heading = paragraphs.find((one) => one.replace(/<[^>]+>/g, '').startsWith('K-AI-13-01 '));
    expect(heading).toContain('w:val="Heading2"');
  });

  test('never writes over the use case, and no Word into a terminal', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'bot.yaml'), bareUseCase('bot'));
    const over = await kompass(['clauses', 'bot.yaml', '-o', 'bot.yaml'], { cwd: folder });
    expect(over).toMatchObject({ code: 2, out: '' });
    const shown = await kompass(['clauses', 'bot.yaml', '-f', 'docx'], { cwd: folder, columns: 80 });
    expect(shown).toMatchObject({ code: 2, out: '' });
    expect(shown.err).toContain('--output');
  });

  test('refuses a stage that is neither tender nor award, a day that is none, and a file that is broken', async () => {
    expect((await kompass(['clauses', chatbot, '--for', 'start'])).code).toBe(2);
    expect((await kompass(['clauses', chatbot, '--as-of', '2026-02-30'])).code).toBe(2);
    expect((await kompass(['clauses', 'fixtures/broken/use-cases/unknown-role.yaml'])).code).toBe(2);
  });

  test('lets no title of a file begin markup', async () => {
    const { out } = await kompass(['clauses', '-', '--lang', 'en'], {
      stdin: 'kompass: 1\nid: x\ntitle: "# [a](http://b) <i>"\n',
    });
    expect(out).toContain('# Requirements for tender and contract: \\# \\[a\\](http://b) \\<i\\>');
  });
});

describe('clauses elsewhere', () => {
  test('a check of a body that chose the pack names the clauses that nobody has found, and where their wording is', async () => {
    const folder = temporaryFolder();
    const text = readFileSync(chatbot, 'utf8');
    const profile = readFileSync('fixtures/use-cases/kompass-profile.yaml', 'utf8');
    writeFileSync(join(folder, 'bot.yaml'), text);
    writeFileSync(join(folder, 'kompass-profile.yaml'), profile.replace(/^packs: .*$/m, 'packs: [procurement]'));
    const ran = await kompass(['check', 'bot.yaml', '--for', 'tender', '--lang', 'en'], { cwd: folder });
    const out = ran.out.replace(/\s+/g, ' ');
    expect(out).toContain('2 clauses are not found in the tender documents yet.');
    expect(out).toContain('Notice that this is AI (K-AI-50-01)');
    expect(out).toContain('kompass clauses bot.yaml');
    const explained = await kompass(['explain', 'bot.yaml', 'procurement.ai-50-01', '--lang', 'en'], { cwd: folder });
    expect(explained.out).toContain('? The clause K-AI-50-01 stands in the tender documents.');
  });

  test('rules show gives place and wording', async () => {
    const { out } = await kompass(['rules', 'show', 'procurement.ai-26-06', '--lang', 'en']);
    expect(out).toMatch(/^Clause +K-AI-26-06 · specification$/m);
    expect(out).toMatch(/^Wording +The system records events/m);
    expect(out).toContain('- The clause K-AI-26-06 stands in the tender documents.');
    const list = await kompass(['rules', 'list', '--kind', 'clause', '--lang', 'de']);
    expect(list.out).toContain('procurement.ai-26-06 · Vertragsklausel');
  });

  test('a clause that the rules do not have is refused with what was probably meant', async () => {
    const { code, err } = await kompass(['check', '-', '--lang', 'en'], {
      stdin: `${bareUseCase('bot')}procurement: { clauses: [K-AI-26-6] }\n`,
    });
    expect(code).toBe(2);
    expect(err).toContain('Did you mean “K-AI-26-06”?');
  });
});
