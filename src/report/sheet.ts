import { known } from '../assess/compile.ts';
import { explainer } from '../assess/explain.ts';
import type { Classified, Finding, OpenQuestion } from '../model/assessment.ts';
import type { IsoDate } from '../model/date.ts';
import type { RuleId } from '../model/ids.ts';
import type { Language } from '../model/language.ts';
import type { Notice } from '../model/notice.ts';
import type { Proof, RuleProof } from '../model/proof.ts';
import { aspects, steps } from '../model/rule.ts';
import type { Citation } from '../model/source.ts';
import type { Evidence } from '../model/use-case.ts';
import { citationText } from '../text/citation.ts';
import { dayText } from '../text/messages.ts';
import { possibleWords } from '../text/possible-words.ts';
import { sheetWords } from '../text/sheet-words.ts';
import { tenderWords } from '../text/tender-words.ts';
import {
  hitText,
  judgementTexts,
  possibleProhibitions,
  resultText,
  rolesText,
  startText,
  tierText,
  uncertainTexts,
  verdictTitle,
  whyText,
} from './outcome.ts';
import { noticeText } from './notice.ts';
import { documentEntry, opinionEntry, planEntry } from './record-entries.ts';
import { type Reason, reasonsOf } from './reasons.ts';
import { asked, resultOf } from './result.ts';
import { atStake } from './stake.ts';
import { isAsWanted, isWhole, type NeededClause, neededClauses, remarksOn } from './tender.ts';
import {
  daysText,
  factOf,
  keyOf,
  obligationOf,
  officeTitle,
  ruleOf,
  tally,
  titleOf,
  type View,
  weightText,
} from './view.ts';

/** One thing to be done, answered or known. Texts are plain; whoever writes them escapes them. */
export interface Entry {
  readonly title: string;
  /** Who acts, law or house rule, how grave; empty where it says nothing. */
  readonly weight: string;
  readonly texts: readonly string[];
  readonly cite: readonly { readonly text: string; readonly url: string }[];
  readonly rule: string;
  /** How the rule came to its truth. */
  readonly reasons: readonly Reason[];
}

export interface Section {
  readonly heading: string;
  /** Whether the reasons of its entries are printed too: all of them would fill a hundred pages. */
  readonly reasonsOnPaper: boolean;
  readonly entries: readonly Entry[];
}

export interface Point {
  readonly day: IsoDate;
  readonly latest: IsoDate | null;
  readonly title: string;
}

/** One assessment as officers read it: in words of one language, in the order of the terminal report, nothing left out. */
export interface Sheet {
  readonly title: string;
  readonly verdict: string;
  /** The verdict with its reasons. */
  readonly result: string;
  readonly facts: readonly { readonly label: string; readonly texts: readonly string[] }[];
  readonly sections: readonly Section[];
  readonly timeline: readonly Point[];
  readonly aspects: readonly (readonly [title: string, met: number, unmet: number, open: number])[];
  readonly steps: readonly (readonly [title: string, state: string])[];
}

export function sheetOf(view: View): Sheet {
  const { assessment } = view;
  const proofs = assessment.prove();
  const trees = explainer(proofs, view.compiled, false);
  const desk: Desk = {
    view,
    reasons: (rule, code) => {
      const proof = proofOf(trees.proofs.get(rule) ?? [], code);
      if (proof === undefined) return [];
      const { when, except } = trees.rule(proof);
      return [when, except, trees.requires(proof)].filter((part) => part !== null).map((part) => reasonsOf(part, view));
    },
    evidenceOf: (finding) => {
      const requires = proofOf(trees.proofs.get(finding.rule) ?? [], finding.code)?.requires;
      return requires === undefined || requires === null ? [] : evidenceIn(requires);
    },
  };
  return {
    title: assessment.useCase.title,
    verdict: verdictTitle(view),
    result: resultText(view),
    facts: factsOf(view),
    sections: sectionsOf(desk).filter(({ entries }) => entries.length > 0),
    timeline: timelineOf(view),
    aspects: aspects.flatMap((aspect) => {
      const { met, unmet, open } = tally(view, (finding) => finding.aspect === aspect);
      return met + unmet + open === 0 ? [] : [[view.say.aspect[aspect], met, unmet, open] as const];
    }),
    steps: steps.map((step) => [view.say.step[step], stepText(view, step)] as const),
  };
}

