import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Evidence, Given, UseCase } from '../../src/model/use-case.ts';
import { prepareCatalogue, readUseCase } from '../../src/read/use-case.ts';
import { fixtures } from '../support/fixtures.ts';
import { loadRules } from '../support/rules.ts';
import { bareUseCase, checkJson, kompass, temporaryFolder } from '../support/world.ts';

const { compiled } = loadRules('rules');
const uses = fixtures(compiled);
const catalogue = prepareCatalogue(compiled.book);

const head = 'kompass: 1\ncatalogue: 2026-11\nid: bot\ntitle: Bot\nowner: { role: Head }\n';

function folderWith(text: string): { readonly folder: string; readonly read: (name: string) => string } {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'bot.yaml'), text);
  return { folder, read: (name) => readFileSync(join(folder, name), 'utf8') };
}

/** Ticks and fills in as somebody at an editor would. */
const filled = (form: string, by = 'Example Ltd', on = '2026-11-20'): string =>
  form.replace(/(\*\*Answered by[^\n]*\*\*)/, `$1 ${by}`).replace(/(\*\*Answered on[^\n]*\*\*)/, `$1 ${on}`);

function ticked(form: string, key: string, id: string, mark = 'x'): string {
  const start = form.indexOf(`**Key:** ${key}`);
  if (start < 0) throw new Error(`${key} is not asked`);
  const box = form.slice(start).search(new RegExp(`^- \\[ \\] .*\\(${id}\\)$`, 'm'));
  if (box < 0) throw new Error(`${key} has no ${id}`);
  return form.slice(0, start + box) + form.slice(start + box).replace('[ ]', `[${mark}]`);
}

describe('kompass ask --for OFFICE', () => {
  test('asks one office what it usually knows, and nothing else', async () => {
    const { folder, read } = folderWith(head);
    const ran = await kompass(['ask', 'bot.yaml', '--for', 'supplier', '-o', 'q.md'], { cwd: folder });
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out.replace(/\s+/g, ' ')).toContain('kompass ask bot.yaml --answers q.md');
    expect(read('q.md')).toContain('**Key:** screening.practices');
    expect(read('q.md')).not.toContain('lifecycle.stage');
    expect(read('bot.yaml')).toBe(head);
  });

  test('says whom the questions call “we”, since a supplier is somebody else', async () => {
    const { folder } = folderWith(head);
    const ask = ['ask', 'bot.yaml', '--for', 'supplier', '--lang', 'en'];
    expect((await kompass(ask, { cwd: folder })).out).not.toContain('“We”');
    writeFileSync(
      join(folder, 'kompass-profile.yaml'),
      'kompass: 1\ncatalogue: 2026-11\nprofile: Town of Lindenhausen\n',
    );
    const { out } = await kompass(ask, { cwd: folder });
    expect(out).toContain('“We”, “us” and “our” in the questions mean: Town of Lindenhausen.');
  });

  test('knows an office by the beginning of its name and by its initials, in both languages', async () => {
    const { folder } = folderWith(head);
    const short = await kompass(['ask', 'bot.yaml', '--for', 'dpo', '--lang', 'de'], { cwd: folder });
    const long = await kompass(['ask', 'bot.yaml', '--for', 'data-protection-officer', '--lang', 'de'], {
      cwd: folder,
    });
    expect(short.out).toBe(long.out);
    expect(short.out).toContain('# Fragen an: Datenschutzbeauftragte');
    const wrong = await kompass(['ask', 'bot.yaml', '--for', 'supplir'], { cwd: folder });
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain('“supplier”');
  });

  test('never writes over the use case', async () => {
    const { folder, read } = folderWith(head);
    const ran = await kompass(['ask', 'bot.yaml', '--for', 'supplier', '-o', 'bot.yaml'], { cwd: folder });
    expect(ran.code).toBe(2);
    expect(read('bot.yaml')).toBe(head);
  });

  test('writes Word where the name says so', async () => {
    const { folder } = folderWith(head);
    const ran = await kompass(['ask', 'bot.yaml', '--for', 'supplier', '-o', 'q.docx'], { cwd: folder });
    expect(ran.code).toBe(0);
    expect(readFileSync(join(folder, 'q.docx')).subarray(0, 2).toString()).toBe('PK');
  });
});

/** Asks an office, lets the form be filled in, and takes it back. */
async function taken(change: (text: string) => string, office = 'supplier', text = head) {
  const { folder, read } = folderWith(text);
  const asked = await kompass(['ask', 'bot.yaml', '--for', office, '-o', 'q.md'], { cwd: folder });
  expect(asked.err).toBe('');
  writeFileSync(join(folder, 'q.md'), change(read('q.md')));
  const ran = await kompass(['ask', 'bot.yaml', '--answers', 'q.md'], { cwd: folder });
  return { ...ran, text: read('bot.yaml') };
}

