import {
  aspectTotals,
  dueByMonth,
  dueEntries,
  type DueMonth,
  type Placed,
  tierClasses,
  tiersByStage,
  verdictTotals,
} from '../../assess/register-totals.ts';
import { type RegisterRow, tallyStates } from '../../model/register.ts';
import { messages } from '../../text/messages.ts';
import { registerWords } from '../../text/register-words.ts';
import type { RegisterRun } from './run.ts';

/** Figures that a page draws as bars and everybody can read as a table. */
export interface Chart {
  readonly title: string;
  readonly note: string | null;
  /** The head of the first column. */
  readonly of: string;
  /** What each bar is made of, in order. */
  readonly series: readonly Series[];
  /** The table with the bars as its columns, since the names of the series are long. */
  readonly isTurned: boolean;
  readonly bars: readonly { readonly label: string; readonly values: readonly number[] }[];
}

interface Series {
  /** What the part is; null: the bars count one thing alone. */
  readonly name: string | null;
  readonly colour: string;
  /** Hatched: what is not settled is told apart without colour, too. */
  readonly isOpen: boolean;
}

export const chartsOf = (rows: readonly RegisterRow[], run: RegisterRun): readonly Chart[] =>
  rows.length === 0 ? [] : [resultChart(rows, run), tierChart(rows, run), aspectChart(rows, run), dueChart(rows, run)];

function resultChart(rows: readonly RegisterRow[], { language }: RegisterRun): Chart {
  const say = registerWords[language];
  return {
    title: say.chart.results,
    note: null,
    isTurned: false,
    of: say.label.result,
    series: [{ name: null, colour: '#1f3864', isOpen: false }],
    bars: verdictTotals(rows).map(({ verdict, count }) => ({
      label: messages[language].verdict[verdict],
      values: [count],
    })),
  };
}

const tierColours = {
  'out-of-scope': '#9aa3ae',
  minimal: '#7fa3c7',
  transparency: '#2f6aa8',
  'high-risk': '#7a3b8f',
  prohibited: '#a11212',
} as const;

/** Only the tiers that occur have a part in it. */
export function tierChart(rows: readonly Placed[], { language }: RegisterRun): Chart {
  const { chart, label } = registerWords[language];
  const { tier: tierName, stage: stageName } = messages[language];
  const stages = tiersByStage(rows);
  const used = tierClasses.flatMap((one, index) =>
    stages.some(({ counts }) => counts[index] !== 0) ? [{ one, index }] : [],
  );
  return {
    title: chart.tiers,
    note: null,
    isTurned: true,
    of: label.tier,
    series: used.map(({ one: { tier, isSettled } }) => ({
      name: isSettled ? tierName[tier] : chart.tierUpTo(tierName[tier]),
      colour: tierColours[tier],
      isOpen: !isSettled,
    })),
    bars: stages.map(({ stage, counts }) => ({
      label: stage === null ? chart.stageUnknown : stageName[stage],
      values: used.map(({ index }) => counts[index] ?? 0),
    })),
  };
}

const tallyColours = { met: '#1e6b34', waived: '#8fbf9f', unmet: '#a11212', open: '#b58900' } as const;

function aspectChart(rows: readonly RegisterRow[], { language }: RegisterRun): Chart {
  const { chart } = registerWords[language];
  return {
    title: chart.aspects,
    note: chart.aspectsNote,
    isTurned: false,
    of: chart.aspect,
    series: tallyStates.map((state) => ({
      name: chart.tally[state],
      colour: tallyColours[state],
      isOpen: state === 'open',
    })),
    bars: aspectTotals(rows).map(({ aspect, tally }) => ({
      label: messages[language].aspect[aspect],
      values: tallyStates.map((state) => tally[state]),
    })),
  };
}

function dueChart(rows: readonly RegisterRow[], run: RegisterRun): Chart {
  const { chart } = registerWords[run.language];
  return {
    title: chart.due,
    note: chart.dueNote,
    isTurned: false,
    of: chart.when,
    series: [
      { name: chart.certain, colour: '#1f3864', isOpen: false },
      { name: chart.possible, colour: '#1f3864', isOpen: true },
    ],
    bars: dueByMonth(dueEntries(rows), run.asOf).map((month) => ({
      label: monthText(month, run),
      values: [month.certain, month.possible],
    })),
  };
}

function monthText({ month }: DueMonth, { language }: RegisterRun): string {
  const { chart } = registerWords[language];
  if (month === 'overdue' || month === 'later') return chart[month];
  return chart.month(month.slice(0, 4), Number(month.slice(5)));
}
