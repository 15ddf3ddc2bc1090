import type { Position } from '../../model/position.ts';

/** What stands in one column of one record. */
export interface Cell {
  readonly text: string;
  /** The items, where the list itself holds several; null: one text, which a mapping may split. */
  readonly parts: readonly string[] | null;
  readonly at: Position;
}

export interface InventoryRecord {
  readonly at: Position;
  /** By the name of the column; what is not there is empty. */
  readonly cells: ReadonlyMap<string, Cell>;
}

/** An existing list of uses, whatever its format. */
export interface Inventory {
  readonly columns: readonly string[];
  /** Names that stand above several columns: nobody can say which is meant. */
  readonly repeated: ReadonlySet<string>;
  /** How many columns hold something without having a name. */
  readonly unnamed: number;
  /** Whether a column that is missing is missing for certain: a table has a head line, objects leave out what they have not. */
  readonly hasHead: boolean;
  readonly records: readonly InventoryRecord[];
}

/** No cell of a spreadsheet can hold more (Excel's limit). */
export const longestCell = 32_767;

/** Text on one line, as titles and column names are compared: `Alt+Enter` in a head cell means nothing. */
export const oneLine = (text: string): string => text.normalize('NFC').trim().replaceAll(/\s+/gu, ' ');
