import { known } from '../assess/compile.ts';
import type { Explained } from '../assess/explain.ts';
import type { Answer } from '../model/answer.ts';
import { factsNamed } from '../model/condition.ts';
import type { Language } from '../model/language.ts';
import type { Position } from '../model/position.ts';
import type { Truth } from '../model/truth.ts';
import type { Given } from '../model/use-case.ts';
import { explainWords } from '../text/explain-words.ts';
import { dayText, messages } from '../text/messages.ts';
import { ruleWords } from '../text/rule-words.ts';
import { givenText } from './given-text.ts';
import { leafText, type Reader } from './rule-points.ts';

/** One step of an explanation in words, with what it rests on. Words of files stand in it as they are: whoever prints it escapes it. */
export interface Reason {
  /** Null: a heading among the parts, such as that exceptions follow. */
  readonly truth: Truth | null;
  readonly texts: readonly string[];
  readonly parts: readonly Reason[];
}

export function reasonsOf(explained: Explained, desk: Reader): Reason {
  const { language, compiled } = desk;
  const say = explainWords[language];
  const { truth } = explained;
  switch (explained.kind) {
    case 'node': {
      const [only] = explained.parts;
      // A heading over one part tells nothing that the part does not.
      if (explained.parts.length === 1 && only !== undefined && explained.op !== 'not') return reasonsOf(only, desk);
      return {
        truth,
        texts: [nodeText(explained, language)],
        parts: explained.parts.map((part) => reasonsOf(part, desk)),
      };
    }
    case 'fact': {
      const answer = say.answered(`${answerText(explained.answer, desk)}${placeText(explained.at)}`);
      return { truth, texts: [`${leafText(explained.leaf, desk)} (${explained.leaf.fact})`, answer], parts: [] };
    }
    case 'clause': {
      const where = `${say.documents[explained.documents]}${placeText(explained.at)}`;
      return { truth, texts: [ruleWords[language].clause(explained.clause), where], parts: [] };
    }
    case 'rule': {
      const title = `${ruleWords[language].rule(known(compiled.rules, explained.rule).title[language])} (${explained.rule})`;
      if (explained.parts === null) return { truth, texts: [title, say.above], parts: [] };
      const { when, except } = explained.parts;
      return {
        truth,
        texts: [title],
        parts: [
          ...(when === null ? [] : [reasonsOf(when, desk)]),
          ...(except === null
            ? []
            : [{ truth: null, texts: [ruleWords[language].heading.except], parts: [reasonsOf(except, desk)] }]),
        ],
      };
    }
    case 'derived': {
      const isEmpty = explained.of.length === 0 && truth === 'false';
      return {
        truth,
        texts: [leafText(explained.leaf, desk), ...(isEmpty ? [say.noneBehind] : [])],
        parts: explained.of.map((rule) => reasonsOf(rule, desk)),
      };
    }
  }
}

function nodeText({ op, count }: Extract<Explained, { kind: 'node' }>, language: Language): string {
  const say = ruleWords[language];
  switch (op) {
    case 'all':
      return say.all;
    case 'any':
      return say.any;
    case 'not':
      return say.not;
    case 'at-least':
      return say.atLeast(count ?? 0);
  }
}

export const placeText = (at: Position | null): string => (at === null ? '' : ` · ${at.file}:${at.line}`);

export function answerText(answer: Answer, desk: Reader): string {
  const say = explainWords[desk.language];
  const fact = known(desk.compiled.facts, answer.fact);
  switch (answer.state) {
    case 'closed':
      return say.closed(fact.askedWhen === null ? [] : factsNamed(fact.askedWhen));
    case 'given':
      return `${givenText(answer.given, fact, desk)}${sayingText(answer.given, desk)}`;
    case 'unknown':
      return answer.given === null
        ? say.unanswered
        : `${givenText(answer.given, fact, desk)}${sayingText(answer.given, desk)} · ${messages[desk.language].why[answer.why]}`;
  }
}

/** Who gave the answer and when, and why it is so. */
function sayingText({ source, note }: Given, { language }: Reader): string {
  const say = explainWords[language];
  const by = source === null ? '' : ` (${say.by(source.by, dayText(source.on, language))})`;
  return `${by}${note === null ? '' : ` · ${say.quote(note)}`}`;
}
