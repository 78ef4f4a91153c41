@file:JvmName("Billing")

package counterfoil

/**
 * Whether to provide what the customer subscribed to: Stripe's eight statuses of a subscription in the five
 * answers that they come to.
 *
 * @property value its name in every language, to be stored
 */
public enum class PlanStatus(override val value: String) : Word {
    /** The first payment is still to come: provide nothing yet. */
    PENDING("pending"),

    /** Provide it. */
    ACTIVE("active"),

    /** The last payment failed and Stripe tries again: provide it for as long as you are patient. */
    PAST_DUE("past_due"),

    /** Provide nothing for now; a payment makes it active again. */
    SUSPENDED("suspended"),

    /** It is over and never comes back; whoever wants it again subscribes again. */
    CANCELED("canceled"),
    ;

    public companion object {
        /** The one with this name, as it was stored; null for any other. */
        @JvmStatic
        public fun of(value: String): PlanStatus? = entries.firstOrNull { it.value == value }
    }
}

/**
 * Whether to provide what the customer subscribed to; null for a status that this version does not know: keep
 * what you have then.
 *
 * Events say the same in the subject of their outcome, but can come late and in any order: take them as
 * the reason to read the subscription and store what this says of it.
 */
public fun planStatus(subscription: Subscription): PlanStatus? = subscription.status?.let { status ->
    Waist("plan_status").text("status", status.value).call().textOrNull()?.let { PlanStatus.of(it) }
}
