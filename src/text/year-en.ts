import type { RegisterTally } from '../model/register.ts';
import { listed } from './list.ts';
import type { AheadWords, ChangeWords, YearWords } from './year-words.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** Up to twelve in words, as it is read. */
const number = (count: number): string => small[count] ?? `${count}`;
const upper = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
const and = (items: readonly string[]): string => listed(items, ' and ');
const of = (count: number, one: string, many: string): string => `${number(count)} ${count === 1 ? one : many}`;
const uses = (count: number): string => of(count, 'use', 'uses');
const either = (count: number, one: string, many: string): string => (count === 1 ? one : many);

const day: YearWords['day'] = (iso) => {
  const [year = '', month = '', date = ''] = iso.split('-');
  return `${Number(date)} ${months[Number(month) - 1] ?? month} ${year}`;
};

const tier = {
  'out-of-scope': '“outside the AI Act”',
  minimal: '“no special tier”',
  transparency: '“transparency duties”',
  'high-risk': '“high-risk AI system”',
  prohibited: '“prohibited practice”',
} as const;

const eventNoun = {
  incident: ['incident', 'incidents'],
  complaint: ['complaint', 'complaints'],
  'model-change': ['change of the model', 'changes of the model'],
  'purpose-change': ['change of purpose', 'changes of purpose'],
  'function-change': ['change of functions', 'changes of functions'],
} as const;

const eventsText = (counts: readonly { kind: keyof typeof eventNoun; count: number }[]): string =>
  and(counts.map(({ kind, count }) => of(count, eventNoun[kind][0], eventNoun[kind][1])));

const aspect = {
  responsibility: 'Responsibility and liability',
  'non-discrimination': 'Non-discrimination',
  transparency: 'Transparency and traceability',
  'data-protection': 'Data protection',
  'sensible-secure-use': 'Sensible and secure use',
  training: 'Training',
  governance: 'Beside these, governance',
} as const;

function aspectText({ met, waived, unmet, open }: RegisterTally, unmetIn: number, openIn: number): string {
  if (met + waived + unmet + open === 0) return 'By the answers there is no duty here.';
  const some = (count: number, what: string, where: number): string =>
    `${upper(number(count))} ${either(count, 'is', 'are')} ${what}, in ${uses(where)}.`;
  return [
    `${upper(of(met, 'duty is', 'duties are'))} met.`,
    unmet === 0 ? 'None is unmet.' : some(unmet, 'not met', unmetIn),
    open === 0 ? 'None is open.' : some(open, 'open', openIn),
    ...(waived === 0 ? [] : [`${upper(number(waived))} ${either(waived, 'is', 'are')} waived for a time.`]),
  ].join(' ');
}

const change: ChangeWords = {
  notAsked: 'No comparison with an earlier state was asked for.',
  since: (name, at) => `This is compared with the state of ${at} (${name}).`,
  added: (count) => `${upper(uses(count))} ${either(count, 'is', 'are')} new in the register${count === 0 ? '.' : ':'}`,
  addedUse: (use, what) => `${use}. Its tier is ${what}.`,
  gone: (count) =>
    count === 0
      ? 'No use has disappeared from the register.'
      : `${upper(uses(count))} no longer ${either(count, 'stands', 'stand')} in the register:`,
  changed: (count) =>
    count === 0
      ? 'No other use has changed its tier or its result.'
      : `${upper(uses(count))} ${either(count, 'has', 'have')} another tier or result than before:`,
  tierOf: ({ lowest, highest }) =>
    lowest === highest ? tier[lowest] : `still open between ${tier[lowest]} and ${tier[highest]}`,
  tierChange: (use, from, to) => `${use}: the tier was ${from} and is now ${to}.`,
  verdict: {
    ready: 'nothing in the answers against it',
    clarify: 'clarify first',
    'not-ready': 'not ready yet',
    stop: 'stop',
  },
  verdictChange: (use, from, to) => `${use}: the result was “${from}” and is now “${to}”.`,
  bothChange: (use, [tierFrom, tierTo], [from, to]) =>
    `${use}: the tier was ${tierFrom} and is now ${tierTo}. The result was “${from}” and is now “${to}”.`,
  because: {
    answers: (questions, more) => {
      const quoted = questions.map((question) => `“${question}”`);
      const rest = more === 0 ? [] : [`${number(more)} more`];
      return `The reason: ${either(questions.length + more, 'the question', 'the questions')} ${and([...quoted, ...rest])} ${either(questions.length + more, 'was', 'were')} answered otherwise.`;
    },
    records: 'The reason: evidence or opinions were added, were removed or no longer fit the answers.',
    date: (title, { earliest }) =>
      `The reason: a date of the law lies between the two days (${title}${earliest === null ? '' : `, ${day(earliest)} at the earliest`}).`,
    day: 'The reason is the later day: other law applies on it, or time limits and evidence count otherwise.',
    aged: 'The reason: evidence or confirmations have become too old, or count only now.',
    rules: 'The reason: the rules have changed.',
    other: 'The reason lies outside the answers, for instance in tender documents.',
    otherAnswers: 'The answers about the use have been changed since.',
    sameAnswers:
      'Nothing has changed in the use as described; the reason lies in the stage, in evidence, in the day looked at or in the rules.',
  },
  same: (count) =>
    count === 0
      ? 'No use has kept both its tier and its result.'
      : `Tier and result of ${uses(count)} are the same as before.`,
  unread: (count) =>
    `${upper(of(count, 'file', 'files'))} of the earlier state could not be read. What stood there is not compared.`,
  notWhole:
    'Single files were compared, and no folder. Whether a use has disappeared or only moved cannot be told from them.',
  unreadNow: 'What cannot be read today may stand among the uses that have disappeared.',
  goneIsNotOff:
    'What disappears from the register is not switched off by that. The departments have to confirm what became of it.',
};

