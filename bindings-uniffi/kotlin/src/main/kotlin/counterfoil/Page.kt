package counterfoil

/**
 * One page of a list. `toString` shows how many objects it has, but none of them.
 *
 * @property data the objects of this page, in the order of the list: newest first
 * @property hasMore whether there are more beyond this page
 * @property nextCall the call for the next page, for hosts that send it themselves; `null` after the last page, and for
 * a response that was read without its call
 * @property replayed whether this is Stripe's stored response to an earlier request with the same idempotency key
 */
public class Page<out T : Any> internal constructor(
    public val data: List<T>,
    public val hasMore: Boolean,
    public val nextCall: Call<Page<T>>?,
    public val replayed: Boolean = false,
) {
    /**
     * Retrieves the next page, or returns `null` after the last.
     *
     * @throws CounterfoilException for everything but a page
     * @throws InterruptedException if the thread is interrupted
     */
    @Throws(InterruptedException::class)
    public fun next(): Page<T>? = nextCall?.send()

    /**
     * Returns the objects of this page and of all that follow. A page is retrieved when the one before it is used up;
     * the iteration throws what that throws.
     */
    public fun all(): Sequence<T> = generateSequence(this) { it.next() }.flatMap { it.data }

    override fun toString(): String = "Page(${data.size} objects, hasMore=$hasMore)"
}
