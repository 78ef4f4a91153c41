package counterfoil

import counterfoil.internal.FfiConverterOptionalTypeSubject
import counterfoil.internal.NativeFetch
import counterfoil.internal.NativeOutcome

/**
 * What an event means, and what the platform has to do about it.
 *
 * An order moves by what its session says, and by nothing else: pass every outcome to [advance], which
 * leaves the order alone for all that comes after a payment. What comes after it (refunds, disputes, fees,
 * periods of a subscription, changes of the account) has rows of its own in your books; events of one
 * object arrive in any order, so read the object again where the last word counts.
 *
 * @property kind its name, the same in every language
 */
public sealed class Outcome(public val kind: String) {
    /** What it is about, in the same few fields for every kind of object; nothing where it was ignored. */
    public abstract val subject: Subject?

    override fun toString(): String = "$kind($subject)"

    /** An outcome that carries its session. */
    public sealed class OfSession(kind: String, public val session: Session) : Outcome(kind) {
        override val subject: Subject?
            get() = Waist("subject_of")
                .value("session", session.copy(raw = ""), FfiConverterTypeSession)
                .call(FfiConverterOptionalTypeSubject::read)

        override fun toString(): String = "$kind($session)"
    }

    /** The money is there: hand over the goods, once. */
    public class Paid internal constructor(session: Session) : OfSession("paid", session)

    /**
     * The customer is done and the money is not there: a bank debit takes days, and a payment that was only
     * authorized waits for you to capture it. Wait.
     */
    public class AwaitingPayment internal constructor(session: Session) : OfSession("awaiting_payment", session)

    /** The payment failed after the customer left: contact the customer and ask for a new order. */
    public class PaymentFailed internal constructor(session: Session) : OfSession("payment_failed", session)

    /** The session ended without a payment: release what was reserved. */
    public class Expired internal constructor(session: Session) : OfSession("expired", session)

    /** There is nothing to pay, by a full discount or a trial: hand over the goods at once. */
    public class NothingToPay internal constructor(session: Session) : OfSession("nothing_to_pay", session)

    /** A payment method was kept for later; nothing is to be handed over. */
    public class SetupComplete internal constructor(session: Session) : OfSession("setup_complete", session)

    /** The customer has not finished yet. No event says so; [reconcile] does. */
    public class StillOpen internal constructor(session: Session) : OfSession("still_open", session)

    /** An outcome that changes no order; see [subject]. */
    public sealed class OfBooks(kind: String, override val subject: Subject) : Outcome(kind)

    /**
     * A payment has another status. `requires_capture`: it is authorized, so capture it or cancel it.
     * `succeeded` after a capture: no event of the session follows, so list the session by `paymentIntent`
     * and [reconcile] it. Everything else is progress, also an attempt that failed.
     */
    public class PaymentChanged internal constructor(public val payment: PaymentIntent, subject: Subject) :
        OfBooks("payment_changed", subject)

    /**
     * Money of a charge went back: book `amountRefunded`, which is the sum of all its refunds. The subject's
     * `amount` is what went back this time, absent where the event does not say so, as no thin event does.
     */
    public class Refunded internal constructor(public val charge: Charge, subject: Subject) :
        OfBooks("refunded", subject)

    /**
     * A refund was made or has another status: one that is `failed` has not reached the customer, so
     * somebody has to pay in another way.
     */
    public class RefundChanged internal constructor(public val refund: Refund, subject: Subject) :
        OfBooks("refund_changed", subject)

    /**
     * The customer's bank asks for the money back, or has decided: tell the merchant, who has until
     * `evidenceDetails.dueBy` to answer while the status is `needs_response`. It can follow a payment that
     * was fulfilled long ago.
     */
    public class DisputeChanged internal constructor(public val dispute: Dispute, subject: Subject) :
        OfBooks("dispute_changed", subject)

    /**
     * The platform kept a fee, or gave some of it back: book `amount` and `amountRefunded`. It comes to an
     * endpoint of the platform's own account, some time after the payment.
     */
    public class FeeChanged internal constructor(public val fee: ApplicationFee, subject: Subject) :
        OfBooks("fee_changed", subject)

    /** A refund of a fee has changed: book it to its `fee`. */
    public class FeeRefundChanged internal constructor(public val refund: FeeRefund, subject: Subject) :
        OfBooks("fee_refund_changed", subject)

