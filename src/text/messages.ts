import type { ApprovalState, Doubt, OwedBy, State, Verdict } from '../model/assessment.ts';
import type { UnknownReason } from '../model/answer.ts';
import type { IsoDate } from '../model/date.ts';
import type { Language } from '../model/language.ts';
import type { UnreadReason } from '../model/review.ts';
import type { Aspect, Severity, Step } from '../model/rule.ts';
import type { CheckStage, Stage } from '../model/stage.ts';
import type { Tier } from '../model/tier.ts';
import { de } from './de.ts';
import { en } from './en.ts';

/** What the reports can say. Whole sentences and labels: nothing is glued from halves. */
export interface Messages {
  readonly tagline: string;
  readonly disclaimer: string;
  readonly asOf: (day: string) => string;
  readonly plannedStart: (day: string) => string;
  /** The start lies on the day looked at or before it. */
  readonly started: (day: string) => string;
  readonly startUnknown: string;
  readonly label: {
    readonly result: string;
    readonly tier: string;
    readonly why: string;
    readonly roles: string;
    readonly judgements: string;
    readonly uncertain: string;
    readonly met: string;
    readonly others: string;
    readonly later: string;
    readonly rules: string;
    readonly standing: string;
    readonly approval: string;
  };
  readonly heading: {
    readonly stop: string;
    readonly deciding: string;
    readonly questions: string;
    readonly work: (stage: CheckStage | null) => string;
    readonly anyway: string;
    readonly later: string;
    readonly dueLater: string;
    readonly minor: string;
    readonly waived: string;
    readonly clauses: string;
    readonly gaps: string;
    readonly met: string;
    readonly open: string;
    readonly denied: string;
    readonly steps: string;
    readonly organisation: string;
  };
  readonly verdict: Record<Verdict, string>;
  readonly verdictWaived: (count: number) => string;
  readonly result: {
    readonly ready: (stage: CheckStage | null) => string;
    readonly stop: (count: number) => string;
    readonly houseStop: string;
    readonly unmet: (count: number) => string;
    readonly open: (count: number) => string;
    readonly tierOpen: (questions: number) => string;
    readonly unsecured: (count: number) => string;
    /** Not found in the tender documents yet. */
    readonly clauses: (count: number) => string;
    readonly startUnknown: string;
    readonly gap: (count: number) => string;
    /** The prohibitions that are not ruled out. */
    readonly possible: (prohibitions: readonly string[]) => string;
    readonly wait: string;
  };
  readonly tier: Record<Tier, string>;
  readonly tierSettled: (tier: string) => string;
  readonly tierOpen: (lowest: string, highest: string) => string;
  readonly tierFrom: (earliest: string | null, latest: string | null) => string;
  readonly named: (title: string, cite: string) => string;
  readonly hit: (title: string, cite: string) => string;
  readonly hitUnless: (title: string, cite: string) => string;
  readonly hitLifted: (title: string, cite: string) => string;
  readonly more: (count: number) => string;
  readonly all: string;
  readonly noHit: string;
  readonly denied: (lines: string, sets: string) => string;
  readonly lines: (first: number, last: number) => string;
  readonly atStake: (tier: string, title: string, cite: string, others: number, duties: number) => string;
  readonly others: (roles: string) => string;
  /** `a, b and c`. Intl.ListFormat says the same, and takes 18 ms to load at the first call. */
  readonly listed: (items: readonly string[]) => string;
  readonly us: (roles: string) => string;
  readonly maybe: (roles: string) => string;
  readonly noRole: string;
  readonly judged: (claim: string, role: string, day: string, reason: string) => string;
  readonly judgedInVain: (claim: string, why: string) => string;
  readonly why: Record<UnknownReason, string>;
  readonly severity: Record<Severity, string>;
  /** By the organisation. */
  readonly raised: string;
  readonly law: string;
  readonly policy: string;
  readonly uncertain: string;
  readonly owedBy: Record<OwedBy, string>;
  readonly evidence: (text: string) => string;
  readonly answered: (line: number) => string;
  readonly knownBy: (offices: string) => string;
  readonly enter: (key: string, values: string) => string;
  readonly enterKey: (key: string) => string;
  readonly choices: string;
  readonly gapsNext: string;
  readonly clausesNext: (file: string) => string;
  readonly decides: (provisions: number, duties: number) => string;
  readonly counted: (met: number) => string;
  readonly othersOwe: (duties: readonly string[]) => string;
  readonly waivedUntil: (day: string) => string;
  readonly waiver: (role: string, reason: string, measures: string) => string;
  readonly waiverLapsed: (approved: string, expires: string) => string;
  readonly dueBy: (stage: CheckStage) => string;
  readonly fromDay: (earliest: string | null, latest: string | null) => string;
  readonly values: {
    readonly day: string;
    readonly period: string;
    readonly anyOf: string;
    readonly oneOf: string;
    readonly text: string;
    readonly measure: string;
    readonly judgement: string;
    readonly opinion: string;
    readonly confirm: string;
  };
  readonly state: Record<State, string>;
  readonly doubt: Record<Doubt, string>;
  readonly aspect: Record<Aspect, string>;
  /** What an opinion demands: by whom, and in whose words. */
  readonly condition: (office: string, text: string) => string;
  readonly conditionToDo: string;
  readonly step: Record<Step, string>;
  readonly stepAt: (number: number, all: number, step: string) => string;
  readonly stepsDone: string;
  readonly stepMissing: (count: number) => string;
  readonly stepOpen: (count: number) => string;
  readonly stepMet: string;
  readonly stepNothing: string;
  readonly tally: Record<'met' | 'unmet' | 'open', string>;
  readonly approval: Record<ApprovalState, (office: string, day: string) => string>;
  readonly registered: (day: string, entry: string) => string;
  readonly registerMissing: string;
  readonly digest: (code: string) => string;
  readonly usesConcerned: (count: number) => string;
  readonly stage: Record<Stage, string>;
  readonly problems: (count: number) => string;
  readonly rules: {
    readonly failed: (place: string, rule: string, name: string, expected: string, got: string) => string;
    /** One more outcome that a case names, by its key there. */
    readonly expected: (key: string, expected: string, got: string) => string;
    readonly asks: (facts: string) => string;
    readonly never: string;
    readonly nothing: string;
    readonly notShown: (place: string, rule: string, what: string) => string;
    readonly tested: (passed: number, failed: number) => string;
    /** A rule that waits for its reader is known to wait. */
    readonly unreadWhy: Record<UnreadReason | 'waits', string>;
    readonly unread: string;
    readonly uncertain: string;
    readonly ahead: string;
    readonly none: string;
  };
  readonly cli: {
    readonly progress: (done: number, all: number) => string;
    readonly awaitingInput: string;
    readonly broken: (version: string) => string;
    readonly summary: string;
    readonly usage: string;
    readonly options: string;
    readonly commands: string;
    readonly arguments: string;
    readonly examples: string;
    readonly help: string;
    readonly versionOption: string;
    readonly check: string;
    readonly checkPaths: string;
    readonly init: string;
    readonly initFile: string;
    readonly initFrom: string;
    readonly templates: string;
    readonly ask: string;
    readonly askFile: string;
    readonly import: string;
    readonly importList: string;
    readonly clauses: string;
    readonly document: string;
    readonly documentKind: string;
    /** Above the list of papers. */
    readonly documents: string;
    readonly register: string;
    readonly explain: string;
    readonly explainFile: string;
    readonly explainWhat: string;
    readonly diff: string;
    readonly diffOld: string;
    readonly diffNew: string;
    readonly schema: string;
    readonly schemaWhat: string;
    readonly doctor: string;
    readonly completion: string;
    readonly completionShell: string;
    readonly rules: string;
    readonly rulesList: string;
    readonly rulesShow: string;
    readonly rulesIds: string;
    readonly rulesDocs: string;
    readonly rulesTest: string;
    readonly rulesReview: string;
    readonly rulesPacks: string;
    readonly option: Record<
      | 'format'
      | 'asOf'
      | 'for'
      | 'lang'
      | 'failOn'
      | 'output'
      | 'quiet'
      | 'verbose'
      | 'showMet'
      | 'showWaived'
      | 'showOpen'
      | 'within'
      | 'profile'
      | 'requireApproval'
      | 'noRequireApproval'
      | 'config'
      | 'noConfig'
      | 'explain'
      | 'colour'
      | 'noColour'
      | 'pack'
      | 'cite'
      | 'tier'
      | 'role'
      | 'kind'
      | 'begins'
      | 'folder'
      | 'rules'
      | 'whatIf'
      | 'whatWouldChange'
      | 'initAnswers'
      | 'map'
      | 'importFolder'
      | 'dryRun'
      | 'askFor'
      | 'questionnaire'
      | 'paper'
      | 'answers'
      | 'explainAll'
      | 'shard'
      | 'ndjson'
      | 'against'
      | 'changedSince'
      | 'asOfNew'
      | 'rulesNew'
      | 'packsOld'
      | 'public'
      | 'report'
      | 'since',
      string
    >;
    readonly unknownOption: (option: string) => string;
    readonly unknownCommand: (command: string) => string;
    readonly missingArgument: (argument: string) => string;
    readonly notTogether: (one: string, other: string) => string;
    readonly missingValue: (option: string) => string;
    readonly notAllowed: (option: string, value: string, choices: string) => string;
    readonly tooMany: string;
    readonly seeHelp: string;
    readonly didYouMean: (word: string) => string;
  };
}

export const messages: Record<Language, Messages> = { de, en };

/** `24.11.2026` in German; days stay ISO in English, where the order of day and month is not settled. */
export function dayText(day: IsoDate, language: Language): string {
  return language === 'de' ? day.split('-').toReversed().join('.') : day;
}
