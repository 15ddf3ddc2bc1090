import type { Offer, Table } from './table.ts';

/** Text that bash and zsh take as it is. */
export const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** The branches of a `case` of bash and zsh that match one of the keys. */
const cases = (keys: readonly string[], body: string): string =>
  keys.length === 0 ? '' : `    ${keys.map(quoted).join(' | ')}) ${body} ;;\n`;

/**
 * The functions that tell what an option takes, what is a command, and what is offered where: the same in bash and zsh but for how something
 * is offered (`offering`) and what stands where nothing is (`otherwise`).
 */
export const functions = (
  table: Table,
  offering: (offer: Offer) => string,
  otherwise = '',
): string => `_kompass_takes() {
  case "$1" in
${cases(table.takes.one, 'takes=one')}${cases(table.takes.many, 'takes=many')}    *) takes= ;;
  esac
}

_kompass_is_command() {
  case "$1" in
${cases(table.paths, 'return 0')}  esac
  return 1
}

_kompass_offers() {
  case "$1" in
${table.offers.map(({ key, offer }) => cases([key], offering(offer))).join('')}${table.rest
  .map(({ path, offer }) => `    ${quoted(`${path} :`)}*) ${offering(offer)} ;;\n`)
  .join('')}${otherwise}  esac
}
`;
