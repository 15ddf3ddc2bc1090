import type { FactId } from './ids.ts';

/** The answers that steer an assessment itself; the catalogue asks for them like for any other. */
export const lifecycle = {
  stage: 'lifecycle.stage' as FactId,
  start: 'lifecycle.start' as FactId,
  /** Planned end of use or of the contract, whichever is later; unknown: no end. */
  end: 'lifecycle.end' as FactId,
} as const;

/** The measures by which staff is trained, and those by which people are told that AI is used: what a register tells of them. */
export const staffTraining = {
  literacy: 'measures.ai-literacy' as FactId,
  programme: 'measures.training-programme' as FactId,
} as const;
export const tellingPeople: ReadonlySet<FactId> = new Set([
  'measures.notice-ai' as FactId,
  'measures.notice-biometrics' as FactId,
  'measures.hr-persons-informed' as FactId,
  'measures.disclosure-deepfake' as FactId,
  'measures.disclosure-text' as FactId,
  'measures.privacy-notice' as FactId,
]);
