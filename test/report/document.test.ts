import { readFileSync } from 'node:fs';
import { assert, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { fill } from '../../src/assess/fill.ts';
import type { Language } from '../../src/model/language.ts';
import type { UseCase } from '../../src/model/use-case.ts';
import { readDocuments } from '../../src/read/document-template.ts';
import { documentDraft } from '../../src/report/document.ts';
import { markdown } from '../../src/report/paper/markdown.ts';
import { viewOf } from '../../src/report/view.ts';
import { act, type Answers, claim, done, planned, today, useCaseWith } from '../assess/support/act.ts';
import { valueOf } from '../support/rules.ts';

const sources = {
  name: 'sources.yaml',
  text: readFileSync('fixtures/packs/bike-act/sources.yaml', 'utf8'),
};

const both = (text: string): string => `{ en: "${text}", de: "DE ${text}" }`;

/** The draft of a paper with these parts, as Markdown. */
function drafted(parts: string, answers: Answers = {}, options: { language?: Language; more?: string } = {}) {
  const { language = 'en', more = '' } = options;
  const text = `document: note
title: ${both('Note')}
about: ${both('About.')}
needed-by: [bike-act.art-5-1]
sections:
  - heading: ${both('First')}
    help: ${both('Ask the workshop.')}
    cite: [{ act: bike-act, at: Art. 5(1) }]
    parts:
${parts.replaceAll(/^/gm, '      ')}
${more}`;
  return draftOf(text, useCaseWith(answers), language);
}

function draftOf(text: string, useCase: UseCase, language: Language) {
  const [template] = valueOf(readDocuments([{ name: 'note.yaml', text }], { book: act.book, sources }));
  if (template === undefined) throw new Error('no template');
  const assessment = assess(useCase, act, today, null);
  const { paper, tasks } = documentDraft(
    fill(template, useCase, assessment, act, today),
    viewOf(assessment, act, language),
  );
  return { text: markdown(paper), tasks };
}

const answersTo = (...facts: readonly string[]): string => `- answers: [${facts.join(', ')}]`;

const refuses = `- say: ${both('Riders can be refused.')}
  when: { yes: bike.refuses }
  otherwise: ${both('Nobody is refused.')}`;

describe('a sentence under a condition', () => {
  test('is said only where it is certainly true, and its opposite only where it is certainly false', () => {
    const yes = drafted(refuses, { 'bike.refuses': 'yes' });
    expect(yes.text).toContain('\nRiders can be refused.');
    expect(yes.text).not.toContain('Nobody');
    const no = drafted(refuses, { 'bike.refuses': 'no' });
    expect(no.text).toContain('\nNobody is refused.');
    expect(no.text).not.toContain('Riders can');
    expect([yes.tasks, no.tasks]).toEqual([0, 0]);
  });

  test.each(['unknown', null])(
    'is not said while the answer is %s, but marked with the question that decides',
    (answer) => {
      const { text, tasks } = drafted(refuses, { 'bike.refuses': answer });
      expect(text).not.toMatch(/^(Riders|Nobody)/m);
      expect(text).toMatch(
        /^> Still open whether this sentence is true; it depends on no\. 1: “Riders can be refused\.”$/m,
      );
      expect(text).toMatch(/^\| 1 \| \*\*Answer missing:\*\* .*bike\.refuses/m);
      expect(tasks).toBe(1);
    },
  );

  test('is left out without an opposite, and open points of a list follow its certain ones', () => {
    const points = `- points:
    - { text: ${both('Helmets are lent.')}, when: { measure: measures.helmets } }
    - { text: ${both('It has a bell.')}, when: { measure: measures.bell } }
    - { text: ${both('Riders can be refused.')}, when: { yes: bike.refuses } }`;
    const { text } = drafted(points, { 'measures.bell': done(), 'measures.helmets': null });
    expect(text).toMatch(/^- It has a bell\.$/m);
    expect(text).not.toContain('Riders can');
    expect(text).toMatch(/^> Still open .*Helmets are lent/m);
  });

  test('of a whole section likewise: certainly false it is not there, open it says so', () => {
    const more = `  - heading: ${both('Refusals')}
    when: { yes: bike.refuses }
    parts: [{ say: ${both('Always.')} }]`;
    expect(drafted(refuses, { 'bike.refuses': 'no' }, { more }).text).not.toContain('Refusals');
    const { text } = drafted(refuses, { 'bike.refuses': null }, { more });
    expect(text).toMatch(/^## 2\. Refusals$/m);
    expect(text).toMatch(/^> Still open whether this section belongs here; it depends on no\. 1\.$/m);
  });
});

describe('what a person has to write or decide', () => {
  test('is numbered where it stands and listed on the cover, with who does it', () => {
    const parts = `- write: ${both('How the bicycles are kept.')}
  who: head-of-unit
- decide: ${both('Who pays?')}
  options: [${both('The town')}, ${both('The rider')}]`;
    const { text, tasks } = drafted(parts);
    expect(tasks).toBe(2);
    expect(text).toMatch(/^\| 1 \| \*\*Write:\*\* How the bicycles are kept\. \| head of unit \| 1 \|$/m);
    expect(text).toMatch(/^\| 2 \| \*\*Decide:\*\* Who pays\? \| {2}\| 1 \|$/m);
    expect(text).toMatch(/^> Open 1 · Write: How the bicycles are kept\.$/m);
    expect(text).toContain('- [ ] The town\n- [ ] The rider');
    expect(text).not.toContain('[x]');
  });

  test('also where the file leaves a gap in a sentence; the same gap has one number', () => {
    const parts = `- say: ${both('Call [telephone number] or write to {supplier}.')}
- say: ${both('Again: [telephone number]. It is called {title}.')}`;
    const { text, tasks } = drafted(parts);
    expect(tasks).toBe(2);
    expect(text).toContain('Call **\\[1: telephone number\\]** or write to **\\[2: supplier');
    expect(text).toContain('Again: **\\[1: telephone number\\]**. It is called Räder.');
  });

  test('falls away where the answers say so, and may fall away where they are open', () => {
    const parts = `- write: ${both('The reasons for refusals.')}
  when: { yes: bike.refuses }`;
    expect(drafted(parts, { 'bike.refuses': 'no' }).tasks).toBe(0);
    expect(drafted(parts, { 'bike.refuses': null }).text).toContain('Perhaps not needed; it depends on no. 1');
  });
});

describe('answers in a draft', () => {
  test('stand in whole words, with their place, note and source', () => {
    const { text } = drafted(answersTo('bike.kind', 'bike.refuses', 'screening.uses'), {
      'bike.refuses': '{ value: yes, note: after dark, by: Kim, on: 2030-07-01 }',
      'screening.uses': '[rents-bikes, tracks-riders?]',
    });
    expect(text).toMatch(/^Yes\.$/m);
    expect(text).toMatch(/^Note in the file: after dark$/m);
    expect(text).toMatch(/rad\.yaml:\d+; told by Kim, 2030-07-01/);
    expect(text).toMatch(/^- Bicycles are lent\.$/m);
    expect(text).toMatch(/^- Riders are located\. \(not sure\)$/m);
  });

  test('that somebody gave as unknown are shown as that', () => {
    const { text } = drafted(answersTo('bike.refuses'), { 'bike.refuses': 'unknown' });
    expect(text).toMatch(/^Given as unknown\./m);
  });

  test('of measures say what is planned and what proves it, and that it does not count yet', () => {
    const { text, tasks } = drafted(answersTo('measures.bell', 'measures.training'), {
      'measures.bell': done(),
      'measures.training': planned('2030-12-01'),
    });
    expect(text).toContain('Evidence: https://example.org/proof (Amt, 2030-05-01)');
    expect(text).toContain('Planned by 2030-12-01, Amt.');
    expect(text).toContain('Does not count yet');
    expect(tasks).toBe(1);
  });

  test('of judgements give the reason, and what nobody claims is a no', () => {
    const claimed = drafted(answersTo('judgements.toy'), { 'judgements.toy': claim({ reason: 'a model of 12 cm' }) });
    expect(claimed.text).toMatch(/^- Reason: a model of 12 cm$/m);
    expect(drafted(answersTo('judgements.toy')).text).toMatch(/^No\.$/m);
  });

  test('that nobody needs to give are not asked for', () => {
    const { text, tasks } = drafted(answersTo('trike.explodes'), { 'trike.has': '[]' });
    expect(tasks).toBe(0);
    expect(text).toContain('these questions do not arise');
  });
});

test('a question of which nobody knows yet whether it arises is not asked before what decides that', () => {
  const { text, tasks } = drafted(answersTo('trike.explodes'), { 'trike.has': null });
  expect(tasks).toBe(1);
  expect(text).toMatch(/^\| 1 \| .*trike\.has/m);
  expect(text).toContain('Still open whether this question arises; it depends on no. 1.');
});

test('criteria say for each whether it applies, does not, or is open', () => {
  const parts = `- criteria:
    - { text: ${both('Lending')}, when: { rule: bike-act.art-2-1 } }
    - { text: ${both('Refusing')}, when: { yes: bike.refuses } }
    - { text: ${both('Secret')}, when: { yes: bike.secret } }`;
  const { text } = drafted(parts, { 'screening.uses': '[rents-bikes, tracks-riders]', 'bike.secret': null });
  expect(text).toContain('| Lending | applies |');
  expect(text).toContain('| Refusing | does not apply |');
  expect(text).toContain('| Secret | still open, it depends on no. 1 |');
});

test('the cover says which duty asks for the paper and that nothing was verified; help and basis stay in the draft', () => {
  const { text } = drafted(refuses);
  expect(text).toMatch(/^> This paper is needed: .*Art\. 5\(1\)/m);
  expect(text).toContain('has not verified the answers');
  expect(text).toContain('Help: Ask the workshop.');
  expect(text).toMatch(/^Basis: \[Art\. 5\(1\)/m);
  const outside = drafted(refuses, { 'judgements.toy': claim(), 'screening.uses': '[motors]' });
  expect(outside.text).toContain('none of the rules looked at asks for this paper');
});

test('a section that is not handed out with the rest begins on a page of its own', () => {
  const more = `  - heading: ${both('Inside')}
    new-page: true
    parts: [{ say: ${both('Ours.')} }]`;
  expect(drafted(refuses, {}, { more }).text).toMatch(/\n---\n\n## 2\. Inside\n/);
});

test('of duties whose pack nobody chose the draft says that they were not looked at', () => {
  const template = `document: note
title: ${both('Note')}
about: ${both('About.')}
sections:
  - heading: ${both('First')}
    parts: [{ duties: [bike-act.art-5-1] }]
`;
  const [read] = valueOf(readDocuments([{ name: 'note.yaml', text: template }], { book: act.book, sources }));
  if (read === undefined) throw new Error('no template');
  const assessment = { ...assess(useCaseWith(), act, today, null), findings: [] };
  const filled = fill(read, useCaseWith(), assessment, act, today);
  const text = markdown(documentDraft(filled, viewOf(assessment, act, 'en')).paper);
  expect(text).toContain('The duties on this were not looked at');
});

test('duties stand with their state and what to do; those that do not apply are left out', () => {
  const parts = '- duties: [bike-act.art-5-1]';
  expect(drafted(parts, { 'measures.training': 'no', 'measures.bell': 'no' }).text).toMatch(/\| missing \| \S/);
  expect(drafted(parts, { 'screening.uses': '[motors]' }).text).toContain('none of the duties looked at here applies');
});

test('German says the same', () => {
  const { text } = drafted(refuses, { 'bike.refuses': null }, { language: 'de' });
  expect(text).toMatch(/^> Noch offen, ob dieser Satz stimmt; es hängt an Nr\. 1: »DE Riders can be refused\.«$/m);
  expect(text).toContain('Was noch zu schreiben und zu entscheiden ist');
});

test('words of the file stay words, whatever they are', () => {
  assert(
    property(string({ unit: 'binary', minLength: 1, maxLength: 40 }), (words) => {
      const useCase = { ...useCaseWith(), purpose: words, title: words };
      const template = `document: note
title: ${both('Note')}
about: ${both('About.')}
sections:
  - heading: ${both('First')}
    parts: [{ say: ${both('It is for {purpose}.')} }]
`;
      const { text, tasks } = draftOf(template, useCase, 'en');
      // A gap is what the template leaves, not what stands in the file.
      expect(tasks).toBe(0);
      expect(text.split('\n').filter((line) => line.startsWith('#'))).toHaveLength(5);
    }),
  );
});
