import type { CompiledBook } from '../assess/compile.ts';
import type { Assessment } from '../model/assessment.ts';
import type { Clause } from '../model/rule.ts';
import { type ClauseReading, clauseStates, type DocumentReading } from '../model/tender.ts';

/** How a clause that is needed stands in the documents; `unseen`: not found, and not all documents could be read. */
export interface NeededClause {
  readonly rule: Clause;
  readonly reading: ClauseReading;
  readonly state: ClauseReading['state'] | 'unseen';
}

export const isWhole = ({ obstacles }: DocumentReading): boolean => obstacles.length === 0;

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
