/** Ascending; a pilot with real data is a start. */
export const stages = ['idea', 'tender', 'award', 'start', 'operation'] as const;
export type Stage = (typeof stages)[number];
/** The stages a check can be for: what is due by then counts. */
export const checkStages = ['tender', 'award', 'start', 'operation'] as const;
export type CheckStage = (typeof checkStages)[number];

export const isDueBy = (due: CheckStage, stage: CheckStage): boolean =>
  checkStages.indexOf(due) <= checkStages.indexOf(stage);

/** The next stage after the one the use case is in; in operation, operation. */
export function stageAfter(stage: Stage): CheckStage {
  return checkStages[Math.min(stages.indexOf(stage), checkStages.length - 1)] ?? 'operation';
}
