import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkJson, kompass, temporaryFolder } from '../support/world.ts';

/** The spam filter of the town, which runs since 2024, with these lines more. */
function folder(more = ''): string {
  const cwd = temporaryFolder();
  for (const name of ['kompass-profile.yaml', 'nachweise'])
    cpSync(`fixtures/use-cases/${name}`, join(cwd, name), { recursive: true });
  const text = readFileSync('fixtures/use-cases/spamfilter.yaml', 'utf8');
  writeFileSync(join(cwd, 'spamfilter.yaml'), text + more);
  return cwd;
}

const check = async (asOf: string, argv: readonly string[] = [], more = '') => {
  const { code, report } = await checkJson(['spamfilter.yaml', '--as-of', asOf, ...argv], { cwd: folder(more) });
  const [assessment] = report.assessments;
  return { code, verdict: assessment?.verdict, kinds: assessment?.notices.map(({ kind }) => kind) };
};

const times = (text: string): number => text.match(/kompass-profile\.yaml, line/g)?.length ?? 0;

describe('evidence that ages', () => {
  test('is a hint before it runs out, and afterwards weighs as the duty that rests on it does', async () => {
    expect(await check('2026-11-24')).toEqual({ code: 0, verdict: 'ready', kinds: ['review-overdue'] });
    const ahead = await check('2027-08-01', ['--within', '90d']);
    expect(ahead).toMatchObject({ code: 0, verdict: 'ready' });
    expect(ahead.kinds).toContain('evidence-ends');
    expect((await check('2027-08-01')).kinds).not.toContain('evidence-ends');
    const after = await check('2027-10-14');
    expect(after).toMatchObject({ code: 1, verdict: 'clarify' });
    expect(after.kinds).toContain('evidence-expired');
  });
});

/** The same, without the evidence of the training. */
function without(): string {
  const cwd = folder();
  rmSync(join(cwd, 'nachweise', 'schulung-it-betrieb.md'));
  return cwd;
}

describe('a file that is named as evidence and is not there', () => {
  test('is told with its name and line, once, since a duty is open for want of it', async () => {
    const cwd = without();
    const lines = readFileSync(join(cwd, 'spamfilter.yaml'), 'utf8').split('\n');
    const line = lines.findIndex((text) => text.includes('schulung-it-betrieb.md')) + 1;
    const argv = ['spamfilter.yaml', '--as-of', '2026-11-24'];
    const { report } = await checkJson(argv, { cwd });
    expect(report.assessments[0]?.notices.filter(({ kind }) => kind === 'evidence-not-found')).toMatchObject([
      { severity: 'minor', text: 'nachweise/schulung-it-betrieb.md', position: { line } },
    ]);
    const { out } = await kompass(['check', ...argv, '--lang', 'en'], { cwd });
    expect(out.replaceAll(/\s+/g, ' ')).toContain(
      `This file was not found or is empty; it does not count as evidence: nachweise/schulung-it-betrieb.md spamfilter.yaml, line ${line}`,
    );
  });

  test('is not told where other evidence settles the matter', async () => {
    const cwd = without();
    const more = '  - { file: nachweise/spamfilter-betrieb.md, on: 2026-10-12, by: IT, proves: [ai-literacy] }\n';
    writeFileSync(join(cwd, 'other.yaml'), readFileSync(join(cwd, 'spamfilter.yaml'), 'utf8') + more);
    const { report } = await checkJson(['other.yaml', '--as-of', '2026-11-24'], { cwd });
    expect(report.assessments[0]?.notices.map(({ kind }) => kind)).not.toContain('evidence-not-found');
    expect((await check('2026-11-24')).kinds).not.toContain('evidence-not-found');
  });
});

