import { appendFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { gitEnvironment, repository } from '../support/repository.ts';
import { bareUseCase, checkJson, kompass } from '../support/world.ts';

const fixtures = 'fixtures/use-cases';

function town() {
  const repo = repository();
  cpSync(`${fixtures}/nachweise`, join(repo.folder, 'uses/nachweise'), { recursive: true });
  for (const name of ['buerger-chatbot.yaml', 'spamfilter.yaml', 'kompass-profile.yaml'])
    cpSync(`${fixtures}/${name}`, join(repo.folder, 'uses', name));
  repo.commit();
  const edit = (name: string, change: (text: string) => string) => {
    const file = join(repo.folder, 'uses', name);
    writeFileSync(file, change(readFileSync(file, 'utf8')));
  };
  return { ...repo, edit };
}
const inFolder = (cwd: string) => ({ cwd, env: gitEnvironment });
const work = (text: string) => text.replace('areas: []', 'areas: [work]');

describe('check --against', () => {
  test('tells what is worse than in the revision: result, tier, duties, answers lost', async () => {
    const { folder, edit } = town();
    edit('buerger-chatbot.yaml', (text) => work(text).replace('  start: 2027-03-01\n', ''));
    const { report } = await checkJson(['uses', '--against', 'main'], inFolder(folder));
    expect(report.assessments[0]).toMatchObject({
      since: {
        revision: 'main',
        state: 'compared',
        worse: {
          verdict: { from: 'ready', to: 'clarify' },
          tier: { from: 'transparency', to: 'high-risk' },
          lost: ['lifecycle.start'],
        },
      },
    });
    expect(JSON.stringify(report.assessments[0]?.['since'])).toContain(
      '"rule":"gdpr.art-38-data-protection-officer","code":"duty","condition":null,"from":"met","to":"open"',
    );
    expect(report.assessments[1]).toMatchObject({
      since: { worse: { verdict: null, tier: null, findings: [], lost: [] } },
    });
    const { out } = await kompass(['check', 'uses', '--against', 'main', '--lang', 'de'], inFolder(folder));
    expect(out).toContain('SCHLECHTER ALS IM STAND main\n ·  Ergebnis: AUS DEN ANGABEN KEIN HINDERNIS → ERST KLÄREN');
    expect(out).toContain('Nichts ist schlechter als im Stand main.');
  });

  test('never changes the gate: what was bad before fails as well, and what got better does not pass for that', async () => {
    const { folder, edit, commit } = town();
    edit('buerger-chatbot.yaml', work);
    commit();
    const codes = async (...argv: string[]) =>
      (await kompass(['check', 'uses/buerger-chatbot.yaml', ...argv], inFolder(folder))).code;
    expect([await codes(), await codes('--against', 'main'), await codes('--against', 'main~1')]).toEqual([1, 1, 1]);
  });

  test('follows a renamed use case, and says of a new one that it is new', async () => {
    const { folder, git, write } = town();
    git('mv', 'uses/spamfilter.yaml', 'uses/filter.yaml');
    write('uses/new.yaml', bareUseCase('new'));
    const { report } = await checkJson(['uses', '--against', 'HEAD'], inFolder(folder));
    const states = report.assessments.map(({ useCase, since }) => [useCase.file, since]);
    expect(states).toMatchObject([
      ['uses/buerger-chatbot.yaml', { state: 'compared' }],
      ['uses/filter.yaml', { state: 'compared' }],
      ['uses/new.yaml', { state: 'new' }],
    ]);
  });

  test('is not kept from checking by a fault that the file had then', async () => {
    const { folder, edit, commit } = town();
    const whole = readFileSync(join(folder, 'uses/spamfilter.yaml'), 'utf8');
    edit('spamfilter.yaml', (text) => `${text}nonsense: 1\n`);
    commit();
    edit('spamfilter.yaml', () => whole);
    const { code, report } = await checkJson(['uses/spamfilter.yaml', '--against', 'main'], inFolder(folder));
    expect(code).toBe(0);
    expect(report.assessments[0]).toMatchObject({ since: { state: 'unreadable' } });
  });

  test.each(['--against', '--changed-since'])('refuses a revision that is not there, with %s', async (option) => {
    const { folder } = town();
    const ran = await kompass(['check', 'uses', option, 'nix', '-o', 'report.txt'], inFolder(folder));
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain('[unknown-revision]');
  });
});

const touchedIn = async (folder: string, ...argv: string[]) => {
  const { report } = await checkJson(['uses', '--changed-since', 'main', ...argv], inFolder(folder));
  return report.assessments.filter(({ touched }) => touched === true).map(({ useCase }) => useCase.id);
};

describe('check --changed-since', () => {
  test('touches a use case with its file or with a document that it names, and none when nothing changed', async () => {
    const { folder, edit } = town();
    expect(await touchedIn(folder)).toEqual([]);
    appendFileSync(join(folder, 'uses/nachweise/datenschutz-rathausdialog.md'), 'more');
    expect(await touchedIn(folder)).toEqual(['buerger-chatbot']);
    edit('spamfilter.yaml', (text) => `${text}# a remark\n`);
    expect(await touchedIn(folder)).toEqual(['buerger-chatbot', 'spamfilter']);
  });

  test.each(['uses/kompass-profile.yaml', 'own/severities.yaml', '.kompass.yaml'])(
    'touches all of them with %s',
    async (file) => {
      const { folder, commit, git } = town();
      cpSync('fixtures/organisation', join(folder, 'own'), { recursive: true });
      writeFileSync(join(folder, '.kompass.yaml'), 'kompass: 1\n');
      commit();
      expect(await touchedIn(folder, '--rules', 'own')).toEqual([]);
      appendFileSync(join(folder, file), '# a remark\n');
      expect(await touchedIn(folder, '--rules', 'own')).toHaveLength(2);
      git('checkout', '-q', '.');
    },
  );

  test('is not touched by a new name alone, nor with its folder', async () => {
    const { folder, git } = town();
    git('mv', 'uses/spamfilter.yaml', 'uses/filter.yaml');
    expect(await touchedIn(folder)).toEqual([]);
    git('mv', 'uses', 'moved');
    const { report } = await checkJson(['moved', '--changed-since', 'main'], inFolder(folder));
    // The profile has another path, and with it the use cases count as touched: that is the safe side.
    expect(report.assessments.map(({ touched }) => touched)).toEqual([true, true]);
  });

  test('assesses the others too: they count for the gate and stand on one line each', async () => {
    const { folder, edit, commit } = town();
    edit('buerger-chatbot.yaml', work);
    commit();
    const argv = ['check', 'uses', '--changed-since', 'main', '--lang', 'en'];
    const { code, out } = await kompass(argv, inFolder(folder));
    expect(code).toBe(1);
    expect(out.split('\n').slice(0, 2)).toEqual([
      'uses/buerger-chatbot.yaml: CLARIFY FIRST · transparency duties – high-risk AI system',
      'uses/spamfilter.yaml: NO OBSTACLE FROM THE ANSWERS · no special tier',
    ]);
    expect(out.replace(/\s+/g, ' ')).toContain('2 use cases are untouched since the revision named');
    const markdown = await kompass([...argv, '-f', 'markdown'], inFolder(folder));
    expect(markdown.out).not.toContain('<details>');
    expect(markdown.out).toContain('CLARIFY FIRST');
  });
});

test('the JSON with both is what the schema describes', async () => {
  const { folder, edit } = town();
  edit('buerger-chatbot.yaml', work);
  const { out } = await kompass(['schema', 'assessment']);
  const valid = new Ajv({ strict: false }).compile(JSON.parse(out));
  const argv = ['check', 'uses', '--against', 'main', '--changed-since', 'main', '-f', 'json'];
  const json = (await kompass(argv, inFolder(folder))).out;
  valid(JSON.parse(json));
  expect(valid.errors).toBe(null);
  expect(valid(JSON.parse(json.replace('"state":"compared"', '"state":"better"')))).toBe(false);
});
