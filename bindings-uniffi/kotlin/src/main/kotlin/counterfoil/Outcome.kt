package counterfoil

/**
 * What an event means, and what the platform has to do about it.
 *
 * An order moves by what its session says, and by nothing else: pass every outcome to [advance], which ignores
 * everything that comes after a payment. What comes after it (refunds, disputes, fees, periods of a subscription,
 * changes of the account) has rows of its own in your books. Events of one object arrive in any order, so retrieve the
 * object again if its latest state matters.
 *
 * @property kind its name, the same in every language
 */
public sealed class Outcome(public val kind: String, internal val meaning: Meaning) {
    /** What it is about, in the same few fields for every kind of object; `null` if it was ignored. */
    public open val subject: Subject? get() = meaning.subject

    override fun toString(): String = "$kind($subject)"

    /** An outcome that carries its session. */
    public sealed class OfSession(kind: String, meaning: Meaning) : Outcome(kind, meaning) {
        /** The session as it was when the event was created, or when it was retrieved. */
        public val session: Session get() = meaning.carried as Session

        override fun toString(): String = "$kind($session)"
    }

    /** The money has arrived: fulfill the order, once. */
    public class Paid internal constructor(meaning: Meaning) : OfSession("paid", meaning)

    /**
     * The customer has finished and the money has not arrived: a bank debit takes days, and a payment that was only
     * authorized waits for you to capture it. Wait.
     */
    public class AwaitingPayment internal constructor(meaning: Meaning) : OfSession("awaiting_payment", meaning)

    /** The payment failed after the customer left: contact the customer and ask for a new order. */
    public class PaymentFailed internal constructor(meaning: Meaning) : OfSession("payment_failed", meaning)

    /** The session ended without a payment: release what was reserved. */
    public class Expired internal constructor(meaning: Meaning) : OfSession("expired", meaning)

    /** There is nothing to pay, because of a full discount or a trial: fulfill the order at once. */
    public class NothingToPay internal constructor(meaning: Meaning) : OfSession("nothing_to_pay", meaning)

    /** A payment method was saved for later; there is nothing to fulfill. */
    public class SetupComplete internal constructor(meaning: Meaning) : OfSession("setup_complete", meaning)

    /** The customer has not finished yet. No event says so; [reconcile] does. */
    public class StillOpen internal constructor(meaning: Meaning) : OfSession("still_open", meaning)

    /** An outcome that changes no order; see [subject]. */
    public sealed class OfBooks(kind: String, meaning: Meaning) : Outcome(kind, meaning) {
        override val subject: Subject get() = checkNotNull(meaning.subject)
    }

    /**
     * The status of a payment has changed. `requires_capture`: it is authorized, so capture it or cancel it.
     * `succeeded` after a capture: no event of the session follows, so list the session by `paymentIntent` and
     * [reconcile] it. Everything else is progress, including a failed attempt.
     */
    public class PaymentChanged internal constructor(meaning: Meaning) : OfBooks("payment_changed", meaning) {
        /** The object as it was when the event was created, or when it was retrieved. */
        public val payment: PaymentIntent get() = meaning.carried as PaymentIntent
    }

    /**
     * A charge was refunded, in part or in full: book `amountRefunded`, the sum of all its refunds. The subject's
     * `amount` is the amount of this refund, absent if the event does not say so; thin events never do.
     */
    public class Refunded internal constructor(meaning: Meaning) : OfBooks("refunded", meaning) {
        /** The object as it was when the event was created, or when it was retrieved. */
        public val charge: Charge get() = meaning.carried as Charge
    }

    /**
     * A refund was created, or its status has changed. One that is `failed` has not reached the customer, so the money
     * has to be returned in another way.
     */
    public class RefundChanged internal constructor(meaning: Meaning) : OfBooks("refund_changed", meaning) {
        /** The object as it was when the event was created, or when it was retrieved. */
        public val refund: Refund get() = meaning.carried as Refund
    }

