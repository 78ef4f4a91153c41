package counterfoil

import counterfoil.internal.FfiConverterSequenceTypeDifference
import counterfoil.internal.FfiConverterTypeNativeOutcome

/** The shape of an event. */
public enum class Shape {
    /** It carries its object as that was when the event was made. */
    SNAPSHOT,

    /** It names its object, which has to be fetched. */
    THIN,
}

/**
 * An event that is proven to come from Stripe. `toString` leaves out the object, which holds personal
 * data.
 *
 * It is kept as the row that the library wrote; for what is rarely asked, it is verified again, so that
 * nothing has to be kept on the other side.
 */
public class Event internal constructor(
    private val row: Row,
    private val body: ByteArray,
    private val delivery: Delivery,
) {
    /** `evt_…`. Two events can tell the same fact; see [dedupeKey]. */
    public val id: String get() = row.text(0)

    /** Stripe's name for what happened; thin events of v1 objects have a `v1.` before it. */
    public val type: String get() = row.text(1)

    /** The connected account on which it happened; pass it to [Platform.merchant]. */
    public val account: String? get() = row.optional(2)

    /** Whether real money moved. */
    public val livemode: Boolean get() = row.boolean(3)

    /** Unix seconds. Events arrive in any order; do not sort by it. */
    public val created: Long get() = row.text(4).toLong()

    /** The version of Stripe's API in which a snapshot is written. */
    public val apiVersion: String? get() = row.optional(5)

    /** Whether the event carries its object, or names it. */
    public val shape: Shape get() = if (row.text(6) == "thin") Shape.THIN else Shape.SNAPSHOT

    /** The label of the secret that proved it. */
    public val label: String get() = row.text(7)

    /** A key under which to remember that this fact was handled. */
    public val dedupeKey: String get() = row.text(8)

    /** The object of a snapshot event, as JSON text. */
    public val objectJson: String?
        get() {
            val start = row.long(9)?.toInt() ?: return null
            val end = row.long(10)?.toInt() ?: return null
            return String(body, start, end - start, Charsets.UTF_8)
        }

    /** What happened, and what to do about it. Never decide by the type alone. */
    public val outcome: Outcome by lazy(LazyThreadSafetyMode.PUBLICATION) {
        val kind = row.text(11)
        row.optional(12)?.let { Outcome.Ignored(it) }
            ?: row.nested(14)?.let { Outcome.of(kind, session(it, objectJson.orEmpty())) }
            ?: Outcome.of(FfiConverterTypeNativeOutcome.read(row.buffer(15)), objectJson.orEmpty())
    }

    /**
     * The outcome of a thin event, once its object was read: what the snapshot would have said.
     *
     * @param read what [Outcome.Fetch.call] was answered with
     * @throws CounterfoilException `wrong_object` if it is another object than the event names
     */
    public fun outcomeWith(read: StripeObject): Outcome =
        delivery.ask("outcome_of", { value("", toNative(read), FfiConverterTypeAnyObject, of = read) }) {
            val outcome = FfiConverterTypeNativeOutcome.read(it)
            Outcome.of(outcome, outcome.raw)
        }

    /**
     * Everything about the event's session that is not as you recorded it when you created it. Compare
     * before goods leave, and have somebody look at every difference.
     *
     * @throws CounterfoilException `no_session` if the outcome is about something else, or its session has to
     * be fetched first
     */
    public fun differences(expected: Expected): List<Difference> = delivery.ask(
        "event_differences",
        { value("", expected, FfiConverterTypeExpected) },
        FfiConverterSequenceTypeDifference::read,
    )

    override fun toString(): String = "Event($id, $type, $account)"

    public companion object {
        /**
         * Unwraps an event that Amazon EventBridge delivered. The envelope carries no signature: call this
         * only with what the provider itself handed over, never with the body of a public request. The
         * event's label is `event_bridge`.
         *
         * @throws WebhookRejectedException if there is no event inside
         */
        @JvmStatic
        public fun fromEventBridge(envelope: ByteArray): Event = unwrapped("event_bridge", envelope)

        /**
         * Unwraps an event that Azure Event Grid delivered. As with [fromEventBridge], the proof is where it
         * comes from. The event's label is `event_grid`.
         *
         * @throws WebhookRejectedException if there is no event inside
         */
        @JvmStatic
        public fun fromEventGrid(envelope: ByteArray): Event = unwrapped("event_grid", envelope)

        private fun unwrapped(by: String, delivered: ByteArray): Event {
            val envelope = delivered.clone()
            val row = Waist("${by}_row").bytes(envelope).call { results ->
                ByteArray(results.remaining()).also { results.get(it) }
            }
            return Event(Row(row, start = 0), envelope, Delivery(by, envelope))
        }
    }
}

/** The session in a row, in the order in which the native lane writes it. */
private fun session(row: Row, raw: String): Session = Session(
    id = row.text(0),
    url = row.optional(1),
    status = row.optional(2),
    paymentStatus = row.optional(3),
    mode = row.optional(4),
    amountTotal = row.long(5),
    currency = row.optional(6),
    clientReferenceId = row.optional(7),
    paymentIntent = row.optional(8),
    customer = row.optional(9),
    customerEmail = row.optional(10),
    metadata = row.nested(11)?.pairs().orEmpty(),
    livemode = row.boolean(12),
    created = row.long(13),
    expiresAt = row.long(14),
    amountSubtotal = row.long(15),
    paymentIntentStatus = row.optional(16),
    subscription = row.optional(17),
    setupIntent = row.optional(18),
    invoice = row.optional(19),
    recoveryUrl = row.optional(20),
    clientSecret = row.optional(21),
    raw = raw,
)
