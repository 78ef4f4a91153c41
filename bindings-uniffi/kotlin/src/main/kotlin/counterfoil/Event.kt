package counterfoil

/** The shape of an event. */
public enum class Shape {
    /** It contains its object as that was when the event was created. */
    SNAPSHOT,

    /** It names its object, which has to be fetched. */
    THIN,
}

/**
 * An event that is proven to come from Stripe. `toString` leaves out the object, which contains personal data.
 *
 * It keeps the body and the offsets of its texts; a text is created when it is read, and the library keeps nothing.
 */
public class Event internal constructor(
    /** The library's results: a tag, the length of the numbers and the numbers, then the tail in the same form. */
    private val answer: ByteArray,
    private val body: ByteArray,
    private val proof: Proof,
) {
    /** `evt_…`. Two events can be about the same fact; see [dedupeKey]. */
    public val id: String get() = text(ID)

    /** Stripe's name for what happened; that of a thin event of a v1 object starts with `v1.`. */
    public val type: String get() = text(TYPE)

    /** The connected account on which it happened; pass it to [Platform.merchant]. */
    public val account: String? get() = textOrNull(ACCOUNT)

    /** Whether it happened in live mode. */
    public val livemode: Boolean get() = number(LIVEMODE) == 1

    /** When it was created, in unix seconds. Events arrive in any order; do not sort by it. */
    public val created: Long
        get() = (number(CREATED).toLong() shl Int.SIZE_BITS) or (number(CREATED + 1).toLong() and 0xFFFF_FFFFL)

    /** The API version of a snapshot. */
    public val apiVersion: String? get() = textOrNull(API_VERSION)

    /** Whether the event contains its object, or names it. */
    public val shape: Shape get() = if (number(SHAPE) == 1) Shape.THIN else Shape.SNAPSHOT

    /** The label of the secret that proved it. */
    public val label: String get() = proof.label(number(SECRET))

    /** A key to remember that this fact was handled. */
    public val dedupeKey: String
        get() {
            val key = text(DEDUPE + 1)
            if (number(DEDUPE) == 0) return key
            return "${account ?: "platform"}:${text(number(PLAIN_TYPE), number(TYPE + 1))}:$key"
        }

    /** The object of a snapshot event, as JSON text. */
    public val objectJson: String? get() = textOrNull(OBJECT)

    /** What happened, and what to do about it. Never decide by the type alone. */
    public val outcome: Outcome = Outcome.of(
        OUTCOMES[number(OUTCOME)],
        Meaning(IGNORED_REASONS.getOrNull(number(REASON)), { carried() }) { described() },
    ) { fetched() }

    /**
     * Returns the outcome of a thin event after its object was read: the same as that of the snapshot.
     *
     * @param read the result of [Outcome.Fetch.call]
     * @throws CounterfoilException `wrong_object` if it is not the object that the event names
     */
    public fun outcomeWith(read: StripeObject): Outcome =
        Outcome.of(delivered("outcome_with").raw(read).call(proof.keyring).values(), read.raw)

    /**
     * Returns every difference between the event's session and what you recorded when you created it. Compare before
     * you fulfill the order, and have every difference reviewed.
     *
     * @throws CounterfoilException `no_session` if the outcome is about something else, or its session has to
     * be fetched first
     */
    public fun differences(expected: Expected): List<Difference> =
        delivered("event_differences").json("", expected).call(proof.keyring).list().map(::Difference)

    override fun toString(): String = "Event($id, $type, $account)"

    /** A call of a function about a delivery. */
    private fun delivered(function: String): Waist {
        val call = Waist(function, body.size + ROOM)
        return when (val proof = proof) {
            is Proof.Secret -> call.number(number(SECRET))
            is Proof.Envelope -> call.text("", proof.provider)
        }.bytes(body)
    }

    private fun described(): Values = delivered("outcome").call(proof.keyring).values()

    private fun carried(): Raw = when (val start = number(OBJECT)) {
        ABSENT -> Raw.NONE
        else -> Raw.part(body, start, number(OBJECT + 1))
    }

    private fun fetched(): Values =
        mapOf("object" to text(FETCH), "id" to text(FETCH + 2), "parent" to textOrNull(FETCH + 4).orEmpty())

    private val tail: Int get() = NUMBERS + answer.integer(NUMBERS - Int.SIZE_BYTES) + Int.SIZE_BYTES

    private fun number(index: Int): Int = answer.integer(NUMBERS + Int.SIZE_BYTES * index)

    private fun text(index: Int): String = checkNotNull(textOrNull(index))

    private fun textOrNull(index: Int): String? =
        number(index).let { start -> if (start == ABSENT) null else text(start, number(index + 1)) }

    /** Returns a text of the body, or of its tail: the texts that the JSON writes with escapes. */
    private fun text(start: Int, end: Int): String = when {
        end <= body.size -> String(body, start, end - start, Charsets.UTF_8)
        else -> String(answer, tail + start - body.size, end - start, Charsets.UTF_8)
    }

    public companion object {
        /**
         * Unwraps an event that Amazon EventBridge delivered. The envelope carries no signature: call this
         * only with what the provider itself delivered, never with the body of a public request. The
         * event's label is `event_bridge`.
         *
         * @throws WebhookException if there is no event inside
         */
        @JvmStatic
        public fun fromEventBridge(envelope: ByteArray): Event = unwrapped("event_bridge", envelope)

        /**
         * Unwraps an event that Azure Event Grid delivered. As with [fromEventBridge], the only proof is where it comes
         * from. The event's label is `event_grid`.
         *
         * @throws WebhookException if there is no event inside
         */
        @JvmStatic
        public fun fromEventGrid(envelope: ByteArray): Event = unwrapped("event_grid", envelope)

        private fun unwrapped(provider: String, delivered: ByteArray): Event {
            val envelope = delivered.clone()
            val unwrapped = Waist("unwrap", envelope.size + ROOM).text("", provider).bytes(envelope).call()
            return Event(unwrapped.answer, envelope, Proof.Envelope(provider))
        }

        /** Room for what is passed besides a body. */
        private const val ROOM = 128

        /** The offset of an absent text. */
        private const val ABSENT = -1

        /** The offset of the numbers in the library's results. */
        private const val NUMBERS = 1 + Int.SIZE_BYTES

        // The indices of the library's numbers about an event; a text has two, its start and its end.
        private const val OUTCOME = 0
        private const val REASON = 1
        private const val SHAPE = 2
        private const val LIVEMODE = 3
        private const val SECRET = 4
        private const val CREATED = 5
        private const val ID = 7
        private const val TYPE = 9
        private const val PLAIN_TYPE = 11
        private const val ACCOUNT = 12
        private const val API_VERSION = 14
        private const val OBJECT = 16
        private const val DEDUPE = 18
        private const val FETCH = 21
    }
}

/** What proves an event. */
internal sealed class Proof(val keyring: Handle?) {
    abstract fun label(secret: Int): String

    class Secret(keyring: Handle, private val labels: List<String>) : Proof(keyring) {
        override fun label(secret: Int) = labels[secret]
    }

    class Envelope(val provider: String) : Proof(null) {
        override fun label(secret: Int) = provider
    }
}