describe('kompass check --within', () => {
  test('changes neither verdict nor exit code', async () => {
    const more = 'review: 2027-01-15\n';
    const [plain, wide] = [await check('2026-11-24', [], more), await check('2026-11-24', ['--within', '400d'], more)];
    expect([wide.code, wide.verdict]).toEqual([plain.code, plain.verdict]);
    expect(plain.kinds).not.toContain('review-due');
    expect(wide.kinds).toContain('review-due');
  });

  test('has a section of its own in the report', async () => {
    const argv = ['check', 'spamfilter.yaml', '--within', '90d', '--lang', 'en'];
    const { out } = await kompass(argv, { cwd: folder('review: 2027-01-15\n') });
    expect(out).toMatch(/^LIES AHEAD \(until 2027-02-22\)\n 1 {2}This use is to be reviewed by 2027-01-15\.$/m);
    expect(out).toContain('spamfilter.yaml, line');
  });

  test('tells what stands in the profile once for all uses, and in each where there is only one', async () => {
    const cwd = folder();
    writeFileSync(
      join(cwd, 'b.yaml'),
      readFileSync(join(cwd, 'spamfilter.yaml'), 'utf8').replace(/^id: .*$/m, 'id: b'),
    );
    const look = ['--within', '400d', '--lang', 'en'];
    const [one, both] = [
      await kompass(['check', 'b.yaml', '-v', ...look], { cwd }),
      await kompass(['check', 'b.yaml', 'spamfilter.yaml', '-v', ...look], { cwd }),
    ];
    expect(times(one.out)).toBeGreaterThan(0);
    expect(times(both.out)).toBe(times(one.out));
    expect(both.out.split('IN THE PROFILE, FOR ALL USES')).toHaveLength(2);
    expect(one.out).not.toContain('IN THE PROFILE, FOR ALL USES');
  });

  test.each(['90', '3m', '-1d', ''])('takes days, and not “%s”', async (within) => {
    const { code, err } = await kompass(['check', 'spamfilter.yaml', `--within=${within}`], { cwd: folder() });
    expect(code).toBe(2);
    expect(err).toContain('30d');
  });
});

describe('what a file says of its operation', () => {
  test('events since the last review are told, with the words of the file and its line', async () => {
    const more = `review: { last: 2026-10-01, by: IT, every: 12 }
operation:
  events:
    - { on: 2026-11-20, kind: model-change, text: Version 4 }
    - { on: 2026-09-20, kind: complaint }
  readings:
    - { on: 2026-11-01, what: wrongly held back, value: 3 in 1000, by: IT, aspect: sensible-secure-use }
`;
    const { out, code } = await kompass(['check', 'spamfilter.yaml', '--lang', 'de'], { cwd: folder(more) });
    expect(code).toBe(0);
    expect(out).toMatch(
      /^WIEDERVORLAGE\n 1 {2}Seit der letzten Überprüfung ist etwas geschehen, am 20\.11\.2026: Version\n? *4$/m,
    );
    expect(out).not.toContain('20.09.2026');
  });

  test.each([
    ['review: soon\n', 'bad-date'],
    ['review: 0\n', 'wrong-type'],
    ['review: { every: 500 }\n', 'wrong-type'],
    ['review: { lst: 2026-10-01 }\n', 'unknown-key'],
    ['operation: { events: none }\n', 'wrong-type'],
    ['operation: { events: [{ on: 2026-11-20 }] }\n', 'missing-key'],
    ['operation: { events: [{ on: 2026-11-20, kind: incidnt }] }\n', 'unknown-value'],
    ['operation: { readings: [{ on: 2026-11-20, what: errors }] }\n', 'missing-key'],
    ['operation: { readings: [{ on: 2026-11-20, what: trained, value: 3, aspect: trainning }] }\n', 'unknown-value'],
    ['operation: { evnts: [] }\n', 'unknown-fact'],
  ])('%s is refused', async (more, problem) => {
    const { code, err } = await kompass(['check', 'spamfilter.yaml'], { cwd: folder(more) });
    expect(code).toBe(2);
    expect(err).toContain(`[${problem}]`);
  });
});

const dueWith = async (profile: string, config: string) => {
  const cwd = folder('review: { last: 2026-10-01 }\n');
  const file = join(cwd, 'kompass-profile.yaml');
  writeFileSync(file, readFileSync(file, 'utf8') + profile);
  writeFileSync(join(cwd, '.kompass.yaml'), `kompass: 1\n${config}`);
  const { report } = await checkJson(['spamfilter.yaml'], { cwd });
  return report.assessments[0]?.['review'];
};

describe('the intervals of the organisation', () => {
  test('stand in the profile or the configuration, and the shorter one counts', async () => {
    const twelve = { last: '2026-10-01', due: '2027-10-01' };
    const six = { last: '2026-10-01', due: '2027-04-01' };
    expect(await dueWith('', '')).toEqual(twelve);
    expect(await dueWith('review: { minimal: 6 }\n', '')).toEqual(six);
    expect(await dueWith('', 'review: { minimal: 6 }\n')).toEqual(six);
    expect(await dueWith('review: { minimal: 6 }\n', 'review: { minimal: 24 }\n')).toEqual(six);
    expect(await dueWith('review: { high-risk: 3 }\n', '')).toEqual(twelve);
  });
});
