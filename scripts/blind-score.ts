// Says which stories of a round of the blind test were hit, and what the others came out as.
//   node --import tsx scripts/blind-score.ts round-2
import { scoreRound } from './blind-round.ts';

const [round = 'round-2'] = process.argv.slice(2);
const scored = scoreRound(round);
const misses = scored.filter(({ miss }) => miss !== null);
for (const { id, stratum, expected, miss } of misses) console.log(`${id} (${stratum}, ${expected.tier}): ${miss}`);
console.log(`${scored.length - misses.length} hits of ${scored.length}`);
