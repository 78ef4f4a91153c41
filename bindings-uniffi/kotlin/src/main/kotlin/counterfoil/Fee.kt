package counterfoil

/**
 * The platform's fee on a payment: a share in basis points plus a fixed part, within bounds.
 *
 * 100 basis points are 1 %. The fixed part and the bounds are in the minor unit of the payment's currency.
 * The share is rounded half up to whole minor units, and the whole fee half up to the currency's step; all of
 * it in integers.
 *
 * Stripe requires a fee above zero and below the payment, so any other result is an error, not a silently different
 * fee. See [Stripe's page](https://docs.stripe.com/connect/direct-charges#collect-fees).
 */
public class Fee internal constructor(values: Values) : StripeRecord(values) {
    /** The share, in hundredths of a percent: 250 is 2.5 %. From 0 to 10000. */
    public val basisPoints: Long get() = values.integer("basis_points")

    /** Added to the share, in minor units. */
    public val fixed: Long get() = values.integer("fixed")

    /** The lowest fee, in minor units. */
    public val min: Long? get() = values.integerOrNull("min")

    /** The highest fee, in minor units. */
    public val max: Long? get() = values.integerOrNull("max")

    override fun toString(): String =
        describe("Fee", "basisPoints", basisPoints, "fixed", fixed, "min", min, "max", max)

    /** Builds a [Fee], one field after the other. */
    public class Builder internal constructor(values: Values) : RecordBuilder(values) {
        /** See [Fee.basisPoints]. */
        public fun basisPoints(basisPoints: Long): Builder =
            apply { put("basis_points", basisPoints.takeIf { it != 0L }) }

        /** See [Fee.fixed]. */
        public fun fixed(fixed: Long): Builder = apply { put("fixed", fixed.takeIf { it != 0L }) }

        /** See [Fee.min]. */
        public fun min(min: Long?): Builder = apply { put("min", min) }

        /** See [Fee.max]. */
        public fun max(max: Long?): Builder = apply { put("max", max) }

        /** Returns the record. */
        public fun build(): Fee = Fee(built())
    }

    /** Returns a builder that starts from this record. */
    public fun toBuilder(): Builder = Builder(values)

    public companion object {
        /** For Java; [Builder] takes the parts. */
        @JvmStatic
        public fun builder(): Builder = Builder(emptyMap())
    }
}

/** Creates a [Fee] from named arguments, which are its properties. */
@JvmSynthetic
@Suppress("NOTHING_TO_INLINE", "FunctionName")
public inline fun Fee(basisPoints: Long = 0, fixed: Long = 0, min: Long? = null, max: Long? = null): Fee =
    Fee.builder().basisPoints(basisPoints).fixed(fixed).min(min).max(max).build()
