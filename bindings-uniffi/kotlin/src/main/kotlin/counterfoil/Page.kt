package counterfoil

/**
 * One page of a list. `toString` shows how many objects it has, and none of them.
 *
 * @property data the objects of this page, in the order of the list: the newest first
 * @property hasMore whether there are more beyond this page
 * @property nextCall the call for the next page, for hosts that send it themselves; nothing after the last
 * page, nor for an answer that was read without its call
 * @property replayed whether this is Stripe's stored answer to an earlier request with the same idempotency key
 */
public class Page<out T : Any> internal constructor(
    public val data: List<T>,
    public val hasMore: Boolean,
    public val nextCall: Call<Page<T>>?,
    public val replayed: Boolean = false,
) {
    /**
     * Fetches the next page; nothing after the last.
     *
     * @throws CounterfoilException for everything that is no page
     * @throws InterruptedException if the thread is interrupted
     */
    @Throws(InterruptedException::class)
    public fun next(): Page<T>? = nextCall?.send()

    /**
     * The objects of this page and of all that follow. A page is fetched when the one before it is used
     * up; what fetching throws, iterating throws.
     */
    public fun all(): Sequence<T> = generateSequence(this) { it.next() }.flatMap { it.data }

    override fun toString(): String = "Page(${data.size} objects, hasMore=$hasMore)"
}