    /**
     * The customer's bank asks for the money back, or has decided: tell the merchant, who has until
     * `evidenceDetails.dueBy` to respond while the status is `needs_response`. It can follow a payment that was
     * fulfilled long ago.
     */
    public class DisputeChanged internal constructor(meaning: Meaning) : OfBooks("dispute_changed", meaning) {
        /** The object as it was when the event was created, or when it was retrieved. */
        public val dispute: Dispute get() = meaning.carried as Dispute
    }

    /**
     * The platform collected a fee, or refunded some of it: book `amount` and `amountRefunded`. The event is sent to an
     * endpoint of the platform's own account, some time after the payment.
     */
    public class FeeChanged internal constructor(meaning: Meaning) : OfBooks("fee_changed", meaning) {
        /** The object as it was when the event was created, or when it was retrieved. */
        public val fee: ApplicationFee get() = meaning.carried as ApplicationFee
    }

    /** The refund of a fee has changed: book it to its `fee`. */
    public class FeeRefundChanged internal constructor(meaning: Meaning) : OfBooks("fee_refund_changed", meaning) {
        /** The object as it was when the event was created, or when it was retrieved. */
        public val refund: FeeRefund get() = meaning.carried as FeeRefund
    }

    /** A period of a subscription is paid: continue to provide it. */
    public class InvoicePaid internal constructor(meaning: Meaning) : OfBooks("invoice_paid", meaning) {
        /** The object as it was when the event was created, or when it was retrieved. */
        public val invoice: Invoice get() = meaning.carried as Invoice
    }

    /**
     * An attempt to collect an invoice failed: tell the customer. Stripe tries again at `nextPaymentAttempt`, if there
     * is one.
     */
    public class InvoiceFailed internal constructor(meaning: Meaning) : OfBooks("invoice_failed", meaning) {
        /** The object as it was when the event was created, or when it was retrieved. */
        public val invoice: Invoice get() = meaning.carried as Invoice
    }

    /**
     * A subscription began or ended, or its status has changed: provide it while it is `trialing` or `active`, decide
     * for how long in `past_due`, and end it in `canceled`, `unpaid` and `incomplete_expired`.
     */
    public class SubscriptionChanged internal constructor(meaning: Meaning) : OfBooks("subscription_changed", meaning) {
        /** The object as it was when the event was created, or when it was retrieved. */
        public val subscription: Subscription get() = meaning.carried as Subscription
    }

    /**
     * A merchant's account has changed: ask [readiness] again, offer Checkout only while it is ready, and [onboard]
     * the merchant where something is due.
     */
    public class AccountChanged internal constructor(meaning: Meaning) : OfBooks("account_changed", meaning) {
        /** An [Account] or a [V2Account], as it was when the event was created, or when it was retrieved. */
        public val account: StripeObject get() = meaning.carried as StripeObject
    }

    /**
     * What a merchant may do has changed, such as `card_payments`: book its status. An account of v2 comes as a
     * whole; which capability it was is in the event as Stripe keeps it.
     */
    public class CapabilityChanged internal constructor(meaning: Meaning) : OfBooks("capability_changed", meaning) {
        /** A [Capability] or a [V2Account], as it was when the event was created, or when it was retrieved. */
        public val capability: StripeObject get() = meaning.carried as StripeObject
    }

    /** A merchant's account was closed: make no more calls for it. */
    public class AccountClosed internal constructor(meaning: Meaning) : OfBooks("account_closed", meaning) {
        /** The account as it was read. */
        public val account: V2Account get() = meaning.carried as V2Account
    }

    /**
     * The merchant came back from an account link, which does not mean that it has answered everything: read the
     * account that is the subject's, and ask [onboard].
     */
    public class AccountLinkReturned internal constructor(meaning: Meaning) :
        OfBooks("account_link_returned", meaning) {
        /** The event as it was read, with the account in it. */
        public val event: V2Event get() = meaning.carried as V2Event
    }