    /** A period of a subscription is paid: go on providing it. */
    public class InvoicePaid internal constructor(public val invoice: Invoice, subject: Subject) :
        OfBooks("invoice_paid", subject)

    /**
     * An attempt to collect an invoice failed: tell the customer. It is tried again at `nextPaymentAttempt`,
     * or never if that is absent.
     */
    public class InvoiceFailed internal constructor(public val invoice: Invoice, subject: Subject) :
        OfBooks("invoice_failed", subject)

    /**
     * A subscription began, ended or has another status: provide it while it is `trialing` or `active`,
     * decide for how long in `past_due`, and end it in `canceled`, `unpaid` and `incomplete_expired`.
     */
    public class SubscriptionChanged internal constructor(public val subscription: Subscription, subject: Subject) :
        OfBooks("subscription_changed", subject)

    /**
     * A merchant's account has changed: offer Checkout only while `chargesEnabled`, and send the merchant to
     * an account link where something is due.
     */
    public class AccountChanged internal constructor(public val account: Account, subject: Subject) :
        OfBooks("account_changed", subject)

    /** What a merchant may do has changed, such as `card_payments`: book its status. */
    public class CapabilityChanged internal constructor(public val capability: Capability, subject: Subject) :
        OfBooks("capability_changed", subject)

    /**
     * The merchant has cut the connection to the platform: make no more calls for the account, which is the
     * subject. Subscriptions go on without you.
     */
    public class Disconnected internal constructor(subject: Subject) : OfBooks("disconnected", subject)

    /**
     * The object has to be read first: send [call]. For a thin event pass the answer to [Event.outcomeWith],
     * and for a session to [reconcile].
     */
    public class Fetch internal constructor(private val native: NativeFetch, subject: Subject) :
        OfBooks("fetch", subject) {
        /**
         * The call that reads the object. What is on the platform's own account, such as an application fee,
         * is read from there whatever the account is.
         *
         * @param account the event's, or the one that the session was read from
         * @throws CounterfoilException `wrong_scope` if it is on a merchant's account and that is absent
         */
        public fun call(platform: Platform, account: String?): Call<StripeObject> = platform.fetch(native, account)
    }

    /**
     * Genuine, but nothing to act on; answer 2xx.
     *
     * @property reason `other_type`, `wrong_source`, `wrong_mode`, `unknown_payment_status`,
     * `unreadable_object`, or a newer one
     */
    public class Ignored internal constructor(public val reason: String) : Outcome("ignored") {
        override val subject: Subject? get() = null

        override fun toString(): String = "$kind($reason)"
    }

    internal companion object {
        /** Names what the library decided about a session. */
        fun of(kind: String, session: Session): Outcome = when (kind) {
            "paid" -> Paid(session)
            "awaiting_payment" -> AwaitingPayment(session)
            "payment_failed" -> PaymentFailed(session)
            "expired" -> Expired(session)
            "nothing_to_pay" -> NothingToPay(session)
            "setup_complete" -> SetupComplete(session)
            "still_open" -> StillOpen(session)
            else -> error("no outcome of a session is called $kind")
        }

        /** Names what the library decided; [raw] is the JSON of what it carries. */
        fun of(native: NativeOutcome, raw: String): Outcome {
            native.reason?.let { return Ignored(it) }
            val subject = checkNotNull(native.subject)
            val about = native.`object`?.let { valueOf(it, raw) }
            return when (native.kind) {
                "payment_changed" -> PaymentChanged(about as PaymentIntent, subject)
                "refunded" -> Refunded(about as Charge, subject)
                "refund_changed" -> RefundChanged(about as Refund, subject)
                "dispute_changed" -> DisputeChanged(about as Dispute, subject)
                "fee_changed" -> FeeChanged(about as ApplicationFee, subject)
                "fee_refund_changed" -> FeeRefundChanged(about as FeeRefund, subject)
                "invoice_paid" -> InvoicePaid(about as Invoice, subject)
                "invoice_failed" -> InvoiceFailed(about as Invoice, subject)
                "subscription_changed" -> SubscriptionChanged(about as Subscription, subject)
                "account_changed" -> AccountChanged(about as Account, subject)
                "capability_changed" -> CapabilityChanged(about as Capability, subject)
                "disconnected" -> Disconnected(subject)
                "fetch" -> Fetch(checkNotNull(native.fetch), subject)
                else -> of(native.kind, about as Session)
            }
        }
    }
}
