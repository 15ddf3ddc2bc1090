import type { Assessment, FailLevel } from '../model/assessment.ts';

export { failLevels, type FailLevel } from '../model/assessment.ts';

/**
 * Monotone: hiding an answer never makes a failing gate pass. So a looser level also fails while what it looks for is possible.
 */
export function fails(assessment: Assessment, level: FailLevel, requireApproval = false): boolean {
  if (requireApproval && assessment.approval.state !== 'valid') return true;
  const { verdict, possibleProhibition, possibleNotReady } = assessment;
  switch (level) {
    case 'clarify':
      return verdict !== 'ready';
    case 'not-ready':
      return verdict === 'stop' || verdict === 'not-ready' || possibleProhibition || possibleNotReady;
    case 'stop':
      return verdict === 'stop' || possibleProhibition;
  }
}