    /**
     * The merchant has disconnected from the platform: make no more calls for the account, which is the subject. Its
     * subscriptions continue without you.
     */
    public class Disconnected internal constructor(meaning: Meaning) : OfBooks("disconnected", meaning)

    /**
     * The object has to be retrieved first: send [call]. For a thin event pass the result to [Event.outcomeWith], and
     * for a session to [reconcile].
     */
    public class Fetch internal constructor(meaning: Meaning, private val named: () -> Values) :
        OfBooks("fetch", meaning) {
        /**
         * Builds the call that retrieves the object. An object on the platform's own account, such as an application
         * fee, is retrieved from there whatever the account is.
         *
         * @param account the event's, or the one that the session was read from
         * @throws CounterfoilException `wrong_scope` if the object is on a merchant's account and [account] is absent
         */
        public fun call(platform: Platform, account: String?): Call<StripeObject> = platform.fetch(named(), account)
    }

    /**
     * Genuine, but there is nothing to do; respond with 2xx.
     *
     * @property reason `other_type`, `wrong_source`, `wrong_mode`, `unknown_payment_status`,
     * `unreadable_object`, or a newer one
     */
    public class Ignored internal constructor(meaning: Meaning) : Outcome("ignored", meaning) {
        public val reason: String get() = meaning.reason

        override fun toString(): String = "$kind($reason)"
    }

    internal companion object {
        /** Returns the outcome that the library described; [raw] is the JSON of its object. */
        fun of(described: Values, raw: String): Outcome = of(
            described.text("kind"),
            Meaning(raw = { Raw(raw) }) { described },
            { checkNotNull(inner(described["fetch"])) },
        )

        /** Returns the outcome by name; [fetch] is the object to retrieve. */
        fun of(kind: String, meaning: Meaning, fetch: () -> Values): Outcome = when (kind) {
            "paid" -> Paid(meaning)
            "awaiting_payment" -> AwaitingPayment(meaning)
            "payment_failed" -> PaymentFailed(meaning)
            "expired" -> Expired(meaning)
            "nothing_to_pay" -> NothingToPay(meaning)
            "setup_complete" -> SetupComplete(meaning)
            "still_open" -> StillOpen(meaning)
            "payment_changed" -> PaymentChanged(meaning)
            "refunded" -> Refunded(meaning)
            "refund_changed" -> RefundChanged(meaning)
            "dispute_changed" -> DisputeChanged(meaning)
            "fee_changed" -> FeeChanged(meaning)
            "fee_refund_changed" -> FeeRefundChanged(meaning)
            "invoice_paid" -> InvoicePaid(meaning)
            "invoice_failed" -> InvoiceFailed(meaning)
            "subscription_changed" -> SubscriptionChanged(meaning)
            "account_changed" -> AccountChanged(meaning)
            "capability_changed" -> CapabilityChanged(meaning)
            "account_closed" -> AccountClosed(meaning)
            "account_link_returned" -> AccountLinkReturned(meaning)
            "disconnected" -> Disconnected(meaning)
            "fetch" -> Fetch(meaning, fetch)
            "ignored" -> Ignored(meaning)
            else -> error("unknown outcome $kind")
        }
    }
}

/**
 * What the library says about an outcome besides its name. For an event it is requested when it is first read.
 *
 * @param known why it was ignored, if that is already known
 * @param raw the JSON of the object in the outcome
 * @param describe asks the library
 */
internal class Meaning(
    private val known: String? = null,
    private val raw: () -> Raw,
    private val describe: () -> Values,
) {
    private val described: Values by lazy(LazyThreadSafetyMode.PUBLICATION) { describe() }

    val carried: StripeObject by lazy(LazyThreadSafetyMode.PUBLICATION) {
        objectOf(described.text("record"), checkNotNull(inner(described["object"])), raw())
    }

    val subject: Subject? get() = described.record("subject", ::Subject)

    val reason: String get() = known ?: described.text("reason")
}