describe('kompass ask --answers FORM', () => {
  test('writes what was ticked, with who and when', async () => {
    const ran = await taken((q) =>
      filled(ticked(ticked(q, 'screening.outputs', 'text'), 'screening.outputs', 'talks-with-people', '?')),
    );
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.text).toBe(
      `${head}screening:\n  outputs: { value: [talks-with-people?, text], by: Example Ltd, on: 2026-11-20 }\n`,
    );
    expect(ran.out).toContain('One answer stands in bot.yaml now.');
    expect(ran.out).toContain('questions were left open.');
  });

  test('whoever ticks that nothing is true has read the list, and stands for it', async () => {
    const ran = await taken((q) => filled(ticked(q, 'screening.practices', 'none')));
    expect(ran.text).toContain('practices: { value: [], by: Example Ltd, on: 2026-11-20 }');
    expect(ran.text).toContain('confirmed: { by: Example Ltd, on: 2026-11-20 }');
  });

  test('a second reader does not take the place of the first', async () => {
    const first = `${head}screening:\n  areas: []\n  confirmed: { by: Head, on: 2026-11-21 }\n`;
    const ran = await taken((q) => filled(ticked(q, 'screening.practices', 'none')), 'supplier', first);
    expect(ran.text).toContain('confirmed: { by: "Head; Example Ltd", on: 2026-11-21 }');
  });

  test('takes the form back from Word', async () => {
    const { folder, read } = folderWith(head);
    await kompass(['ask', 'bot.yaml', '--for', 'supplier', '-o', 'q.docx', '--lang', 'de'], { cwd: folder });
    const parts = unzipSync(readFileSync(join(folder, 'q.docx')));
    const filledIn = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
      .replace(/(Beantwortet von [^<]*<\/w:t><\/w:r><w:r><w:t[^>]*>)/, '$1Beispiel GmbH')
      .replace(/(Beantwortet am [^<]*<\/w:t><\/w:r><w:r><w:t[^>]*>)/, '$12026-11-20')
      // The box of one option: the last before its id.
      .replace(/☐([^☐]*\(talks-with-people\))/, '☒$1');
    writeFileSync(join(folder, 'q.docx'), zipSync({ ...parts, 'word/document.xml': strToU8(filledIn) }));
    const ran = await kompass(['ask', 'bot.yaml', '--answers', 'q.docx', '--lang', 'de'], { cwd: folder });
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(read('bot.yaml')).toContain('outputs: { value: [talks-with-people], by: Beispiel GmbH, on: 2026-11-20 }');
  });

  test('a file that only calls itself Word is told so', async () => {
    const { folder, read } = folderWith(head);
    writeFileSync(join(folder, 'q.docx'), 'no');
    const ran = await kompass(['ask', 'bot.yaml', '--answers', 'q.docx'], { cwd: folder });
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('[not-readable]');
    expect(read('bot.yaml')).toBe(head);
  });

  test.each([
    ['nothing is ticked', (q: string) => filled(q), 'nothing-answered'],
    [
      'only "I do not know" is ticked',
      (q: string) => filled(ticked(q, 'screening.outputs', 'unknown')),
      'nothing-answered',
    ],
    ['nobody says who answered', (q: string) => ticked(q, 'screening.outputs', 'text'), 'empty-field'],
    ['the day is none', (q: string) => filled(ticked(q, 'screening.outputs', 'text'), 'A', 'yesterday'), 'bad-date'],
    [
      'nothing and something are ticked',
      (q: string) => filled(ticked(ticked(q, 'screening.outputs', 'text'), 'screening.outputs', 'none')),
      'several-ticked',
    ],
    [
      'an option was changed',
      (q: string) => filled(ticked(q, 'screening.outputs', 'text')).replace('(text)', '(txt)'),
      'unknown-option',
    ],
    [
      'a key was changed',
      (q: string) => filled(q).replace('** screening.outputs', '** screening.output'),
      'unknown-fact',
    ],
    [
      'it is about another use case',
      (q: string) => filled(ticked(q, 'screening.outputs', 'text')).replace('(bot)', '(other)'),
      'other-use-case',
    ],
    ['no key is left', () => 'Dear all, everything is fine.\n', 'no-questions'],
  ])('refuses it and writes nothing where %s', async (_, change, code) => {
    const ran = await taken(change);
    expect(ran.code).toBe(2);
    expect(ran.err).toMatch(new RegExp(`q\\.md:\\d+:1 .*\\[${code}\\]`));
    expect(ran.text).toBe(head);
  });

  test('an answer that is there already is left alone; another one is not written over', async () => {
    const known = `${head}screening:\n  outputs: [text] # as we were told\n`;
    const answers = 'by: Example Ltd\non: 2026-11-20\nanswers:\n  screening.outputs: [text]\n';
    const { folder, read } = folderWith(known);
    writeFileSync(join(folder, 'a.yaml'), answers);
    const same = await kompass(['ask', 'bot.yaml', '--answers', 'a.yaml'], { cwd: folder });
    expect(same).toMatchObject({ code: 0, err: '' });
    expect(same.out).toContain('One answer was there already.');
    expect(read('bot.yaml')).toBe(known);
    writeFileSync(join(folder, 'a.yaml'), `${answers.replace('[text]', '[image]')}  system.infers: yes\n`);
    const other = await kompass(['ask', 'bot.yaml', '--answers', 'a.yaml'], { cwd: folder });
    expect(other.code).toBe(2);
    expect(other.err).toMatch(/a\.yaml:4:22 .*“\[text\]”.*\[answer-differs\]/);
    expect(read('bot.yaml')).toBe(known);
  });

  test('a form of another use is refused, also where a purpose stands below its name', async () => {
    const { folder, read } = folderWith(`${head}purpose: Answers questions.\n`);
    await kompass(['ask', 'bot.yaml', '--for', 'supplier', '-o', 'q.md'], { cwd: folder });
    writeFileSync(join(folder, 'q.md'), filled(ticked(read('q.md'), 'screening.outputs', 'text')));
    const other = `${head.replace('id: bot', 'id: other')}purpose: Answers questions.\n`;
    writeFileSync(join(folder, 'other.yaml'), other);
    const ran = await kompass(['ask', 'other.yaml', '--answers', 'q.md'], { cwd: folder });
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('[other-use-case]');
    expect(read('other.yaml')).toBe(other);
  });

  test('an opinion rests on the answers of its own form too, and on no more than these', async () => {
    const officer = { folder: temporaryFolder(), use: 'bewerber-vorauswahl.yaml' };
    for (const name of [officer.use, 'kompass-profile.yaml', 'nachweise'])
      cpSync(join('fixtures/use-cases', name), join(officer.folder, name), { recursive: true });
    writeFileSync(join(officer.folder, 'nachweise/dsb.md'), 'Unter Auflagen.');
    const run = (...args: string[]) =>
      kompass([...args, '--as-of', '2026-11-24', '--lang', 'en'], { cwd: officer.folder });
    await run('ask', officer.use, '--for', 'dpo', '-o', 'q.md');
    const key = '**Key:** opinions.data-protection-officer';
    const asked = readFileSync(join(officer.folder, 'q.md'), 'utf8');
    const given = filled(
      ticked(ticked(asked, 'data.high-risk-remains', 'no'), 'opinions.data-protection-officer', 'agreed'),
      'Data protection officer',
    );
    const [before = '', after = ''] = given.split(key);
    const entry: readonly [string, string][] = [
      ['On record', '2026-11-20'],
      ['Evidence', 'nachweise/dsb.md'],
      ['Date of the evidence', '2026-11-20'],
      ['The evidence is from', 'Data protection officer'],
    ];
    const filledIn = entry.reduce(
      (text, [label, value]) => text.replace(new RegExp(`(\\*\\*${label}[^\\n]*\\*\\*)`), `$1 ${value}`),
      after,
    );
    writeFileSync(join(officer.folder, 'q.md'), `${before}${key}${filledIn}`);
    expect(await run('ask', officer.use, '--answers', 'q.md')).toMatchObject({ code: 0, err: '' });
    const stale = async () => (await run('check', officer.use)).out.includes('rests on other answers');
    expect((await run('explain', officer.use, 'opinions.data-protection-officer')).out).not.toContain('does not say');
    expect(await stale()).toBe(false);
    expect(await run('ask', officer.use, '--answers', 'q.md')).toMatchObject({ code: 0, err: '' });
    const now = readFileSync(join(officer.folder, officer.use), 'utf8');
    expect(now).toMatch(/digest: "?[0-9a-f]{12}"?, evidence/);
    writeFileSync(join(officer.folder, officer.use), now.replace('reused: no', 'reused: yes'));
    expect(await stale()).toBe(true);
  });

  test('what is only unknown, unsure or planned so far gives way to an answer', async () => {
    const text = `${head}system: { infers: unknown }\nscreening: { outputs: [text?] }\nmeasures: { notice-ai: { planned: { by: IT, on: 2027-01-01 } } }\n`;
    const { folder, read } = folderWith(text);
    writeFileSync(
      join(folder, 'a.yaml'),
      'answers: { system.infers: yes, screening.outputs: [text], measures.notice-ai: { done: no } }\n',
    );
    expect(await kompass(['ask', 'bot.yaml', '--answers', 'a.yaml'], { cwd: folder })).toMatchObject({
      code: 0,
      err: '',
    });
    expect(read('bot.yaml')).toContain('infers: yes }');
    expect(read('bot.yaml')).toContain('outputs: [text] }');
    expect(read('bot.yaml')).toContain('notice-ai: { done: no } }');
  });

  test('an answer that contradicts the file is told at its place among the answers', async () => {
    const text = `${head}screening:\n  areas: []\n  confirmed: { by: Head, on: 2026-11-20 }\n`;
    const { folder, read } = folderWith(text);
    writeFileSync(join(folder, 'a.yaml'), 'answers:\n  work.recruitment: [assesses-people]\n');
    const ran = await kompass(['ask', 'bot.yaml', '--answers', 'a.yaml'], { cwd: folder });
    expect(ran.code).toBe(2);
    expect(ran.err).toMatch(/a\.yaml:2:21 .*\[contradicts-set\]/);
    expect(read('bot.yaml')).toBe(text);
  });
});