interface Desk {
  readonly view: View;
  readonly reasons: (rule: RuleId, code: string | null) => readonly Reason[];
  readonly evidenceOf: (finding: Finding) => readonly Evidence[];
}

const proofOf = (proofs: readonly RuleProof[], code: string | null): RuleProof | undefined =>
  proofs.find((proof) => proof.code === null || proof.code === code);

/** The documents that prove what is done. */
function evidenceIn(proof: Proof): readonly Evidence[] {
  switch (proof.kind) {
    case 'node':
      return proof.parts.flatMap(evidenceIn);
    case 'fact':
      return proof.truth === 'true' && proof.answer.state === 'given' && 'evidence' in proof.answer.given
        ? proof.answer.given.evidence
        : [];
    default:
      return [];
  }
}

function factsOf(view: View): Sheet['facts'] {
  const { assessment, say, language } = view;
  const { label, purpose } = sheetWords[language];
  const {
    file,
    owner: { unit },
  } = assessment.useCase;
  const packs = assessment.packs.map(({ id, version }) => `${id} ${version}`).join(', ');
  const { state, by, on } = assessment.approval;
  const register =
    assessment.register === null
      ? say.registerMissing
      : say.registered(dayText(assessment.register.on, language), assessment.register.entry ?? '');
  const approval = say.approval[state](
    by === null ? '' : officeTitle(view, by),
    on === null ? '' : dayText(on, language),
  );
  return [
    { label: label.tier, texts: [tierText(view)] },
    { label: label.why, texts: [whyText(view, Number.POSITIVE_INFINITY)] },
    { label: label.judgements, texts: judgementTexts(view) },
    { label: label.roles, texts: [rolesText(view)] },
    { label: label.uncertain, texts: uncertainTexts(view) },
    { label: label.approval, texts: [approval, register, say.digest(assessment.digest)] },
    {
      label: label.file,
      texts: [
        file,
        ...(assessment.useCase.purpose === null ? [] : [purpose(assessment.useCase.purpose)]),
        [...(unit === null ? [] : [unit]), startText(view)].join(', '),
        say.asOf(dayText(assessment.asOf, language)),
        `${say.label.rules}: ${packs}`,
      ],
    },
  ]
    .map(({ label: name, texts }) => ({ label: name, texts: texts.filter((text) => text !== '') }))
    .filter(({ texts }) => texts.length > 0);
}

const section = (heading: string, entries: readonly Entry[], reasonsOnPaper = false): Section => ({
  heading,
  entries,
  reasonsOnPaper,
});

function sectionsOf(desk: Desk): readonly Section[] {
  const { view } = desk;
  const { heading } = sheetWords[view.language];
  const { documents, opinions, plans } = view.assessment.records();
  const { lowest, highest } = view.assessment.tier;
  const duties = (findings: readonly Finding[]) => findings.map((finding) => dutyEntry(finding, desk));
  const needed = neededClauses(view.assessment, view.compiled);
  const clauses = (some: typeof needed) => some.map((clause) => clauseEntry(clause, view));
  const questions = (open: readonly OpenQuestion[]) => open.map((question) => questionEntry(question, view));
  return [
    section(heading.stop, duties(view.prohibitions), true),
    section(
      heading.possible,
      possibleProhibitions(view).map((finding) => possibleEntry(finding, desk)),
      true,
    ),
    section(
      heading.tier(lowest === highest),
      view.hits.map((hit) => hitEntry(hit, desk)),
      true,
    ),
    section(heading.deciding, questions(view.deciding)),
    section(heading.work(view.assessment.for), duties(view.unmet), true),
    section(heading.questions, questions(view.questions)),
    section(heading.openDuties, duties(view.openDuties)),
    section(heading.gaps, duties(view.gaps)),
    section(heading.later, duties(view.unsecured)),
    section(
      heading.plans,
      plans.map((plan) => planEntry(plan, view)),
    ),
    section(heading.waived, duties(view.waived)),
    section(heading.dueLater, duties(view.dueLater)),
    section(heading.minor, duties(view.minor)),
    section(heading.met, duties(view.met)),
    section(heading.others, duties(view.others)),
    section(
      heading.opinions,
      opinions.map((opinion) => opinionEntry(opinion, view)),
    ),
    section(
      heading.evidence,
      documents.map((document) => documentEntry(document, view)),
    ),
    section(
      heading.notices,
      view.assessment.notices.map((notice) => noticeEntry(notice, view)),
    ),
    section(heading.clauses, clauses(needed.filter((clause) => !isAsWanted(clause)))),
    section(heading.foundClauses, clauses(needed.filter(isAsWanted))),
    section(heading.documents, documentEntries(view)),
    section(heading.denied, deniedEntries(view)),
    section(heading.sources, sourceEntries(view)),
  ];
}

