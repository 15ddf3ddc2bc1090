import type { DocumentText, Obstacle } from '../../model/tender.ts';

/** Ends the reading of a document; caught where it began, so that no reader has to hand it up through every level. */
export class Unreadable extends Error {
  readonly obstacle: Obstacle;
  constructor(obstacle: Obstacle) {
    super(obstacle.code);
    this.obstacle = obstacle;
  }
}

export const nothing = (obstacle: Obstacle): DocumentText => ({ passages: [], obstacles: [obstacle] });
