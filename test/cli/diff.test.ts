import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { gitEnvironment, repository } from '../support/repository.ts';
import { bareUseCase, kompass, temporaryFolder } from '../support/world.ts';

const fixtures = 'fixtures/use-cases';
const applicants = `${fixtures}/bewerber-vorauswahl.yaml`;

const Diff = z.looseObject({
  rules: z.looseObject({ added: z.array(z.string()), changed: z.array(z.string()) }),
  problems: z.array(z.looseObject({ file: z.string(), code: z.string() })),
  useCases: z.array(
    z.looseObject({
      id: z.string(),
      change: z.string(),
      old: z.looseObject({ file: z.string(), verdict: z.string() }).nullable(),
      new: z.looseObject({ file: z.string(), verdict: z.string() }).nullable(),
      answers: z.array(z.looseObject({ key: z.string() })),
      differences: z
        .looseObject({
          verdict: z.looseObject({ from: z.string(), to: z.string() }).nullable(),
          findings: z.array(z.looseObject({ rule: z.string(), from: z.string(), to: z.string() })),
        })
        .nullable(),
    }),
  ),
});

async function diffJson(argv: readonly string[], cwd?: string) {
  const settings = cwd === undefined ? {} : { cwd };
  const ran = await kompass(['diff', ...argv, '-f', 'json'], { ...settings, env: gitEnvironment });
  return { ...ran, report: Diff.parse(JSON.parse(ran.out)) };
}

const changes = ({ useCases }: z.infer<typeof Diff>) => useCases.map(({ id, change }) => `${id} ${change}`);

/** A repository with the chatbot of the fixtures, its profile and its documents. */
function chatbot() {
  const repo = repository();
  cpSync(`${fixtures}/nachweise`, join(repo.folder, 'uses/nachweise'), { recursive: true });
  for (const name of ['buerger-chatbot.yaml', 'kompass-profile.yaml'])
    cpSync(`${fixtures}/${name}`, join(repo.folder, 'uses', name));
  repo.commit();
  const file = join(repo.folder, 'uses/buerger-chatbot.yaml');
  const text = readFileSync(file, 'utf8');
  return { ...repo, file, text, cwd: repo.folder };
}

describe('kompass diff over two files', () => {
  test('says what changed, what follows and why, in both languages', async () => {
    const { folder, file, text } = chatbot();
    writeFileSync(file, text.replace('areas: []', 'areas: [work]'));
    const say = async (lang: string) =>
      (await kompass(['diff', 'main:uses/buerger-chatbot.yaml', '--lang', lang], { cwd: folder, env: gitEnvironment }))
        .out;
    const [german, english] = [await say('de'), await say('en')];
    expect(german.replace(/\s+/g, ' ')).toContain(
      'Ergebnis AUS DEN ANGABEN KEIN HINDERNIS → ERST KLÄREN (schlechter) Grund: andere Angaben zu screening.areas.',
    );
    expect(german).toMatch(/KOMMT DAZU\n \+ {2}Grundrechte-Folgenabschätzung \(ai-act\.art-27-1\)/);
    expect(german).toContain('Grund: Die Angaben haben sich geändert, auf denen eine Stellungnahme beruht.');
    expect(german).toContain('1 Anwendungsfall verglichen: 1 verändert');
    expect(english).toMatch(/ANSWERS CHANGED\n ~ {2}.*\n? *.*\(screening\.areas\)\n {4}none of these → work/);
    expect(english).toMatch(/\+ \d+ more · All: --verbose/);
  });

  test('compares them whatever their ids are: they are named as a pair', async () => {
    const { report } = await diffJson([`${fixtures}/spamfilter.yaml`, applicants, '--as-of', '2026-11-24']);
    expect(changes(report)).toEqual(['bewerber-vorauswahl changed']);
  });

  test('tells of a use case from its beginning to its end no difference from itself', async () => {
    const { code, report, err } = await diffJson([applicants, `./${applicants}`]);
    expect({ code, err, changes: changes(report) }).toEqual({
      code: 0,
      err: '',
      changes: ['bewerber-vorauswahl same'],
    });
  }, 30_000);
});

