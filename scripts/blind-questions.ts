// What a writer of the blind test gets to see of the catalogue: all questions with their help, in German, as Markdown.
//   node --import tsx scripts/blind-questions.ts > questions.md
import type { Condition } from '../src/model/condition.ts';
import type { Fact } from '../src/model/fact.ts';
import type { RuleBook } from '../src/model/book.ts';
import { readBook } from '../src/read/book.ts';
import { problemLine, readRulesFolder } from './rules-folder.ts';

const book = readBook(readRulesFolder('rules'));
if (!book.ok) throw new Error(book.problems.map(problemLine).join('\n'));

const values: Record<Fact['type'], string> = {
  'yes-no': 'yes | no | unknown',
  date: 'JJJJ-MM-TT | unknown',
  text: 'Text',
  choice: 'eine der Möglichkeiten | unknown',
  set: 'geschlossene Liste, auch [] | unknown',
  measure: 'Maßnahme',
  judgement: 'Einschätzung',
  opinion: 'Stellungnahme',
};

console.log(
  book.value.facts
    .filter((fact) => fact.scope !== 'profile')
    .map((fact) => question(fact, book.value))
    .join('\n\n'),
);

function question(fact: Fact, { rules, offices }: RuleBook): string {
  const office = (id: string): string => `${id} (${offices.find((one) => one.id === id)?.title.de ?? id})`;
  return [
    `## ${fact.id}`,
    values[fact.type],
    ...(fact.askedWhen === null ? [] : [`Nur gefragt, wenn: ${inWords(fact.askedWhen, rules)}`]),
    `**${fact.question.de}**`,
    ...(fact.inside === null ? [] : [`- gehört dazu: ${fact.inside.de}`]),
    ...(fact.outside === null ? [] : [`- gehört nicht dazu: ${fact.outside.de}`]),
    ...('options' in fact ? fact.options.map((option) => `  - \`${option.id}\`: ${option.text.de}`) : []),
    ...(fact.type === 'judgement' ? [`Beurteilen darf: ${fact.judgedBy.map(office).join(', ')}`] : []),
  ].join('\n');
}

function inWords(condition: Condition, rules: RuleBook['rules']): string {
  switch (condition.kind) {
    case 'all':
      return condition.of.map((part) => `(${inWords(part, rules)})`).join(' und ');
    case 'any':
      return condition.of.map((part) => inWords(part, rules)).join(' oder ');
    case 'at-least':
      return `mindestens ${condition.count} von: ${condition.of.map((part) => inWords(part, rules)).join(', ')}`;
    case 'not':
      return `nicht (${inWords(condition.of, rules)})`;
    case 'rule':
      return `»${rules.find(({ id }) => id === condition.rule)?.title.de ?? condition.rule}«`;
    case 'tier':
    case 'role':
    case 'scope':
    case 'clause':
      return condition.kind;
    case 'includes':
    case 'is':
      return `\`${condition.fact}\`: \`${condition.option}\``;
    default:
      return `\`${condition.fact}\``;
  }
}
