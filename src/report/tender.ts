import type { CompiledBook } from '../assess/compile.ts';
import type { Assessment } from '../model/assessment.ts';
import type { Language } from '../model/language.ts';
import type { Clause } from '../model/rule.ts';
import { type ClauseReading, clauseStates, type DocumentReading } from '../model/tender.ts';
import { tenderWords } from '../text/tender-words.ts';

/** How a clause that is needed stands in the documents; `unseen`: not found, and not all documents could be read. */
export interface NeededClause {
  readonly rule: Clause;
  readonly reading: ClauseReading;
  readonly state: ClauseReading['state'] | 'unseen';
}

export const isWhole = ({ obstacles }: DocumentReading): boolean => obstacles.length === 0;

/** Found word for word, and no blank in it is left open. */
export const isAsWanted = ({ state, reading }: NeededClause): boolean =>
  state === 'found' && reading.state === 'found' && reading.blanks === 0;

/** What is to be said of a clause besides its state. `shown`: how words of the documents are made safe. */
export function remarksOn(
  { reading, state }: NeededClause,
  language: Language,
  shown: (text: string) => string,
): readonly string[] {
  const words = tenderWords[language];
  switch (reading.state) {
    case 'found':
      return reading.blanks > 0 ? [words.blanks(reading.blanks)] : [];
    case 'changed': {
      const difference = words.changed(shown(reading.wanted), shown(reading.found));
      return [difference, reading.listed ? words.willDo : words.mayDo];
    }
    case 'otherwise':
      return [words.otherwise];
    case 'mentioned':
      return [words.mentioned];
    case 'missing':
      return [...(reading.listed ? [words.listedOnly] : []), ...(state === 'unseen' ? [words.unseen] : [])];
  }
}

/** The clauses that the use needs, or could need, worst first. */
export function neededClauses({ findings, tender }: Assessment, compiled: CompiledBook): readonly NeededClause[] {
  if (tender === null) return [];
  const allRead = tender.documents.every(isWhole);
  const needed = findings.flatMap((finding): NeededClause[] => {
    const rule = compiled.rules.get(finding.rule);
    if (rule?.kind !== 'clause' || finding.state === 'not-applicable') return [];
    const reading = tender.clauses.get(rule.clause);
    if (reading === undefined) return [];
    return [{ rule, reading, state: reading.state === 'missing' && !allRead ? 'unseen' : reading.state }];
  });
  return needed.toSorted((a, b) => badness(a) - badness(b));
}

/** The states are listed from good to bad. */
const badness = ({ reading }: NeededClause): number => -clauseStates.indexOf(reading.state);
