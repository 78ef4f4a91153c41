declare const unlisted: unique symbol;

/**
 * A word that Stripe accepts and this version does not list. A word that is not listed for a parameter is
 * most likely misspelled, so mark it as intended: `locale: "tlh" as Unlisted`.
 */
export type Unlisted = string & { readonly [unlisted]: true };
