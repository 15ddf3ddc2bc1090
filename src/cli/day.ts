import { type IsoDate, parseIsoDate } from '../model/date.ts';
import type { CheckStage } from '../model/stage.ts';
import type { World } from './world.ts';

/** From where and by which rules a use case is looked at, as the command tree in program.ts has checked it. */
export interface LookOptions {
  readonly asOf?: string;
  readonly for?: CheckStage;
  readonly profile?: string;
  readonly rules?: string;
}

/** The day looked at: `--as-of`, else today where the user is. Null: not a day. */
export function dayOf(options: Pick<LookOptions, 'asOf'>, world: World): IsoDate | null {
  return options.asOf === undefined ? today(world) : parseIsoDate(options.asOf);
}

export function today(world: World): IsoDate | null {
  const now = world.now();
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return parseIsoDate(local.toISOString().slice(0, 10));
}
