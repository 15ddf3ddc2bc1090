import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { IsoDate } from '../../src/model/date.ts';
import { importList, readMapping } from '../../src/read/import/import.ts';
import { prepareCatalogue } from '../../src/read/use-case.ts';
import { algorithmRegister, type RegisteredUse } from '../../src/report/algorithm-register.ts';
import { loadRules, valueOf } from '../support/rules.ts';

const asOf = '2026-11-24' as IsoDate;
const use: RegisteredUse = {
  title: 'Chatbot für Bürger',
  purpose: 'Beantwortet Fragen zu Öffnungszeiten.',
  owner: { unit: 'Bürgeramt' },
  stage: 'operation',
  end: null,
  tier: { lowest: 'transparency', highest: 'transparency' },
};
const nothing: RegisteredUse = {
  title: 'x',
  purpose: null,
  owner: { unit: null },
  stage: null,
  end: null,
  tier: { lowest: 'out-of-scope', highest: 'prohibited' },
};

const written = (...uses: readonly RegisteredUse[]): { lacking: string[]; registrations: Record<string, string>[] } =>
  JSON.parse(algorithmRegister(uses, { organisation: 'Stadt Lindenhausen', asOf }));
const one = (changes: Partial<RegisteredUse>) => written({ ...nothing, ...changes }).registrations[0];

describe('the fields of the Algorithmic Transparency Standard', () => {
  test('carry what is known, and the name and version of the standard', () => {
    expect(JSON.parse(algorithmRegister([use], { organisation: 'Stadt Lindenhausen', asOf }))).toMatchObject({
      standard: {
        name: 'Algorithmic Transparency Standard',
        version: '0.3.1',
        url: 'https://www.algorithmregister.org/standard',
      },
      asOf,
      registrations: [
        {
          standard_version: '0.3.1',
          name: 'Chatbot für Bürger',
          organization: 'Stadt Lindenhausen',
          department: 'Bürgeramt',
          description_short: 'Beantwortet Fragen zu Öffnungszeiten.',
          status: 'operational',
          goal: 'Beantwortet Fragen zu Öffnungszeiten.',
          risk_category: 'limited risk',
        },
      ],
    });
  });

  test('leave out what is not known, and name what the standard demands besides', () => {
    const { lacking, registrations } = written(nothing);
    expect(registrations).toEqual([{ standard_version: '0.3.1', name: 'x', organization: 'Stadt Lindenhausen' }]);
    expect(lacking).toContain('contact_email');
    expect(lacking).toContain('status');
    expect(written(use).lacking).not.toContain('status');
  });

  test('never call a risk lower than it may be, nor name one outside the act', () => {
    expect(one({ tier: { lowest: 'minimal', highest: 'high-risk' } })).not.toHaveProperty('risk_category');
    expect(one({ tier: { lowest: 'out-of-scope', highest: 'out-of-scope' } })).not.toHaveProperty('risk_category');
    expect(one({ tier: { lowest: 'high-risk', highest: 'high-risk' } })).toHaveProperty('risk_category', 'high risk');
  });

  test('take a start for neither pilot nor operation, and an end for the end', () => {
    expect(one({ stage: 'start' })).not.toHaveProperty('status');
    expect(one({ stage: 'award' })).toHaveProperty('status', 'planned');
    expect(one({ stage: 'operation', end: '2026-11-23' as IsoDate })).toHaveProperty('status', 'retired');
    expect(one({ stage: 'operation', end: asOf })).toHaveProperty('status', 'operational');
  });

  test('hold a short description of at most 150 characters', () => {
    expect(one({ purpose: 'ä'.repeat(150) })).toHaveProperty('description_short');
    expect(one({ purpose: 'ä'.repeat(151) })).not.toHaveProperty('description_short');
  });
});

test('what is exported comes back by the built-in mapping, and nothing else', () => {
  const { book } = loadRules('rules').compiled;
  const text = readFileSync('templates/imports/algorithm-register.yaml', 'utf8');
  const mapping = valueOf(readMapping(text, 'algorithm-register', prepareCatalogue(book)));
  const json = algorithmRegister([use, nothing], { organisation: null, asOf });
  const [back, bare] = valueOf(importList(new TextEncoder().encode(json), 'register.json', mapping)).entries;
  expect(back).toMatchObject({ title: use.title, head: { purpose: use.purpose, unit: 'Bürgeramt', name: null } });
  const answers = (entry: typeof back) => entry?.answers.map(({ fact, yaml }) => [fact.id, yaml]);
  expect(answers(back)).toEqual([
    ['lifecycle.stage', 'operation'],
    ['system.infers', null],
  ]);
  expect(bare).toMatchObject({ title: 'x', head: { purpose: null, unit: null }, remarks: [] });
  expect(answers(bare)).toEqual([
    ['lifecycle.stage', null],
    ['system.infers', null],
  ]);
});
