import { InvalidArgumentError } from 'commander';
import { type Format, formats } from '../report/reporter.ts';

/** A format and where it goes; null: standard output. */
export interface Target {
  readonly format: Format;
  readonly file: string | null;
}

/** One more `--format`: `sarif`, or `sarif=kompass.sarif` into a file. */
export function addTarget(value: string, before: readonly Target[] | undefined): readonly Target[] {
  const split = value.indexOf('=');
  const name = split < 0 ? value : value.slice(0, split);
  const file = split < 0 ? null : value.slice(split + 1);
  const format = formats.find((one) => one === name);
  if (format === undefined || file === '') throw new InvalidArgumentError(`Allowed choices are ${formats.join(', ')}.`);
  return [...(before ?? []), { format, file }];
}
