@file:JvmName("Orders")

package counterfoil

import java.util.EnumMap

/**
 * Where an order stands.
 *
 * @property value the short text to store
 */
public enum class State(public val value: String) {
    /** The customer has not paid yet. */
    OPEN("open"),

    /** The customer has authorized a payment that takes days; the money is on its way. */
    AWAITING_PAYMENT("awaiting_payment"),

    /** The goods were handed over. Nothing leads back from here. */
    FULFILLED("fulfilled"),

    /** The payment failed after the customer left; the order can only be placed anew. */
    FAILED("failed"),

    /** The customer never paid and the session is over. */
    EXPIRED("expired"),
    ;

    public companion object {
        /**
         * The state that was stored as this text.
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
    /** Nothing: it was done already, or it changes nothing. */
    NONE("none"),

    /** Hand over the goods. */
    FULFILL("fulfill"),

    /** Hand over the goods, and have somebody look: money came for an order that was given up. */
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
 * The order's next step. At most one step of any sequence hands over the goods, and money that was
 * received always does. Move the state by compare-and-set in one transaction with the effects.
 */
public fun advance(state: State, outcome: Outcome): Step = advance(state, outcome.kind)

/**
 * The same for an outcome that is known by its name only, as from a queue.
 *
 * @throws CounterfoilException `invalid_outcome`
 */
public fun advance(state: State, outcome: String): Step =
    Steps.table.getValue(state)[outcome] ?: Steps.ask(state.value, outcome)

/**
 * What a session means that was read from Stripe, without any event: for the page that the customer comes
 * back to, and for a sweep over orders whose events never came. Pass it to [advance] as you do with events;
 * whichever comes first, the goods leave once.
 *
 * A session that is `complete` and `unpaid` looks the same while the money is on its way and after it
 * failed. The payment intent tells the two apart: hand it over as [payment], or retrieve the session with
 * `expand = listOf("payment_intent")`. With neither the outcome is [Outcome.Fetch], which reads it.
 *
 * @throws CounterfoilException `wrong_object` if [payment] is not the payment intent that the session names
 */
@JvmOverloads
public fun reconcile(session: Session, payment: PaymentIntent? = null): Outcome =
    Outcome.of(Waist("reconcile").raw(session).optionalRaw(payment).call().values(), session.raw)

/**
 * Everything about a session that was read that is not as you recorded it; [account] is the one that it was
 * read from. For the session of an event, see [Event.differences].
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

/** All steps there are, as the library has them, and the way to its errors for all others. */
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

    /** The names of a state, of an outcome, of the next state and of the action. */
    private const val COLUMNS = 4
}
