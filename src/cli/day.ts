import { type IsoDate, parseIsoDate } from '../model/date.ts';
import type { World } from './world.ts';

export interface LookOptions {
  readonly asOf?: string;
}

/** The day looked at: `--as-of`, else today where the user is. Null: not a day. */
export function dayOf(options: LookOptions, world: World): IsoDate | null {
  return options.asOf === undefined ? today(world) : parseIsoDate(options.asOf);
}

export function today(world: World): IsoDate | null {
  const now = world.now();
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return parseIsoDate(local.toISOString().slice(0, 10));
}
