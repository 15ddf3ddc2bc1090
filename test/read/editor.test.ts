import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { getLanguageService, type LanguageService } from 'yaml-language-server';
import { readBuiltBook } from '../../src/files/book.ts';
import type { Language } from '../../src/model/language.ts';
import { ruleSchema } from '../../src/read/rule-schema.ts';
import { profileSchema, useCaseSchema } from '../../src/read/use-case-schema.ts';
import { useCaseFiles, useCaseFolder } from '../support/use-case-files.ts';

const book = readBuiltBook(pathToFileURL('dist/rules.json'));
const schemas = { 'use-case': useCaseSchema, profile: profileSchema, rule: ruleSchema } as const;
type SchemaName = keyof typeof schemas;

/** The service that editors use, with one of our schemas in memory; it is not let onto the network. */
function editor(name: SchemaName, language: Language = 'en'): LanguageService {
  const service = getLanguageService({
    schemaRequestService: async (uri) => Promise.reject(new Error(`not offline: ${uri}`)),
    workspaceContext: { resolveRelativePath: (path) => path },
  });
  const schema = schemas[name](book, language);
  service.configure({
    validate: true,
    hover: true,
    completion: true,
    yamlVersion: '1.2',
    schemas: [{ uri: `file:///schemas/${name}.schema.json`, fileMatch: ['*.yaml'], schema }],
  });
  return service;
}

// The service keeps what it has parsed by name and version.
let opened = 0;
const open = (text: string): TextDocument => TextDocument.create('file:///here/file.yaml', 'yaml', ++opened, text);

/** The lines that are marked, counted from one. */
async function marked(service: LanguageService, text: string): Promise<readonly number[]> {
  const found = await service.doValidation(open(text), false);
  return found.map(({ range }) => range.start.line + 1);
}

/** Where `|` stands in the text, and the text without it. */
function at(text: string) {
  const offset = text.indexOf('|');
  const document = open(text.replace('|', ''));
  return { document, position: document.positionAt(offset) };
}

async function offered(service: LanguageService, text: string): Promise<readonly string[]> {
  const { document, position } = at(text);
  const { items } = await service.doComplete(document, position, false);
  // The service puts yes and no in quotes, for readers of YAML 1.1.
  return items.map(({ label }) => label.replaceAll('"', ''));
}

async function hover(service: LanguageService, text: string): Promise<string> {
  const { document, position } = at(text);
  const found = await service.doHover(document, position);
  return JSON.stringify(found?.contents ?? null).replaceAll('\\\\', '');
}

const read = (...path: string[]): string => readFileSync(join(...path), 'utf8');
const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length;

describe('in an editor, a use case', () => {
  const service = editor('use-case');
  const chatbot = read(useCaseFolder, 'buerger-chatbot.yaml');

  test('of the examples is not marked anywhere', async () => {
    for (const name of useCaseFiles) expect(await marked(service, read(useCaseFolder, name)), name).toEqual([]);
  });

  test.each([
    ['a section that does not exist', /^lifecycle:/m, 'livecycle:'],
    ['a stage that does not exist', /stage: award/, 'stage: awarded'],
    ['a German date', /start: 2027-03-01/, 'start: 01.03.2027'],
    ['an option that does not exist', /practices: \[\]/, 'practices: [magic]'],
  ])('is marked at the line of %s', async (_, search, replacement) => {
    expect(chatbot).toMatch(search);
    const text = chatbot.replace(search, replacement);
    expect(await marked(service, text)).toContain(lineOf(text, replacement));
  });

  test('is completed with the keys of a section and the values of a choice', async () => {
    const head = 'kompass: 1\nid: a\ntitle: A\n';
    expect(await offered(service, `${head}lifecycle:\n  |\n`)).toEqual(expect.arrayContaining(['stage', 'start']));
    const stages = await offered(service, `${head}lifecycle:\n  stage: |\n`);
    expect(stages).toEqual(expect.arrayContaining(['idea', 'tender', 'award', 'start', 'operation', 'unknown']));
    expect(await offered(service, `${head}system:\n  infers: |\n`)).toEqual(
      expect.arrayContaining(['yes', 'no', 'unknown']),
    );
  });

  test.each(['de', 'en'] as const)('shows the question and its examples, in %s', async (language) => {
    const fact = book.facts.find(({ id }) => id === 'system.infers');
    const shown = await hover(editor('use-case', language), 'kompass: 1\nsystem:\n  inf|ers: yes\n');
    expect(shown).toContain(fact?.question[language]);
    expect(shown).toContain(fact?.inside?.[language]);
  });
});

