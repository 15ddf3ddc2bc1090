export interface Choice {
  readonly value: string;
  readonly name: string;
}

/** Asks a person. The first line of a message is the question, what follows helps with the answer. Ends by throwing `Interrupted` when they press Ctrl-C. */
export interface Prompter {
  /** `start`: the choice on which the mark stands at first; none, or one that is not there: the first. */
  select(message: string, choices: readonly Choice[], start?: string): Promise<string>;
  tick(message: string, choices: readonly Choice[], ticked: readonly string[]): Promise<readonly string[]>;
  /** `check` says what is wrong with the text; null: nothing. `wrong`: whether such a text stays in the line, to be mended there. */
  type(message: string, check: (text: string) => string | null, wrong?: 'stays' | 'goes'): Promise<string>;
}

export class Interrupted extends Error {}
