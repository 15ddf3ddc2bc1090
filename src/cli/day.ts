import { nowhere } from '../files/find.ts';
import { type IsoDate, parseIsoDate } from '../model/date.ts';
import type { Result } from '../model/problem.ts';
import type { CheckStage } from '../model/stage.ts';
import type { World } from './world.ts';

/** From where and by which rules a use case is looked at, as the command tree in program.ts has checked it. */
export interface LookOptions {
  readonly asOf?: string;
  readonly for?: CheckStage;
  readonly profile?: string;
  readonly rules?: string;
}

/** The day looked at: `--as-of`, else today where the user is. */
export function dayOf({ asOf }: Pick<LookOptions, 'asOf'>, world: World): Result<IsoDate> {
  const day = asOf === undefined ? today(world) : parseIsoDate(asOf);
  if (day !== null) return { ok: true, value: day };
  return { ok: false, problems: [{ code: 'bad-date', at: nowhere, params: { found: asOf ?? '' } }] };
}

export function today(world: World): IsoDate | null {
  const now = world.now();
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return parseIsoDate(local.toISOString().slice(0, 10));
}