describe('kompass init --answers', () => {
  test('makes a whole file without a terminal', async () => {
    const folder = temporaryFolder();
    writeFileSync(
      join(folder, 'a.yaml'),
      'title: Chatbot für Bürger\npurpose: Beantwortet Fragen.\nowner: { unit: Bürgerservice, role: Leitung }\nby: Leitung\non: 2026-11-20\nanswers:\n  system.infers: yes\n  screening.practices: []\n',
    );
    const ran = await kompass(['init', 'bot.yaml', '--answers', 'a.yaml', '--lang', 'de'], { cwd: folder });
    expect(ran).toMatchObject({ code: 0, err: '' });
    const text = readFileSync(join(folder, 'bot.yaml'), 'utf8');
    expect(text).toContain('id: chatbot-fuer-buerger\ntitle: Chatbot für Bürger\n');
    expect(text).toContain('owner: { unit: Bürgerservice, role: Leitung }');
    expect(text).toContain('confirmed: { by: Leitung, on: 2026-11-20 }');
    const again = await kompass(['init', 'bot.yaml', '--answers', 'a.yaml'], { cwd: folder });
    expect(again.code).toBe(2);
    expect(again.err).toContain('[exists]');
    expect(readFileSync(join(folder, 'bot.yaml'), 'utf8')).toBe(text);
  });

  test('needs a title, and says where', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.yaml'), 'answers: { system.infers: yes }\n');
    const ran = await kompass(['init', 'bot.yaml', '--answers', 'a.yaml'], { cwd: folder });
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('a.yaml:1:1');
  });
});

