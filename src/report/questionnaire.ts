import { type CompiledBook, known } from '../assess/compile.ts';
import type { Assessment, OpenQuestion } from '../model/assessment.ts';
import type { Fact } from '../model/fact.ts';
import type { Office } from '../model/ids.ts';
import type { Language } from '../model/language.ts';
import { interviewWords } from '../text/interview-words.ts';
import { type FormField, questionnaireWords } from '../text/questionnaire-words.ts';
import type { Block, Line, Paper } from './paper/blocks.ts';

export interface Form {
  readonly assessment: Assessment;
  readonly office: Office;
  readonly compiled: CompiledBook;
  readonly language: Language;
  /** The check code of the answers as they are; an opinion is about these. */
  readonly digest: string;
  /** The name of the organisation that asks, where its profile tells it. */
  readonly body: string | null;
}

/** The open questions that this office can answer, in the order that settles most; opinions only where it is the one to give them. */
export const questionsFor = ({ assessment, office, compiled }: Omit<Form, 'language' | 'digest' | 'body'>) =>
  assessment.questions.filter(({ askOf, fact: id }) => {
    const fact = known(compiled.facts, id);
    return fact.scope !== 'profile' && (fact.type === 'opinion' ? fact.givenBy : askOf).includes(office);
  });

/** The open questions of one office, to be filled in and read back; `read/questionnaire.ts` reads it. */
export function questionnaire(form: Form): Paper {
  const { assessment, language, digest, compiled } = form;
  const say = questionnaireWords[language];
  const title = say.title(officeTitle(form.office, form));
  const field = (name: FormField, value: string | null): Block => ({ kind: 'field', label: say.field[name], value });
  const questions = questionsFor(form);
  const body = [form.body, assessment.useCase.owner.unit].filter((name) => name !== null).join(', ');
  return {
    title,
    language,
    blocks: [
      { kind: 'title', text: title },
      field('useCase', `${assessment.useCase.title} (${assessment.useCase.id})`),
      ...(assessment.useCase.purpose === null
        ? []
        : [{ kind: 'paragraph', text: assessment.useCase.purpose } as const]),
      field('office', `${officeTitle(form.office, form)} (${form.office})`),
      field('code', digest),
      ...(body === '' ? [] : [{ kind: 'paragraph', text: say.we(body) } as const]),
      ...say.introduction.map((text) => ({ kind: 'paragraph', text }) as const),
      field('by', null),
      field('on', null),
      ...questions.flatMap((question, index) =>
        questionBlocks(question, known(compiled.facts, question.fact), index + 1, form),
      ),
    ],
  };
}

const officeTitle = (id: Office, { compiled, language }: Pick<Form, 'compiled' | 'language'>): string =>
  compiled.book.offices.find((office) => office.id === id)?.title[language] ?? id;

function questionBlocks({ settles, askOf }: OpenQuestion, fact: Fact, number: number, form: Form): readonly Block[] {
  const { language, office } = form;
  const say = questionnaireWords[language];
  const boxes = boxesOf(fact, form);
  const others = askOf.filter((one) => one !== office).map((one) => officeTitle(one, form));
  const notes = [
    ...(fact.inside === null ? [] : [say.inside(fact.inside[language])]),
    ...(fact.outside === null ? [] : [say.outside(fact.outside[language])]),
    say.bearsOn(settles.tier, settles.findings),
    ...(others.length === 0 ? [] : [say.alsoKnownBy(others.join(', '))]),
  ].filter((text) => text !== '');
  return [
    { kind: 'heading', level: 1, text: `${number}. ${fact.question[language]}` },
    { kind: 'field', label: say.field.key, value: fact.id },
    ...notes.map((text) => ({ kind: 'paragraph', text }) as const),
    ...(fact.type === 'set' ? [{ kind: 'paragraph', text: say.several } as const] : []),
    ...(fact.type === 'opinion' ? [{ kind: 'paragraph', text: say.opinion } as const] : []),
    ...(boxes.length === 0 ? [] : [{ kind: 'boxes', items: boxes } as const]),
    ...fieldsOf(fact).map((name) => ({ kind: 'field', label: say.field[name], value: null }) as const),
  ];
}

type Box = { readonly text: Line; readonly ticked: false };
const box = (id: string, text: string): Box => ({
  text: [`${text} `, { kind: 'code', text: `(${id})` }],
  ticked: false,
});

function boxesOf(fact: Fact, { language, office }: Form): readonly Box[] {
  const say = interviewWords[language];
  const unknown = box('unknown', say.unknown);
  switch (fact.type) {
    case 'yes-no':
      return [box('yes', say.yes), box('no', say.no), unknown];
    case 'choice':
      return [...fact.options.map(({ id, text }) => box(id, text[language])), unknown];
    case 'set':
      return [
        ...fact.options.map(({ id, text }) => box(id, text[language])),
        box('none', questionnaireWords[language].none),
        unknown,
      ];
    case 'measure':
      return [
        box('done', say.done),
        box('unproven', say.unproven),
        box('planned', say.planned),
        box('no', say.notDone),
        unknown,
      ];
    case 'judgement':
      // Only whoever is entitled to judge can put a claim on record.
      return [box('no', say.notClaimed), ...(fact.judgedBy.includes(office) ? [box('yes', say.claimed)] : []), unknown];
    case 'opinion':
      return [
        box('agreed', say.agreed),
        box('with-conditions', say.withConditions),
        box('refused', say.refused),
        box('unknown', say.notYet),
      ];
    case 'date':
    case 'text':
      return [];
  }
}

/** The lines to be filled in below the boxes. */
function fieldsOf({ type }: Fact): readonly FormField[] {
  const proof = ['proof', 'proofOn', 'proofBy'] as const;
  switch (type) {
    case 'date':
      return ['day', 'note'];
    case 'text':
      return ['answer', 'note'];
    case 'measure':
      return [...proof, 'plannedOn', 'plannedBy'];
    case 'judgement':
      return ['reason', 'recordedOn', ...proof];
    case 'opinion':
      return ['recordedOn', 'conditions', ...proof];
    default:
      return ['note'];
  }
}
