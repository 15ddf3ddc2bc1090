declare const brand: unique symbol;
/** A string that only `read/` makes from unchecked text; inside, it is trusted. */
export type Brand<Name extends string> = string & { readonly [brand]: Name };
export type NonEmpty<T> = readonly [T, ...T[]];
