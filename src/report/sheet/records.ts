import type { Notice } from '../../model/notice.ts';
import type { DocumentRecord, OpinionRecord, Plan, ProvenFact } from '../../model/records.ts';
import type { Evidence } from '../../model/use-case.ts';
import { explainWords } from '../../text/explain-words.ts';
import { dayText } from '../../text/messages.ts';
import { recordWords } from '../../text/record-words.ts';
import { sheetWords } from '../../text/sheet-words.ts';
import { noticeText } from '../notice.ts';
import { type Entry, plainEntry } from './entry.ts';
import { cited, factOf, officeTitle, ruleOf, type View } from '../view.ts';

/** A document, what it proves, and whether it counts. */
export function documentEntry({ evidence, proves }: DocumentRecord, view: View): Entry {
  const words = recordWords[view.language];
  const { source, by, on, covers } = evidence;
  return {
    ...plainEntry,
    title: source.kind === 'file' ? source.path : source.url,
    weight: words.dated(by, dayText(on, view.language), words.file[fileState(source)]),
    texts: [
      ...(covers === null ? [] : [words.covers(covers)]),
      words.evidenceFor,
      ...proves.map((proven) => `– ${provenText(proven, view)}`),
    ],
  };
}

function fileState(source: Evidence['source']): 'there' | 'gone' | 'link' {
  if (source.kind === 'link') return 'link';
  return source.exists ? 'there' : 'gone';
}

function provenText({ fact, condition, state, until }: ProvenFact, view: View): string {
  const words = recordWords[view.language];
  const what = condition === null ? factOf(view, fact).question[view.language] : words.condition(condition);
  return `${what}${words.counts[state](until === null ? '' : dayText(until, view.language))}`;
}

/** An opinion that is asked for or was given: its result, whether it counts, and what it demands. */
export function opinionEntry(opinion: OpinionRecord, view: View): Entry {
  const words = recordWords[view.language];
  const { enter, answerAt } = sheetWords[view.language];
  const { fact, result, why, note, at } = opinion;
  const isNeeded = result !== null || opinion.demand?.met !== true;
  return {
    ...plainEntry,
    title: factOf(view, fact).question[view.language],
    weight: isNeeded ? resultText(opinion, view) : words.notNeeded,
    texts: [
      ...(result === null || why === null ? [] : [view.say.why[why]]),
      demandText(opinion, view),
      ...(note === null ? [] : [words.note(note)]),
      ...opinion.conditions.map(({ text, state, planned }) =>
        words.demands(text, words.met[state], planned === null ? '' : planText({ ...planned, late: false }, view)),
      ),
      ...(at === null ? (isNeeded ? [enter(fact)] : []) : [answerAt(`${at.file}:${at.line}`)]),
    ],
  };
}

function resultText({ result, by, on, why }: OpinionRecord, view: View): string {
  const words = recordWords[view.language];
  if (result === null) return words.notGiven;
  const who = [by === null ? '' : officeTitle(view, by), on === null ? '' : dayText(on, view.language)];
  const said = who.filter((text) => text !== '').join(', ');
  const text = explainWords[view.language].result[result];
  return `${said === '' ? text : `${text} (${said})`}${why === null ? '' : ` · ${words.doesNotCount}`}`;
}

function demandText({ result, demand }: OpinionRecord, view: View): string {
  const words = recordWords[view.language];
  if (demand === null) return words.notDemanded;
  const rule = ruleOf(view, demand.rule);
  const duty = view.say.named(rule.title[view.language], cited(view, rule.cite));
  return result === null && demand.met ? words.metOtherwise(duty) : words.demandedBy(duty, demand.certain);
}

/** What is to be done by a day. */
export function planEntry({ fact, condition, by, on, late, at }: Plan, view: View): Entry {
  const words = recordWords[view.language];
  return {
    ...plainEntry,
    title: condition === null ? factOf(view, fact).question[view.language] : words.condition(condition),
    weight: planText({ by, on, late }, view),
    texts: [sheetWords[view.language].answerAt(`${at.file}:${at.line}`)],
  };
}

const planText = ({ by, on, late }: Pick<Plan, 'by' | 'on' | 'late'>, { language }: View): string =>
  recordWords[language].plan(by, dayText(on, language), late);

/** What has run out, and what lies ahead; it changes no result. */
export function noticeEntry(notice: Notice, view: View): Entry {
  const { at, rule } = notice;
  const texts = at === null ? [] : [sheetWords[view.language].answerAt(`${at.file}:${at.line}`)];
  return { ...plainEntry, title: noticeText(notice, view), texts, rule: rule ?? '' };
}

/** The acts and papers that are cited, with the address in words, for whoever reads on paper. */
export function sourceEntries({ assessment, hits, compiled, language }: View): readonly Entry[] {
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
