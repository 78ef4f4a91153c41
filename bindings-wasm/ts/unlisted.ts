declare const unlisted: unique symbol;

/**
 * A word that Stripe takes and this version does not list. What is not among the words of a parameter is most likely
 * misspelled, so it has to be said that it is meant: `locale: "tlh" as Unlisted`.
 */
export type Unlisted = string & { readonly [unlisted]: true };
