import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { languages } from '../../src/model/language.ts';
import { profileSchema, useCaseSchema } from '../../src/read/use-case-schema.ts';
import { prepareCatalogue, readUseCase } from '../../src/read/use-case.ts';
import { parseYaml, toPlain } from '../../src/read/yaml.ts';
import { bikeBook } from '../support/book.ts';

const book = bikeBook();
const catalogue = prepareCatalogue(book);
const fits = new Ajv({ strict: true, allowUnionTypes: true, strictRequired: false }).compile(useCaseSchema(book, 'de'));

function fitsSchema(text: string): boolean {
  const tree = parseYaml(text, 'a.yaml');
  if (!tree.ok) throw new Error(JSON.stringify(tree.problems));
  return fits(JSON.parse(JSON.stringify(toPlain(tree.value))));
}

const isRead = (text: string): boolean =>
  readUseCase({ file: 'a.yaml', text }, catalogue, { profile: null, fileExists: () => true }).ok;

const full = `kompass: 1
catalogue: 2030-07
id: lastenraeder
title: Lastenräder
purpose: Verleiht Lastenräder.
owner: { unit: Verleih, role: Leitung }
product: { name: Radcode, supplier: Rad GmbH, version: 3 }
review: { last: 2030-03-01, every: 12 }
lifecycle: { stage: tender, start: 2030-09-01, end: unknown }
organisation: { brings: [bicycles, motors?], kind: town }
screening:
  uses: [rents-bikes]
  confirmed: { by: Leitung, on: 2030-08-01 }
bike:
  kind: { value: cargo, note: with box }
  refuses: yes
  colour: red
  unchanged: { value: yes, confirmed-on: 2030-08-01 }
measures:
  bell: { done: yes, evidence: [{ file: a/b.md, on: 2030-08-01, by: Amt }, { link: "https://example.org", on: 2030-08-01, by: Amt }] }
  training: { planned: { by: HR, on: 2030-08-20 } }
judgements:
  toy: { claimed: no }
procurement: { clauses: [K-BIKE-05-02] }
waivers:
  - finding: bike-act.art-5-1
    use-case: lastenraeder
    reason: r
    measures: m
    approved-by: { name: Kim, role: head-of-unit }
    approved-on: 2030-08-01
    expires: 2030-12-31
`;

describe('the schema of a use-case file', () => {
  test('takes what the program takes', () => {
    expect(isRead(full)).toBe(true);
    expect(fitsSchema(full)).toBe(true);
    expect(fitsSchema('kompass: 1\nid: rad\ntitle: Räder\nbike:\n')).toBe(true);
  });

  test.each([
    'no-title',
    'bad-id',
    'newer-format',
    'unknown-catalogue',
    'unknown-section',
    'unknown-fact',
    'profile-only',
    'true',
    'yes-no-is-list',
    'set-is-word',
    'unknown-member',
    'unknown-option',
    'german-date',
    'unknown-key-in-evidence',
    'evidence-without-source',
    'evidence-with-two-sources',
    'evidence-without-date',
    'evidence-outside',
    'evidence-absolute',
    'evidence-script-link',
    'confirmed-without-date',
    'note-without-value',
    'unknown-clause',
    'not-waivable',
    'waiver-without-expiry',
    'product-without-name',
  ])('warns in the editor of %s', (name) => {
    expect(fitsSchema(readFileSync(`fixtures/broken/use-cases/${name}.yaml`, 'utf8'))).toBe(false);
  });

  test('shows question, examples and options in the language asked for', () => {
    const shown = JSON.stringify(useCaseSchema(book, 'de'));
    expect(shown).toContain('Weist das Programm Menschen ab?');
    expect(shown).toContain('Ja, zum Beispiel: Wer unter 14 ist, erhält keinen Code.');
    expect(shown).toContain('{"const":"cargo","title":"Lastenrad"}');
    expect(shown).not.toContain('Does the program refuse people?');
  });

  test('holds the same keys in both languages', () => {
    const [german, english] = languages.map((language) =>
      JSON.stringify(useCaseSchema(book, language)).match(/"[a-z-]+":\{/g),
    );
    expect(german).toEqual(english);
  });

  test('a profile has its own, with what holds for all uses', () => {
    const schema = profileSchema(book, 'en');
    const valid = new Ajv({ strict: true, allowUnionTypes: true, strictRequired: false }).compile(schema);
    expect(valid({ kompass: 1, profile: 'Town', organisation: { workshop: 'yes' } })).toBe(true);
    expect(valid({ kompass: 1, profile: 'Town', bike: { refuses: 'no' } })).toBe(false);
  });
});
