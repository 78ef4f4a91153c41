package counterfoil

/**
 * What an event means for an order. Pass it to [advance].
 *
 * @property kind its name, the same in every language
 */
public sealed class Outcome(public val kind: String) {
    /** An outcome that carries its session. */
    public sealed class OfSession(kind: String, public val session: Session) : Outcome(kind) {
        override fun toString(): String = "$kind($session)"
    }

    /** The money is there: hand over the goods, once. */
    public class Paid internal constructor(session: Session) : OfSession("paid", session)

    /** A payment that takes days, such as a bank debit, is on its way: wait. */
    public class AwaitingPayment internal constructor(session: Session) : OfSession("awaiting_payment", session)

    /** The payment failed after the customer left: ask for a new order. */
    public class PaymentFailed internal constructor(session: Session) : OfSession("payment_failed", session)

    /** The session ended without a payment: release what was reserved. */
    public class Expired internal constructor(session: Session) : OfSession("expired", session)

    /** There is nothing to pay, by a full discount or a trial: hand over the goods at once. */
    public class NothingToPay internal constructor(session: Session) : OfSession("nothing_to_pay", session)

    /** A payment method was kept for later; nothing is to be handed over. */
    public class SetupComplete internal constructor(session: Session) : OfSession("setup_complete", session)

    /** A thin event: retrieve this session from the event's account, then call [Event.outcomeWith]. */
    public class FetchSession internal constructor(public val sessionId: String) : Outcome("fetch") {
        override fun toString(): String = "$kind($sessionId)"
    }

    /**
     * Genuine, but nothing to act on; answer 2xx.
     *
     * @property reason `other_type`, `wrong_source`, `wrong_mode`, `unknown_payment_status`,
     * `unreadable_object`, or a newer one
     */
    public class Ignored internal constructor(public val reason: String) : Outcome("ignored") {
        override fun toString(): String = "$kind($reason)"
    }

    internal companion object {
        /** Names what the library decided. */
        fun named(kind: String, session: Session?, sessionId: String?, reason: String?): Outcome =
            if (session == null) {
                sessionId?.let(::FetchSession) ?: Ignored(reason ?: kind)
            } else {
                when (kind) {
                    "paid" -> Paid(session)
                    "awaiting_payment" -> AwaitingPayment(session)
                    "payment_failed" -> PaymentFailed(session)
                    "expired" -> Expired(session)
                    "nothing_to_pay" -> NothingToPay(session)
                    "setup_complete" -> SetupComplete(session)
                    else -> error("no outcome is called $kind")
                }
            }
    }
}