const fileOf = (evidence: Evidence | undefined): string =>
  evidence === undefined ? '' : evidence.source.kind === 'file' ? evidence.source.path : evidence.source.url;

const proof = (evidence: Evidence | undefined) =>
  evidence === undefined
    ? {}
    : {
        'Evidence (file or link):': fileOf(evidence),
        'Date of the evidence (YYYY-MM-DD):': evidence.on,
        'The evidence is from (unit):': evidence.by,
      };

/** What somebody who knows the file would tick and fill in for one question. */
function truthOf(given: Given | undefined): {
  readonly boxes: readonly string[];
  readonly fields: Readonly<Record<string, string>>;
} {
  switch (given?.type) {
    case 'yes-no':
      return { boxes: [given.value === null ? 'unknown' : given.value ? 'yes' : 'no'], fields: {} };
    case 'choice':
      return { boxes: [given.value ?? 'unknown'], fields: {} };
    case 'set':
      if (given.value === null) return { boxes: ['unknown'], fields: {} };
      return {
        boxes:
          given.value.length === 0 ? ['none'] : given.value.map(({ option, sure }) => (sure ? option : `${option}?`)),
        fields: {},
      };
    case 'date':
      return { boxes: [], fields: { 'Day (YYYY-MM-DD)': given.value ?? '' } };
    case 'text':
      return { boxes: [], fields: { 'Answer:': given.value ?? '' } };
    case 'measure':
      if (given.done === null)
        return given.planned === null
          ? { boxes: [], fields: {} }
          : {
              boxes: ['planned'],
              fields: { 'Planned by (YYYY-MM-DD):': given.planned.on, 'Who does it (unit):': given.planned.by },
            };
      if (!given.done) return { boxes: ['no'], fields: {} };
      return { boxes: [given.evidence.length === 0 ? 'unproven' : 'done'], fields: proof(given.evidence[0]) };
    case 'judgement':
      if (given.claimed === null) return { boxes: [], fields: {} };
      if (!given.claimed) return { boxes: ['no'], fields: {} };
      return {
        boxes: ['yes'],
        fields: {
          'Reasons:': given.reason ?? '',
          'On record or given on (YYYY-MM-DD):': given.on ?? '',
          ...proof(given.evidence[0]),
        },
      };
    default:
      return { boxes: [], fields: {} };
  }
}

