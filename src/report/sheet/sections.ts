import type { Finding, OpenQuestion } from '../../model/assessment.ts';
import { sheetWords } from '../../text/sheet-words.ts';
import { possibleProhibitions } from '../outcome.ts';
import { isAsWanted, neededClauses } from '../tender.ts';
import type { View } from '../view.ts';
import { deskOf } from './desk.ts';
import { dutyEntry, hitEntry, possibleEntry } from './duties.ts';
import type { Entry, Section } from './entry.ts';
import { deniedEntries, questionEntry } from './questions.ts';
import { documentEntry, noticeEntry, opinionEntry, planEntry, sourceEntries } from './records.ts';
import { clauseEntry, documentEntries } from './tender.ts';

/** All that is told of a use case, what presses most first; what there is none of is left out. */
export function sectionsOf(view: View): readonly Section[] {
  const desk = deskOf(view);
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
  ].filter(({ entries }) => entries.length > 0);
}

const section = (heading: string, entries: readonly Entry[], reasonsOnPaper = false): Section => ({
  heading,
  entries,
  reasonsOnPaper,
});
