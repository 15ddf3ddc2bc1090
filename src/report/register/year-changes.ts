import { known } from '../../assess/compile.ts';
import type { ChangedRow, RegisterChanges, Why } from '../../assess/register-changes.ts';
import { yearWords } from '../../text/year-words.ts';
import type { Block } from '../paper/blocks.ts';
import { counted, heading, note, openPoint, paragraph, useText, type YearRun } from './year-blocks.ts';

/** What is otherwise than in the earlier state, and why. */
export function changeBlocks(run: YearRun): readonly Block[] {
  const say = yearWords[run.language];
  const title = heading(1, say.heading.changes);
  return run.changes === null ? [title, paragraph(say.change.notAsked)] : [title, ...comparedBlocks(run.changes, run)];
}

function comparedBlocks(changes: RegisterChanges, run: YearRun): readonly Block[] {
  const say = yearWords[run.language];
  const { added, gone, changed, same, name, asOf, unread, isWhole } = changes;
  return [
    paragraph(say.change.since(name, say.day(asOf))),
    ...(isWhole ? [] : [note(say.change.notWhole)]),
    ...(unread === 0 ? [] : [note(say.change.unread(unread))]),
    ...counted(
      say.change.added(added.length),
      added.map((row) => say.change.addedUse(useText(row, run), say.change.tierOf(row.tier))),
    ),
    ...counted(
      say.change.gone(gone.length),
      gone.map(({ title, unit }) => `${useText({ title, owner: { unit, role: null } }, run)}.`),
    ),
    ...(gone.length === 0 ? [] : [openPoint(say.change.goneIsNotOff, run)]),
    ...(gone.length > 0 && run.register.unread.length > 0 ? [note(say.change.unreadNow)] : []),
    ...counted(
      say.change.changed(changed.length),
      changed.map((one) => changeText(one, run)),
    ),
    paragraph(say.change.same(same)),
  ];
}

function changeText({ row, before, isTier, isVerdict, why }: ChangedRow, run: YearRun): string {
  const say = yearWords[run.language].change;
  const use = useText(row, run);
  const tier = [say.tierOf(before.tier), say.tierOf(row.tier)] as const;
  const verdict = [say.verdict[before.verdict], say.verdict[row.verdict]] as const;
  const what =
    isTier && isVerdict
      ? say.bothChange(use, tier, verdict)
      : isTier
        ? say.tierChange(use, ...tier)
        : say.verdictChange(use, ...verdict);
  return `${what} ${reason(why, run)}`;
}

/** More questions than can be listened to are counted. */
const most = 2;

/** One sentence: what weighs most stands first. */
function reason(why: Why, { compiled, language }: YearRun): string {
  const { because } = yearWords[language].change;
  if (why.kind === 'rows') return why.sameAnswers ? because.sameAnswers : because.otherAnswers;
  if (why.answers.length > 0) {
    const questions = why.answers.map((fact) => known(compiled.facts, fact).question[language]);
    return because.answers(questions.slice(0, most), Math.max(0, questions.length - most));
  }
  if (why.records) return because.records;
  if (why.date !== null) return because.date(known(compiled.dates, why.date.name).title[language], why.date.from);
  if (why.aged) return because.aged;
  if (why.rules) return because.rules;
  return why.day ? because.day : because.other;
}
