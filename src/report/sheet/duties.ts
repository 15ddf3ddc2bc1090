import type { Classified, Finding } from '../../model/assessment.ts';
import { dayText } from '../../text/messages.ts';
import { possibleWords } from '../../text/possible-words.ts';
import { sheetWords } from '../../text/sheet-words.ts';
import { hitText } from '../outcome.ts';
import { asked, resultOf } from '../result.ts';
import { daysText, obligationOf, ruleOf, titleOf, weightText } from '../view.ts';
import type { Desk } from './desk.ts';
import { citeLink, type Entry } from './entry.ts';

export function dutyEntry(finding: Finding, { view, reasons, evidenceOf }: Desk): Entry {
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
    cite: finding.cite.map((cite) => citeLink(view, cite)),
    rule: finding.rule,
    reasons: reasons(finding.rule, finding.code),
  };
}

/** What the rule says of a prohibition that applies would be wrong here: what is told is that it is open, and what decides. */
export function possibleEntry(finding: Finding, desk: Desk): Entry {
  const { view } = desk;
  const isMere = finding.code !== 'prohibited-unless';
  const headline = resultOf(view, finding)?.headline ?? '';
  return {
    ...dutyEntry(finding, desk),
    texts: [headline, ...asked(view, finding), ...(isMere ? [possibleWords[view.language].note(1)] : [])],
  };
}

/** A provision that gives the tier, or would but for an exception. */
export function hitEntry(hit: Classified, { view, reasons }: Desk): Entry {
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
    cite: cite.map((one) => citeLink(view, one)),
    rule: id,
    reasons: reasons(id, null),
  };
}
