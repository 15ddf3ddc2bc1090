/** Text as a YAML scalar that is read as this text. */
export const scalar = (text: string): string =>
  /^\p{L}[\p{L}\p{N} ./-]*$/u.test(text) && !/^(?:yes|no|true|false|null|unknown)$/i.test(text) && text.trim() === text
    ? text
    : JSON.stringify(text);
