/** The pieces that our JSON Schemas are made of. */
export type Schema = Readonly<Record<string, unknown>>;
export const text = { type: 'string' };
export const whole = { type: 'integer', minimum: 0 };
export const flag = { type: 'boolean' };
export const day = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
export const oneOf = (values: readonly string[]): Schema => ({ enum: values });
export const list = (items: Schema): Schema => ({ type: 'array', items });
export const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });

/** All keys are there; keys that a later minor version adds are no error. */
export const record = (properties: Readonly<Record<string, Schema>>, optional: readonly string[] = []): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((key) => !optional.includes(key)),
});

export const truth = oneOf(['true', 'false', 'unknown']);
export const position = record({ file: text, line: whole, column: whole });
export const citations = list(record({ act: text, at: text, url: text }));
export const problem = record({ file: text, line: whole, column: whole, code: text, message: text });