const due = {
  review: ['One review falls due', 'reviews fall due', ''],
  'waiver-ends': ['One waiver ends', 'waivers end', ''],
  'approval-ends': ['One approval ends', 'approvals end', ''],
  'evidence-ends': ['One piece of evidence runs out, on', 'pieces of evidence run out', ', the first on'],
  'opinion-ends': ['One opinion runs out, on', 'opinions run out', ', the first on'],
  planned: ['One measure is promised, for', 'measures are promised', ', the first for'],
} as const;

const ahead: AheadWords = {
  until: (at) => `This chapter looks ahead to ${at}.`,
  starts: (count) => `${upper(uses(count))} ${either(count, 'is', 'are')} to begin:`,
  ends: (count) => `${upper(uses(count))} ${either(count, 'is', 'are')} to end:`,
  named: (kind, count) => (count === 1 ? `${due[kind][0]}:` : `${upper(number(count))} ${due[kind][1]}:`),
  due: (kind, count, first) =>
    count === 1 ? `${due[kind][0]} ${first}.` : `${upper(number(count))} ${due[kind][1]}${due[kind][2]} ${first}.`,
  dueOn: (use, at) => `${use}, on ${at}.`,
  law: (at, count, certain) => `On ${at} new duties ${certain ? 'begin' : 'may begin'}, for ${uses(count)}.`,
  nothing: (at) => `Nothing is on record up to ${at}.`,
};

const running = {
  idea: 'still an idea',
  tender: 'in the tender',
  award: 'at the award',
  start: 'started',
  operation: 'in operation',
} as const;

