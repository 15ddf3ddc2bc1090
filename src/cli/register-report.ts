import { registerChanges } from '../assess/register-changes.ts';
import { periodOf, yearOf } from '../assess/year.ts';
import { findFiles, nowhere } from '../files/find.ts';
import { type IsoDate, parsePeriod } from '../model/date.ts';
import type { Result } from '../model/problem.ts';
import { yearReport } from '../report/register/year.ts';
import { forTerminal } from '../report/escape.ts';
import { dayText } from '../text/messages.ts';
import { yearWords } from '../text/year-words.ts';
import { dayOf } from './day.ts';
import { earlierRegister } from './earlier-register.ts';
import { exitCode, type ExitCode } from './exit-code.ts';
import { paperTarget, writePaper } from './paper.ts';
import { openRegister, type RegisterOptions } from './register.ts';
import { refuse, type Setting, tell } from './tell.ts';
import { write } from './world.ts';

export interface ReportOptions extends Pick<RegisterOptions, 'asOf' | 'profile' | 'rules' | 'output'> {
  /** A year, as it was given; without one an earlier state says nothing. */
  readonly report?: string;
  /** A revision of Git, or a register as JSON. */
  readonly since?: string;
}

/** `kompass register PATH… --report YEAR`: what a council is told of a year, as Markdown or Word. */
export async function reportYear(
  paths: readonly string[],
  options: ReportOptions,
  setting: Setting,
): Promise<ExitCode> {
  const { world, language } = setting;
  const { output, profile, since } = options;
  const day = dayIn(options, setting);
  if (!day.ok) return refuse(day.problems, setting);
  const { year, asOf } = day.value;
  const period = periodOf(year, asOf);
  if (period === null) {
    const params = { year: `${year}`, day: dayText(asOf, language) };
    return refuse([{ code: 'year-ahead', at: nowhere, params }], setting);
  }
  const found = await findFiles(paths, world.cwd);
  if (found.files.length === 0) return refuse(found.problems, setting);
  const inputs = [profile, since].filter((file) => file !== undefined);
  const target = paperTarget(output === undefined ? {} : { output }, [...found.files, ...inputs], world);
  if (!target.ok) return refuse(target.problems, setting);
  const opened = await openRegister(found, { ...options, asOf }, setting);
  if (!opened.ok) return refuse(opened.problems, setting);
  const { compiled, whole, problems } = opened.value;
  const earlier = since === undefined ? null : earlierRegister(since, { paths, found, compiled, asOf, profile }, world);
  if (earlier?.ok === false) return refuse(earlier.problems, setting);
  const changes = earlier === null ? null : registerChanges(whole.rows, earlier.value.register, earlier.value.why);
  const paper = yearReport({ register: whole, year: yearOf(whole, period), changes, compiled, language });
  const failed = await writePaper(paper, target.value, world);
  if (failed.length > 0) return refuse(failed, setting);
  if (output !== undefined) await write(world.stdout, `${forTerminal(yearWords[language].written(year, output))}\n`);
  await tell(problems, setting);
  return problems.length > 0 ? exitCode.wrongInput : exitCode.passed;
}

/** Where no day is named: the last day of the year, or today while it lasts. */
function dayIn(
  { asOf, report }: ReportOptions,
  { world }: Setting,
): Result<{ readonly year: number; readonly asOf: IsoDate }> {
  if (report === undefined) {
    const params = { option: '--since', needs: '--report' };
    return { ok: false, problems: [{ code: 'needs-option', at: nowhere, params }] };
  }
  const named = /^\d{4}$/.test(report) ? parsePeriod(report) : null;
  if (named === null) return { ok: false, problems: [{ code: 'bad-year', at: nowhere, params: { found: report } }] };
  const day = dayOf(asOf === undefined ? {} : { asOf }, world);
  if (!day.ok) return day;
  const isOver = asOf === undefined && day.value > named.last;
  return { ok: true, value: { year: Number(report), asOf: isOver ? named.last : day.value } };
}
