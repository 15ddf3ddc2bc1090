import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readMapping, importList } from '../../../src/read/import/import.ts';
import { prepareCatalogue } from '../../../src/read/use-case.ts';
import { loadRules, valueOf } from '../../support/rules.ts';
import { kompass, temporaryFolder } from '../../support/world.ts';

interface Exported {
  readonly lacking: readonly string[];
  readonly registrations: readonly Readonly<Record<string, string>>[];
}

/** The register of these files in the fields of the standard. */
async function exported(...files: readonly string[]) {
  const folder = temporaryFolder();
  for (const [index, text] of files.entries())
    writeFileSync(join(folder, `${index}.yaml`), `kompass: 1\ncatalogue: 2026-11\nid: use-${index}\n${text}`);
  const ran = await kompass(['register', folder, '-f', 'algorithm-register', '--as-of', '2026-11-24']);
  const json: Exported = JSON.parse(ran.out);
  return { ...ran, json, first: json.registrations[0] };
}

const statusOf = async (lifecycle: string) =>
  (await exported(`title: T\nlifecycle: { ${lifecycle} }\n`)).first?.['status'];

describe('the fields of the Algorithmic Transparency Standard', () => {
  test('carry what is known, and the name and version of the standard', async () => {
    const { code, out, err } = await kompass([
      'register',
      'fixtures/use-cases/buerger-chatbot.yaml',
      '-f',
      'algorithm-register',
      '--lang',
      'en',
    ]);
    expect(code).toBe(0);
    expect(err).not.toBe('');
    expect(JSON.parse(out)).toMatchObject({
      standard: {
        name: 'Algorithmic Transparency Standard',
        version: '0.3.1',
        url: 'https://www.algorithmregister.org/standard',
      },
      asOf: '2026-11-24',
      unread: 0,
      registrations: [
        {
          standard_version: '0.3.1',
          name: 'Chatbot für Bürgeranfragen',
          department: expect.any(String),
          goal: expect.any(String),
          status: 'planned',
          risk_category: 'limited risk',
        },
      ],
    });
    const [first]: object[] = JSON.parse(out).registrations;
    expect(Object.keys(first ?? {})).toEqual([
      'standard_version',
      'name',
      'department',
      'description_short',
      'status',
      'goal',
      'risk_category',
    ]);
  });

  test('leave out what is not known, and name what the standard demands besides', async () => {
    const { json, first } = await exported('title: x\n');
    expect(first).toEqual({ standard_version: '0.3.1', name: 'x' });
    for (const field of ['contact_email', 'lang', 'status', 'department', 'risk_category', 'goal'])
      expect(json.lacking).toContain(field);
    expect(json.lacking).not.toContain('name');
  });

  test('take a start for neither pilot nor operation, and an end for the end', async () => {
    expect(await statusOf('stage: start')).toBeUndefined();
    expect(await statusOf('stage: award')).toBe('planned');
    expect(await statusOf('stage: operation')).toBe('operational');
    expect(await statusOf('stage: operation, start: 2025-01-01, end: 2026-11-23')).toBe('retired');
  });

  test('hold a short description of at most 150 characters', async () => {
    const { json } = await exported(
      `title: a\npurpose: ${'ä'.repeat(150)}\n`,
      `title: b\npurpose: ${'ä'.repeat(151)}\n`,
    );
    expect(json.registrations.map((one) => 'description_short' in one)).toEqual([true, false]);
    expect(json.registrations.every((one) => 'goal' in one)).toBe(true);
  });
});

test('what is exported comes back by the built-in mapping, and nothing else', async () => {
  const { book } = loadRules('rules').compiled;
  const text = readFileSync('templates/imports/algorithm-register.yaml', 'utf8');
  const mapping = valueOf(readMapping(text, 'algorithm-register', prepareCatalogue(book)));
  const { out } = await exported(
    'title: Chatbot für Bürger\npurpose: Beantwortet Fragen.\nowner: { unit: Bürgeramt }\nlifecycle: { stage: operation }\nsystem: { infers: yes }\n',
    'title: x\nlifecycle: { stage: tender }\n',
  );
  const [back, bare] = valueOf(importList(new TextEncoder().encode(out), 'register.json', mapping)).entries;
  expect(back).toMatchObject({
    title: 'Chatbot für Bürger',
    head: { purpose: 'Beantwortet Fragen.', unit: 'Bürgeramt', name: null },
    remarks: [],
  });
  const answers = (entry: typeof back) => entry?.answers.map(({ fact, yaml }) => [fact.id, yaml]);
  expect(answers(back)).toEqual([
    ['lifecycle.stage', 'operation'],
    ['system.infers', null],
  ]);
  // That a tender is "planned" does not say that what is planned is a tender.
  expect(bare).toMatchObject({
    title: 'x',
    head: { purpose: null, unit: null },
    remarks: [{ kind: 'no-meaning', column: 'status', said: 'planned' }],
  });
  expect(answers(bare)).toEqual([
    ['lifecycle.stage', null],
    ['system.infers', null],
  ]);
});