describe('in an editor, a profile', () => {
  const service = editor('profile');
  const text = read(useCaseFolder, 'kompass-profile.yaml');

  test('is not marked when it is good, and marked where house rules are mistyped', async () => {
    expect(await marked(service, text)).toEqual([]);
    const wrong = text.replace('packs: [municipal]', 'packs: [munizipal]');
    expect(await marked(service, wrong)).toContain(lineOf(wrong, 'packs: [munizipal]'));
  });

  test('is completed with the Länder, and explains them in both languages', async () => {
    expect(await offered(service, 'kompass: 1\nprofile: A\norganisation:\n  land: |\n')).toContain('ni');
    const fact = book.facts.find(({ id }) => id === 'organisation.land');
    for (const language of ['de', 'en'] as const)
      expect(await hover(editor('profile', language), 'kompass: 1\norganisation:\n  la|nd: ni\n')).toContain(
        fact?.question[language],
      );
  });
});

describe('in an editor, a file of rules', () => {
  const service = editor('rule');
  const files = [
    ['rules', 'dates.yaml'],
    ['fixtures/packs/bike-act/bike-act', 'lending.yaml'],
    ['fixtures/packs/bike-act/bike-act', 'pack.yaml'],
    ['fixtures/packs/bike-act/facts', 'lending.yaml'],
  ];

  test.each(files)('is not marked when it is good: %s/%s', async (folder, name) => {
    expect(await marked(service, read(folder, name))).toEqual([]);
  });

  const rule = `rules:
  - id: town.lamp
    kind: concept
    cite: [{ act: gdpr, at: Art. 5(1)(a) }]
    when: { yes: system.infers }
    title: { en: A lamp, de: Eine Lampe }
`;

  test.each([
    ['a node that does not exist', '{ yes: system.infers }', '{ yess: system.infers }'],
    ['a node with two keys', '{ yes: system.infers }', '{ yes: system.infers, role: deployer }'],
    ['a text in one language', ', de: Eine Lampe', ''],
    ['a German citation', 'Art. 5(1)(a)', 'Art. 5 Abs. 1'],
    ['a kind that does not exist', 'kind: concept', 'kind: conzept'],
  ])('is marked at the line of %s', async (_, search, replacement) => {
    expect(await marked(service, rule)).toEqual([]);
    const text = rule.replace(search, replacement);
    expect(await marked(service, text)).toContain(lineOf(rule, search));
  });

  test('is completed with the keys of a rule, the nodes of a condition, and known names', async () => {
    const keys = await offered(service, rule.replace('    when:', '    |\n    when:'));
    expect(keys).toEqual(expect.arrayContaining(['certainty', 'note']));
    const nodes = await offered(service, rule.replace(' { yes: system.infers }', '\n      a|'));
    expect(nodes).toEqual(expect.arrayContaining(['all', 'any', 'at-least']));
    const facts = await offered(service, rule.replace(' { yes: system.infers }', '\n      yes: |'));
    expect(facts).toContain('system.infers');
    expect(facts).not.toContain('screening.areas');
  });

  test.each([
    ['de', 'Wann sie zutrifft'],
    ['en', 'When it applies'],
  ] as const)('explains its keys in %s', async (language, text) => {
    expect(await hover(editor('rule', language), rule.replace('when', 'wh|en'))).toContain(text);
  });
});
