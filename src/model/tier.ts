/** Ascending: a use with several tiers is in the highest, and its duties add up. */
export const tiers = ['out-of-scope', 'minimal', 'transparency', 'high-risk', 'prohibited'] as const;
export type Tier = (typeof tiers)[number];

export const compareTiers = (a: Tier, b: Tier): number => tiers.indexOf(a) - tiers.indexOf(b);
export const higherTier = (a: Tier, b: Tier): Tier => (compareTiers(a, b) < 0 ? b : a);
