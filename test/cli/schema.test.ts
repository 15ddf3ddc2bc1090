import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parseYaml, toPlain } from '../../src/read/yaml.ts';
import { useCaseFiles as names, useCaseFolder as folder } from '../support/use-case-files.ts';
import { kompass } from '../support/world.ts';

type Valid = Awaited<ReturnType<typeof compiled>>;
const known = new Map<string, Promise<Valid>>();

/** The schema as a check. Compiling takes half a second, so each is kept. */
function schemaOf(what: string, lang = 'en'): Promise<Valid> {
  const key = `${what} ${lang}`;
  const valid = known.get(key) ?? compiled(what, lang);
  known.set(key, valid);
  return valid;
}

async function compiled(what: string, lang: string) {
  const { code, out, err } = await kompass(['schema', what, '--lang', lang]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const schema: Record<string, unknown> = JSON.parse(out);
  expect(schema['$schema']).toBe('http://json-schema.org/draft-07/schema#');
  return new Ajv({ strict: true, allowUnionTypes: true, strictRequired: false, allErrors: true }).compile(schema);
}

function plain(text: string): unknown {
  const tree = parseYaml(text, 'a.yaml');
  if (!tree.ok) throw new Error(JSON.stringify(tree.problems));
  return JSON.parse(JSON.stringify(toPlain(tree.value)));
}

describe('kompass schema use-case', () => {
  test.each(['de', 'en'])('takes every use case that the program takes, in %s', async (lang) => {
    const valid = await schemaOf('use-case', lang);
    for (const name of names) {
      valid(plain(readFileSync(`${folder}/${name}`, 'utf8')));
      expect(valid.errors, name).toBe(null);
    }
  });

  test.each([
    ['a missing title', /^title: .*\n/m, ''],
    ['an id with spaces', /^id: .*$/m, 'id: Bürger Chatbot'],
    ['a format of the future', /^kompass: .*$/m, 'kompass: 99'],
    ['a catalogue that does not exist', /^catalogue: .*$/m, 'catalogue: 1999-01'],
    ['a section that does not exist', /^lifecycle:/m, 'livecycle:'],
    ['a stage that does not exist', /stage: award/, 'stage: awarded'],
    ['a German date', /start: 2027-03-01/, 'start: 01.03.2027'],
    ['an option that does not exist', /practices: \[\]/, 'practices: [magic]'],
    ['evidence without a date', /, on: 2026-11-02,/, ','],
  ])('warns in the editor of %s', async (_, search, replacement) => {
    const text = readFileSync(`${folder}/buerger-chatbot.yaml`, 'utf8');
    expect(text).toMatch(search);
    expect((await schemaOf('use-case'))(plain(text.replace(search, replacement)))).toBe(false);
  });

  test('speaks the language asked for', async () => {
    const [german, english] = await Promise.all(
      ['de', 'en'].map(async (lang) => (await kompass(['schema', 'use-case', '--lang', lang])).out),
    );
    expect(german).not.toBe(english);
  });
});

describe('kompass schema assessment', () => {
  test.each([[[]], [['--explain']]])('describes the JSON of every use case, with %j', async (flags) => {
    const valid = await schemaOf('assessment');
    const { out } = await kompass(['check', folder, 'missing.yaml', '-f', 'json', ...flags]);
    const report: { assessments: unknown[]; problems: unknown[] } = JSON.parse(out);
    expect(report.assessments).toHaveLength(names.length);
    expect(report.problems).toHaveLength(1);
    valid(report);
    expect(valid.errors).toBe(null);
  });

  test('describes each line of --format ndjson', async () => {
    const { out: text } = await kompass(['schema', 'assessment']);
    const whole: { definitions: object } = JSON.parse(text);
    const line = { $ref: '#/definitions/line', definitions: whole.definitions };
    const valid = new Ajv({ strict: true, allowUnionTypes: true, strictRequired: false }).compile(line);
    const { out } = await kompass(['check', `${folder}/nur-kopf.yaml`, 'missing.yaml', '-f', 'ndjson']);
    const lines = out
      .trimEnd()
      .split('\n')
      .map((one): unknown => JSON.parse(one));
    expect(lines.map((one) => valid(one))).toEqual([true, true]);
    expect(valid({ problem: { file: 'a.yaml' } })).toBe(false);
  });

  test('does not take a report that lacks a part or says something unheard of', async () => {
    const valid = await schemaOf('assessment');
    const { out } = await kompass(['check', `${folder}/nur-kopf.yaml`, '-f', 'json']);
    const without = (gone: string): unknown =>
      JSON.parse(out, (key, value: unknown) => (key === gone ? undefined : value));
    for (const key of ['verdict', 'tier', 'findings', 'questions', 'problems', 'line', 'asOf'])
      expect(valid(without(key)), key).toBe(false);
    expect(valid(JSON.parse(out.replace('"verdict":"clarify"', '"verdict":"compliant"')))).toBe(false);
  });
});

test('an installation without rules is our failure, not the user’s', async () => {
  const { code, out } = await kompass(['schema', 'use-case'], { rules: new URL('file:///nowhere/rules.json') });
  expect({ code, out }).toEqual({ code: 3, out: '' });
});

describe('kompass schema profile', () => {
  const profile = `${folder}/kompass-profile.yaml`;

  test.each(['de', 'en'])('takes the profile that the program takes, in %s', async (lang) => {
    const valid = await schemaOf('profile', lang);
    valid(plain(readFileSync(profile, 'utf8')));
    expect(valid.errors).toBe(null);
  });

  test.each([
    ['house rules that do not exist', 'packs: [municipal]', 'packs: [munizipal]'],
    ['what belongs to a single use', 'organisation:', 'lifecycle: { stage: tender }\norganisation:'],
    ['a Land that does not exist', 'land: ni', 'land: niedersachsen'],
  ])('warns in the editor of %s', async (_, search, replacement) => {
    const text = readFileSync(profile, 'utf8');
    expect(text).toContain(search);
    expect((await schemaOf('profile'))(plain(text.replace(search, replacement)))).toBe(false);
  });
});

describe('kompass schema config', () => {
  const waiver = {
    finding: 'ai-act.art-4',
    'use-case': ['buerger-chatbot', 'spamfilter'],
    reason: 'Courses begin in February.',
    measures: 'The head looks through each list.',
    'approved-by': { name: 'E. Example', role: 'head-of-authority' },
    'approved-on': '2026-11-20',
    expires: '2027-03-31',
  };
  const whole = {
    kompass: 1,
    language: 'de',
    rules: 'rules',
    profile: 'town/kompass-profile.yaml',
    packs: ['municipal'],
    'fail-on': 'not-ready',
    'require-approval': 'yes',
    'evidence-root': 'evidence',
    waivers: [waiver],
  };

  test.each(['de', 'en'])('takes all that a configuration may hold, in %s', async (lang) => {
    const valid = await schemaOf('config', lang);
    for (const good of [whole, { kompass: 1 }, { ...whole, waivers: [{ ...waiver, 'use-case': 'spamfilter' }] }]) {
      valid(good);
      expect(valid.errors).toBe(null);
    }
  });

  test.each([
    ['no format', { language: 'de' }],
    ['an unknown key', { ...whole, langage: 'de' }],
    ['a language that it does not speak', { ...whole, language: 'fr' }],
    ['a path that leads out', { ...whole, rules: '../rules' }],
    ['an address', { ...whole, rules: 'https://example.org' }],
    ['law chosen as a pack', { ...whole, packs: ['gdpr'] }],
    ['a waiver for all uses', { ...whole, waivers: [{ ...waiver, 'use-case': [] }] }],
    ['a waiver that names no use', { ...whole, waivers: [{ ...waiver, 'use-case': undefined }] }],
    ['a waiver without an end', { ...whole, waivers: [{ ...waiver, expires: undefined }] }],
    ['a waiver over a prohibition', { ...whole, waivers: [{ ...waiver, finding: 'ai-act.art-5-1-a' }] }],
  ])('warns in the editor of %s', async (_, bad) => {
    const valid = await schemaOf('config');
    expect(valid(JSON.parse(JSON.stringify(bad)))).toBe(false);
  });
});
