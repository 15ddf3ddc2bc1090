import type { FactId } from './ids.ts';

/** The answers that steer an assessment itself; the catalogue asks for them like for any other. */
export const lifecycle = {
  stage: 'lifecycle.stage' as FactId,
  start: 'lifecycle.start' as FactId,
  /** Planned end of use or of the contract, whichever is later; unknown: no end. */
  end: 'lifecycle.end' as FactId,
} as const;
