import type { Finding } from '../../model/assessment.ts';
import type { Waiver } from '../../model/use-case.ts';
import { dayText } from '../../text/messages.ts';
import { noticeWords } from '../../text/notice-words.ts';
import { forTerminal } from '../escape.ts';
import { cited, daysText, factOf, obligationOf, officeTitle, titleOf, isOrganisational, weightText } from '../view.ts';
import { below, block, item, labelled, type Page } from './page.ts';

export const prohibitions = (page: Page): readonly string[] =>
  block(page, page.view.say.heading.stop, page.view.prohibitions, (finding, mark) => duty(page, finding, mark));

export const workBlock = (page: Page): readonly string[] =>
  block(page, page.view.say.heading.work(page.view.assessment.for), ownOf(page, page.view.unmet), (finding, mark) =>
    duty(page, finding, mark),
  );

/** Of several use cases the gaps of the organisation are told once, at the end. */
const ownOf = ({ view, run }: Page, findings: readonly Finding[]): readonly Finding[] =>
  run.files > 1 ? findings.filter((finding) => !isOrganisational(view.compiled, finding)) : findings;

/** What holds whatever the open answers will be; one line each, the work comes when the tier is settled. */
export function holdsAnyway(page: Page): readonly string[] {
  const { view } = page;
  const certain = [...view.unmet, ...view.openDuties].filter((finding) => finding.applies === 'true');
  return block(page, view.say.heading.anyway, certain, (finding) => {
    const rule = obligationOf(view, finding);
    return item(page, '·', `${titleOf(view, finding)} (${cited(view, rule.cite)})`, weightText(view, finding));
  });
}

export function gapBlock(page: Page): readonly string[] {
  const { view } = page;
  // While the tier is unsettled only what is certain; afterwards all that the result counts.
  const gaps = view.gaps.filter((finding) => view.deciding.length === 0 || finding.applies === 'true');
  const lines = block(page, view.say.heading.gaps, gaps, (finding, mark) =>
    item(page, mark, obligationOf(view, finding).title[view.language]),
  );
  return lines.length === 0 ? [] : [...lines, ...below(page, view.say.gapsNext)];
}

export function laterBlock(page: Page): readonly string[] {
  const { view } = page;
  return block(page, view.say.heading.later, view.unsecured, (finding, mark) => {
    const rule = obligationOf(view, finding);
    const { earliest, latest } = daysText(view, finding.from ?? { earliest: null, latest: null });
    return item(
      page,
      mark,
      `${titleOf(view, finding)} (${cited(view, rule.cite)})`,
      view.say.fromDay(earliest, latest),
    );
  });
}

/** What nobody has found in the tender documents; no answer of the file settles that. */
export function clauseBlock(page: Page): readonly string[] {
  const { view } = page;
  const lines = block(page, view.say.heading.clauses, view.clauses, (finding, mark) => {
    const rule = obligationOf(view, finding);
    const id = rule.kind === 'clause' ? rule.clause : rule.id;
    const { earliest, latest } = daysText(view, finding.from ?? { earliest: null, latest: null });
    const from = finding.ahead ? view.say.fromDay(earliest, latest) : '';
    return item(page, mark, `${titleOf(view, finding)} (${id})`, from);
  });
  return lines.length === 0
    ? []
    : [...lines, ...below(page, view.say.clausesNext(forTerminal(view.assessment.useCase.file)))];
}

/** Later work is listed as such: by which stage, in one line each. */
export function dueLaterBlock(page: Page): readonly string[] {
  const { view } = page;
  return block(page, view.say.heading.dueLater, view.dueLater, (finding) => {
    const rule = obligationOf(view, finding);
    const title = `${titleOf(view, finding)} (${cited(view, rule.cite)})`;
    return item(page, '·', title, view.say.dueBy(finding.due));
  });
}

/** Minor duties and advice, in one line each: they keep nothing from being ready. */
export function minorBlock(page: Page): readonly string[] {
  const { view } = page;
  return block(page, view.say.heading.minor, ownOf(page, view.minor), (finding) => {
    const rule = obligationOf(view, finding);
    return item(page, '·', `${titleOf(view, finding)} (${cited(view, rule.cite)})`, weightText(view, finding));
  });
}

