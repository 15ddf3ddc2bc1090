export const languages = ['de', 'en'] as const;
export type Language = (typeof languages)[number];
/** One text in all languages; both stand side by side in the rules. */
export type Text = Readonly<Record<Language, string>>;
