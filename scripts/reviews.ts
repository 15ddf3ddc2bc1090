// The review records of the rules: who, not having written a rule, compared it with the text it cites, and when.
//   node --import tsx scripts/reviews.ts                                         lists what is to be read (again)
//   node --import tsx scripts/reviews.ts --record ROLE DAY [part of a rule id]    records that it has been read
import { readFileSync, writeFileSync } from 'node:fs';
import { readBook } from '../src/read/book.ts';
import { comparables, Review, reviewsIn, unreviewed } from './review-records.ts';
import { readRulesFolder } from './rules-folder.ts';

const file = 'rules/ai-act/reviews.yaml';
const head = `# Who compared which rule with the act's text, and when. A change of the rule or of the text reopens the review.
# Written by scripts/reviews.ts.
`;

const book = readBook(readRulesFolder('rules'));
if (!book.ok) throw new Error('The rules cannot be read; see npm run rules:check.');
const rules = comparables(book.value, 'rules');
const reviews = reviewsIn(readFileSync(file, 'utf8'));
const [flag, by, on, part = ''] = process.argv.slice(2);

if (flag === '--record') {
  const read = rules
    .filter(({ rule }) => rule.includes(part) && unreviewed(rules, reviews).some((text) => text.startsWith(`${rule}:`)))
    .map(({ rule, hash }) => Review.parse({ rule, on, by, hash }));
  const fresh = new Set(read.map(({ rule }) => rule));
  const known = new Set(rules.map(({ rule }) => rule));
  const kept = reviews.filter(({ rule }) => known.has(rule) && !fresh.has(rule));
  const all = [...kept, ...read].toSorted((a, b) => a.rule.localeCompare(b.rule, 'en', { numeric: true }));
  writeFileSync(file, `${head}reviews:\n${all.map(line).join('')}`);
  console.log(`${read.length} recorded`);
} else {
  const open = unreviewed(rules, reviews);
  for (const text of open) console.log(text);
  process.exitCode = open.length > 0 ? 1 : 0;
}

function line({ rule, on: day, by: role, hash }: Review): string {
  return `  - { rule: ${rule}, on: ${day}, by: ${role}, hash: { rule: "${hash.rule}", text: "${hash.text}" } }\n`;
}