export const yearEnglish: YearWords = {
  title: (year) => `Report to the council: artificial intelligence in the administration in ${year}`,
  day,
  use: (title, unit) => (unit === null ? `“${title}”` : `“${title}” (${unit})`),
  about: (at) => `This report rests on what the departments have entered in their AI register. It is as of ${at}.`,
  notOver: (year, at) => `The year ${year} is not over yet. What happens after ${at} is missing here.`,
  pastYear: (year) =>
    `What began, ended, was approved or happened counts for the year ${year}. Tiers, duties and dates are those of the day named.`,
  noAdvice:
    'The report is a pre-check and no legal advice. What nobody has entered counts as unknown, and never as done.',
  unread: (files) =>
    `${upper(of(files.length, 'file', 'files'))} could not be read and ${either(files.length, 'is', 'are')} missing in all figures: ${and(files)}. What is described there may be in use all the same.`,
  otherProblems: (count) =>
    `${upper(of(count, 'further mistake', 'further mistakes'))} in the input ${either(count, 'has', 'have')} not been mended. The figures may therefore be incomplete.`,
  heading: {
    overview: 'At a glance',
    year: 'What happened in the year',
    begun: 'Begun',
    ended: 'Ended or given up',
    approvals: 'Approvals',
    tiers: 'Tiers under the AI Act',
    prohibited: 'What is prohibited',
    aspects: 'The six aspects of the council’s motion',
    waivers: 'Waivers',
    reviews: 'Overdue reviews',
    events: 'Incidents and complaints',
    training: 'Training',
    changes: 'What has changed',
    ahead: 'What lies ahead',
    open: 'What this report cannot know',
  },
  known: (count) =>
    count === 0
      ? 'No use of artificial intelligence stands in the register.'
      : `${upper(uses(count))} of artificial intelligence ${either(count, 'stands', 'stand')} in the register.`,
  current: (ended, count) =>
    count === 0
      ? `${either(ended, 'It has ended or was', 'All have ended or were')} given up.`
      : ended === 0
        ? `${either(count, 'It runs or is', 'All of them run or are')} planned:`
        : `${upper(number(ended))} of them ${either(ended, 'has ended or was', 'have ended or were')} given up. ${upper(number(count))} ${either(count, 'runs or is', 'run or are')} planned:`,
  stage: (stage, count) => {
    const is = either(count, 'is', 'are');
    if (stage === null) return `The stage of ${uses(count)} is not known.`;
    return {
      operation: `${upper(uses(count))} ${is} in operation.`,
      start: `${upper(uses(count))} ${is} started, pilots with real data included.`,
      award: `${upper(uses(count))} ${is} at the award, so before the start.`,
      tender: `${upper(uses(count))} ${is} in the tender.`,
      idea: `${upper(uses(count))} ${is} still ${either(count, 'an idea', 'ideas')}.`,
    }[stage];
  },
  endedBefore: (count) => `${upper(uses(count))} had already ended in earlier years.`,
  begun: (count, year) => `${upper(uses(count))} began in ${year}${count === 0 ? '.' : ':'}`,
  begunOn: (use, at) => `${use}, on ${at}.`,
  lateStart: (named) =>
    `The planned start of ${and(named)} has passed, yet by the recorded stage ${either(named.length, 'it is', 'they are')} not in use. ${either(named.length, 'The department has', 'The departments have')} to say which is right.`,
  ended: (count, year) =>
    count === 0
      ? `No use ended or was given up in ${year}.`
      : `By the answers ${uses(count)} ended or ${either(count, 'was', 'were')} given up in ${year}:`,
  endedOn: (use, stage, at) =>
    stage === 'running' ? `${use}, ended on ${at}.` : `${use}, given up before its start, on ${at}.`,
  stillRunning: (named) =>
    `For ${and(named)} an end is recorded that has passed, yet the stage still says that ${either(named.length, 'it runs', 'they run')}. ${either(named.length, 'The department has to confirm that it is', 'The departments have to confirm that they are')} switched off.`,
  approved: (count, year) =>
    count === 0
      ? `No approval is recorded for ${year}.`
      : `${upper(uses(count))} ${either(count, 'was', 'were')} approved in ${year}:`,
  approvedOn: (use, at) => `${use}, on ${at}.`,
  lapsed: (count) =>
    count === 0
      ? 'Each recorded approval counts on the day of this report.'
      : `${upper(of(count, 'approval does', 'approvals do'))} not count on the day of this report:`,
  lapsedBecause: (use, why, until) =>
    ({
      'not-entitled': `${use}: it was approved by an office that may not do so.`,
      'too-early': `${use}: the approval does not count yet.`,
      expired: `${use}: the approval has run out${until === null ? '' : `; it held until ${until}`}.`,
      stale: `${use}: the answers have changed since the approval, or its check code is missing.`,
    })[why],
  unapproved: (count) =>
    count === 0
      ? 'Each use that runs has an approval that counts.'
      : `${upper(of(count, 'use runs', 'uses run'))} without a recorded approval that counts:`,
  counted: (count) =>
    count === 1
      ? 'Counted here and in the following chapters is the one use that has not ended.'
      : `Counted here and in the following chapters are the ${number(count)} uses that have not ended.`,
  tier: (which, count) =>
    ({
      prohibited: `${upper(of(count, 'use falls', 'uses fall'))} under a prohibited practice.`,
      'high-risk': `${upper(of(count, 'use is a high-risk AI system', 'uses are high-risk AI systems'))}.`,
      transparency: `Special transparency duties apply to ${uses(count)}.`,
      minimal: `${upper(of(count, 'use has', 'uses have'))} no special tier.`,
      'out-of-scope': `${upper(of(count, 'use lies', 'uses lie'))} outside the AI Act.`,
    })[which],
  unsettled: (count) =>
    count === 0 ? 'No tier is open.' : `The tier of ${uses(count)} is not settled, because answers are missing.`,
  named: (sentence, named) => `${sentence.replace(/\.$/, ':')} ${and(named)}.`,
  atMost: (highest, named) =>
    ({
      prohibited: `In the worst case it is a prohibited practice: ${and(named)}.`,
      'high-risk': `In the worst case it is a high-risk AI system: ${and(named)}.`,
      transparency: `In the worst case special transparency duties apply: ${and(named)}.`,
      minimal: `In the worst case the AI Act applies, without a special tier: ${and(named)}.`,
      'out-of-scope': `Outside the AI Act: ${and(named)}.`,
    })[highest],
  noUses: 'There is no running or planned use.',
  prohibited: (count) =>
    count === 0
      ? 'By the answers no use is prohibited.'
      : `By the answers ${of(count, 'use is', 'uses are')} prohibited:`,
  otherLaw: 'Other laws than the AI Act may prohibit a use as well; that is counted here, too.',
  prohibitedUse: (use, stage) => (stage === null ? `${use}.` : `${use}, ${running[stage]}.`),
  maybeProhibited: (count) =>
    count === 0
      ? 'This question is open for no use.'
      : `For ${uses(count)} a prohibition is not ruled out, because answers are missing:`,
  aspectsIntro:
    'Counted are the duties of the town, each in each use in which it applies or may apply. Open means: nobody has said whether it applies or whether it is met.',
  aspect: (which, tally, unmetIn, openIn) => `${aspect[which]}: ${aspectText(tally, unmetIn, openIn)}`,
  waiversInForce: (count) =>
    count === 0 ? 'No waiver is in force.' : `${upper(of(count, 'waiver is', 'waivers are'))} in force:`,
  waiversExpired: (count) =>
    count === 0 ? 'None has run out.' : `${upper(of(count, 'waiver has', 'waivers have'))} run out:`,
  waiversIdle: (count) =>
    `${upper(of(count, 'further waiver is', 'further waivers are'))} recorded and ${either(count, 'tolerates', 'tolerate')} nothing on the day of this report, because the duty does not apply, is met or is open, or because the waiver has not begun:`,
  waiverIdle: (use, duty, at) => `${use}: the duty “${duty}”, recorded until ${at}.`,
  waiver: (use, duty, at) => `${use}: the duty “${duty}” may stay unmet until ${at}.`,
  waiverRanOut: (use, duty, at, ended) =>
    `${use}: the duty “${duty}” could stay unmet until ${at}.${ended ? ' By the answers the use has ended since.' : ''}`,
  overdue: (count) => (count === 0 ? 'No review is overdue.' : `The review of ${uses(count)} is overdue:`),
  overdueSince: (use, at) => (at === null ? `${use}.` : `${use}, due on ${at}.`),
  undated: (count) => `For ${uses(count)} no day of the review is settled:`,
  events: (year, counts) => `Recorded for ${year}: ${eventsText(counts.filter(({ count }) => count > 0))}.`,
  eventsAt: (use, counts) => `${use}: ${eventsText(counts)}.`,
  noEvents: (year) => `No event is recorded for ${year}.`,
  silent: (count) =>
    count === 0
      ? 'For each use that ran in the year it is recorded whether anything happened.'
      : `For ${of(count, 'use that', 'uses that')} ran in the year, nobody has recorded whether anything happened:`,
  training: (state, count) =>
    ({
      met: `In ${uses(count)} the duties on training are met.`,
      waived: `In ${uses(count)} missing training is waived for a time.`,
      unmet: `In ${uses(count)} training is missing.`,
      open: `In ${uses(count)} it is not known whether people were trained enough.`,
      none: `In ${uses(count)} there is no duty on training by the answers.`,
    })[state],
  share: (count) => `How many people are trained is recorded in ${uses(count)}:`,
  shareOf: (use, what, value, at) => `${use}: “${what}: ${value}”, recorded on ${at}.`,
  noShare: 'Nobody has recorded how many of the staff are trained. Therefore no share can be given.',
  shareNotSummed: 'These figures are not added up, because the same people may work in several uses.',
  change,
  ahead,
  point: 'Open point:',
  written: (year, file) => `The report on ${year} stands in ${file}.`,
  openPoint: [
    'Complaints that reach members of the council, the telephone or the data protection officer, and that nobody enters in a file, are missing here.',
    'Uses that nobody has reported are missing here. Among them are functions switched on in existing software, and tools used privately.',
    'Whether a use keeps what was promised of it, and what it costs, does not stand in the answers.',
    'Whether the pieces of evidence named are any good, the program has not examined.',
  ],
};
