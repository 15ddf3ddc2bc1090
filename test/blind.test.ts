import { describe, expect, it } from 'vitest';
import { compareTiers } from '../src/model/tier.ts';
import { scoreRound } from '../scripts/blind-round.ts';

describe('the second round of the blind test', () => {
  const scored = scoreRound('round-2');

  it('was won: at least 38 of 40 stories come out as their source says', () => {
    const misses = scored.filter(({ miss }) => miss !== null).map(({ id }) => id);
    expect(scored).toHaveLength(40);
    expect(misses.length, misses.join(', ')).toBeLessThanOrEqual(2);
  });

  it('has no file that is refused, and none that comes out below its source', () => {
    const below = scored.filter(({ tier, expected }) => tier === null || compareTiers(tier.lowest, expected.tier) < 0);
    expect(below.map(({ id, miss }) => `${id}: ${miss}`)).toEqual([]);
  });
});
