/** Where something stands: file as it is shown to the user (relative, `/`), line and column from 1. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}
