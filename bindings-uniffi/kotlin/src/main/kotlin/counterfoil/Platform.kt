package counterfoil

import counterfoil.internal.NativePlatform

/**
 * A platform: its secret key, and how it talks to Stripe. Make one and keep it. `toString` shows no
 * secret.
 *
 * @param secretKey `sk_…`, or a restricted `rk_…`
 * @param apiBase another server than Stripe's, such as a simulator: an origin without a path
 * @param apiVersion another version of Stripe's API than `2026-10-28.endive`
 * @param maxRetries how many attempts may follow the first; 2 if absent
 * @param transport how requests are sent
 * @throws CounterfoilException `invalid_secret_key`, `invalid_api_base`, `invalid_api_version`
 */
public class Platform @JvmOverloads constructor(
    secretKey: String,
    apiBase: String? = null,
    apiVersion: String? = null,
    maxRetries: Int? = null,
    private val transport: Transport = JavaHttpTransport(),
) {
    private val native = guard { NativePlatform(secretKey, apiBase, apiVersion, maxRetries) }

    /**
     * The merchant that has this connected account. Everything done through it happens on that account;
     * for a webhook, pass the event's account.
     *
     * @throws CounterfoilException `invalid_account_id`
     */
    public fun merchant(account: String): Merchant {
        guard { native.checkAccount(account) }
        return Merchant(account, Checkout(Sessions(native, account, transport)))
    }
}

/**
 * One merchant of a platform.
 *
 * @property account the connected account, `acct_…`
 * @property checkout the merchant's hosted Checkout
 */
public class Merchant internal constructor(public val account: String, public val checkout: Checkout) {
    override fun toString(): String = "Merchant($account)"
}

/** A merchant's hosted Checkout. */
public class Checkout internal constructor(public val sessions: Sessions)

/** The Checkout Sessions of one merchant. */
public class Sessions internal constructor(
    private val native: NativePlatform,
    private val account: String,
    private val transport: Transport,
) {
    /**
     * Creates a session; answer the customer's click with 303 to its `url`.
     *
     * @param idempotencyKey the key under which Stripe keeps the answer: 1 to 255 visible ASCII
     * characters. Take it from what must happen once, such as the order's id, so that a second click gets
     * the first click's session.
     * @throws CounterfoilException with all faults of the parameters at once, before the network;
     * afterwards with what Stripe or the connection said
     * @throws InterruptedException if the thread is interrupted; whether Stripe acted is unknown then
     */
    @Throws(InterruptedException::class)
    public fun create(params: CreateSession, idempotencyKey: String): Session =
        createCall(params, idempotencyKey).send(transport)

    /**
     * Reads a session, as on the return page. On any other account it does not exist.
     *
     * @throws CounterfoilException for everything that is not the session
     * @throws InterruptedException if the thread is interrupted
     */
    @Throws(InterruptedException::class)
    public fun retrieve(id: String): Session = retrieveCall(id).send(transport)

    /** The same as [create], but sent by you. */
    public fun createCall(params: CreateSession, idempotencyKey: String): SessionCall =
        SessionCall(guard { native.createSession(account, params, idempotencyKey) })

    /** The same as [retrieve], but sent by you. */
    public fun retrieveCall(id: String): SessionCall = SessionCall(guard { native.retrieveSession(account, id) })
}
