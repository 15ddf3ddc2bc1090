import { createHash } from 'node:crypto';
import type { CatalogueVersion, FactId } from '../model/ids.ts';
import type { Given } from '../model/use-case.ts';

/**
 * Short hash (12 hexadecimal digits) of what opinions and approvals rest on: all answers in the file but the stage, measures and opinions,
 * which come and go while the described use stays the same. Notes, order and form of the file do not matter.
 */
export function digestOf(catalogue: CatalogueVersion, answers: ReadonlyMap<FactId, Given>): string {
  const lines = [...answers]
    .filter(([fact]) => fact !== 'lifecycle.stage')
    .flatMap(([fact, given]) => lineOf(fact, given))
    .toSorted();
  return createHash('sha256')
    .update([catalogue, ...lines].join('\n'))
    .digest('hex')
    .slice(0, 12);
}

/** That something is not known is no answer, whether it is written or not. */
function lineOf(fact: FactId, given: Given): string[] {
  if ('value' in given && given.value === null) return [];
  switch (given.type) {
    case 'measure':
    case 'opinion':
      return [];
    case 'judgement':
      return [`${fact} ${JSON.stringify([given.claimed, given.reason, given.role, given.on])}`];
    case 'set':
      return [
        `${fact} ${JSON.stringify(given.value?.map(({ option, sure }) => `${option}${sure ? '' : '?'}`).toSorted() ?? null)}`,
      ];
    case 'date':
      return [`${fact} ${JSON.stringify([given.value, given.until])}`];
    case 'yes-no':
    case 'choice':
    case 'text':
      return [`${fact} ${JSON.stringify(given.value)}`];
  }
}
