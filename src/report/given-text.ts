import type { CompiledBook } from '../assess/compile.ts';
import type { Fact } from '../model/fact.ts';
import type { Language } from '../model/language.ts';
import type { Given } from '../model/use-case.ts';
import { explainWords } from '../text/explain-words.ts';
import { dayText } from '../text/messages.ts';
import { optionText } from './rule-points.ts';

/** An answer in words. Words of the file stand in it as they are: whoever prints it escapes it. */
export function givenText(
  given: Given,
  fact: Fact,
  { language, compiled }: { readonly language: Language; readonly compiled: CompiledBook },
): string {
  const say = explainWords[language];
  const yesNo = (value: boolean | null): string => (value === null ? say.unanswered : value ? say.yes : say.no);
  const office = (id: string | null): string =>
    compiled.book.offices.find((one) => one.id === id)?.title[language] ?? '?';
  switch (given.type) {
    case 'yes-no':
      return yesNo(given.value);
    case 'choice':
      return given.value === null ? say.unanswered : `${optionText(fact, given.value, language)} (${given.value})`;
    case 'set':
      if (given.value === null) return say.unanswered;
      return given.value.length === 0
        ? say.none
        : given.value.map(({ option, sure }) => (sure ? option : `${option}?`)).join(', ');
    case 'date':
      return given.value === null ? say.unanswered : dayText(given.value, language);
    case 'text':
      return given.value === null ? say.unanswered : say.quote(given.value);
    case 'measure':
      if (given.planned !== null && given.done !== true) return say.planned(dayText(given.planned.on, language));
      return given.done === null ? say.unanswered : given.done ? say.done : say.notDone;
    case 'judgement':
      return given.claimed === true && given.on !== null
        ? `${say.yes} (${say.by(office(given.role), dayText(given.on, language))})`
        : yesNo(given.claimed);
    case 'opinion':
      if (given.result === null) return say.unanswered;
      return given.on === null
        ? say.result[given.result]
        : `${say.result[given.result]} (${say.by(office(given.by), dayText(given.on, language))})`;
  }
}
