import { listed } from './list.ts';
import type { Messages } from './messages.ts';

const count = (number: number, one: string, many: string): string => (number === 1 ? one : `${number} ${many}`);

const dueBefore = {
  tender: 'NEEDED BEFORE THE TENDER',
  award: 'NEEDED BEFORE THE AWARD',
  start: 'NEEDED BEFORE THE START',
  operation: 'NEEDED IN OPERATION',
} as const;

const readyFor = {
  tender: 'for the tender',
  award: 'for the award',
  start: 'for the start',
  operation: 'for operation',
} as const;

/** What else hangs on an answer; nothing where nothing does. */
function stakeRest(others: number, duties: number): string {
  const rest = [
    ...(others > 0 ? [count(others, 'one more provision', 'more provisions')] : []),
    ...(duties > 0 ? [count(duties, 'one duty', 'duties')] : []),
  ];
  return rest.length === 0 ? '' : ` It also bears on ${rest.join(' and ')}.`;
}

const dueByStage = {
  tender: 'by the tender',
  award: 'by the award',
  start: 'by the start',
  operation: 'in operation',
} as const;

export const en: Messages = {
  tagline: 'KI-Kompass · a pre-check, not legal advice',
  disclaimer: 'No substitute for the data protection officer, staff council or legal office.',
  asOf: (day) => `as of ${day}`,
  plannedStart: (day) => `planned start ${day}`,
  started: (day) => `start ${day}`,
  startUnknown: 'start not known yet',
  label: {
    result: 'RESULT',
    tier: 'Tier',
    why: 'Why',
    roles: 'Roles',
    judgements: 'Rests on',
    uncertain: 'Uncertain',
    met: 'DONE',
    others: 'OTHERS',
    later: 'LATER',
    rules: 'Rules',
  },
  heading: {
    stop: 'NOT ALLOWED LIKE THIS',
    deciding: 'THESE ANSWERS DECIDE',
    questions: 'STILL TO BE ANSWERED',
    work: (stage) => (stage === null ? 'NEEDED' : dueBefore[stage]),
    anyway: 'HOLDS IN ANY CASE',
    later: 'LATER, TO BE SECURED NOW',
    dueLater: 'TO BE DONE LATER',
    waived: 'WAIVED FOR A TIME',
    gaps: 'NOT YET CHECKED BY THIS TOOL',
    met: 'DONE',
    open: 'OPEN FINDINGS',
    denied: 'BY YOUR ANSWERS NONE OF THIS IS TRUE',
  },
  verdict: {
    ready: 'NO OBSTACLE FROM THE ANSWERS',
    clarify: 'CLARIFY FIRST',
    'not-ready': 'NOT READY YET',
    stop: 'STOP',
  },
  verdictWaived: (waived) => ` (${count(waived, 'one duty', 'duties')} waived for a time)`,
  result: {
    ready: (stage) => (stage === null ? 'for all stages.' : `${readyFor[stage]}.`),
    stop: (number) => `${count(number, 'One prohibition applies', 'prohibitions apply')}.`,
    unmet: (number) => `${count(number, 'One duty is unmet', 'duties are unmet')}.`,
    open: (number) => `${count(number, 'One duty is open', 'duties are open')}.`,
    tierOpen: (number) => `The tier hangs on ${number === 1 ? 'one answer' : `${number} answers`}.`,
    unsecured: (number) => `${count(number, 'One later duty is', 'later duties are')} not secured yet.`,
    startUnknown: 'The planned start is missing.',
    gap: (number) => `${count(number, 'One chapter of the act is', 'chapters of the act are')} not covered here yet.`,
    possible: 'A prohibition is not ruled out.',
    wait: 'Until then, award no contract and switch nothing on.',
  },
  tier: {
    'out-of-scope': 'outside the AI Act',
    minimal: 'no special tier',
    transparency: 'transparency duties',
    'high-risk': 'high-risk AI system',
    prohibited: 'prohibited practice',
  },
  tierSettled: (tier) => `${tier}. By your answers this is settled.`,
  tierOpen: (lowest, highest) => `open: at least “${lowest}”, at most “${highest}”.`,
  tierFrom: (earliest, latest) =>
    latest === null
      ? `Effective from ${earliest ?? '?'} at the earliest.`
      : earliest === latest
        ? `Effective from ${latest}.`
        : `Effective from ${earliest ?? '?'} at the earliest, from ${latest} at the latest.`,
  hit: (title, cite) => `${title} (${cite}).`,
  hitUnless: (title, cite) => `${title} (${cite}), unless an exception is on record.`,
  hitLifted: (title, cite) => `${title} (${cite}), lifted by an exception.`,
  more: (number) => `+ ${number} more`,
  all: 'All: --verbose',
  noHitYet: 'No provision is settled yet.',
  noHit: 'No provision applies that leads to a higher tier.',
  lines: (first, last) => (first === last ? `line ${first}` : `lines ${first}–${last}`),
  atStake: (tier, title, cite, others, duties) => `At worst ${tier}: ${title} (${cite}).${stakeRest(others, duties)}`,
  denied: (lines, sets) =>
    `By your answers (${lines}): ${sets}. Please read them again: if an answer is wrong, so is the result.`,
  others: (roles) => `Others: ${roles}.`,
  listed: (items) => listed(items, ' and '),
  us: (roles) => `You: ${roles}.`,
  maybe: (roles) => `Not settled whether also: ${roles}.`,
  noRole: 'You: none of the roles.',
  judged: (claim, role, day, reason) => `${claim} Yes (${role}, ${day}): “${reason}”`,
  judgedInVain: (claim, why) => `Does not count: ${claim} ${why}`,
  why: {
    silent: 'Not answered yet.',
    'said-so': 'Given as unknown. That is right while you are not sure.',
    'member-unsure': 'Given with a question mark.',
    rough: 'Only month or year are given, and here the day matters.',
    'newer-member': 'The question was added after your answer.',
    unconfirmed: 'Nobody has confirmed that none of this is true.',
    unrecorded: 'Reason, role, date or evidence is missing.',
    'not-entitled': 'The role named is not entitled to judge this.',
    'too-early': 'Does not count on this day yet.',
    undated: 'The day on which this was last confirmed is missing (confirmed-on).',
    expired: 'The confirmation is too old, or lies before the period in question.',
  },
  severity: { blocker: 'mandatory', major: 'important', minor: 'supplementary', advice: 'advice' },
  law: 'law',
  policy: 'house rule',
  uncertain: 'the law is uncertain',
  owedBy: { us: 'you', other: 'others', unclear: 'not clear who' },
  evidence: (text) => `Evidence: ${text}`,
  answered: (line) => `(line ${line})`,
  knownBy: (offices) => `Usually known by: ${offices}`,
  enter: (key, values) => `Enter: ${key}: ${values}`,
  enterKey: (key) => `Enter: ${key}`,
  gapsNext: 'For the time being, have the legal office check this.',
  choices: 'With --verbose: the choices in words, and who usually knows.',
  decides: (provisions, duties) =>
    `Decides ${[
      ...(provisions + duties === 0 ? ['the result'] : []),
      ...(provisions > 0 ? [count(provisions, 'one provision', 'provisions')] : []),
      ...(duties > 0 ? [count(duties, 'one duty', 'duties')] : []),
    ].join(' and ')}`,
  counted: (number) => `${count(number, 'One duty', 'duties')} with evidence. List: --show-met`,
  othersOwe: (duties) =>
    `owe: ${listed(
      duties.map((duty) => `“${duty}”`),
      ' and ',
    )}.`,
  waivedUntil: (day) => `until ${day}`,
  waiver: (role, reason, measures) => `Decided by: ${role}. Reason: “${reason}” Until then: “${measures}”`,
  waiverLapsed: (approved, expires) =>
    `The waiver of ${approved} does not count: it holds only from its approval on, and until ${expires}.`,
  dueBy: (stage) => dueByStage[stage],
  fromDay: (earliest, latest) =>
    earliest === latest || latest === null ? `from ${earliest ?? '?'}` : `from ${earliest ?? '?'} to ${latest}`,
  values: {
    day: 'YYYY-MM-DD',
    period: 'YYYY-MM-DD, YYYY-MM or YYYY',
    anyOf: '[ ] with all that apply:',
    oneOf: 'one of these:',
    text: 'text',
    measure: '{ done: yes, evidence: … }',
    judgement: '{ claimed: no } or { claimed: yes, reason: …, role: …, on: …, evidence: … }',
    confirm: '{ by: role, on: YYYY-MM-DD }',
  },
  state: {
    met: 'met',
    unmet: 'unmet',
    open: 'open',
    upcoming: 'later',
    waived: 'waived',
    'not-applicable': 'does not apply',
  },
  doubt: {
    applies: 'open whether it applies',
    satisfied: 'open whether it is met',
    both: 'open whether it applies and is met',
    date: 'open from when it applies',
  },
  aspect: {
    responsibility: 'responsibility and liability',
    'non-discrimination': 'non-discrimination',
    transparency: 'transparency and traceability',
    'data-protection': 'data protection',
    'sensible-secure-use': 'sensible and secure use',
    training: 'training',
    governance: 'governance',
  },
  stage: { idea: 'idea', tender: 'tender', award: 'award', start: 'start', operation: 'operation' },
  problems: (number) => `${count(number, 'One problem', 'problems')} in the input:`,
  cli: {
    progress: (done, all) => `${done} of ${all} checked`,
    awaitingInput: 'Waiting for input (end with Ctrl-D).',
    broken: (version) =>
      `The program itself has failed (ki-kompass ${version}). Please report this with the following detail.`,
    summary: 'Checks planned uses of AI in public administration before they are bought or switched on.',
    usage: 'Usage:',
    options: 'Options:',
    commands: 'Commands:',
    arguments: 'Arguments:',
    examples: 'Examples:',
    help: 'shows this help',
    versionOption: 'shows the version',
    check: 'checks use cases and says what applies, what is missing and what is still open',
    checkPaths: 'files, folders, patterns, or - for standard input',
    schema: 'prints the JSON Schema with which editors help to fill in files',
    schemaWhat: 'use-case: the file of a use case; assessment: the result of check --format json',
    option: {
      format: 'form of the report',
      asOf: 'the day looked at (YYYY-MM-DD); else today',
      for: 'checks for this stage; else for the next one',
      lang: 'language',
      failOn: 'from which result on the exit code is 1',
      output: 'writes the report to a file',
      quiet: 'the result only',
      verbose: 'also reasons and denied items',
      showMet: 'also shows what is done',
      showOpen: 'shows each open finding by itself',
      profile: 'profile of the organisation; else the nearest one above the file',
      explain: 'proofs down to the answers (only --format json)',
      colour: 'always in colour',
      noColour: 'without colour',
    },
    unknownOption: (option) => `There is no option ${option}.`,
    unknownCommand: (command) => `There is no command “${command}”.`,
    missingArgument: (argument) => `Missing: ${argument}.`,
    missingValue: (option) => `A value is missing after ${option}.`,
    notAllowed: (option, value, choices) => `“${value}” is not possible with ${option}. Possible: ${choices}.`,
    tooMany: 'These are too many arguments.',
    seeHelp: 'Help: kompass --help',
    didYouMean: (word) => `Did you mean ${word}?`,
  },
};