/** What is put up with for a time: until when, by whose decision, and why. */
export function waivedBlock(page: Page): readonly string[] {
  const { view } = page;
  const { waived } = page.run.show;
  const whole: Page = waived ? { ...page, run: { ...page.run, show: { ...page.run.show, verbose: true } } } : page;
  return block(whole, view.say.heading.waived, view.waived, (finding, mark) => {
    const { waiver } = finding;
    if (waiver === null) throw new Error(`${finding.rule} is waived without a waiver.`);
    const rule = obligationOf(view, finding);
    const title = `${rule.title[view.language]} (${cited(view, rule.cite)})`;
    const role = officeTitle(view, waiver.approvedBy.role);
    return [
      ...item(page, mark, title, view.say.waivedUntil(dayText(waiver.expires, view.language))),
      ...below(page, view.say.waiver(role, forTerminal(waiver.reason), forTerminal(waiver.measures))),
      ...(waived ? waiverRecord(page, waiver, finding.rule) : []),
    ];
  });
}

/** Who signed it, when and where it stands. */
function waiverRecord(page: Page, { approvedBy, approvedOn, at }: Waiver, rule: string): readonly string[] {
  const { view } = page;
  const words = noticeWords[view.language];
  const role = officeTitle(view, approvedBy.role);
  return [
    ...below(page, words.approvedBy(forTerminal(approvedBy.name), role, dayText(approvedOn, view.language))),
    ...below(page, words.place(forTerminal(at.file), at.line), rule),
  ];
}

/** A duty or prohibition: what, by whom, what to do, what proves it, where it stands. */
function duty(page: Page, finding: Finding, mark: string): readonly string[] {
  const { view } = page;
  const { say, language } = view;
  const rule = obligationOf(view, finding);
  const position = finding.position();
  // Where a clause stands in the documents is told with the documents.
  const line = position === null || rule.kind === 'clause' ? '' : ` ${say.answered(position.line)}`;
  return [
    ...item(page, mark, titleOf(view, finding), weightText(view, finding)),
    ...(finding.condition === null ? toDo(page, rule, line) : below(page, `${say.conditionToDo}${line}`)),
    ...lapsedWaiver(page, finding),
    ...(page.run.show.verbose ? below(page, rule.why[language]) : []),
    ...(rule.note === null || view.assessment.uncertain.includes(rule.id) ? [] : below(page, rule.note[language])),
    ...below(page, cited(view, rule.cite), rule.id),
  ];
}

function toDo(page: Page, rule: ReturnType<typeof obligationOf>, line: string): readonly string[] {
  const { say, language } = page.view;
  return [
    ...('toDo' in rule ? below(page, rule.toDo[language] + line) : []),
    ...('evidence' in rule ? below(page, say.evidence(rule.evidence[language])) : []),
  ];
}

/** A waiver that was recorded and does not count. */
function lapsedWaiver(page: Page, { state, waiver }: Finding): readonly string[] {
  if (waiver === null || state !== 'unmet') return [];
  const { say, language } = page.view;
  return below(page, say.waiverLapsed(dayText(waiver.approvedOn, language), dayText(waiver.expires, language)));
}

/** What is done, what others owe, and what else was asked for. */
export function extras(page: Page): readonly (readonly string[])[] {
  const { view, run } = page;
  const { say, language } = view;
  const others = view.others.map((finding) => obligationOf(view, finding).title[language]);
  // While the tier is unsettled nobody knows what else will be due, and a count of what is done would only reassure.
  const isCounted = view.met.length > 0 && view.deciding.length === 0 && !run.show.met;
  return [
    [
      ...(isCounted ? labelled(page, say.label.met, say.counted(view.met.length)) : []),
      ...(others.length > 0 ? labelled(page, say.label.others, say.othersOwe(others)) : []),
    ],
    run.show.met ? findingList(page, say.heading.met, view.met) : [],
    run.show.open ? findingList(page, say.heading.open, view.open) : [],
    run.show.verbose ? denied(page) : [],
  ];
}

/** Every one of the findings on a line of its own. */
function findingList(page: Page, heading: string, findings: readonly Finding[]): readonly string[] {
  const { view } = page;
  const whole: Page = { ...page, run: { ...page.run, show: { ...page.run.show, verbose: true } } };
  return block(whole, heading, findings, (finding, mark) => {
    const rule = obligationOf(view, finding);
    const doubt = finding.doubt === null ? '' : `, ${view.say.doubt[finding.doubt]}`;
    return item(page, mark, `${titleOf(view, finding)} (${cited(view, rule.cite)}${doubt})`);
  });
}

/** The denials one by one. */
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
