import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { gitEnvironment, repository } from '../support/repository.ts';
import { bareUseCase, checkJson, kompass, temporaryFolder } from '../support/world.ts';

const town = 'fixtures/register';
/** `UPDATE=1 npx vitest run test/cli/register-report.test.ts` writes the golden files anew; read them before they are committed. */
const updating = process.env['UPDATE'] === '1';

const last = ['--as-of', '2027-12-31'];
const report = ['register', '.', '--report', '2027', ...last];

/** A folder with these use cases, by name. */
function folderOf(useCases: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(useCases))
    writeFileSync(join(folder, `${name}.yaml`), bareUseCase(name) + text);
  return folder;
}

async function told(useCases: Readonly<Record<string, string>>, lang = 'en', more = report): Promise<string> {
  const { code, out, err } = await kompass([...more, '--lang', lang], { cwd: folderOf(useCases) });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out;
}

/** One chapter of a report, by its heading. */
function chapter(out: string, heading: string): string {
  const found = out.split(/^#+ /m).find((part) => part.startsWith(`${heading}\n`));
  expect(found, heading).toBeDefined();
  return (found ?? '').slice(heading.length).trim();
}

describe('the forty uses of a town', () => {
  test('are read without a mistake, in all stages and tiers, with what is to be told of a year', async () => {
    const { code, report: checked } = await checkJson([town, ...last]);
    expect(code).toBe(1);
    expect(checked.problems).toEqual([]);
    expect(checked.assessments).toHaveLength(40);
    const tiers = new Set(checked.assessments.map(({ tier }) => (tier.lowest === tier.highest ? tier.lowest : 'open')));
    expect(tiers).toEqual(new Set(['out-of-scope', 'minimal', 'transparency', 'high-risk', 'prohibited', 'open']));
    expect(new Set(checked.assessments.map(({ verdict }) => verdict))).toEqual(
      new Set(['ready', 'clarify', 'not-ready', 'stop']),
    );
    const kinds = new Set(checked.assessments.flatMap(({ notices }) => notices.map(({ kind }) => kind)));
    for (const kind of ['waiver-expired', 'review-overdue', 'opinion-stale', 'event-after-review'])
      expect(kinds).toContain(kind);
  });

  test.each(['de', 'en'])('are told to the council in whole sentences, in %s', async (lang) => {
    const { code, out, err } = await kompass([...report, '--since', '2026.json', '--lang', lang], { cwd: town });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const file = `test/golden/council/council.${lang}.md`;
    if (updating) writeFileSync(file, out);
    expect(out).toBe(readFileSync(file, 'utf8'));
  });

  test('law that begins in the time looked ahead to is told by its day, with how many uses it concerns', async () => {
    const early = [...report.slice(0, 4), '--as-of', '2027-06-30', '--lang', 'de'];
    const { out } = await kompass(early, { cwd: town });
    expect(out).toMatch(/^- Am 2\. Dezember 2027 beginnen neue Pflichten, und zwar für \S+ Einsätze\.$/m);
    expect(out).toMatch(/^- Am 2\. Dezember 2027 beginnen möglicherweise neue Pflichten, /m);
  });

  test('a person is named nowhere, and no share of compliance', async () => {
    for (const lang of ['de', 'en']) {
      const { out } = await kompass([...report, '--lang', lang], { cwd: town });
      expect(out).not.toContain('Verwaltungsvorstand');
      expect(out).not.toContain('%');
    }
  });

  test('are written for Word, the same bytes each time', async () => {
    const folder = temporaryFolder();
    const write = async (name: string) => {
      const { code, out } = await kompass([...report, '-o', join(folder, name), '--lang', 'de'], { cwd: town });
      expect({ code, out }).toEqual({
        code: 0,
        out: `Der Bericht über das Jahr 2027 steht in ${join(folder, name)}.\n`,
      });
      return new Uint8Array(readFileSync(join(folder, name)));
    };
    const [first, second] = [await write('a.docx'), await write('b.docx')];
    expect(first).toEqual(second);
    const document = strFromU8(unzipSync(first)['word/document.xml'] ?? new Uint8Array());
    expect(document).toContain('Im Register stehen 40 Einsätze von künstlicher Intelligenz.');
    expect(document).toContain('w:val="Heading1"');
  });
});

describe('the day looked at', () => {
  const own = { fall: 'lifecycle: { stage: operation, start: 2026-02-01 }\n' };

  test('is today while the year lasts, and the report says that it is not over', async () => {
    const out = await told(own, 'en', ['register', '.', '--report', '2026']);
    expect(out).toContain('It is as of 24 November 2026. The year 2026 is not over yet.');
  });

  test('is the last day of a year that is over', async () => {
    const out = await told({ fall: 'lifecycle: { stage: operation, start: 2025-02-01 }\n' }, 'de', [
      'register',
      '.',
      '--report',
      '2025',
    ]);
    expect(out).toContain('Stichtag ist der 31. Dezember 2025.');
    expect(out).toContain('Im Jahr 2025 hat ein Einsatz begonnen:');
  });

  test('after the year, what happened then is left out, and the report says what counts', async () => {
    const out = await told(
      {
        fall: `lifecycle: { stage: operation, start: 2026-03-01 }
operation: { events: [{ on: 2027-01-05, kind: incident }, { on: 2026-05-05, kind: complaint }] }
`,
      },
      'en',
      ['register', '.', '--report', '2026', '--as-of', '2027-02-01'],
    );
    expect(out).toContain('Tiers, duties and dates are those of the day named.');
    expect(chapter(out, 'Incidents and complaints')).toMatch(/^Recorded for 2026: one complaint\.$/m);
  });
});

describe('a chapter', () => {
  test.each([
    ['de', 'Im Register steht ein Einsatz von künstlicher Intelligenz. Er läuft oder ist geplant:'],
    ['en', 'One use of artificial intelligence stands in the register. It runs or is planned:'],
  ])('in which nothing stands says so in one sentence, in %s', async (lang, known) => {
    const out = await told({ leer: '' }, lang);
    expect(out).toContain(known);
    const chapters = out
      .split(/^##+ /m)
      .slice(1)
      .map((part) => part.trim());
    expect(chapters.filter((part) => !part.includes('\n'))).toEqual([
      lang === 'de' ? 'Was im Jahr geschehen ist' : 'What happened in the year',
    ]);
    expect(out).not.toMatch(/:\n\n(?!-)/);
    expect(out).not.toMatch(/null|undefined/);
  });

  test('on what happened does not take silence for nothing', async () => {
    const running = 'lifecycle: { stage: operation, start: 2027-02-01 }\n';
    const out = await told({
      still: running,
      ruhig: `${running}operation: { events: [] }\n`,
      egal: `${running}operation: { events: unknown }\n`,
      idee: 'lifecycle: { stage: idea }\n',
    });
    const text = chapter(out, 'Incidents and complaints');
    expect(text).toContain('No event is recorded for 2027.');
    expect(text).toContain('For two uses that ran in the year, nobody has recorded whether anything happened:');
    expect(text).toContain('“Fall still”');
    expect(text).toContain('“Fall egal”');
    expect(text).not.toContain('ruhig');
    expect(text).not.toContain('idee');
  });

  test('on training names a share only where a figure says that it is about training', async () => {
    const running = 'lifecycle: { stage: operation, start: 2027-02-01 }\n';
    const reading = (more: string): string =>
      `${running}operation: { readings: [{ on: 2027-10-01, what: trained people, value: 3 of 4${more} }] }\n`;
    const without = chapter(await told({ fall: reading('') }), 'Training');
    expect(without).toContain('Nobody has recorded how many of the staff are trained.');
    expect(without).not.toContain('3 of 4');
    const having = chapter(await told({ fall: reading(', aspect: training') }), 'Training');
    expect(having).toContain('“Fall fall”: “trained people: 3 of 4”, recorded on 1 October 2027.');
    const later = await told({ fall: reading(', aspect: training') }, 'en', [
      ...report.slice(0, 4),
      '--as-of',
      '2027-09-30',
    ]);
    expect(chapter(later, 'Training')).not.toContain('3 of 4');
  });

  test('on waivers tells those that have run out and those that tolerate nothing from those in force', async () => {
    const folder = temporaryFolder();
    const letters = readFileSync(`${town}/buergerservice/uebersetzung-anschreiben.yaml`, 'utf8');
    const [waiver = ''] = /  - finding: [^]*?expires: \S+\n/.exec(letters) ?? [];
    const met = waiver.replace('ai-act.art-4', 'gdpr.model-check');
    const old = waiver.replace('2027-11-15', '2027-01-15').replace('2028-02-29', '2027-05-31');
    writeFileSync(join(folder, 'a.yaml'), letters.replace(waiver, waiver + met + old));
    const { out } = await kompass([...report, '--lang', 'en'], { cwd: folder });
    const text = chapter(out, 'Waivers');
    expect(text).toMatch(/^One waiver is in force:\n\n- .* the duty “Support AI literacy” may stay unmet until 29/m);
    expect(text).toMatch(/^One waiver has run out:\n\n- .* until 31 May 2027\.$/m);
    expect(text).toMatch(
      /^One further waiver is recorded and tolerates nothing[^:]*:\n\n- .* how the model was trained”/m,
    );
  });

  test('on what ended asks whether it is switched off, where the stage says that it runs', async () => {
    const out = await told({
      aus: 'lifecycle: { stage: operation, start: 2026-02-01, end: 2027-06-30 }\n',
      idee: 'lifecycle: { stage: idea, end: 2027-05-31 }\n',
      frueher: 'lifecycle: { stage: operation, start: 2025-02-01, end: 2026-06-30 }\n',
    });
    const text = chapter(out, 'Ended or given up');
    expect(text).toContain('By the answers two uses ended or were given up in 2027:');
    expect(text).toContain('“Fall idee”, given up before its start, on 31 May 2027.');
    expect(text).toContain('One use had already ended in earlier years.');
    expect(text).toContain('For “Fall aus” an end is recorded that has passed, yet the stage still says that it runs.');
    expect(chapter(out, 'Tiers under the AI Act')).toBe('There is no running or planned use.');
  });

  test('on what began asks which is right, where the start has passed and the stage lies before it', async () => {
    const out = await told({ spaet: 'lifecycle: { stage: award, start: 2027-03-01 }\n' });
    const text = chapter(out, 'Begun');
    expect(text).toContain('No uses began in 2027.');
    expect(text).toContain('The planned start of “Fall spaet” has passed');
  });
});

describe('what could not be read', () => {
  test('stands at the head, is told on standard error, and the exit code is 2', async () => {
    const cwd = folderOf({ gut: '', kaputt: 'titel: x\n' });
    const { code, out, err } = await kompass([...report, '--lang', 'de'], { cwd });
    expect(code).toBe(2);
    expect(err).toContain('kaputt.yaml:4:1');
    expect(out.split('## ')[0]).toContain(
      '> Eine Datei war nicht lesbar und fehlt in allen Zahlen: kaputt.yaml. Was darin beschrieben ist, kann trotzdem im Einsatz sein.',
    );
    expect(out).toContain('Im Register steht ein Einsatz von künstlicher Intelligenz.');
  });
});

describe('foreign text', () => {
  test('cannot break out of its sentence', async () => {
    const folder = temporaryFolder();
    const title = '<script>alert(1)</script> [x](https://evil.example) **fett** | \\n# Kopf';
    writeFileSync(
      join(folder, 'boese.yaml'),
      `kompass: 1\nid: boese\ntitle: "${title}"\nowner: { unit: "> ![](x)", role: x }\nlifecycle: { stage: operation, start: 2027-02-01 }\n`,
    );
    const { out } = await kompass([...report, '--lang', 'en'], { cwd: folder });
    expect(out).toContain('script');
    expect(out).not.toMatch(/(?<!\\)<script/);
    expect(out).not.toMatch(/(?<!\\)\[x\]\(/);
    expect(out).not.toMatch(/(?<!\\)\*\*fett/);
    expect(out).not.toMatch(/^# Kopf/m);
  });
});

describe('what has changed since', () => {
  const idea = 'lifecycle: { stage: idea }\n';

  test('a revision: what is new, gone and otherwise, with the question that decides', async () => {
    const repo = repository();
    const write = (name: string, text: string): void => repo.write(`uses/${name}.yaml`, bareUseCase(name) + text);
    write('bleibt', idea);
    write('geht', idea);
    write('anders', 'system: { infers: yes }\nscreening: { practices: unknown }\n');
    repo.commit('earlier', '2026-12-30');
    repo.git('rm', '-q', 'uses/geht.yaml');
    write('neu', idea);
    write('anders', 'system: { infers: no }\nscreening: { practices: unknown, outside: [not-ai] }\n');
    const settings = { cwd: repo.folder, env: gitEnvironment };
    const since = ['--report', '2027', ...last, '--since', 'main', '--lang', 'en'];
    const text = chapter((await kompass(['register', 'uses', ...since], settings)).out, 'What has changed');
    expect(text).toContain('This is compared with the state of 30 December 2026 (main).');
    expect(text).toMatch(/One use is new in the register:\n\n- “Fall neu”/);
    expect(text).toMatch(/One use no longer stands in the register:\n\n- “Fall geht”\./);
    expect(text).toContain('not switched off by that');
    expect(text).toContain('Tier and result of');
    const files = ['uses/bleibt.yaml', 'uses/neu.yaml'];
    const single = chapter((await kompass(['register', ...files, ...since], settings)).out, 'What has changed');
    expect(single).toContain('Single files were compared, and no folder.');
    expect(single).toContain('No use has disappeared from the register.');
  });

  test('a revision: a changed answer, evidence that came, and the day are told apart', async () => {
    const repo = repository();
    const spam = readFileSync(`${town}/digitalisierung/spamfilter.yaml`, 'utf8');
    const post = readFileSync(`${town}/digitalisierung/posteingang.yaml`, 'utf8');
    const energy = readFileSync(`${town}/gebaeude/energieprognose.yaml`, 'utf8');
    repo.write('kompass-profile.yaml', readFileSync(`${town}/kompass-profile.yaml`, 'utf8'));
    repo.write(
      'a.yaml',
      spam.replace('  - { link: https://akten.lindenhausen.example/ki/spamfilter/schulung', '  # -'),
    );
    repo.write('b.yaml', post);
    repo.write('c.yaml', energy.replace('areas: []', 'areas: [education?]'));
    repo.commit('earlier', '2027-11-09');
    repo.write('a.yaml', spam);
    repo.write('c.yaml', energy);
    const { out } = await kompass([...report, '--since', 'main', '--lang', 'en'], {
      cwd: repo.folder,
      env: gitEnvironment,
    });
    const text = chapter(out, 'What has changed');
    const about = (title: string): string => text.split('\n').find((line) => line.includes(title)) ?? '';
    expect(about('Wärmebedarf')).toContain(
      'the tier was still open between “no special tier” and “high-risk AI system”',
    );
    expect(about('Spamfilter')).toContain('The reason: evidence or opinions were added');
    expect(about('Posteingang')).toContain('The reason: evidence or confirmations have become too old');
    expect(about('Wärmebedarf')).toContain(
      'The reason: the question “Does the use have anything to do with one of these areas?” was answered otherwise.',
    );
  });

  test('a register of an earlier day, by the check code of the answers', async () => {
    const cwd = folderOf({ a: 'system: { infers: yes }\n', b: idea });
    const first = await kompass(['register', '.', '-f', 'json', '-o', 'then.json', '--as-of', '2026-12-31'], { cwd });
    expect(first.code).toBe(0);
    writeFileSync(
      join(cwd, 'a.yaml'),
      `${bareUseCase('a')}system: { infers: yes }\nscreening: { practices: [], confirmed: { by: x, on: 2027-01-02 } }\n`,
    );
    const { out } = await kompass([...report, '--since', 'then.json', '--lang', 'en'], { cwd });
    const text = chapter(out, 'What has changed');
    expect(text).toContain('This is compared with the state of 31 December 2026 (then.json).');
    expect(text).toContain('No uses are new in the register.');
    expect(text).toContain('Tier and result of');
  });
});

describe('wrong input', () => {
  test.each([
    [['--report', '20x7'], 'bad-year', 'ist kein Jahr'],
    [['--report', '27'], 'bad-year', 'is no year'],
    [['--report', '2028', '--as-of', '2027-12-31'], 'year-ahead', 'noch nicht begonnen'],
    [['--since', 'main'], 'needs-option', '--report'],
    [['--report', '2026', '--since', 'fehlt.json'], 'not-found', 'fehlt.json'],
    [['--report', '2026', '--since', 'fall.yaml'], 'not-a-register', 'kein JSON'],
  ])('%j is refused', async (options, problem, said) => {
    const folder = folderOf({ fall: '' });
    const texts = [];
    for (const lang of ['de', 'en']) {
      const { code, out, err } = await kompass(['register', '.', ...options, '--lang', lang], { cwd: folder });
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain(`[${problem}]`);
      texts.push(err);
    }
    expect(texts.join('')).toContain(said);
  });

  test.each([
    ['{}', 'kein Register'],
    ['{"schemaVersion":"2.0","public":false}', 'Fassung »2.0«'],
    ['{"schemaVersion":"1.0","public":true}', 'öffentliches Register'],
    ['{"schemaVersion":"1.0","public":false,"asOf":"2027-13-01","unread":[],"useCases":[]}', 'kein Register'],
  ])('a file with %s is no earlier register', async (text, said) => {
    const folder = folderOf({ fall: '' });
    writeFileSync(join(folder, 'then.json'), text);
    const { code, err } = await kompass(['register', '.', '--report', '2026', '--since', 'then.json', '--lang', 'de'], {
      cwd: folder,
    });
    expect(code).toBe(2);
    expect(err).toContain('then.json:1:1');
    expect(err).toContain(said);
  });

  test('a revision that does not exist is refused', async () => {
    const repo = repository();
    repo.write('fall.yaml', bareUseCase('fall'));
    repo.commit();
    const settings = { cwd: repo.folder, env: gitEnvironment };
    const { code, err } = await kompass(['register', '.', '--report', '2026', '--since', 'nowhere'], settings);
    expect(code).toBe(2);
    expect(err).toContain('[unknown-revision]');
  });

  test('a report has no other format, and what it was made from is not overwritten', async () => {
    const folder = folderOf({ fall: '' });
    const both = await kompass(['register', '.', '--report', '2026', '-f', 'csv'], { cwd: folder });
    expect(both.code).toBe(2);
    await kompass(['register', '.', '-f', 'json', '-o', 'then.json'], { cwd: folder });
    const over = ['register', '.', '--report', '2026', '--since', 'then.json', '-o', 'then.json'];
    const { code, err } = await kompass(over, { cwd: folder });
    expect(code).toBe(2);
    expect(err).toContain('[would-overwrite]');
  });
});
