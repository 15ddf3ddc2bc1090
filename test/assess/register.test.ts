import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { registerRow } from '../../src/assess/register.ts';
import { dueByMonth, dueEntries, tierClasses, tiersByStage } from '../../src/assess/register-totals.ts';
import { type IsoDate, parseIsoDate } from '../../src/model/date.ts';
import { sectionsOf } from '../../src/model/register-order.ts';
import type { RegisterRow } from '../../src/model/register.ts';
import { readProfile } from '../../src/read/profile.ts';
import { prepareCatalogue, readUseCase } from '../../src/read/use-case.ts';
import { loadRules, valueOf } from '../support/rules.ts';

const { compiled } = loadRules('rules');
const catalogue = prepareCatalogue(compiled.book);
const day = (text: string): IsoDate => parseIsoDate(text) ?? expect.fail(text);
const fileExists = (): boolean => true;
const profileOf = (text: string) => valueOf(readProfile({ file: 'profile.yaml', text }, catalogue, { fileExists }));

function rowOf(text: string, asOf = '2026-11-24', profile = ''): RegisterRow {
  const options = { profile: profile === '' ? null : profileOf(profile), fileExists };
  return registerRow(valueOf(readUseCase({ file: 'a.yaml', text }, catalogue, options)), compiled, day(asOf));
}

const head = (id: string, more = '', title = id): string =>
  `kompass: 1\ncatalogue: 2026-11\nid: ${id}\ntitle: ${title}\n${more}`;
const example = (name: string): string => readFileSync(`fixtures/use-cases/${name}.yaml`, 'utf8');
const house = readFileSync('fixtures/use-cases/kompass-profile.yaml', 'utf8');
const chatbot = rowOf(example('buerger-chatbot'), '2026-11-24', house);

describe('the row of a use case', () => {
  test('says nothing for sure of a file that answers nothing', () => {
    const row = rowOf(head('bare'));
    expect(row).toMatchObject({
      stage: null,
      start: null,
      tier: { lowest: 'out-of-scope', highest: 'prohibited' },
      verdict: 'clarify',
      possibleProhibition: true,
      events: null,
      readings: null,
      training: { literacy: 'unknown', programme: 'unknown' },
    });
    expect(row.work.open.length).toBeGreaterThan(0);
    expect(row.informing.every(({ state }) => state === 'open')).toBe(true);
    expect(row.opinions.map(({ result, duty }) => [result, duty])).toEqual([
      [null, 'open'],
      [null, 'open'],
    ]);
  });

  test('tells an opinion that is not needed from one that is missing', () => {
    expect(chatbot.opinions).toMatchObject([
      // By the framework agreement that the profile names.
      { fact: 'opinions.staff-council', result: null, duty: 'met' },
      { fact: 'opinions.data-protection-officer', result: 'agreed', on: '2026-11-12', why: null, duty: 'met' },
    ]);
  });

  test('keeps the end of a use also when it has passed', () => {
    expect(rowOf(head('old', 'lifecycle: { stage: operation, start: 2025-01-01, end: 2026-06-30 }\n')).end).toBe(
      '2026-06-30',
    );
  });

  test('holds nothing that lies behind the day looked at as if it had happened', () => {
    const events = 'operation: { events: [{ on: 2026-10-01, kind: incident }, { on: 2026-12-01, kind: complaint }] }\n';
    expect(rowOf(head('a', events)).events).toEqual([{ on: '2026-10-01', kind: 'incident', text: null }]);
  });

  test('tells what somebody promised and has not done, also for the condition of an opinion', () => {
    const planned = `lifecycle: { stage: award, start: 2027-03-01 }
organisation: { relation: [bought] }
screening: { people: [staff-uses] }
measures: { ai-literacy: { planned: { by: HR, on: 2027-01-15 } } }
opinions:
  staff-council:
    result: with-conditions
    by: staff-council
    on: 2026-11-01
    conditions: [{ text: Two hours of practice, planned: { by: HR, on: 2026-11-20 } }]
`;
    expect(rowOf(head('a', planned)).due.filter(({ kind }) => kind === 'planned')).toMatchObject([
      { on: '2026-11-20', fact: 'opinions.staff-council', by: 'HR' },
      { on: '2027-01-15', fact: 'measures.ai-literacy', by: 'HR' },
    ]);
  });

  test('tells law that begins once for a day, and apart what may turn out not to apply', () => {
    const due = rowOf(example('bewerber-vorauswahl'), '2026-11-24', house).due.filter(
      ({ kind }) => kind === 'law-begins',
    );
    expect(due.length).toBeGreaterThan(0);
    expect(new Set(due.map(({ on, certain }) => `${on} ${certain}`)).size).toBe(due.length);
    expect(due.every(({ on }) => on > '2026-11-24')).toBe(true);
  });
});

