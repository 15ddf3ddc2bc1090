import type { Result } from '../model/problem.ts';
import { standardInput } from './find.ts';
import { maxBytes, tooLarge } from './read.ts';

interface Line {
  /** Counted from 1, empty lines too. */
  readonly line: number;
  readonly bytes: Result<Uint8Array>;
}

/** The lines of a stream that are not empty, one at a time; of one that is too long only that it is. */
export async function* linesOf(stream: AsyncIterable<Uint8Array | string>): AsyncGenerator<Line> {
  let line = 1;
  let parts: Uint8Array[] = [];
  let size = 0;
  const keep = (part: Uint8Array): void => {
    size += part.length;
    if (size <= maxBytes) parts.push(part);
    else parts = [];
  };
  const taken = (): Line[] => {
    const all = Buffer.concat(parts);
    const bytes = all.at(-1) === 13 ? all.subarray(0, -1) : all;
    const whole: Result<Uint8Array> = size > maxBytes ? tooLarge(standardInput) : { ok: true, value: bytes };
    const isEmpty = whole.ok && bytes.toString('latin1').trim() === '';
    const found = isEmpty ? [] : [{ line, bytes: whole }];
    [parts, size] = [[], 0];
    line += 1;
    return found;
  };
  for await (const chunk of stream) {
    let rest = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk;
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
      keep(rest.subarray(0, end));
      rest = rest.subarray(end + 1);
      yield* taken();
    }
    keep(rest);
  }
  yield* taken();
}
