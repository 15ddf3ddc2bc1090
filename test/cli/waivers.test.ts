import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkJson, kompass, temporaryFolder } from '../support/world.ts';

/** The applicant ranking, whose training is only planned, with a waiver that holds until `expires`. */
const waived = (expires: string): string => `${readFileSync('fixtures/use-cases/bewerber-vorauswahl.yaml', 'utf8')}
waivers:
  - finding: ai-act.art-4
    reason: Courses begin in February.
    measures: The head of staff looks through each list.
    approved-by: { name: E. Example, role: head-of-authority }
    approved-on: 2026-11-20
    expires: ${expires}
`;

const reportOf = async (expires: string): Promise<string> =>
  (await kompass(['check', '-', '--lang', 'en'], { cwd: 'fixtures/use-cases', stdin: waived(expires) })).out;

describe('a waived duty', () => {
  test('stays visible with its end, reason, measures and who decided', async () => {
    const report = await reportOf('2027-09-30');
    expect(report).toMatch(/^RESULT {6}NOT READY YET \(one duty waived for a time\)/m);
    expect(report).toMatch(/^WAIVED FOR A TIME\n 1 {2}\S.* until 2027-09-30$/mu);
    expect(report).toContain('“Courses begin in February.”');
    expect(report).not.toMatch(/ai-act\.art-4$/m);
  });

  test('is unmet again where the waiver ends before the start, and the report says why', async () => {
    const report = await reportOf('2027-01-31');
    expect(report).toMatch(/ai-act\.art-4$/m);
    expect(report).toContain('The waiver of 2026-11-20 does not count');
    expect(report).not.toContain('WAIVED FOR A TIME');
  });
});

const entry = (changes: Readonly<Record<string, string>> = {}): string => {
  const parts = {
    finding: 'ai-act.art-4',
    'use-case': 'bewerber-vorauswahl',
    reason: 'Courses begin in February.',
    measures: 'The head of staff looks through each list.',
    'approved-by': '{ name: E. Example, role: head-of-authority }',
    'approved-on': '2026-11-20',
    expires: '2027-09-30',
    ...changes,
  };
  const pairs = Object.entries(parts).map(([key, value]) => `${key}: ${value}`);
  return `  - { ${pairs.join(', ')} }\n`;
};

/** Two uses, and a configuration with these waivers. */
function folder(...waivers: readonly string[]): string {
  const cwd = temporaryFolder();
  for (const name of ['bewerber-vorauswahl.yaml', 'spamfilter.yaml', 'kompass-profile.yaml', 'nachweise'])
    cpSync(`fixtures/use-cases/${name}`, join(cwd, name), { recursive: true });
  writeFileSync(join(cwd, '.kompass.yaml'), `kompass: 1\nwaivers:\n${waivers.join('')}`);
  return cwd;
}

const waivedIn = ({ report }: Awaited<ReturnType<typeof checkJson>>) =>
  report.assessments.map(({ useCase, findings }) => [
    useCase.id,
    findings.filter(({ state }) => state === 'waived').map(({ rule }) => rule),
  ]);

describe('waivers in the configuration', () => {
  test('hold for the uses that they name and for no others', async () => {
    const cwd = folder(entry());
    expect(waivedIn(await checkJson(['.'], { cwd }))).toEqual([
      ['bewerber-vorauswahl', ['ai-act.art-4']],
      ['spamfilter', []],
    ]);
    expect(waivedIn(await checkJson(['.', '--no-config'], { cwd }))[0]).toEqual(['bewerber-vorauswahl', []]);
  });

  test('are shown as a whole on demand, with who signed them and where they stand', async () => {
    const { out } = await kompass(['check', 'bewerber-vorauswahl.yaml', '--lang', 'en', '--show-waived'], {
      cwd: folder(entry()),
    });
    expect(out).toContain('NOT READY YET (one duty waived for a time)');
    expect(out).toContain('Decided by E. Example (head of the authority) on 2026-11-20.');
    expect(out).toMatch(/\.kompass\.yaml, line 3 +ai-act\.art-4/);
  });

  test('are told where they have expired, end soon, or change nothing', async () => {
    const cwd = folder(
      entry({ expires: '2026-11-23' }),
      entry({ expires: '2026-12-24' }),
      entry({ 'use-case': '[spamfilter, not-in-this-run]' }),
    );
    const { report } = await checkJson(['.'], { cwd });
    expect(report.assessments.map(({ notices }) => notices)).toMatchObject([
      [
        { kind: 'waiver-expired', severity: 'advice', position: { file: '.kompass.yaml', line: 3 } },
        { kind: 'waiver-ends', severity: null, position: { file: '.kompass.yaml', line: 4 } },
      ],
      [
        { kind: 'waiver-idle', severity: 'minor', position: { file: '.kompass.yaml', line: 5 } },
        { kind: 'review-overdue' },
      ],
    ]);
    const { out } = await kompass(['check', '.', '--lang', 'de'], { cwd });
    expect(out).toContain('Die Abweichung ist am 23.11.2026 abgelaufen und zählt nicht mehr');
    expect(out).toContain('STEHT BEVOR (bis 24.12.2026)');
  });

  test.each([
    ['over a prohibition', entry({ finding: 'ai-act.art-5-1-a' }), 'not-waivable'],
    ['over a duty that knows none', entry({ finding: 'gdpr.art-35' }), 'unknown-rule'],
    ['by another role', entry({ 'approved-by': '{ name: X, role: project-lead }' }), 'waiver-role'],
    ['for all uses', entry({ 'use-case': '[]' }), 'empty-value'],
    ['for a use that cannot be', entry({ 'use-case': '"*"' }), 'bad-id'],
    ['without an end', entry({ expires: '' }), 'wrong-type'],
    ['that end before they begin', entry({ expires: '2026-11-19' }), 'dates-order'],
  ])('%s are wrong input', async (_, waiver, problem) => {
    const { code, out, err } = await kompass(['check', '.'], { cwd: folder(waiver) });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(new RegExp(`^\\.kompass\\.yaml:3:\\d+ .*\\[${problem}\\]$`, 'm'));
  });
});