describe('kompass diff over folders and revisions', () => {
  test('follows a use case by its id when its file is renamed, and tells what is new and gone', async () => {
    const repo = repository();
    for (const id of ['a', 'b', 'c']) repo.write(`uses/${id}.yaml`, bareUseCase(id));
    repo.commit();
    repo.git('mv', 'uses/a.yaml', 'uses/renamed.yaml');
    repo.git('rm', '-q', 'uses/b.yaml');
    repo.write('uses/d.yaml', bareUseCase('d'));
    const { code, report } = await diffJson(['main:uses', 'uses'], repo.folder);
    expect(code).toBe(0);
    expect(changes(report).toSorted()).toEqual(['a same', 'b removed', 'c same', 'd added']);
    expect(report.useCases.find(({ id }) => id === 'a')).toMatchObject({
      old: { file: 'main:uses/a.yaml' },
      new: { file: 'uses/renamed.yaml' },
    });
  });

  test('looks for evidence and profile in the revision, not in the folder', async () => {
    const { folder, git, commit } = chatbot();
    git('rm', '-q', 'uses/nachweise/hinweis-chat.md', 'uses/kompass-profile.yaml');
    commit();
    const { report } = await diffJson(['HEAD~1:uses/', 'HEAD:uses/'], folder);
    const [use] = report.useCases;
    expect(use).toMatchObject({ old: { verdict: 'ready' }, new: { verdict: 'clarify' } });
    expect(use?.answers.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['measures.notice-ai', 'organisation.kind', 'packs']),
    );
  });

  test('goes on from a subfolder, where a revision still counts from the top', async () => {
    const { folder } = chatbot();
    const { code, report } = await diffJson(['main:uses/buerger-chatbot.yaml'], join(folder, 'uses'));
    expect({ code, changes: changes(report) }).toEqual({ code: 0, changes: ['buerger-chatbot same'] });
    expect(report.useCases[0]?.new?.file).toBe('buerger-chatbot.yaml');
  });

  test('takes a file whose name looks like a revision for the file', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'main:a.yaml'), bareUseCase('a'));
    writeFileSync(join(cwd, 'b.yaml'), bareUseCase('b'));
    expect((await diffJson(['main:a.yaml', 'b.yaml'], cwd)).code).toBe(0);
  });

  test('calls nothing new or gone that it could not read, and exits with 2', async () => {
    const repo = repository();
    for (const id of ['a', 'b']) repo.write(`uses/${id}.yaml`, bareUseCase(id));
    repo.commit();
    repo.write('uses/b.yaml', 'id: [');
    const { code, report } = await diffJson(['main:uses'], repo.folder);
    expect({ code, changes: changes(report) }).toEqual({ code: 2, changes: ['a same'] });
    expect(report.problems).toMatchObject([{ file: 'uses/b.yaml', code: 'yaml-syntax' }]);
  });
});

