package counterfoil

/**
 * The parameters of one of Stripe's operations, whose result is an [A]: one of Stripe's objects, or a [Page] of them.
 * The records whose names start with a verb are operations, such as [CreateRefund].
 */
public sealed interface Operation<out A : Any>

/** What all parameters of operations have in common. */
public abstract class Parameters internal constructor(values: Values) : StripeRecord(values) {
    internal abstract val operationType: OperationType<*, *>
}

/** An operation that only reads, on a merchant's account. */
public sealed interface MerchantRead<out A : Any> : Operation<A>

/** An operation that changes something on a merchant's account, and therefore needs an idempotency key. */
public sealed interface MerchantWrite<out A : Any> : Operation<A>

/** An operation that only reads, on the platform's own account. */
public sealed interface PlatformRead<out A : Any> : Operation<A>

/** An operation that changes something on the platform's own account, and therefore needs an idempotency key. */
public sealed interface PlatformWrite<out A : Any> : Operation<A>

/** An operation that deletes something on the platform's own account; its idempotency key can be left out. */
public sealed interface PlatformDelete<out A : Any> : PlatformWrite<A>

/**
 * What the records of operations have in common; the companion of each record is one:
 * `CreateRefund.fromJson("""{"payment_intent": "pi_1"}""")`.
 *
 * @property operation its name, the same in every language: `refunds.create`
 */
public abstract class OperationType<P : Any, A : Any> internal constructor(public val operation: String) {
    /**
     * Parses the parameters from a JSON object with Stripe's parameter names.
     *
     * @throws CounterfoilException `invalid_json`, `unknown_parameter`, `wrong_type`, `invalid_value`, all faults
     * together
     */
    public fun fromJson(json: String): P {
        Waist("check_parameters").text("", operation).jsonText(json).call()
        return of(valuesOf(json))
    }

    /**
     * Reads the response to the operation, for hosts that keep no call.
     *
     * @throws CounterfoilException for everything but the requested object
     */
    @Suppress("UNCHECKED_CAST")
    public fun read(response: HttpResponse): A = readAnswer(operation, response) as A

    internal abstract fun of(values: Values): P

    override fun toString(): String = operation
}
