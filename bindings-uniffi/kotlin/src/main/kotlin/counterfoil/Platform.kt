package counterfoil

import java.time.Clock

/**
 * A platform: its secret key, and how it talks to Stripe. Create one and keep it. Its resources are those of the
 * platform's own account; those of a merchant's account are reached through [merchant]. `toString` shows no secret.
 */
public class Platform private constructor(private val sender: Sender) : PlatformResources(Caller(sender, null)) {
    /**
     * Checks the key and the settings.
     *
     * @param secretKey `sk_…`, or a restricted `rk_…`
     * @param apiBase a server other than Stripe's, such as a simulator: an origin, with `http` on this machine only
     * @param apiVersion a version of Stripe's API other than `2026-10-28.endive`
     * @param maxRetries how many attempts may follow the first; 2 if absent
     * @param transport how requests are sent
     * @param clock the current time, against which times in the parameters such as `expiresAt` are checked
     * @throws CounterfoilException `invalid_secret_key`, `invalid_api_base`, `invalid_api_version`
     */
    @JvmOverloads
    public constructor(
        secretKey: String,
        apiBase: String? = null,
        apiVersion: String? = null,
        maxRetries: Int? = null,
        transport: Transport = JavaHttpTransport(),
        clock: Clock = Clock.systemUTC(),
    ) : this(Sender(platform(secretKey, apiBase, apiVersion, maxRetries), transport, clock))

    /**
     * Returns the merchant with this connected account. Every call made through it is on that account; for a webhook,
     * pass the event's account.
     *
     * @throws CounterfoilException `invalid_account_id`
     */
    public fun merchant(account: String): Merchant {
        Waist("check_account").text("account", account).call()
        return Merchant(account, Caller(sender, account))
    }

    /**
     * Builds a call on the platform's own account, without sending it.
     *
     * @throws CounterfoilException with all faults of the parameters, reported together
     */
    public fun <A : Any> call(operation: PlatformRead<A>): Call<A> = caller.call(operation, null)

    /**
     * Builds a call that changes something on the platform's own account, without sending it.
     *
     * @throws CounterfoilException with all faults of the parameters and of the key, reported together
     */
    public fun <A : Any> call(operation: PlatformWrite<A>, idempotencyKey: String): Call<A> =
        caller.call(operation, idempotencyKey)

    /**
     * Builds a call that deletes something on the platform's own account, without sending it. It needs no idempotency
     * key: a second call finds nothing to delete.
     *
     * @throws CounterfoilException with all faults of the parameters, reported together
     */
    public fun <A : Any> call(operation: PlatformDelete<A>): Call<A> = caller.call(operation, null)

    /**
     * Builds a call of an operation that is only known at run time, by its name in every language, such as
     * `refunds.create`, and its parameters as a JSON object.
     *
     * @param account the merchant's account, or `null` for the platform's own
     * @param idempotencyKey required for operations that change something
     * @param now the current time in unix seconds, or `null` to leave times in the parameters unchecked
     * @throws CounterfoilException `unknown_operation`, `wrong_scope`, and the faults of the parameters
     */
    @JvmOverloads
    public fun callNamed(
        operation: String,
        params: String,
        account: String? = null,
        idempotencyKey: String? = null,
        now: Long? = sender.now,
    ): Call<Any> = sender.call(
        Waist("build")
            .optionalText("account", account)
            .text("operation", operation)
            .jsonText(params)
            .optionalText("idempotency_key", idempotencyKey)
            .optionalNumber(now),
    )

    /**
     * Restores a call that [Call.save] returned: with the same body, key, account and version, and the count of
     * attempts. A text that was changed, or saved under another secret key, is rejected.
     *
     * @throws CounterfoilException `invalid_saved_call`
     */
    public fun resume(saved: String): Call<Any> = sender.call(Waist("resume").jsonText(saved))

    internal fun fetch(named: Values, account: String?): Call<StripeObject> =
        sender.call(Waist("fetch").json("", named).optionalText("account", account))

    override fun toString(): String = "Platform"

    private companion object {
        fun platform(secretKey: String, apiBase: String?, apiVersion: String?, maxRetries: Int?): Handle {
            val settings = mapOf(
                "secret_key" to secretKey,
                "api_base" to apiBase,
                "api_version" to apiVersion,
                "max_retries" to maxRetries,
            )
            return Handle(Waist("platform").json("", settings).call().number())
        }
    }
}

/**
 * One merchant of a platform.
 *
 * @property account the connected account, `acct_…`
 */
public class Merchant internal constructor(public val account: String, caller: Caller) : MerchantResources(caller) {
    /**
     * Builds a call on the merchant's account, without sending it.
     *
     * @throws CounterfoilException with all faults of the parameters, reported together
     */
    public fun <A : Any> call(operation: MerchantRead<A>): Call<A> = caller.call(operation, null)

    /**
     * Builds a call that changes something on the merchant's account, without sending it.
     *
     * @throws CounterfoilException with all faults of the parameters and of the key, reported together
     */
    public fun <A : Any> call(operation: MerchantWrite<A>, idempotencyKey: String): Call<A> =
        caller.call(operation, idempotencyKey)

    /** Returns the idempotency key for one purpose of a [reference]; see [counterfoil.idempotencyKey]. */
    public fun idempotencyKey(reference: String, purpose: String): String = idempotencyKey(account, reference, purpose)

    override fun toString(): String = "Merchant($account)"
}
