import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readRulesFolder } from '../scripts/rules-folder.ts';
import { contradictions } from '../src/assess/contradictions.ts';
import { createGround } from '../src/assess/ground.ts';
import { parseIsoDate } from '../src/model/date.ts';
import { type Template, yamlOfUsual } from '../src/model/template.ts';
import { withAnswer } from '../src/read/edit.ts';
import { readTemplates } from '../src/read/template.ts';
import { prepareCatalogue, readUseCase } from '../src/read/use-case.ts';
import { loadRules, valueOf } from './support/rules.ts';
import { told } from './support/told.ts';
import { bareUseCase, kompass, temporaryFolder } from './support/world.ts';

const { compiled } = loadRules('rules');
const { book } = compiled;
const catalogue = prepareCatalogue(book);
const files = readRulesFolder('templates/cases');
const templates = valueOf(readTemplates(files, book));
const each = templates.map((template) => [template.id, template] as const);
const day = parseIsoDate('2026-11-24');
if (day === null) throw new Error('no day');

/** The file of somebody who confirms all that is usual. */
const confirmed = ({ usual }: Template): string =>
  usual.reduce(
    (text, one) => withAnswer(text, one.fact, yamlOfUsual(one)) ?? '',
    bareUseCase('a').replace('kompass: 1', 'kompass: 1\ncatalogue: 2026-11'),
  );

describe('the templates', () => {
  test('are called like their files, each with one sentence in both languages', () => {
    expect(templates.map(({ id }) => id)).toEqual(files.map(({ name }) => basename(name, '.yaml')));
    for (const { about } of templates)
      for (const text of Object.values(about)) expect(text).toMatch(/^\p{Lu}[^.!?]*\.$/u);
  });

  test.each(each)('%s: whoever confirms all gets a file that can be read and contradicts itself nowhere', (_, one) => {
    const useCase = valueOf(
      readUseCase({ file: 'a.yaml', text: confirmed(one) }, catalogue, { profile: null, fileExists: () => false }),
    );
    expect(useCase.answers.size).toBe(one.usual.length);
    expect(contradictions(useCase, compiled, day)).toEqual([]);
  });

  test.each(each)('%s: proposes nothing that would never be asked', (_, one) => {
    const input = { file: 'a.yaml', text: confirmed(one) };
    const useCase = valueOf(readUseCase(input, catalogue, { profile: null, fileExists: () => false }));
    const ground = createGround(compiled, useCase, day);
    expect(one.usual.filter(({ fact }) => ground.gate(fact) === 'false').map(({ fact }) => fact)).toEqual([]);
  });

  test.each(each)('%s: its file gives exactly the result of its head alone', async (name) => {
    const [folder, other] = [temporaryFolder(), temporaryFolder()];
    for (const lang of ['de', 'en']) {
      const file = `${lang}.yaml`;
      expect((await kompass(['init', file, '--from', name, '--lang', lang], { cwd: folder })).code).toBe(0);
      const text = readFileSync(join(folder, file), 'utf8');
      expect(text).toContain(`\ntemplate: ${name}\n`);
      const head = text.slice(0, text.indexOf('\n\n') + 1);
      writeFileSync(join(other, file), head.replace(`template: ${name}\n`, ''));
      const check = ['check', file, '--format', 'json', '--explain', '--lang', lang];
      const own = await kompass(check, { cwd: folder });
      expect({ code: own.code, err: own.err }).toEqual({ code: 1, err: '' });
      expect(own.out).toBe((await kompass(check, { cwd: other })).out);
    }
  });
});

const problemsIn = (...texts: readonly string[]) => {
  const read = readTemplates(
    texts.map((text, number) => ({ name: `templates/${number + 1}.yaml`, text })),
    book,
  );
  return read.ok ? [] : read.problems.map(told);
};

const head = 'template: a\ntitle: { en: A, de: A }\nabout: { en: A., de: A. }\nusual:\n';

describe('a broken template', () => {
  test.each([
    ['  system.inferz: yes', 'unknown-fact', 3, 'system.infers'],
    ['  system.infers: maybe', 'unknown-value', 18, 'unknown'],
    ['  screening.outputs: [texts]', 'unknown-option', 23, 'text'],
    ['  screening.outputs: []', 'not-usual', 22, 'neither empty nor unsure'],
    ['  screening.outputs: [text?]', 'not-usual', 22, 'neither empty nor unsure'],
    ['  screening.outputs: unknown', 'not-usual', 22, 'neither empty nor unsure'],
    ['  system.infers: unknown', 'not-usual', 18, 'yes or no'],
    ['  system.infers: { value: yes, note: n }', 'not-usual', 18, 'yes or no'],
    ['  measures.marking: no', 'not-usual', 21, 'measures.marking'],
    ['  judgements.obvious-ai: no', 'not-usual', 26, 'judgements.obvious-ai'],
    ['  lifecycle.start: 2027-01-01', 'not-usual', 20, 'lifecycle.start'],
    ['  organisation.kind: municipality', 'profile-only', 3, 'profile'],
  ])('%s: %s', (line, code, column, words) => {
    expect(problemsIn(`${head}${line}\n`)).toEqual([
      expect.objectContaining({ file: 'templates/1.yaml', code, line: 5, column, en: expect.stringContaining(words) }),
    ]);
  });

  test('in one language, misnamed, or there twice', () => {
    const ok = `${head}  system.infers: yes\n`;
    expect(problemsIn(ok.replace('about: { en: A., de: A. }', 'about: { en: A. }')).map(({ code }) => code)).toEqual([
      'missing-key',
    ]);
    expect(problemsIn(ok.replace('template: a', 'template: A b')).map(({ code }) => code)).toEqual(['bad-id']);
    expect(problemsIn(ok, ok)).toEqual([
      expect.objectContaining({
        code: 'duplicate-id',
        file: 'templates/2.yaml',
        en: expect.stringContaining('1.yaml'),
      }),
    ]);
  });
});

