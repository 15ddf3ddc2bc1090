import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { kompass } from '../support/world.ts';

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