/** A provision that gives the tier, or would but for an exception. */
function hitEntry(hit: Classified, { view, reasons }: Desk): Entry {
  const { rule: id, tier, cite, from } = hit;
  const { say, language } = view;
  const rule = ruleOf(view, id);
  const { earliest, latest } = daysText(view, from ?? { earliest: null, latest: null });
  return {
    title: rule.title[language],
    weight: tier === null ? '' : say.tier[tier],
    texts: [
      ...(hit.unless || hit.lifted === 'true' ? [hitText(view, hit)] : []),
      ...('why' in rule ? [sheetWords[language].why(rule.why[language])] : []),
      ...(from === null ? [] : [say.tierFrom(earliest, latest)]),
      ...(rule.note === null ? [] : [rule.note[language]]),
    ],
    cite: cite.map((one) => cited(view, one)),
    rule: id,
    reasons: reasons(id, null),
  };
}

function dutyEntry(finding: Finding, { view, reasons, evidenceOf }: Desk): Entry {
  const words = sheetWords[view.language];
  const rule = obligationOf(view, finding);
  const result = resultOf(view, finding);
  const at = finding.position();
  const proven = evidenceOf(finding).map(({ source, by, on }) =>
    words.proven(source.kind === 'file' ? source.path : source.url, by, dayText(on, view.language)),
  );
  return {
    title: titleOf(view, finding),
    weight: weightText(view, finding),
    texts: [
      words.why(rule.why[view.language]),
      ...(finding.state === 'met' ? [] : (result?.advice ?? [])),
      ...new Set(proven),
      ...(at === null ? [] : [words.answerAt(`${at.file}:${at.line}`)]),
    ],
    cite: finding.cite.map((cite) => cited(view, cite)),
    rule: finding.rule,
    reasons: reasons(finding.rule, finding.code),
  };
}

/** What the rule says of a prohibition that applies would be wrong here: what is told is that it is open, and what decides. */
function possibleEntry(finding: Finding, desk: Desk): Entry {
  const { view } = desk;
  const isMere = finding.code !== 'prohibited-unless';
  const headline = resultOf(view, finding)?.headline ?? '';
  return {
    ...dutyEntry(finding, desk),
    texts: [headline, ...asked(view, finding), ...(isMere ? [possibleWords[view.language].note(1)] : [])],
  };
}

const cited = (view: View, cite: Citation) => ({
  text: citationText(cite, known(view.compiled.sources, cite.act), view.language),
  url: cite.url,
});

function questionEntry(question: OpenQuestion, view: View): Entry {
  const { language, say } = view;
  const fact = factOf(view, question.fact);
  const stake = atStake(view, question);
  return {
    title: fact.question[language],
    weight: say.knownBy(say.listed(question.askOf.map((office) => officeTitle(view, office)))),
    texts: [
      ...(fact.type === 'choice' || fact.type === 'set' ? fact.options.map(({ text }) => `– ${text[language]}`) : []),
      ...(stake === null ? [] : [stake]),
      sheetWords[language].enter(keyOf(fact, question)),
    ],
    cite: fact.cite.map((cite) => cited(view, cite)),
    rule: '',
    reasons: [],
  };
}

const plainEntry = { weight: '', texts: [], cite: [], rule: '', reasons: [] } as const;

