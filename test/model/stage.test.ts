import { expect, test } from 'vitest';
import { checkStages, isDueBy, stageAfter } from '../../src/model/stage.ts';

test.each([
  ['idea', 'tender'],
  ['tender', 'award'],
  ['award', 'start'],
  ['start', 'operation'],
  ['operation', 'operation'],
] as const)('whoever is at the stage %s is checked for %s', (stage, expected) => {
  expect(stageAfter(stage)).toBe(expected);
});

test('what is due at a stage counts from then on', () => {
  expect(checkStages.filter((stage) => isDueBy('award', stage))).toEqual(['award', 'start', 'operation']);
});
