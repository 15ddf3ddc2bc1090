import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { kompass, temporaryFolder } from './support/world.ts';

const useCase = (facts: string): string => `kompass: 1
catalogue: 2026-11
id: assistant
title: Assistant
purpose: Helps to write.
owner: { unit: IT, role: Head of IT }
${facts}`;

/** The body of a paper about a use with these facts; what stands on the cover is left out. */
async function paper(kind: string, facts: string): Promise<string> {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'a.yaml'), useCase(facts));
  const { code, out, err } = await kompass(['document', kind, 'a.yaml', '--lang', 'en', '--as-of', '2026-11-24'], {
    cwd,
  });
  expect([code, err]).toEqual([0, '']);
  return out.slice(out.indexOf('\n## 1. '));
}

/** The record of a use that a company runs at these places. */
const recordAt = (places: string) =>
  paper(
    'processing-record',
    `screening: { people: [staff-uses], data: [ordinary] }
data: { processed-by: [supplier], places: ${places} }`,
  );

/** The letters of a part, as its headings name them. */
const letters = (text: string, part: string) =>
  [...text.matchAll(new RegExp(String.raw`^## \d+\. Part ${part} \((\w)\)`, 'gm'))].map(([, letter]) => letter);

const staff = 'screening: { people: [staff-uses], data: [ordinary] }\ndata: { staff-traces: yes }';
const place = (kind: string, land: string): string => `organisation: { kind: ${kind}, land: ${land} }\n${staff}`;
/** What only an authority of Lower Saxony is told; the help on agreements names § 78 with its Land. */
const landLaw = /§ 6\d(?:\(\d\))?(?: no\. \d)? NPersVG|within two weeks/;

describe('the paper for the staff council', () => {
  test('names the act of Lower Saxony and its period where it holds', async () => {
    const text = await paper('staff-council', place('municipality', 'ni'));
    expect(text).toMatch(landLaw);
    expect(text).not.toContain('outside the act of Lower Saxony');
  });

  test.each([
    ['municipality', 'by', 'still has to be looked up'],
    ['municipal-company', 'ni', 'Works Constitution Act'],
    ['federal-authority', 'ni', 'Federal Staff Representation Act'],
    ['hospital', 'ni', 'the legal form decides'],
  ])('takes none of it over to a %s in %s', async (kind, land, instead) => {
    const text = await paper('staff-council', place(kind, land));
    expect(text).not.toMatch(landLaw);
    expect(text).toContain(instead);
  });

  test('says that logs suited to monitor are suited, and nothing of the kind while that is open', async () => {
    const said = /^A log-in with a history of use is suited/m;
    expect(await paper('staff-council', place('municipality', 'ni'))).toMatch(said);
    const open = place('municipality', 'ni').replace('staff-traces: yes', 'staff-traces: unknown');
    expect(await paper('staff-council', open)).not.toMatch(said);
  });

  test('does not say that nothing about employees is processed, for logs hold that', async () => {
    const text = await paper('staff-council', place('municipality', 'ni'));
    expect(text).toContain('What log-ins and logs hold about employees stands in the next section.');
    expect(text).not.toMatch(/no data of employees[^.]* are processed/);
  });

  test('marks each rule of the annex as a proposal', async () => {
    const text = await paper('staff-council', place('municipality', 'ni'));
    const annex = text.slice(text.indexOf('Annex to a service agreement'));
    const rules = annex.split('\n').filter((line) => /^[A-Z].*\.$/.test(line) && !/^(?:Basis|Help):/.test(line));
    expect(rules.length).toBeGreaterThan(10);
    expect(rules.filter((line) => !line.startsWith('Proposal: '))).toEqual([]);
  });
});

describe('the notice on social data', () => {
  const social = 'screening: { people: [about-public], data: [social] }';

  test('has only the table that says why it is not due where no social data are processed', async () => {
    const text = await paper(
      'section-80',
      'screening: { people: [about-public], data: [ordinary] }\ndata: { processed-by: [supplier] }',
    );
    expect(text).toContain('| Social data are processed | does not apply |');
    expect(text).not.toContain('## 2.');
  });

  test.each([
    ['supplier', 'Ground for a private company', 'Notice of a public body'],
    ['it-centre', 'Notice of a public body', 'Ground for a private company'],
  ])('asks of a processor of the kind %s what the act asks of it', async (kind, asked, spared) => {
    const text = await paper('section-80', `${social}\ndata: { processed-by: [${kind}], places: [eu] }`);
    for (const item of ['No. 1:', 'No. 2:', 'No. 3:', 'No. 4:', asked]) expect(text).toContain(item);
    expect(text).not.toContain(spared);
  });
});

describe('the record of processing activities', () => {
  test('has the seven points of the controller, and none of the processor', async () => {
    const text = await paper('processing-record', `organisation: { relation: [bought] }\n${staff}`);
    expect(letters(text, 'A')).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
    expect(letters(text, 'B')).toEqual([]);
  });

  test('has the four points of the processor alone where we only run it for others', async () => {
    const text = await paper(
      'processing-record',
      `organisation: { relation: [bought, passed-on], supply: [only-others-use] }
screening: { people: [public-uses], data: [ordinary] }
data: { for-others: yes, own-purposes: no, processed-by: [own] }`,
    );
    expect(letters(text, 'A')).toEqual([]);
    expect(letters(text, 'B')).toEqual(['a', 'b', 'c', 'd']);
  });

  test('does not say that data stay in Europe before the places are known', async () => {
    const said = /^Going by the answers, the data do not lie outside/m;
    expect(await recordAt('[eu]')).toMatch(said);
    expect(await recordAt('[eu, elsewhere?]')).not.toMatch(said);
    expect(await recordAt('unknown')).not.toMatch(said);
  });
});

test('the entry of a search for people on behalf of the police is not public, whatever area was named', async () => {
  const text = await paper(
    'register-entry',
    `organisation: { kind: municipality, land: ni, relation: [bought] }
lifecycle: { start: 2028-03-01 }
system: { infers: yes }
screening: { outside: [], practices: [identifies-people], areas: [], products: [], confirmed: { by: Head of IT, on: 2026-11-20 }, outputs: [prediction], people: [public-space], data: [special] }
biometrics: { comparison: [many], recognises-in-passing: yes, law-enforcement: yes }
judgements: { security-biometrics: { claimed: no }, art-6-3: { claimed: no } }`,
  );
  expect(text).not.toMatch(/^## \d+\. .*points 4 and 5 \(public\)/m);
  expect(text).toMatch(/^## \d+\. .*not public/m);
});
