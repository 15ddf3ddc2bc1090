import { cited, daysText, titleOf, type View } from './view.ts';

/** The verdict in words, and how many duties are waived in it. */
export function verdictTitle(view: View): string {
  const { verdict, waived } = view.assessment;
  return view.say.verdict[verdict] + (waived > 0 ? view.say.verdictWaived(waived) : '');
}

/** Verdict and reasons in one or a few sentences. */
export function resultText(view: View): string {
  const { assessment, say } = view;
  return assessment.verdict === 'ready'
    ? `${verdictTitle(view)} ${say.result.ready(assessment.for)}`
    : `${verdictTitle(view)}: ${reasons(view).join(' ')}`;
}

const said = (when: boolean, text: string): readonly string[] => (when ? [text] : []);

export function reasons(view: View): readonly string[] {
  const { assessment, deciding } = view;
  const { result } = view.say;
  const settled = deciding.length === 0;
  const stops = view.prohibitions.filter(({ basis }) => basis === 'law');
  return [
    ...said(stops.length > 0, result.stop(stops.length)),
    ...said(stops.length < view.prohibitions.length, result.houseStop),
    ...said(isProhibitionPossible(view), result.possible(possibleProhibitions(view))),
    ...said(view.unmet.length > 0, result.unmet(view.unmet.length)),
    ...said(assessment.tierUnsettled && !settled, result.tierOpen(deciding.length)),
    ...said(settled && view.openDuties.length > 0, result.open(view.openDuties.length)),
    ...said(settled && view.gaps.length > 0, result.gap(view.gaps.length)),
    ...said(view.unsecured.length > 0, result.unsecured(view.unsecured.length)),
    ...said(settled && view.clauses.length > 0, result.clauses(view.clauses.length)),
    ...said(assessment.tierUnsettled, result.wait),
    ...said(!assessment.tierUnsettled && assessment.effectiveDay === null, result.startUnknown),
  ];
}

/** Said apart only where the tier does not say it already. */
const isProhibitionPossible = ({ assessment }: View): boolean =>
  assessment.possibleProhibition &&
  assessment.verdict !== 'stop' &&
  !(assessment.tierUnsettled && assessment.tier.highest === 'prohibited');

function possibleProhibitions(view: View): readonly string[] {
  return view.assessment.findings
    .filter((finding) => finding.prohibition && finding.basis === 'law' && finding.weight === 'clarify')
    .map((finding) => view.say.named(titleOf(view, finding), cited(view, finding.cite)));
}

export function tierText(view: View): string {
  const { say, assessment } = view;
  const { lowest, highest, from } = assessment.tier;
  if (lowest !== highest) return say.tierOpen(say.tier[lowest], say.tier[highest]);
  const text = say.tierSettled(say.tier[lowest]);
  const past = from !== null && from.latest !== null && from.latest <= assessment.asOf;
  if (from === null || past) return text;
  const { earliest, latest } = daysText(view, from);
  return `${text} ${say.tierFrom(earliest, latest)}`;
}
