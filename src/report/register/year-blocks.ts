import { type CompiledBook, known } from '../../assess/compile.ts';
import type { RegisterChanges } from '../../assess/register-changes.ts';
import type { Year } from '../../assess/year.ts';
import type { RuleId } from '../../model/ids.ts';
import type { Language } from '../../model/language.ts';
import type { Register, RegisterRow } from '../../model/register.ts';
import { yearWords } from '../../text/year-words.ts';
import type { Block } from '../paper/blocks.ts';

export interface YearRun {
  readonly register: Register;
  readonly year: Year;
  /** Null: no earlier state was named. */
  readonly changes: RegisterChanges | null;
  readonly compiled: CompiledBook;
  readonly language: Language;
}

export const heading = (level: 1 | 2, text: string): Block => ({ kind: 'heading', level, text });
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
export const note = (text: string): Block => ({ kind: 'note', text });
export const list = (items: readonly string[]): readonly Block[] =>
  items.length === 0 ? [] : [{ kind: 'list', ordered: false, items }];

/** What a person has to find out or decide. */
export const openPoint = (text: string, { language }: YearRun): Block => ({
  kind: 'note',
  text: [{ kind: 'strong', text: yearWords[language].point }, ` ${text}`],
});

/** A sentence that counts, and below it those it counts. */
export const counted = (sentence: string, items: readonly string[]): readonly Block[] => [
  paragraph(sentence),
  ...list(items),
];

export const useText = (
  { title, owner }: Pick<RegisterRow, 'title' | 'owner'>,
  { language }: Pick<YearRun, 'language'>,
): string => yearWords[language].use(title, owner.unit);

export const dutyText = (rule: RuleId, { compiled, language }: YearRun): string =>
  known(compiled.rules, rule).title[language];
