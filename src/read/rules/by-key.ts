import * as z from 'zod';
import { nearest } from '../nearest.ts';
import { clip } from '../yaml.ts';
import { complain, passOn } from './shape.ts';

/** A map whose value at `key` picks its shape, so that a slip is reported at its place and not as a failed union. */
export function byKey<T>(key: string, shapes: Readonly<Record<string, z.ZodType<T>>>): z.ZodType<T> {
  const known = Object.keys(shapes);
  return z.looseObject({ [key]: z.string() }).transform((value, ctx) => {
    const word = String(value[key]);
    const shape = Object.hasOwn(shapes, word) ? shapes[word] : undefined;
    if (shape === undefined) {
      const found = clip(word);
      complain(ctx, { code: 'unknown-value', params: { key, found, near: nearest(found, known), known } }, [key]);
      return z.NEVER;
    }
    const parsed = shape.safeParse(value);
    if (parsed.success) return parsed.data;
    passOn(ctx, parsed.error);
    return z.NEVER;
  });
}