describe('kompass diff over days and rules', () => {
  test('tells what another day brings', async () => {
    const { report } = await diffJson([applicants, '--as-of', '2026-11-24', '--as-of-new', '2027-12-02']);
    expect(report.useCases[0]?.differences?.findings).toContainEqual(
      expect.objectContaining({
        rule: 'ai-act.art-26-2',
        from: 'upcoming',
        to: 'open',
        cause: expect.objectContaining({ day: true, edits: [] }),
      }),
    );
  });

  test('tells what the rules of an organisation bring', async () => {
    const { report } = await diffJson([`${fixtures}/buerger-chatbot.yaml`, '--rules-new', 'fixtures/organisation']);
    expect(report.rules.added).toEqual(['lindenhausen.children']);
    expect(report.useCases[0]?.differences?.findings).toContainEqual(
      expect.objectContaining({
        rule: 'lindenhausen.children',
        from: 'not-applicable',
        cause: expect.objectContaining({ rules: true }),
      }),
    );
  });

  test('reads the built-in rules of another version as its package holds them, and refuses what it does not understand', async () => {
    const cwd = temporaryFolder();
    cpSync('rules', join(cwd, 'old'), { recursive: true });
    cpSync('fixtures/organisation', join(cwd, 'own'), { recursive: true });
    cpSync(applicants, join(cwd, 'a.yaml'));
    const same = await diffJson(['a.yaml', '--packs-old', 'old'], cwd);
    expect({ code: same.code, rules: same.report.rules, changes: changes(same.report) }).toMatchObject({
      code: 0,
      rules: { added: [], removed: [], changed: [] },
      changes: ['bewerber-vorauswahl same'],
    });
    const file = join(cwd, 'old/ai-act/art-04.yaml');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('severity: major', 'severity: minor'));
    expect((await diffJson(['a.yaml', '--packs-old', 'old'], cwd)).report.rules.changed).toHaveLength(1);
    writeFileSync(file, text.replace('severity: major', 'severity: grave'));
    const wrong = await kompass(['diff', 'a.yaml', '--packs-old', 'old'], { cwd });
    expect(wrong).toMatchObject({ code: 2, out: '' });
    expect(wrong.err).toMatch(/^old\/ai-act\/art-04\.yaml:\d+:\d+ /m);
  }, 60_000);
});

describe('kompass diff', () => {
  test.each([
    [[applicants], 'same-sides'],
    [[applicants, 'missing.yaml'], 'not-found'],
    [['nix:a.yaml', applicants], 'unknown-revision'],
    [['--as-of-new', '2027-13-01', applicants], 'bad-date'],
    [['-o', applicants, applicants, `${fixtures}/spamfilter.yaml`], 'would-overwrite'],
  ])('refuses %j and writes nothing', async (argv, code) => {
    const ran = await kompass(['diff', ...argv], { env: gitEnvironment });
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain(`[${code}]`);
  });

  test('has no gate: it exits with 0 however much worse it is', async () => {
    const { code } = await kompass([
      'diff',
      `${fixtures}/spamfilter.yaml`,
      `${fixtures}/bildgenerator-intim-ab-januar.yaml`,
    ]);
    expect(code).toBe(0);
  });

  test('writes Markdown in which no text of a file can begin anything', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'a.yaml'), 'kompass: 1\nid: a\ntitle: "# <b>x</b> [y](z) `"\n');
    writeFileSync(join(cwd, 'b.yaml'), 'kompass: 1\nid: a\ntitle: "# <b>x</b> [y](z) `"\nsystem: { infers: yes }\n');
    const { out } = await kompass(['diff', 'a.yaml', 'b.yaml', '-f', 'markdown', '--lang', 'en'], { cwd });
    expect(out).toContain(String.raw`## \# \<b\>x\</b\> \[y\](z) \` (a)`);
    expect(out).toMatch(/^- `\+` \*\*Was the system .*\*\* \(`system\.infers`\) {2}\n {2}not answered → yes$/m);
  });

  test.each([
    [[applicants, `${fixtures}/spamfilter.yaml`]],
    [[fixtures, fixtures, '--as-of-new', '2027-12-02']],
    [[fixtures, `${fixtures}/spamfilter.yaml`]],
  ])('writes the JSON that its schema describes: %j', async (argv) => {
    const schema = await kompass(['schema', 'diff']);
    const valid = new Ajv({ strict: false }).compile(JSON.parse(schema.out));
    const { out } = await kompass(['diff', ...argv, '-f', 'json']);
    valid(JSON.parse(out));
    expect(valid.errors).toBe(null);
    expect(valid(JSON.parse(out.replaceAll('"change":', '"changed":')))).toBe(false);
  });
});