/** What has run out, and what lies ahead; it changes no result. */
function noticeEntry(notice: Notice, view: View): Entry {
  const { at, rule } = notice;
  const texts = at === null ? [] : [sheetWords[view.language].answerAt(`${at.file}:${at.line}`)];
  return { ...plainEntry, title: noticeText(notice, view), texts, rule: rule ?? '' };
}

/** How a clause that is needed stands in the tender documents. */
function clauseEntry(clause: NeededClause, view: View): Entry {
  const words = tenderWords[view.language];
  const { rule, state, reading } = clause;
  const places = reading.places.map(({ file, unit, number }) => `${file}, ${words.place[unit](number)}`);
  return {
    ...plainEntry,
    title: `${rule.clause} ${rule.title[view.language]}`,
    weight: words.state[state],
    texts: [...(places.length === 0 ? [] : [places.join('; ')]), ...remarksOn(clause, view.language, (text) => text)],
    cite: rule.cite.map((cite) => cited(view, cite)),
    rule: rule.id,
  };
}

function documentEntries({ assessment, language }: View): readonly Entry[] {
  const { kind, whole, partly, unread, obstacle } = tenderWords[language];
  return (assessment.tender?.documents ?? []).map((document) => ({
    ...plainEntry,
    title: `${document.file} (${kind[document.kind]})`,
    weight: isWhole(document) ? whole : document.hasText ? partly : unread,
    texts: document.obstacles.map((one) => obstacle(one)),
  }));
}

/** What the closed lists denied, in full. */
function deniedEntries(view: View): readonly Entry[] {
  return view.assessment.denials.map(({ fact: id, options, at }) => {
    const fact = factOf(view, id);
    const denied = fact.type === 'set' ? fact.options.filter((option) => options.includes(option.id)) : [];
    return {
      title: fact.question[view.language],
      weight: sheetWords[view.language].answerAt(`${at.file}:${at.line}`),
      texts: [sheetWords[view.language].answeredNo, ...denied.map(({ text }) => `– ${text[view.language]}`)],
      cite: [],
      rule: '',
      reasons: [],
    };
  });
}

/** The acts and papers that are cited, with the address in words, for whoever reads on paper. */
function sourceEntries({ assessment, hits, compiled, language }: View): readonly Entry[] {
  const found = assessment.findings.filter(({ state }) => state !== 'not-applicable');
  const acts = new Set([...found, ...hits].flatMap(({ cite }) => cite.map(({ act }) => act)));
  return compiled.book.sources
    .filter(({ id }) => acts.has(id))
    .map(({ title, short, url }) => ({
      ...plainEntry,
      title: title[language],
      weight: short[language],
      cite: [{ text: url, url }],
    }));
}

/** The days that lie ahead and from which something holds, and the start and end of the use. */
function timelineOf(view: View): readonly Point[] {
  const { assessment } = view;
  const ahead = view.duties.filter(
    ({ state, from }) =>
      state === 'upcoming' && from !== null && from.earliest !== null && from.earliest > assessment.asOf,
  );
  const points = ahead.flatMap((finding): Point[] => {
    const { earliest, latest } = finding.from ?? { earliest: null, latest: null };
    return earliest === null ? [] : [{ day: earliest, latest, title: titleOf(view, finding) }];
  });
  const { begins, ends } = sheetWords[view.language];
  const own = [
    { day: assessment.start, title: begins },
    { day: assessment.end, title: ends },
  ].flatMap(({ day, title }): Point[] =>
    day === null || day <= assessment.asOf ? [] : [{ day, latest: null, title }],
  );
  return [...own, ...points].toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** The points by the days on which they begin, each day once. */
export function byDay(points: readonly Point[], language: Language): readonly (readonly [from: string, string[]])[] {
  const days = new Map<string, string[]>();
  for (const point of points) {
    const from = sheetWords[language].from(point, language);
    days.set(from, [...(days.get(from) ?? []), point.title]);
  }
  return [...days];
}

function stepText(view: View, step: (typeof steps)[number]): string {
  const { say } = view;
  const { met, unmet, open } = tally(view, (finding) => finding.step === step);
  if (unmet > 0) return say.stepMissing(unmet);
  if (open > 0) return say.stepOpen(open);
  return met === 0 ? say.stepNothing : say.stepMet;
}