/** The form as somebody fills it in who knows all that stands in the file. */
function truthful(form: string, { answers }: UseCase): string {
  const byKey = new Map([...answers].map(([fact, given]) => [String(fact), given]));
  return form
    .split(/(?=^\*\*Key:\*\* )/m)
    .map((part) => {
      const key = /^\*\*Key:\*\* (\S+)/.exec(part)?.[1];
      const { boxes, fields } = truthOf(key === undefined ? undefined : byKey.get(key));
      const withBoxes = boxes.reduce((text, box) => {
        const mark = box.endsWith('?') ? '?' : 'x';
        return text.replace(new RegExp(`^- \\[ \\](?= .*\\(${box.replace('?', '')}\\)$)`, 'm'), `- [${mark}]`);
      }, part);
      return Object.entries(fields).reduce(
        (text, [label, value]) =>
          text
            .split('\n')
            .map((line) => (line.startsWith(`**${label}`) ? `${line} ${value}` : line))
            .join('\n'),
        withBoxes,
      );
    })
    .join('');
}

describe('forms for all offices, filled in with the truth of a fixture', () => {
  test.each(uses.filter(({ useCase }) => ['buerger-chatbot', 'bewerber-vorauswahl'].includes(useCase.id)))(
    '$useCase.id: give the same tier, and no answer that the fixture does not give',
    async ({ file, useCase }) => {
      const folder = temporaryFolder();
      cpSync('fixtures/use-cases/nachweise', join(folder, 'nachweise'), { recursive: true });
      cpSync('fixtures/use-cases/kompass-profile.yaml', join(folder, 'kompass-profile.yaml'));
      writeFileSync(join(folder, 'bot.yaml'), bareUseCase(useCase.id).replace('id:', 'catalogue: 2026-11\nid:'));
      const offices = compiled.book.offices.map(({ id }) => id);
      const options = ['--as-of', '2026-11-24'];
      for (let round = 0, fresh = true; fresh && round < 12; round += 1) {
        fresh = false;
        for (const office of offices) {
          const asked = await kompass(['ask', 'bot.yaml', '--for', office, ...options], { cwd: folder });
          if (!asked.out.startsWith('# ')) continue;
          writeFileSync(join(folder, 'q.md'), truthful(filled(asked.out, 'Somebody', '2026-11-24'), useCase));
          const back = await kompass(['ask', 'bot.yaml', '--answers', 'q.md', ...options], { cwd: folder });
          if (back.code === 2 && !back.err.includes('[nothing-answered]')) throw new Error(back.err);
          fresh ||= back.code === 0 && !back.out.includes('\n0 answers stand');
        }
      }
      const text = readFileSync(join(folder, 'bot.yaml'), 'utf8');
      const read = readUseCase({ file: 'bot.yaml', text }, catalogue, { profile: null, fileExists: () => true });
      if (!read.ok) throw new Error(JSON.stringify(read.problems));
      for (const [fact, given] of read.value.answers) {
        const known = useCase.answers.get(fact);
        expect(known !== undefined && meaning(known), fact).toEqual(meaning(given));
      }
      const [ours, theirs] = [
        await checkJson(['bot.yaml', ...options], { cwd: folder }),
        await checkJson([file, ...options]),
      ].map(({ report }) => report.assessments[0]);
      // From when depends on days that nobody asks for once the tier is settled.
      expect([ours?.tier.lowest, ours?.tier.highest]).toEqual([theirs?.tier.lowest, theirs?.tier.highest]);
      expect(ours?.classification.map(({ rule }) => rule)).toEqual(theirs?.classification.map(({ rule }) => rule));
    },
    120_000,
  );
});

/** What an answer says, without who, where and why. */
const meaning = (given: Given): unknown =>
  'value' in given
    ? given.value
    : given.type === 'measure'
      ? given.done
      : given.type === 'judgement'
        ? given.claimed
        : null;