describe('kompass init --from, without a terminal', () => {
  test('writes what is usual as comments, in sections, in the language of the user', async () => {
    const folder = temporaryFolder();
    const { code, out } = await kompass(['init', 'mein-bot.yaml', '--from', 'chatbot', '--lang', 'de'], {
      cwd: folder,
    });
    expect(code).toBe(0);
    expect(out.replace(/\s+/g, ' ')).toContain('11 Antworten sind vorgeschlagen, keine gilt schon.');
    const text = readFileSync(join(folder, 'mein-bot.yaml'), 'utf8');
    expect(text).toContain('\nid: mein-bot\ntitle: Chatbot auf der Website\n# purpose: Bitte ausfüllen');
    expect(text).toContain('\nsystem:\n  # infers: yes # meist so, bitte prüfen\n');
    expect(text).toContain('\n  # outputs: meist [talks-with-people, text], bitte erst alle Möglichkeiten lesen\n');
    expect(text.match(/^screening:$/gm)).toHaveLength(1);
  });

  test('an answer counts when the mark before it is gone, a list does not', async () => {
    const file = join(temporaryFolder(), 'a.yaml');
    await kompass(['init', file, '--from', 'chatbot', '--lang', 'en']);
    const text = readFileSync(file, 'utf8').replace('# infers: yes', 'infers: yes');
    writeFileSync(file, text);
    const one = await kompass(['explain', file, 'system.infers', '--lang', 'en']);
    expect({ code: one.code, says: one.out.includes('yes') }).toEqual({ code: 0, says: true });
    writeFileSync(file, text.replace('# outputs: usually', 'outputs: usually'));
    const list = await kompass(['check', file, '--lang', 'en']);
    expect({ code: list.code, why: list.err.includes('list') || list.out.includes('list') }).toEqual({
      code: 2,
      why: true,
    });
  });

  test('leaves a file alone that is there, and says where a folder is missing', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'mine.yaml'), bareUseCase('mine'));
    const taken = await kompass(['init', 'mine.yaml', '--from', 'chatbot', '--lang', 'en'], { cwd: folder });
    expect({ code: taken.code, said: taken.err.includes('exists already') }).toEqual({ code: 2, said: true });
    expect(readFileSync(join(folder, 'mine.yaml'), 'utf8')).toBe(bareUseCase('mine'));
    const lost = await kompass(['init', 'no/where.yaml', '--from', 'chatbot', '--lang', 'en'], { cwd: folder });
    expect({ code: lost.code, there: existsSync(join(folder, 'no')) }).toEqual({ code: 2, there: false });
  });

  test('a name that is not there: says which are, and what for', async () => {
    const { code, out, err } = await kompass(['init', 'a.yaml', '--from', 'chatbots', '--lang', 'en']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('chatbot');
    for (const { id, about } of templates) expect(err).toContain(`  ${id}: ${about.en}\n`);
  });

  test('says how to go on where file or template are missing', async () => {
    for (const argv of [['init'], ['init', '--from', 'chatbot'], ['init', 'a.yaml']]) {
      const { code, err } = await kompass([...argv, '--lang', 'en'], { cwd: temporaryFolder() });
      expect(code).toBe(2);
      expect(err).toMatch(/kompass init (?:chatbot|a)\.yaml --from chatbot/);
    }
  });

  test('goes not together with answers that somebody else has given', async () => {
    const both = await kompass(['init', 'a.yaml', '--from', 'chatbot', '--answers', 'b.yaml', '--lang', 'de']);
    expect({ code: both.code, err: both.err.split('\n')[0] }).toEqual({
      code: 2,
      err: '--answers und --from gehen nicht zusammen.',
    });
    const nowhere = await kompass(['init', '--answers', 'b.yaml', '--lang', 'en']);
    expect({ code: nowhere.code, says: nowhere.err.includes('file') }).toEqual({ code: 2, says: true });
  });

  test('is told of by --help, with all names', async () => {
    const { out } = await kompass(['init', '--help', '--lang', 'de']);
    for (const { id, title } of templates) expect(out).toMatch(new RegExp(`^  ${id} +${title.de}$`, 'm'));
  });
});
