import { type CompiledBook, known, rulesNamed } from '../assess/compile.ts';
import type { Difference } from '../assess/difference.ts';
import { type Explained, type Explainer, explainer, type RuleExplained } from '../assess/explain.ts';
import { type Direction, directions, type OtherAnswer, type WouldChange } from '../assess/would-change.ts';
import type { Answer } from '../model/answer.ts';
import type { Assessment, Classified, Finding } from '../model/assessment.ts';
import { type Condition, factsNamed } from '../model/condition.ts';
import type { IsoDate } from '../model/date.ts';
import type { FactId, RuleId } from '../model/ids.ts';
import type { Language } from '../model/language.ts';
import type { Position } from '../model/position.ts';
import type { RuleProof } from '../model/proof.ts';
import type { Rule } from '../model/rule.ts';
import type { Truth } from '../model/truth.ts';
import { citationText } from '../text/citation.ts';
import { explainWords } from '../text/explain-words.ts';
import { dayText, messages } from '../text/messages.ts';
import { ruleWords } from '../text/rule-words.ts';
import { forTerminal } from './escape.ts';
import { answerText, placeText, type Reason, reasonsOf } from './reasons.ts';
import { keyOf, kindText, type Reader } from './rule-points.ts';
import { labelledLines } from './rule-sheet.ts';
import { wrap } from './terminal/page.ts';
import { obligationOf } from './view.ts';

export interface ExplainSetting {
  readonly compiled: CompiledBook;
  readonly language: Language;
  /** Columns. */
  readonly width: number;
  /** Also what decides nothing. */
  readonly verbose: boolean;
  /** Whether the terminal shows links behind words (OSC 8). */
  readonly links: boolean;
}

interface Desk extends Reader {
  readonly setting: ExplainSetting;
  readonly assessment: Assessment;
  readonly trees: Explainer;
}

function deskOf(assessment: Assessment, setting: ExplainSetting): Desk {
  const { compiled, language, verbose } = setting;
  return { compiled, language, setting, assessment, trees: explainer(assessment.prove(), compiled, verbose) };
}

