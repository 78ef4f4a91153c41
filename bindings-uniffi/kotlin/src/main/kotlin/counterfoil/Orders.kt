@file:JvmName("Orders")

package counterfoil

import java.util.EnumMap

/**
 * The state of an order.
 *
 * @property value the short text to store
 */
public enum class State(public val value: String) {
    /** The customer has not paid yet. */
    OPEN("open"),

    /** The customer has authorized a payment that takes days; the money is on its way. */
    AWAITING_PAYMENT("awaiting_payment"),

    /** The order was fulfilled. This state is final. */
    FULFILLED("fulfilled"),

    /** The payment failed after the customer left; the customer has to place a new order. */
    FAILED("failed"),

    /** The customer never paid and the session has expired. */
    EXPIRED("expired"),
    ;

    public companion object {
        /**
         * Returns the state that was stored as this text.
         *
         * @throws CounterfoilException `invalid_state`
         */
        @JvmStatic
        public fun of(value: String): State = Steps.states[value] ?: Steps.ask(value, "ignored").state
    }
}

/**
 * The one thing to do now.
 *
 * @property value its name in every language
 */
public enum class Action(public val value: String) {
    /** Nothing: it was done already, or nothing has changed. */
    NONE("none"),

    /** Fulfill the order. */
    FULFILL("fulfill"),

    /** Fulfill the order and have it reviewed: the payment came for an order that was given up. */
    FULFILL_LATE("fulfill_late"),

    /** Tell the customer that the payment is on its way, and keep the goods reserved. */
    AWAIT_PAYMENT("await_payment"),

    /** Release the goods and ask the customer to order again: the payment failed. */
    CONTACT_CUSTOMER("contact_customer"),

    /** Release the goods: the session expired unpaid. */
    RELEASE("release"),
}

/** A new state to store by compare-and-set, and what to do in the same transaction. */
public data class Step(public val state: State, public val action: Action)

/**
 * Returns the order's next step. At most one step of any sequence fulfills the order, and a payment that was received
 * always does. Move the state by compare-and-set in one transaction with the effects.
 */
public fun advance(state: State, outcome: Outcome): Step = advance(state, outcome.kind)

/**
 * Does the same for an outcome that is only known by its name, for example from a queue.
 *
 * @throws CounterfoilException `invalid_outcome`
 */
public fun advance(state: State, outcome: String): Step =
    Steps.table.getValue(state)[outcome] ?: Steps.ask(state.value, outcome)

/**
 * Returns the outcome of a session that was retrieved from Stripe without an event: for the page that the customer
 * returns to, and for a sweep over orders whose events never arrived. Pass it to [advance] as you do with events;
 * whichever comes first, the order is fulfilled once.
 *
 * A session that is `complete` and `unpaid` looks the same while the payment is processing and after it has failed. The
 * payment intent distinguishes the two: pass it as [payment], or retrieve the session with
 * `expand = listOf("payment_intent")`. With neither, the outcome is [Outcome.Fetch], which reads it.
 *
 * @throws CounterfoilException `wrong_object` if [payment] is not the payment intent that the session names
 */
@JvmOverloads
public fun reconcile(session: Session, payment: PaymentIntent? = null): Outcome =
    Outcome.of(Waist("reconcile").raw(session).optionalRaw(payment).call().values(), session.raw)

/**
 * Returns every difference between a session that was retrieved and what you recorded; [account] is the one that it was
 * retrieved from. For the session of an event, see [Event.differences].
 *
 * @throws CounterfoilException `invalid_account_id`
 */
public fun differences(expected: Expected, account: String?, session: Session): List<Difference> = Waist("differences")
    .json("", expected)
    .optionalText("account", account)
    .raw(session)
    .call()
    .list()
    .map(::Difference)

/** All possible steps, read from the library once; it is called again only for its errors. */
private object Steps {
    val table: Map<State, Map<String, Step>> =
        TRANSITIONS.toList().chunked(COLUMNS).groupBy({ (state) -> state(state) }) { (_, outcome, next, action) ->
            outcome to step(next, action)
        }.mapValuesTo(EnumMap(State::class.java)) { (_, steps) -> steps.toMap() }

    /** The states by the texts under which they are stored. */
    val states: Map<String, State> = State.entries.associateBy { it.value }

    /** @throws CounterfoilException `invalid_state`, `invalid_outcome` */
    fun ask(state: String, outcome: String): Step =
        Waist("advance").text("state", state).text("outcome", outcome).call().values().run {
            step(text("state"), text("action"))
        }

    private fun step(state: String, action: String) = Step(state(state), Action.entries.first { it.value == action })

    private fun state(name: String) = State.entries.first { it.value == name }

    /** The names of the state, of the outcome, of the next state and of the action. */
    private const val COLUMNS = 4
}
