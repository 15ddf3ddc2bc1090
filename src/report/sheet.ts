import { aspects, steps } from '../model/rule.ts';
import { dayText } from '../text/messages.ts';
import { sheetWords } from '../text/sheet-words.ts';
import {
  judgementTexts,
  resultText,
  rolesText,
  startText,
  tierText,
  uncertainTexts,
  verdictTitle,
  whyText,
} from './outcome.ts';
import type { Section } from './sheet/entry.ts';
import { sectionsOf } from './sheet/sections.ts';
import { type Point, timelineOf } from './sheet/timeline.ts';
import { officeTitle, tally, type View } from './view.ts';

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
  return {
    title: assessment.useCase.title,
    verdict: verdictTitle(view),
    result: resultText(view),
    facts: factsOf(view),
    sections: sectionsOf(view),
    timeline: timelineOf(view),
    aspects: aspects.flatMap((aspect) => {
      const { met, unmet, open } = tally(view, (finding) => finding.aspect === aspect);
      return met + unmet + open === 0 ? [] : [[view.say.aspect[aspect], met, unmet, open] as const];
    }),
    steps: steps.map((step) => [view.say.step[step], stepText(view, step)] as const),
  };
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

function stepText(view: View, step: (typeof steps)[number]): string {
  const { say } = view;
  const { met, unmet, open } = tally(view, (finding) => finding.step === step);
  if (unmet > 0) return say.stepMissing(unmet);
  if (open > 0) return say.stepOpen(open);
  return met === 0 ? say.stepNothing : say.stepMet;
}
