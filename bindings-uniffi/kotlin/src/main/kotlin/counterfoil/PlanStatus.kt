@file:JvmName("Billing")

package counterfoil

/**
 * Whether to provide what the customer subscribed to: Stripe's eight subscription statuses reduced to five.
 *
 * @property value its name in every language, to be stored
 */
public enum class PlanStatus(override val value: String) : Word {
    /** The first payment has not succeeded yet: do not provide the service. */
    PENDING("pending"),

    /** Provide the service. */
    ACTIVE("active"),

    /**
     * The last payment failed, and Stripe will try again: provide the service for as long as your grace period lasts.
     */
    PAST_DUE("past_due"),

    /** Do not provide the service for now; a payment makes it active again. */
    SUSPENDED("suspended"),

    /** It has ended for good; to return, the customer subscribes anew. */
    CANCELED("canceled"),
    ;

    public companion object {
        /** Returns the one with this name, as it was stored, or `null` for any other text. */
        @JvmStatic
        public fun of(value: String): PlanStatus? = entries.firstOrNull { it.value == value }
    }
}

/**
 * Returns whether to provide what the customer subscribed to, or `null` for a status that this version does not know:
 * then keep the one that you have.
 *
 * Events say the same in the subject of their outcome, but can arrive late and in any order: take them as the reason to
 * retrieve the subscription, and store what this returns for it.
 */
public fun planStatus(subscription: Subscription): PlanStatus? = subscription.status?.let { status ->
    Waist("plan_status").text("status", status.value).call().textOrNull()?.let { PlanStatus.of(it) }
}
