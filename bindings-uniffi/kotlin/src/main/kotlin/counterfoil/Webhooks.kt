package counterfoil

import java.time.Instant

/** Whose events an endpoint receives. */
public enum class Source {
    /** Those of connected accounts: the endpoint was created with `connect`. */
    CONNECTED,

    /** Those of the platform's own account. */
    PLATFORM,
}

/** Live mode or test mode. */
public enum class EventMode {
    /** Live mode. */
    LIVE,

    /** A sandbox or test mode. */
    TEST,
}

/**
 * One endpoint's signing secret, and what the endpoint should receive. `toString` leaves out the secret.
 *
 * @property label a unique name for logs: `connect`, `platform`, `old`
 * @param secret the whole string that Stripe shows, including `whsec_`
 * @property source ignores events from another source
 * @property mode ignores events of another mode: Stripe sends test events to live Connect endpoints too
 */
public class EndpointSecret @JvmOverloads constructor(
    public val label: String,
    // Neither a getter nor a serializable field: reflective serializers would find both.
    @Transient private val secret: String,
    public val source: Source? = null,
    public val mode: EventMode? = null,
) {
    internal fun values(): Values = mapOf(
        "label" to label,
        "secret" to secret,
        "connected" to source?.let { it == Source.CONNECTED },
        "live" to mode?.let { it == EventMode.LIVE },
    )

    override fun toString(): String = "EndpointSecret($label)"
}

/** How far the time of signing may be from now, in either direction. */
public class Tolerance private constructor(internal val seconds: Long?) {
    public companion object {
        /** This many seconds, inclusive. */
        @JvmStatic
        public fun seconds(seconds: Long): Tolerance = Tolerance(seconds)

        /** Any time: for deliveries that are replayed from a store. */
        @JvmField
        public val UNCHECKED: Tolerance = Tolerance(null)
    }
}

/**
 * Verifies what Stripe posts. Create one when the process starts. `toString` shows no secret.
 *
 * @param tolerance 300 seconds if absent
 * @param maxBody the maximum size of a body in bytes; 1 MiB if absent
 * @throws CounterfoilException `invalid_webhook_secret`, `duplicate_label`, `duplicate_secret`,
 * `missing_parameter`, each at `secrets[i]`
 */
public class Webhooks @JvmOverloads constructor(
    secrets: List<EndpointSecret>,
    tolerance: Tolerance? = null,
    maxBody: Long? = null,
) {
    private val labels = secrets.map { it.label }
    private val keyring: Handle

    init {
        val settings = mutableMapOf<String, Any?>("secrets" to secrets.map { it.values() })
        // An absent setting has the library's default; `null` is a setting of its own.
        if (tolerance != null) settings["tolerance"] = tolerance.seconds
        if (maxBody != null) settings["max_body"] = maxBody
        keyring = Handle(Waist("keyring").json("", settings).call().number())
    }

    /**
     * Verifies a delivery. The event keeps a copy of the body, so that the array may be used again.
     *
     * @param body the raw bytes, before anything parses them
     * @param signature the header `Stripe-Signature`, or `null` if there is none
     * @param now unix seconds
     * @throws WebhookException if it is not genuine
     */
    @JvmOverloads
    public fun verify(body: ByteArray, signature: String?, now: Long = Instant.now().epochSecond): Event {
        // Proven bytes must not change, whatever the server does with its buffer afterwards.
        val proven = body.clone()
        val header = signature?.toByteArray()
        val answer = keyring.use { answered(Library.ready().verify(it, proven, header, now)) }
        return Event(answer, proven, Proof.Secret(keyring, labels))
    }
}
