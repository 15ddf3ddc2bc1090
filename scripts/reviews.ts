// The review records of the rules: who, not having written a rule, compared it with the text it cites, and when.
//   node --import tsx scripts/reviews.ts                                     lists what is to be read (again)
//   node --import tsx scripts/reviews.ts --record ROLE DAY RULE…             records that these have been read
//   node --import tsx scripts/reviews.ts --pending                           puts the unread rules on the list of those that wait
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readBook } from '../src/read/book.ts';
import { type Comparable, comparables, Review, type Reviews, reviewsIn, unreviewed } from '../src/read/reviews.ts';
import { readRulesFolder } from './rules-folder.ts';

const fileOf = (pack: string): string => `rules/${pack}/reviews.yaml`;
const head = `# Who compared which rule with the act's text, and when. A change of the rule or of the text reopens the review; rules that were changed
# after the last reading wait under \`pending\`. Written by scripts/reviews.ts.
`;

const book = readBook(readRulesFolder('rules'));
if (!book.ok) throw new Error('The rules cannot be read; see npm run rules:check.');
const packs = book.value.packs.map(({ id }) => id);
const rules = comparables(book.value, [readFileSync('rules/sources.yaml', 'utf8')]);
const now = reviewsIn(
  packs
    .map(fileOf)
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8')),
);
const [flag, by, on, ...named] = process.argv.slice(2);

if (flag === '--record') {
  const read = rules
    .filter(({ rule }) => named.includes(rule))
    .map(({ rule, hash }) => Review.parse({ rule, on, by, hash }));
  write({ pending: now.pending.filter((rule) => !named.includes(rule)), reviews: [...current(now, named), ...read] });
  console.log(`${read.length} recorded`);
} else if (flag === '--pending') {
  const reviews = current(now, []);
  const done = new Set(reviews.map(({ rule }) => rule));
  write({ pending: rules.map(({ rule }) => rule).filter((rule) => !done.has(rule)), reviews });
} else {
  const open = unreviewed(rules, now);
  for (const { rule, why } of open) console.log(`${rule}: ${why}`);
  for (const rule of now.pending) console.log(`${rule}: waits for its reader`);
  process.exitCode = open.length > 0 ? 1 : 0;
}

/** The reviews that still hold, less those that are about to be written anew. */
function current({ reviews }: Reviews, anew: readonly string[]): readonly Review[] {
  const byRule = new Map<string, Comparable>(rules.map((rule) => [rule.rule, rule]));
  return reviews.filter(({ rule, hash }) => {
    const today = byRule.get(rule)?.hash;
    return !anew.includes(rule) && today?.rule === hash.rule && today.text === hash.text;
  });
}

function byName(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

function list(lines: readonly string[]): string {
  return lines.length === 0 ? ' []\n' : `\n${lines.join('')}`;
}

function write({ pending, reviews }: Reviews): void {
  for (const pack of packs) {
    const isOwn = (rule: string): boolean => rule.startsWith(`${pack}.`);
    const waiting = pending
      .filter(isOwn)
      .toSorted(byName)
      .map((rule) => `  - ${rule}\n`);
    const read = reviews
      .filter(({ rule }) => isOwn(rule))
      .toSorted((a, b) => byName(a.rule, b.rule))
      .map(line);
    writeFileSync(fileOf(pack), `${head}pending:${list(waiting)}reviews:${list(read)}`);
  }
}

function line({ rule, on: day, by: role, hash }: Review): string {
  return `  - { rule: ${rule}, on: ${day}, by: ${role}, hash: { rule: "${hash.rule}", text: "${hash.text}" } }\n`;
}
