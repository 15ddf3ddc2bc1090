/** Text that bash and zsh take as it is. */
export const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** The branches of a `case` of bash and zsh that match one of the keys. */
export const cases = (keys: readonly string[], body: string): string =>
  keys.length === 0 ? '' : `    ${keys.map(quoted).join(' | ')}) ${body} ;;\n`;