const text = (blocks: readonly (readonly string[])[], { language }: ExplainSetting): string =>
  `${[...blocks.filter((lines) => lines.length > 0), [explainWords[language].legend]]
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;

/** Why a rule applies or not, and what satisfies it; of a gap every chapter. */
export function explainRule(id: string, assessment: Assessment, setting: ExplainSetting): string {
  const desk = deskOf(assessment, setting);
  const rules = setting.compiled.book.rules.filter((rule) => rule.id === id);
  return text(
    rules.flatMap((rule) => {
      const proof = proofOf(rule, desk);
      return proof === undefined ? [] : ruleBlocks(rule, proof, desk);
    }),
    setting,
  );
}

const proofOf = (rule: Rule, { trees }: Desk): RuleProof | undefined =>
  trees.proofs.get(rule.id)?.find(({ code }) => code === (rule.kind === 'gap' ? rule.code : null));

const findingsOf = (rule: Rule, { assessment }: Desk): readonly Finding[] =>
  assessment.findings.filter(
    (finding) => finding.rule === rule.id && (rule.kind !== 'gap' || finding.code === rule.code),
  );

function ruleBlocks(rule: Rule, proof: RuleProof, desk: Desk): readonly (readonly string[])[] {
  const { language } = desk;
  const say = explainWords[language];
  const requires = desk.trees.requires(proof);
  return [
    [
      `${keyOf(rule)} · ${kindText(rule, desk)}`,
      ...wrap(rule.title[language], desk.setting.width),
      ...rule.cite.flatMap((cite) => citationLines(cite, desk)),
    ],
    [
      ...labelled(say.label.result, resultText(rule, proof, desk), desk),
      ...labelled(say.label.applies, fromText(rule, desk), desk),
      ...(rule.note === null ? [] : labelled(ruleWords[language].label.uncertain, rule.note[language], desk)),
    ],
    ...partBlocks(desk.trees.rule(proof), desk),
    requires === null ? [] : [say.heading.requires, ...outline(requires, 0, desk)],
  ];
}

function partBlocks({ when, except }: RuleExplained, desk: Desk): readonly (readonly string[])[] {
  const { heading } = explainWords[desk.language];
  return [
    when === null ? [] : [heading.because, ...outline(when, 0, desk)],
    except === null ? [] : [heading.except, ...outline(except, 0, desk)],
  ];
}

/** Whether the rule applies, and of a duty or clause whether it is met. */
function resultText(rule: Rule, proof: RuleProof, desk: Desk): string {
  const say = explainWords[desk.language];
  if (desk.compiled.optional.has(rule.pack) && !desk.assessment.packs.some(({ id }) => id === rule.pack))
    return say.notChosen;
  const own = say.truth[proof.truth];
  const states = findingsOf(rule, desk).map((finding) => stateText(finding, desk));
  return 'requires' in rule || rule.kind === 'gap' ? [own, ...new Set(states)].join(' · ') : own;
}

/** From when it applies with these answers; a rule without a day of its own: nothing. */
function fromText(rule: Rule, desk: Desk): string {
  const { assessment, language } = desk;
  const [finding] = findingsOf(rule, desk);
  const from = finding?.from ?? assessment.classification.find((entry) => entry.rule === rule.id)?.from ?? null;
  if (from === null || from.earliest === null) return '';
  const day = (one: IsoDate | null): string | null => (one === null ? null : dayText(one, language));
  return messages[language].fromDay(day(from.earliest), day(from.latest));
}

/** What lies ahead is not open for that. */
function stateText({ state, doubt }: Finding, { language }: Desk): string {
  const words = messages[language];
  return doubt === null || state === 'upcoming' ? words.state[state] : words.doubt[doubt];
}

/** The citation, with its link behind it or below it. */
function citationLines(cite: Rule['cite'][number], { compiled, language, setting }: Desk): readonly string[] {
  const words = citationText(cite, known(compiled.sources, cite.act), language);
  return setting.links
    ? [`\u001B]8;;${cite.url}\u0007${words}\u001B]8;;\u0007`]
    : wrap(`${words}  ${cite.url}`, setting.width);
}

const labelled = (label: string, words: string, { setting }: Desk): readonly string[] =>
  words === '' ? [] : labelledLines(label, words, setting.width);

const marks: Record<Truth, string> = { true: '✓', false: '✗', unknown: '?' };

function line(mark: string, words: string, depth: number, { setting }: Desk): readonly string[] {
  return wrap(words, Math.max(24, setting.width - 2 * depth - 2)).map(
    (part, index) => `${'  '.repeat(depth)}${index === 0 ? mark : ' '} ${part}`,
  );
}

/** The tree as lines of text, deeper parts further to the right. */
const outline = (explained: Explained, depth: number, desk: Desk): readonly string[] =>
  outlineOf(reasonsOf(explained, desk), depth, desk);

function outlineOf({ truth, texts, parts }: Reason, depth: number, desk: Desk): readonly string[] {
  const [first = '', ...rest] = texts;
  return [
    ...line(truth === null ? ' ' : marks[truth], forTerminal(first), depth, desk),
    ...rest.flatMap((one) => line(' ', forTerminal(one), depth, desk)),
    ...parts.flatMap((part) => outlineOf(part, part.truth === null ? depth : depth + 1, desk)),
  ];
}

/** What was answered to a question, why it is asked, and which rules look at it. */
export function explainFact(
  id: FactId,
  answer: Answer,
  at: Position | null,
  assessment: Assessment,
  setting: ExplainSetting,
): string {
  const desk = deskOf(assessment, setting);
  const { language, compiled } = desk;
  const say = explainWords[language];
  const fact = known(compiled.facts, id);
  const rules = compiled.book.rules.filter((rule) => namesFact(rule, id));
  const indirect = [...dependents(id, compiled)].filter((rule) => !rules.some((direct) => direct.id === rule)).length;
  return text(
    [
      [id, ...wrap(fact.question[language], setting.width), ...fact.cite.flatMap((cite) => citationLines(cite, desk))],
      labelled(say.label.answer, forTerminal(`${answerText(answer, desk)}${placeText(at)}`), desk),
      rules.length === 0
        ? []
        : [
            say.heading.bearsOn,
            ...rules.flatMap((rule) => {
              const proof = proofOf(rule, desk);
              return proof === undefined
                ? []
                : line(marks[proof.truth], `${rule.title[language]} (${keyOf(rule)})`, 0, desk);
            }),
          ],
      indirect === 0 ? [] : wrap(say.indirect(indirect), setting.width),
    ],
    setting,
  );
}

/** The rules that look at the answer at last: by the questions that it opens, and the terms that are made of them. */
function dependents(id: FactId, compiled: CompiledBook): ReadonlySet<RuleId> {
  const facts = new Set<FactId>([id]);
  const rules = new Set<RuleId>();
  const isTouched = (condition: Condition): boolean =>
    factsNamed(condition).some((fact) => facts.has(fact)) || rulesNamed(condition).some((rule) => rules.has(rule));
  for (let before = -1; before !== facts.size + rules.size;) {
    before = facts.size + rules.size;
    for (const fact of compiled.book.facts)
      if (fact.askedWhen !== null && isTouched(fact.askedWhen)) facts.add(fact.id);
    for (const rule of compiled.book.rules) if (conditionsOf(rule).some(isTouched)) rules.add(rule.id);
  }
  return rules;
}

const namesFact = (rule: Rule, id: FactId): boolean =>
  conditionsOf(rule).some((condition) => factsNamed(condition).includes(id));

const conditionsOf = (rule: Rule): readonly Condition[] => [
  rule.when,
  ...('except' in rule && rule.except !== null ? [rule.except] : []),
  ...('requires' in rule ? [rule.requires] : []),
];

const isOpen = ({ truth, lifted }: Classified): boolean =>
  truth === 'unknown' || (truth === 'true' && lifted === 'unknown');

/** Which provisions lead to the tier, and which could still. What the law of that day does not know is left out. */
export function explainTier(assessment: Assessment, setting: ExplainSetting): string {
  const desk = deskOf(assessment, setting);
  const { language, compiled } = desk;
  const say = explainWords[language];
  const isScope = new Set<string>(compiled.scopes.map(({ id }) => id));
  const isOut = assessment.tier.highest === 'out-of-scope';
  const scope = assessment.classification.filter(({ rule, truth }) => isScope.has(rule) && truth !== 'false');
  // Outside the act nothing else counts.
  const bearing = isOut
    ? []
    : assessment.classification.filter(({ rule, tier }) => tier !== null && !isScope.has(rule));
  const none = bearing.filter(({ truth }) => truth === 'false');
  return text(
    [
      labelled(say.label.tier, tierText(assessment, language), desk),
      section(say.heading.scope, scope, desk),
      section(
        say.heading.hits,
        bearing.filter((one) => one.truth === 'true' && !isOpen(one)),
        desk,
      ),
      section(say.heading.open, bearing.filter(isOpen), desk),
      setting.verbose
        ? section(say.truth.false.toUpperCase(), none, desk)
        : none.length > 0
          ? wrap(say.falseOnes(none.length), setting.width)
          : [],
    ],
    setting,
  );
}

/** Of what is open the missing answers say more than a tree. */
const nothing: RuleExplained = { when: null, except: null };

function section(heading: string, entries: readonly Classified[], desk: Desk): readonly string[] {
  const { assessment, compiled, language } = desk;
  const say = explainWords[language];
  if (entries.length === 0) return [];
  return [
    heading,
    ...entries.flatMap(({ rule: id, truth, lifted, asks }) => {
      const rule = known(compiled.rules, id);
      const proof = proofOf(rule, desk);
      if (proof === undefined) return [];
      const [cite] = rule.cite;
      const source = cite === undefined ? '' : ` (${citationText(cite, known(compiled.sources, cite.act), language)})`;
      const { when, except } = truth === 'unknown' ? nothing : desk.trees.rule(proof);
      const missing =
        asks.length > 0 ? asks : lifted === 'unknown' ? [...new Set(assessment.tier.decisive.flat())] : [];
      return [
        ...line(lifted === 'unknown' ? marks.unknown : marks[truth], `${rule.title[language]}${source}`, 0, desk),
        ...line(' ', id, 0, desk),
        ...(lifted === 'true' ? line(' ', say.lifted, 0, desk) : []),
        ...(missing.length === 0 ? [] : line(' ', say.missing(missing), 0, desk)),
        ...(when === null ? [] : outline(when, 1, desk)),
        ...(except === null ? [] : outline(except, 1, desk)),
      ];
    }),
  ];
}

function tierText({ tier: { lowest, highest } }: Pick<Assessment, 'tier'>, language: Language): string {
  const say = messages[language];
  return lowest === highest ? say.tierSettled(say.tier[lowest]) : say.tierOpen(say.tier[lowest], say.tier[highest]);
}

const verdictOrder = ['stop', 'not-ready', 'clarify'] as const;

/** What weighs in the verdict, gravest first. */
export function explainVerdict(assessment: Assessment, setting: ExplainSetting): string {
  const desk = deskOf(assessment, setting);
  const { language } = desk;
  const say = explainWords[language];
  const words = messages[language];
  return text(
    [
      [
        ...labelled(say.label.verdict, words.verdict[assessment.verdict], desk),
        ...(assessment.lawVerdict === assessment.verdict
          ? []
          : labelled(say.label.lawVerdict, words.verdict[assessment.lawVerdict], desk)),
        ...labelled(say.label.tier, tierText(assessment, language), desk),
      ],
      ...verdictOrder.map((weight) => {
        const heavy = assessment.findings.filter((finding) => finding.weight === weight);
        return heavy.length === 0
          ? []
          : [words.verdict[weight], ...heavy.flatMap((finding) => findingLines(finding, desk))];
      }),
      missingForVerdict(assessment, desk),
      wrap(say.more(forTerminal(assessment.useCase.file)), setting.width),
    ],
    setting,
  );
}

/** What keeps the verdict open without being a duty: the start, and what the tier hangs on. */
function missingForVerdict({ questions, tierUnsettled }: Assessment, desk: Desk): readonly string[] {
  const { language, compiled } = desk;
  const open = questions.filter(
    ({ settles }) => (tierUnsettled && settles.tier) || (settles.verdict && !settles.tier && settles.findings === 0),
  );
  return open.length === 0
    ? []
    : [
        explainWords[language].heading.asks,
        ...open.flatMap(({ fact }) =>
          line(marks.unknown, `${known(compiled.facts, fact).question[language]} (${fact})`, 0, desk),
        ),
      ];
}

function findingLines(finding: Finding, desk: Desk): readonly string[] {
  const title = titleOf(finding, desk);
  return [
    ...line(finding.state === 'unmet' ? marks.false : marks.unknown, `${title} (${finding.rule})`, 0, desk),
    ...line(' ', stateText(finding, desk), 0, desk),
  ];
}

/** What would be different with other answers. */
export function explainDifference(
  found: Difference,
  supposed: readonly string[],
  takenBack: readonly FactId[],
  assessment: Assessment,
  setting: ExplainSetting,
): string {
  const desk = deskOf(assessment, setting);
  const { language, compiled } = desk;
  const say = explainWords[language];
  const words = messages[language];
  const { tier, verdict, lawVerdict, provisions, findings, asked, settled } = found;
  const head = [
    ...(verdict === null
      ? []
      : labelled(say.label.verdict, say.change(words.verdict[verdict.from], words.verdict[verdict.to]), desk)),
    ...(lawVerdict === null
      ? []
      : labelled(say.label.lawVerdict, say.change(words.verdict[lawVerdict.from], words.verdict[lawVerdict.to]), desk)),
    ...(tier === null
      ? []
      : labelled(say.label.tier, say.change(intervalText(tier.from, language), intervalText(tier.to, language)), desk)),
  ];
  const changes = [
    ...provisions.flatMap(({ rule, from, to }) => [
      ...line(marks[to], `${known(compiled.rules, rule).title[language]} (${rule})`, 0, desk),
      ...line(' ', say.change(say.truth[from], say.truth[to]), 0, desk),
    ]),
    ...findings.flatMap(({ finding, from, to }) => [
      ...line('·', `${titleOf(finding, desk)} (${finding.rule})`, 0, desk),
      ...line(' ', say.change(words.state[from], words.state[to]), 0, desk),
    ]),
  ];
  const questions = (facts: readonly FactId[], heading: string): readonly string[] =>
    facts.length === 0
      ? []
      : [
          ...wrap(heading, setting.width),
          ...facts.flatMap((fact) => line('?', `${known(compiled.facts, fact).question[language]} (${fact})`, 0, desk)),
        ];
  const isSame = head.length + changes.length + asked.length + settled.length === 0;
  return text(
    [
      wrap(say.supposed(supposed.map(forTerminal)), setting.width),
      takenBack.length === 0 ? [] : wrap(say.takenBack(takenBack), setting.width),
      isSame ? [say.same] : [],
      head,
      changes.length === 0 ? [] : [say.heading.difference, ...changes],
      questions(asked, say.newQuestions(asked.length)),
      questions(settled, say.goneQuestions(settled.length)),
    ],
    setting,
  );
}

function titleOf(finding: Finding, { compiled, language }: Desk): string {
  const { condition } = finding;
  return condition === null ? obligationOf({ compiled }, finding).title[language] : forTerminal(condition.text);
}

const intervalText = (
  [lowest, highest]: readonly [Assessment['tier']['lowest'], Assessment['tier']['highest']],
  language: Language,
): string => {
  const { tier } = messages[language];
  const say = explainWords[language];
  return lowest === highest ? say.quote(tier[lowest]) : say.interval(tier[lowest], tier[highest]);
};

const mostAlternatives = 8;

/** Which answers would lower or raise the tier, or make the verdict better or worse; what is open apart from what would have to be otherwise. */
export function explainWouldChange(found: WouldChange, assessment: Assessment, setting: ExplainSetting): string {
  const desk = deskOf(assessment, setting);
  const { language } = desk;
  const say = explainWords[language];
  const words = messages[language];
  return text(
    [
      [
        ...labelled(say.label.verdict, words.verdict[assessment.verdict], desk),
        ...labelled(say.label.tier, tierText(assessment, language), desk),
      ],
      wrap(say.onlyIfTrue, setting.width),
      ...directions
        .filter((direction) => isThere(direction, assessment))
        .map((direction) => [
          say.direction[direction],
          ...alternatives(found[direction], direction === 'tier-lower' || direction === 'verdict-better', desk),
        ]),
    ],
    setting,
  );
}

/** Nothing is better than the best. */
function isThere(direction: Direction, { verdict, tier }: Assessment): boolean {
  switch (direction) {
    case 'tier-lower':
      return tier.highest !== 'out-of-scope';
    case 'tier-higher':
      return tier.lowest !== 'prohibited';
    case 'verdict-better':
      return verdict !== 'ready';
    case 'verdict-worse':
      return verdict !== 'stop';
  }
}

/** Those that are open come first: they may be so already. */
function alternatives(sets: readonly (readonly OtherAnswer[])[], isSearched: boolean, desk: Desk): readonly string[] {
  const { language, setting } = desk;
  const say = explainWords[language];
  const [first = []] = sets;
  if (sets.length === 0) return wrap(isSearched ? say.nothingFound : say.noneAlone, setting.width);
  if (first.length > 1) return [say.allOf(first.length), ...first.flatMap((answer) => answerLines(answer, desk))];
  const singles = sets.flat().toSorted((a, b) => Number(b.open) - Number(a.open));
  const shown = setting.verbose ? singles : singles.slice(0, mostAlternatives);
  const rest = singles.length - shown.length;
  return [
    ...(singles.length > 1 ? [say.anyOne] : []),
    ...shown.flatMap((answer) => answerLines(answer, desk)),
    ...(rest > 0 ? line(' ', `${messages[language].more(rest)} · ${messages[language].all}`, 0, desk) : []),
  ];
}

function answerLines({ fact: id, value, open }: OtherAnswer, desk: Desk): readonly string[] {
  const { language, compiled } = desk;
  const say = explainWords[language];
  const fact = known(compiled.facts, id);
  return [
    ...line(open ? '?' : '·', fact.question[language], 0, desk),
    ...line(' ', `${id}=${value} · ${open ? say.openNow : say.otherNow}`, 0, desk),
  ];
}
