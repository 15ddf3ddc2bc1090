import type { OpenQuestion } from '../../model/assessment.ts';
import type { Fact } from '../../model/fact.ts';
import { sheetWords } from '../../text/sheet-words.ts';
import { atStake } from '../stake.ts';
import { factOf, keyOf, officeTitle, type View } from '../view.ts';
import { citeLink, type Entry } from './entry.ts';

export function questionEntry(question: OpenQuestion, view: View): Entry {
  const { language, say } = view;
  const fact = factOf(view, question.fact);
  const stake = atStake(view, question);
  return {
    title: fact.question[language],
    weight: say.knownBy(say.listed(question.askOf.map((office) => officeTitle(view, office)))),
    texts: [
      ...(fact.type === 'choice' || fact.type === 'set' ? fact.options.map(({ text }) => `– ${text[language]}`) : []),
      ...(stake === null ? [] : [stake]),
      ...(question.why === 'silent' ? [] : [say.why[question.why]]),
      sheetWords[language].enter(keyOf(fact, question)),
      ...opinionHint(fact, view),
    ],
    cite: fact.cite.map((cite) => citeLink(view, cite)),
    rule: '',
    reasons: [],
  };
}

function opinionHint(fact: Fact, { assessment, language }: View): readonly string[] {
  if (fact.type !== 'opinion') return [];
  const { useCase, digest } = assessment;
  return fact.givenBy.slice(0, 1).map((office) => sheetWords[language].opinion(useCase.file, office, digest));
}

/** What the closed lists denied, in full. */
export function deniedEntries(view: View): readonly Entry[] {
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
