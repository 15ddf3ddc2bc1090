import { aspects, steps } from '../../model/rule.ts';
import { dayText } from '../../text/messages.ts';
import { forTerminal } from '../escape.ts';
import { officeTitle, tally, type Tally } from '../view.ts';
import { indent, labelled, type Page, wrap } from './page.ts';

const isEmpty = ({ met, unmet, open }: Tally): boolean => met + unmet + open === 0;

const cells = (tallied: readonly string[]): string => tallied.map((cell) => cell.padStart(10)).join('');

/** Where the use stands: the steps, with the first that is not done, and the aspects in numbers. */
export function standing(page: Page): readonly string[] {
  const { view } = page;
  const { say } = view;
  const done = steps.map((step) => ({ step, tally: tally(view, (finding) => finding.step === step) }));
  const at = done.findIndex((one) => one.tally.unmet + one.tally.open > 0);
  const place = at < 0 ? say.stepsDone : say.stepAt(at + 1, steps.length, say.step[steps[at] ?? 'purpose']);
  const rows = aspects
    .map((aspect) => ({ title: say.aspect[aspect], tally: tally(view, (finding) => finding.aspect === aspect) }))
    .filter((row) => !isEmpty(row.tally));
  if (rows.length === 0) return [];
  const { met, unmet, open } = say.tally;
  const width = Math.max(...rows.map(({ title }) => title.length)) + 2;
  const table = (title: string, tallied: readonly string[]): string =>
    `${' '.repeat(indent)}${title.padEnd(width)}${cells(tallied)}`;
  const isNarrow = indent + width + 30 > page.width;
  return [
    ...labelled(page, say.label.standing, place),
    ...(isNarrow ? [] : [table('', [met, unmet, open])]),
    ...rows.flatMap(({ title, tally: { met: a, unmet: b, open: c } }) =>
      isNarrow
        ? labelled(page, '', `${title}: ${met} ${a}, ${unmet} ${b}, ${open} ${c}`)
        : [table(title, [`${a}`, `${b}`, `${c}`])],
    ),
  ];
}

/** The steps one by one, done, missing or open. */
export function stepList(page: Page): readonly string[] {
  const { view } = page;
  const { say } = view;
  const lines = steps.flatMap((step, index) => {
    const found = tally(view, (finding) => finding.step === step);
    const state =
      found.unmet > 0
        ? say.stepMissing(found.unmet)
        : found.open > 0
          ? say.stepOpen(found.open)
          : isEmpty(found)
            ? say.stepNothing
            : say.stepMet;
    return wrap(`${say.step[step]}: ${state}`, page.width - 4).map((line, part) =>
      part === 0 ? `${`${index + 1}`.padStart(2)}  ${line}` : `    ${line}`,
    );
  });
  return [page.paint.bold(say.heading.steps), ...lines];
}

/** Approval and register entry: outside the verdict, for they rest on it. */
export function approval(page: Page): readonly string[] {
  const { view } = page;
  const { say, language, assessment } = view;
  const { state, by, on } = assessment.approval;
  const office = by === null ? '' : officeTitle(view, by);
  const day = on === null ? '' : dayText(on, language);
  const register =
    assessment.register === null
      ? say.registerMissing
      : say.registered(dayText(assessment.register.on, language), forTerminal(assessment.register.entry ?? ''));
  return labelled(
    page,
    say.label.approval,
    [say.approval[state](office, day), register, say.digest(assessment.digest)].join(' '),
  );
}