describe('totals', () => {
  test('an unsettled tier is counted as none of the settled ones', () => {
    const [unknown] = tiersByStage([rowOf(head('bare'))]);
    expect(unknown?.stage).toBeNull();
    expect(tierClasses[unknown?.counts.indexOf(1) ?? 0]).toEqual({ tier: 'prohibited', isSettled: false });
    const [award] = tiersByStage([chatbot]);
    expect(tierClasses[award?.counts.indexOf(1) ?? 0]).toEqual({ tier: 'transparency', isSettled: true });
  });

  test('a duty that is tolerated is not counted as done', () => {
    const waiver =
      '{ finding: ai-act.art-4, reason: r, measures: m, approved-by: { name: K, role: head-of-authority }, approved-on: 2026-11-20, expires: 2027-09-30 }';
    const plain = rowOf(example('bewerber-vorauswahl'));
    const waived = rowOf(`${example('bewerber-vorauswahl')}\nwaivers: [${waiver}]\n`);
    expect(waived.waivers).toMatchObject([{ rule: 'ai-act.art-4', counts: true, expires: '2027-09-30' }]);
    expect(waived.due).toContainEqual(expect.objectContaining({ kind: 'waiver-ends', on: '2027-09-30' }));
    const [before, after] = [plain, waived].map((row) => row.aspects.training);
    expect(after).toMatchObject({ met: before?.met, waived: 1 });
  });

  test('what stands in the profile falls due once for all uses, what stands in the files for each', () => {
    const second = { ...chatbot, id: rowOf(head('b')).id, file: 'b.yaml' };
    const entries = dueEntries([chatbot, second]);
    const ofProfile = entries.filter(({ item }) => item.profile !== null);
    const own = entries.filter(({ item }) => item.profile === null);
    expect(ofProfile.map(({ rows }) => rows.length)).toEqual(ofProfile.map(() => 2));
    expect(own).toHaveLength(2 * dueEntries([chatbot]).filter(({ item }) => item.profile === null).length);
  });

  test('each month counts its own; what is overdue and what comes later are not lost', () => {
    const entries = dueEntries([rowOf(example('buerger-chatbot'), '2027-10-05', house)]);
    const months = dueByMonth(entries, day('2027-10-05'));
    expect(months.map(({ month }) => month).slice(0, 3)).toEqual(['overdue', '2027-10', '2027-11']);
    expect(months).toHaveLength(14);
    expect(months.reduce((sum, { certain, possible }) => sum + certain + possible, 0)).toBe(entries.length);
    expect(months[0]?.certain).toBeGreaterThan(0);
  });
});

/** The sections as lines: heading, products, titles. */
const linesOf = (rows: readonly RegisterRow[]): readonly string[] =>
  sectionsOf(rows).flatMap((section) => [
    section.kind === 'unit' ? section.unit : section.kind,
    ...section.groups.flatMap(({ isProduct, rows: own }) => [
      ...(isProduct ? [`  ${own[0]?.product?.name}`] : []),
      ...own.map(({ title }) => `${isProduct ? '    ' : '  '}${title}`),
    ]),
  ]);

const use = (title: string, unit: string | null, product?: string): RegisterRow =>
  rowOf(
    head(
      title.toLowerCase().replaceAll(/[^a-z]/g, ''),
      `${unit === null ? '' : `owner: { unit: ${unit} }\n`}${product === undefined ? '' : `product: { name: ${product} }\n`}`,
      title,
    ),
  );

describe('the order of a register', () => {
  test('is by unit and title; uses of one product stand together, those of several units after the units', () => {
    expect(
      linesOf([
        use('Zusammenfassen', 'Ordnungsamt', 'Assistent'),
        use('Ohne Stelle', null),
        use('Übersetzen', 'bürgerservice'),
        use('Texte', 'Bauamt', ' ASSISTENT'),
        use('Wegweiser', 'Bürgerservice', 'Bot'),
        use('Auskunft', 'Bürgerservice', 'bot'),
        use('Aktenplan', 'Bürgerservice', 'Sortierer'),
        use('Ärzteliste', 'Bauamt'),
      ]),
    ).toEqual([
      'Bauamt',
      '  Ärzteliste',
      'Bürgerservice',
      '  Aktenplan',
      '  bot',
      '    Auskunft',
      '    Wegweiser',
      '  Übersetzen',
      'shared',
      '  ASSISTENT',
      '    Texte',
      '    Zusammenfassen',
      'no-unit',
      '  Ohne Stelle',
    ]);
  });

  test('does not depend on the order of the files', () => {
    const rows = [use('B', 'X', 'P'), use('A', 'Y', 'P'), use('C', 'X'), use('D', null)];
    expect(linesOf(rows.toReversed())).toEqual(linesOf(rows));
  });
});
