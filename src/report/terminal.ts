import { Chalk } from 'chalk';
import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import type { Assessment, Finding, OpenQuestion, Verdict } from '../model/assessment.ts';
import { dayText } from '../text/messages.ts';
import { forTerminal } from './escape.ts';
import type { Reporter, Run } from './reporter.ts';
import {
  actRoleTitle,
  cited,
  daysText,
  factOf,
  keyOf,
  listed,
  obligationOf,
  officeTitle,
  ruleOf,
  valuesOf,
  type View,
  viewOf,
} from './view.ts';

/** The report that people read at a terminal: result first and last, at most five items a block. */
export function terminal(run: Run): Reporter {
  let first = true;
  return {
    begin: () => '',
    each: (assessment) => {
      const gap = first ? '' : '\n';
      first = false;
      return gap + report(assessment, run);
    },
    end: () => '',
  };
}

const mostItems = 5;
/** Where the text begins after a label. */
const indent = 12;

interface Page {
  readonly view: View;
  readonly run: Run;
  readonly width: number;
  readonly paint: InstanceType<typeof Chalk>;
}

function report(assessment: Assessment, run: Run): string {
  const page: Page = {
    view: viewOf(assessment, run.compiled, run.language),
    run,
    width: Math.max(40, Math.min(run.width, 100)),
    paint: new Chalk({ level: run.colour ? 1 : 0 }),
  };
  const blocks = run.show.quiet ? [[quietLine(page)]] : [head(page), summary(page), ...details(page), foot(page)];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

function details(page: Page): readonly (readonly string[])[] {
  const { heading } = page.view.say;
  const { view } = page;
  const unsettled = view.deciding.length > 0;
  return [
    prohibitions(page),
    questionBlock(page, heading.deciding, view.deciding),
    workBlock(page),
    questionBlock(page, heading.questions, view.questions.slice(0, unsettled ? 0 : undefined)),
    gapBlock(page),
    laterBlock(page),
    ...extras(page),
  ];
}

// Head, summary, foot

function head({ view, width, paint }: Page): readonly string[] {
  const { say, assessment, language } = view;
  const { title, unit } = assessment.useCase;
  const start = assessment.start === null ? say.startUnknown : say.plannedStart(dayText(assessment.start, language));
  const right = unit === null ? start : `${forTerminal(unit)}, ${start}`;
  return [
    sides(say.tagline, say.asOf(dayText(assessment.asOf, language)), width, paint.dim),
    sides(forTerminal(title), right, width, paint.bold),
  ];
}

/** Left and right on one line, or below each other where they do not fit. */
function sides(left: string, right: string, width: number, paint: (text: string) => string): string {
  const gap = width - stringWidth(left) - stringWidth(right);
  if (gap >= 2) return `${paint(left)}${' '.repeat(gap)}${right}`;
  return [...wrap(left, width).map((line) => paint(line)), ...wrap(right, width)].join('\n');
}

function summary(page: Page): readonly string[] {
  const { say } = page.view;
  return [
    ...labelled(page, say.label.result, resultText(page), verdictPaint(page)),
    ...labelled(page, say.label.tier, tierText(page)),
    ...labelled(page, say.label.why, whyText(page)),
    ...judgementLines(page),
    ...labelled(page, say.label.roles, rolesText(page)),
  ];
}

function verdictPaint({ view, paint }: Page): (text: string) => string {
  const colours: Record<Verdict, (text: string) => string> = {
    ready: paint.green,
    clarify: paint.yellow,
    'not-ready': paint.yellow,
    stop: paint.red,
  };
  return (text) => colours[view.assessment.verdict](paint.bold(text));
}

function verdictTitle({ view }: Page): string {
  const { verdict, waived } = view.assessment;
  return view.say.verdict[verdict] + (waived > 0 ? view.say.verdictWaived(waived) : '');
}

function resultText(page: Page): string {
  const { view } = page;
  const { result } = view.say;
  const { assessment } = view;
  if (assessment.verdict === 'ready') return `${verdictTitle(page)} ${result.ready(assessment.for)}`;
  const reasons = [
    ...(view.prohibitions.length > 0 ? [result.stop(view.prohibitions.length)] : []),
    ...(isProhibitionPossible(view) ? [result.possible] : []),
    ...(view.unmet.length > 0 ? [result.unmet(view.unmet.length)] : []),
    ...(assessment.tierUnsettled && view.deciding.length > 0 ? [result.tierOpen(view.deciding.length)] : []),
    ...(view.deciding.length === 0 && view.openDuties.length > 0 ? [result.open(view.openDuties.length)] : []),
    ...(view.gaps.length > 0 && view.deciding.length === 0 ? [result.gap(view.gaps.length)] : []),
    ...(view.unsecured.length > 0 ? [result.unsecured(view.unsecured.length)] : []),
    ...(assessment.tierUnsettled ? [result.wait] : assessment.effectiveDay === null ? [result.startUnknown] : []),
  ];
  return `${verdictTitle(page)}: ${reasons.join(' ')}`;
}

/** Said apart only where the tier does not say it already. */
const isProhibitionPossible = ({ assessment }: View): boolean =>
  assessment.possibleProhibition &&
  assessment.verdict !== 'stop' &&
  !(assessment.tierUnsettled && assessment.tier.highest === 'prohibited');

function tierText({ view }: Page): string {
  const { say, assessment } = view;
  const { lowest, highest, from } = assessment.tier;
  const text =
    lowest === highest ? say.tierSettled(say.tier[lowest]) : say.tierOpen(say.tier[lowest], say.tier[highest]);
  if (from === null || lowest !== highest || isPast(view, from.latest)) return text;
  const { earliest, latest } = daysText(view, from);
  return `${text} ${say.tierFrom(earliest, latest)}`;
}

const isPast = (view: View, day: string | null): boolean => day !== null && day <= view.assessment.asOf;

function whyText(page: Page): string {
  const { view } = page;
  const hits = page.run.show.verbose ? view.hits : view.hits.slice(0, mostItems);
  const rest = view.hits.length - hits.length;
  return [
    ...(hits.length === 0 ? [noHitText(view)] : hits.map((item) => hitText(view, item))),
    ...(rest > 0 ? [`${view.say.more(rest)}.`] : []),
    ...denialText(view),
  ].join(' ');
}

const noHitText = ({ assessment, say }: View): string =>
  assessment.tier.lowest === assessment.tier.highest ? say.noHit : say.noHitYet;

function hitText(view: View, item: View['hits'][number]): string {
  const title = ruleOf(view, item.rule).title[view.language];
  const cite = cited(view, item.cite);
  if (item.unless) return view.say.hitUnless(title, cite);
  return item.lifted === 'true' ? view.say.hitLifted(title, cite) : view.say.hit(title, cite);
}

/** The closed sets whose denials carry the result, to be read again. */
function denialText(view: View): readonly string[] {
  const { denials } = view.assessment;
  if (denials.length === 0) return [];
  const sets = denials.map((denial) =>
    view.say.deniedSet(denial.options.length, cited(view, factOf(view, denial.fact).cite)),
  );
  const lines = denials.map((denial) => denial.at.line);
  const [first, last] = [Math.min(...lines), Math.max(...lines)];
  const span = first === last ? String(first) : `${first}-${last}`;
  return [view.say.denied(view.say.lines(span), listed(sets, view.language))];
}

function judgementLines(page: Page): readonly string[] {
  const { view } = page;
  return view.assessment.judgements.flatMap((used) => {
    const claim = factOf(view, used.fact).question[view.language];
    const role = used.role === null ? '' : officeTitle(view, used.role);
    const day = used.on === null ? '' : dayText(used.on, view.language);
    const text =
      used.truth === 'true'
        ? view.say.judged(claim, role, day, forTerminal(used.reason ?? ''))
        : view.say.judgedInVain(claim, view.say.why[used.why ?? 'unrecorded']);
    return labelled(page, view.say.label.judgements, text);
  });
}

function rolesText({ view }: Page): string {
  const { say, assessment, language } = view;
  const titles = (truth: string) =>
    assessment.roles.filter((role) => role.truth === truth).map((role) => actRoleTitle(view, role.role));
  const ours = titles('true');
  const maybe = titles('unknown');
  // Nothing is known of any role: the question stands below, the list would be noise.
  if (maybe.length === assessment.roles.length) return '';
  return [
    ...(ours.length > 0 ? [say.us(listed(ours, language))] : maybe.length === 0 ? [say.noRole] : []),
    ...(maybe.length > 0 ? [say.maybe(listed(maybe, language))] : []),
  ].join(' ');
}

function foot(page: Page): readonly string[] {
  const { view, width, paint } = page;
  const packs = view.assessment.packs.map(({ id, version }) => `${id} ${version}`).join(', ');
  const result = `${verdictTitle(page)} · ${view.say.label.rules}: ${packs}`;
  return [
    ...wrap(result, width).map((line, index) => (index === 0 ? verdictPaint(page)(line) : line)),
    ...wrap(view.say.disclaimer, width).map((line) => paint.dim(line)),
  ];
}

function quietLine(page: Page): string {
  const { assessment } = page.view;
  const { lowest, highest } = assessment.tier;
  const { tier } = page.view.say;
  const tiers = lowest === highest ? tier[lowest] : `${tier[lowest]} – ${tier[highest]}`;
  return `${forTerminal(assessment.useCase.file)}: ${verdictPaint(page)(verdictTitle(page))} · ${tiers}`;
}

// Blocks

function prohibitions(page: Page): readonly string[] {
  return block(page, page.view.say.heading.stop, page.view.prohibitions, (finding, mark) => duty(page, finding, mark));
}

function workBlock(page: Page): readonly string[] {
  const { view } = page;
  return block(page, view.say.heading.work(view.assessment.for), view.unmet, (finding, mark) =>
    duty(page, finding, mark),
  );
}

function gapBlock(page: Page): readonly string[] {
  const { view } = page;
  const certain = view.gaps.filter((finding) => finding.applies === 'true');
  return block(page, view.say.heading.gaps, certain, (finding, mark) => {
    const rule = obligationOf(view, finding);
    return item(page, mark, `${rule.title[view.language]} (${cited(view, rule.cite)})`);
  });
}

function laterBlock(page: Page): readonly string[] {
  const { view } = page;
  return block(page, view.say.heading.later, view.unsecured, (finding, mark) => {
    const rule = obligationOf(view, finding);
    const { earliest, latest } = daysText(view, finding.from ?? { earliest: null, latest: null });
    const title = `${rule.title[view.language]} (${cited(view, rule.cite)}), ${view.say.fromDay(earliest, latest)}`;
    return item(page, mark, title);
  });
}

/** Heading and at most five items; the rest is counted, unless all are asked for. */
function block<T>(
  page: Page,
  heading: string,
  items: readonly T[],
  render: (item: T, mark: string) => readonly string[],
): readonly string[] {
  if (items.length === 0) return [];
  const shown = page.run.show.verbose ? items : items.slice(0, mostItems);
  const rest = items.length - shown.length;
  return [
    page.paint.bold(heading),
    ...shown.flatMap((entry, index) => render(entry, String(index + 1))),
    ...(rest > 0 ? [`    ${page.view.say.more(rest)}`] : []),
  ];
}

/** A duty or prohibition: what, by whom, what to do, what proves it, where it stands. */
function duty(page: Page, finding: Finding, mark: string): readonly string[] {
  const { view } = page;
  const { say, language } = view;
  const rule = obligationOf(view, finding);
  const doubt = finding.certainty === 'settled' ? '' : ` · ${say.uncertain}`;
  const kind = finding.basis === 'law' ? say.law : say.policy;
  const right = `${say.owedBy[finding.owedBy]} · ${kind} · ${say.severity[finding.severity]}${doubt}`;
  const line = finding.position === null ? '' : ` ${say.answered(finding.position.line)}`;
  return [
    ...item(page, mark, rule.title[language], right),
    ...('toDo' in rule ? below(page, rule.toDo[language] + line) : []),
    ...('evidence' in rule ? below(page, say.evidence(rule.evidence[language])) : []),
    ...(page.run.show.verbose ? below(page, rule.why[language]) : []),
    ...(rule.note === null ? [] : below(page, rule.note[language])),
    ...below(page, sidesPlain(cited(view, rule.cite), rule.id, page.width - 4)),
  ];
}

function questionBlock(page: Page, heading: string, questions: readonly OpenQuestion[]): readonly string[] {
  // Many questions at once are a first overview: one line each and the key, no more.
  const brief = questions.length > 3 && !page.run.show.verbose;
  return block(page, heading, questions, (question, mark) =>
    brief ? briefQuestion(page, question, mark) : fullQuestion(page, question, mark),
  );
}

function briefQuestion(page: Page, question: OpenQuestion, mark: string): readonly string[] {
  const { view } = page;
  const fact = factOf(view, question.fact);
  const entry = `${keyOf(fact, question)}: ${valuesOf(view, fact, question)}`;
  return [...item(page, mark, fact.question[view.language]), `    ${shortened(entry, page.width - 4)}`];
}

function fullQuestion(page: Page, question: OpenQuestion, mark: string): readonly string[] {
  const { view } = page;
  const { say, language } = view;
  const fact = factOf(view, question.fact);
  const known = say.knownBy(
    listed(
      question.askOf.map((office) => officeTitle(view, office)),
      language,
    ),
  );
  const decided = consequence(view, question);
  return [
    ...item(page, mark, fact.question[language]),
    ...(question.why === 'silent' ? [] : below(page, say.why[question.why])),
    ...(decided === null ? [] : below(page, decided)),
    ...below(page, known),
    ...below(page, say.enter(keyOf(fact, question), valuesOf(view, fact, question))),
  ];
}

/** The worst provision that the answer bears on, in words. */
function consequence(view: View, question: OpenQuestion): string | null {
  const [hit] = view.assessment.classification
    .filter((entry) => entry.tier !== null && entry.asks.includes(question.fact))
    .toSorted((a, b) => tierRank(view, b) - tierRank(view, a));
  if (hit === undefined || hit.tier === null) return null;
  const others = view.assessment.classification.filter((entry) => entry.asks.includes(question.fact)).length;
  return view.say.atStake(
    view.say.tier[hit.tier],
    ruleOf(view, hit.rule).title[view.language],
    cited(view, hit.cite),
    others - 1,
    question.settles.findings,
  );
}

const tierRank = (view: View, entry: View['hits'][number]): number =>
  Object.keys(view.say.tier).indexOf(entry.tier ?? 'minimal');

/** What is done, what others owe, and every open finding where asked for. */
function extras(page: Page): readonly (readonly string[])[] {
  const { view, run } = page;
  const { say, language } = view;
  const titles = (findings: readonly Finding[]) =>
    findings.map((finding) => obligationOf(view, finding).title[language]);
  const line = (finding: Finding, mark: string) => {
    const rule = obligationOf(view, finding);
    const doubt = finding.doubt === null ? '' : `, ${say.doubt[finding.doubt]}`;
    return item(page, mark, `${rule.title[language]} (${cited(view, rule.cite)}${doubt})`);
  };
  const open = view.assessment.findings.filter((finding) => finding.state === 'open');
  return [
    [
      ...(view.met.length > 0 && !run.show.met ? labelled(page, say.label.met, say.counted(view.met.length)) : []),
      ...(view.others.length > 0
        ? labelled(page, say.label.supplier, say.supplierOwes(listed(titles(view.others), language)))
        : []),
    ],
    run.show.met ? block(all(page), say.heading.met, view.met, line) : [],
    run.show.open ? block(all(page), say.heading.open, open, line) : [],
    run.show.verbose ? denied(page) : [],
  ];
}

const all = (page: Page): Page => ({
  ...page,
  run: { ...page.run, show: { ...page.run.show, verbose: true } },
});

/** The denials in plain words. */
function denied(page: Page): readonly string[] {
  const { view } = page;
  const texts = view.assessment.denials.flatMap((denial) => {
    const fact = factOf(view, denial.fact);
    return fact.type === 'set'
      ? fact.options.filter((option) => denial.options.includes(option.id)).map((option) => option.text[view.language])
      : [];
  });
  return block(page, view.say.heading.denied, texts, (text) => item(page, '·', text));
}

// Lines

function labelled(
  page: Page,
  label: string,
  text: string,
  paint: (text: string) => string = (line) => line,
): readonly string[] {
  if (text === '') return [];
  return wrap(text, page.width - indent).map((line, index) => {
    const left = index === 0 ? page.paint.bold(label.padEnd(indent)) : ' '.repeat(indent);
    return left + (index === 0 ? paintFirst(line, text, paint) : line);
  });
}

/** Colours the words before the colon: the verdict. */
function paintFirst(line: string, text: string, paint: (text: string) => string): string {
  const colon = text.indexOf(':');
  return colon > 0 && colon < line.length ? paint(line.slice(0, colon)) + line.slice(colon) : paint(line);
}

function item(page: Page, mark: string, title: string, right = ''): readonly string[] {
  const lines = wrap(sidesPlain(title, right, page.width - 4), page.width - 4);
  return lines.map((line, index) => (index === 0 ? ` ${mark.padEnd(3)}${line}` : `    ${line}`));
}

const below = (page: Page, text: string): readonly string[] => wrap(text, page.width - 4).map((line) => `    ${line}`);

function sidesPlain(left: string, right: string, width: number): string {
  if (right === '') return left;
  const gap = width - stringWidth(left) - stringWidth(right);
  return gap >= 2 ? `${left}${' '.repeat(gap)}${right}` : `${left}\n${right}`;
}

const wrap = (text: string, width: number): readonly string[] =>
  wrapAnsi(text, width, { trim: false })
    .split('\n')
    .map((line) => line.trimEnd());

function shortened(text: string, width: number): string {
  return stringWidth(text) <= width ? text : `${text.slice(0, width - 1)}…`;
}
