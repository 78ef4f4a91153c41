import type { Call } from "./call.js";

/** One page of a list. */
export interface Page<T> {
  /** The objects of this page, newest first. */
  readonly data: readonly T[];
  /** Whether there are more beyond this page. */
  readonly has_more: boolean;
  /** Whether this is Stripe's stored response to an earlier request with the same idempotency key. */
  readonly replayed: boolean;
  /** The call for the next page, for hosts that send it themselves; `null` after the last page. */
  readonly next: Call<Page<T>> | null;
}

/**
 * A list that is being requested: `await` it for its first page, or loop over it with `for await` for all
 * objects of all pages, with one request per page.
 */
export class Pages<T> implements Promise<Page<T>>, AsyncIterable<T> {
  /** As in a promise. */
  readonly [Symbol.toStringTag] = "Pages";
  readonly #first: () => Call<Page<T>>;
  readonly #send: (call: Call<Page<T>>) => Promise<Page<T>>;
  #page: Promise<Page<T>> | undefined;

  /** @internal */
  constructor(first: () => Call<Page<T>>, send: (call: Call<Page<T>>) => Promise<Page<T>>) {
    this.#first = first;
    this.#send = send;
  }

  /** The first page, as in a promise. */
  then<A = Page<T>, B = never>(
    resolved?: ((page: Page<T>) => A | PromiseLike<A>) | null,
    rejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    this.#page ??= this.#ask();
    return this.#page.then(resolved, rejected);
  }

  /** As in a promise. */
  catch<B = never>(rejected?: ((reason: unknown) => B | PromiseLike<B>) | null): Promise<Page<T> | B> {
    return this.then(undefined, rejected);
  }

  /** As in a promise. */
  finally(settled?: (() => void) | null): Promise<Page<T>> {
    return this.then().finally(settled);
  }

  /** All objects of all pages. */
  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    let page: Page<T> = await this.then();
    for (;;) {
      yield* page.data;
      if (page.next === null) return;
      page = await this.#send(page.next);
    }
  }

  /** Faults of the parameters are reported like any other error, through the promise. */
  async #ask(): Promise<Page<T>> {
    return this.#send(this.#first());
  }
}
