import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { compile } from '../../src/assess/compile.ts';
import { verdicts, type Verdict } from '../../src/model/assessment.ts';
import { addOrganisation } from '../../src/read/book.ts';
import { fixtures } from '../support/fixtures.ts';
import { loadRules, valueOf } from '../support/rules.ts';
import { readRulesFolder } from '../../scripts/rules-folder.ts';
import { checkJson, kompass, temporaryFolder } from '../support/world.ts';

const rules = ['--rules', 'fixtures/organisation'];
const chatbot = 'fixtures/use-cases/buerger-chatbot.yaml';

/** The chatbot, ready as it stands, with one more answer that its opinions have been renewed for. */
async function inFolder(more: string): Promise<string> {
  const folder = temporaryFolder();
  cpSync('fixtures/use-cases/nachweise', join(folder, 'nachweise'), { recursive: true });
  cpSync('fixtures/use-cases/kompass-profile.yaml', join(folder, 'kompass-profile.yaml'));
  const file = join(folder, 'chatbot.yaml');
  const text = `${readFileSync(chatbot, 'utf8')}\n${more}`;
  writeFileSync(file, text);
  const { out } = await kompass(['check', file, ...rules, '--lang', 'en']);
  const [, digest = ''] = /Check code of the answers:\s+(\w+)/.exec(out) ?? [];
  writeFileSync(file, text.replaceAll(/digest: "\w+"/g, `digest: "${digest}"`));
  return file;
}

describe('check --rules', () => {
  test('asks what the organisation asks besides, and names its pack', async () => {
    const { code, report } = await checkJson([chatbot, ...rules]);
    const [assessment] = report.assessments;
    expect(code).toBe(1);
    expect(assessment?.verdict).toBe('clarify');
    expect(assessment?.questions.map(({ fact }) => fact)).toEqual(['lindenhausen.for-children']);
    expect(report.packs.map(({ id }) => id)).toContain('lindenhausen');
  });

  test('is content once that is answered', async () => {
    const { code, err } = await kompass(['check', await inFolder('lindenhausen: { for-children: no }'), ...rules]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  test('without it, the answer is to a question that nobody asks', async () => {
    const { code, err } = await kompass([
      'check',
      await inFolder('lindenhausen: { for-children: no }'),
      '--lang',
      'en',
    ]);
    expect(code).toBe(2);
    expect(err).toContain('lindenhausen');
  });

  test('says of a raised duty who raised it, and leaves the verdict of the law alone', async () => {
    const file = await inFolder('lindenhausen: { for-children: no }');
    const undone = 'measures: { alternatives-considered: { done: no }, processing-record: { done: no } }';
    const text = readFileSync(file, 'utf8').replace(/, (?:alternatives-considered|processing-record)\b/g, '');
    writeFileSync(file, `${text}\n${undone}\n`);
    const { report } = await checkJson([file, ...rules]);
    expect(report.assessments[0]).toMatchObject({ verdict: 'clarify', lawVerdict: 'ready' });
    const { out } = await kompass(['check', file, ...rules, '--lang', 'en']);
    expect(out).toContain('law · important (raised by us)');
    expect(out).toContain('house rule · important (raised by us)');
  });

  test('refuses a folder with a mistake, with its place, before anything is checked', async () => {
    const folder = temporaryFolder();
    cpSync('fixtures/organisation', folder, { recursive: true });
    writeFileSync(
      join(folder, 'severities.yaml'),
      'severities:\n  gdpr.art-9-special-data: { severity: minor, why: { en: a, de: b } }\n',
    );
    const { code, out, err } = await kompass(['check', chatbot, '--rules', folder, '--lang', 'en']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/severities\.yaml:2:\d+ .*gdpr\.art-9-special-data.* already.*\[not-raised\]/);
  });

  test('refuses a folder that does not exist', async () => {
    const { code, err } = await kompass(['check', chatbot, '--rules', 'no/such/folder', '--lang', 'en']);
    expect(code).toBe(2);
    expect(err).toContain('no/such/folder');
  });
});

const rank = (verdict: Verdict): number => verdicts.indexOf(verdict);

test('an organisation never makes a use case look better, nor its law', () => {
  const { compiled: law } = loadRules('rules');
  const sources = readRulesFolder('rules').find(({ name }) => name === 'rules/sources.yaml');
  if (sources === undefined) throw new Error('no sources');
  const town = compile(valueOf(addOrganisation(readRulesFolder('fixtures/organisation'), { book: law.book, sources })));
  const better = fixtures(law).filter(({ useCase, asOf }) => {
    const [alone, with_] = [assess(useCase, law, asOf), assess(useCase, town, asOf)];
    return rank(with_.verdict) < rank(alone.verdict) || with_.lawVerdict !== alone.lawVerdict;
  });
  expect(better.map(({ file }) => file)).toEqual([]);
});

describe('the rule tools with --rules', () => {
  test('list and show the rules of the organisation beside the others', async () => {
    const { out } = await kompass(['rules', 'list', ...rules, '--lang', 'en']);
    expect(out).toMatch(/^ai-act\.art-4 /m);
    expect(out).toMatch(/^lindenhausen\.children /m);
    const shown = await kompass(['rules', 'show', 'municipal.alternatives', ...rules, '--lang', 'en']);
    expect(shown.out.replace(/\s+/g, ' ')).toContain('“important” instead of “advice”. The council asked');
  });

  test('run the cases of the organisation, and only these', async () => {
    expect(await kompass(['rules', 'test', ...rules, '--lang', 'en'])).toMatchObject({
      code: 0,
      out: '4 cases passed, 0 cases failed\n',
    });
    expect((await kompass(['rules', 'test', 'gdpr', ...rules])).code).toBe(2);
  });

  test('tell what a failed case lacks', async () => {
    const folder = temporaryFolder();
    cpSync('fixtures/organisation', folder, { recursive: true });
    const file = join(folder, 'lindenhausen/kinder.test.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('expect: open', 'expect: met'));
    const { code, out } = await kompass(['rules', 'test', '--rules', folder, '--lang', 'en']);
    expect(code).toBe(1);
    expect(out).toMatch(
      /kinder\.test\.yaml:\d+:5 lindenhausen\.children .*expected met, got open\n {4}Missing answers: lindenhausen\.for-children/,
    );
  });

  test('review what nobody has compared with its source', async () => {
    const { out } = await kompass(['rules', 'review', ...rules, '--lang', 'en']);
    expect(out).toContain('  lindenhausen.children: nobody has compared it with its source\n');
    expect(out).not.toContain('ai-act.');
  });

  test('write the pages of its pack into the handbook', async () => {
    const folder = join(temporaryFolder(), 'handbook');
    await kompass(['rules', 'docs', '-o', folder, ...rules]);
    expect(readFileSync(join(folder, 'lindenhausen.de.md'), 'utf8')).toContain('### lindenhausen.children');
  });
});

test('the schema for editors knows the questions of the organisation', async () => {
  const { out } = await kompass(['schema', 'use-case', ...rules]);
  expect(JSON.parse(out).properties).toHaveProperty(['lindenhausen']);
  expect(JSON.parse((await kompass(['schema', 'use-case'])).out).properties).not.toHaveProperty(['lindenhausen']);
});
