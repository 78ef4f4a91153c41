package counterfoil

import java.io.Serializable

/**
 * What went wrong with a request or its response. Decide by [code]: it is stable and the same in every language. The
 * message says what to do and never contains a secret.
 */
public class CounterfoilException internal constructor(details: Values) : RuntimeException(details.text("message")) {
    /**
     * What is wrong and what to do about it, including every fault; safe to log. It leaves out Stripe's own message,
     * which can repeat a customer's data; see [StripeError.message].
     */
    override val message: String = details.text("message")

    /**
     * The code of the first fault; or Stripe's own (its `code`, or its `type` if there is no code); or
     * `unreadable_answer`, `unexpected_object`, `unexpected_redirect`, `connection_failed`, `connection_closed`,
     * `timeout`, `tls_failed`.
     */
    public val code: String = details.text("code")

    /** Everything that was wrong with the caller's values, reported together; empty for other errors. */
    public val faults: List<Fault> =
        details.records("faults") { Fault(it.text("path"), it.text("code"), it.text("message")) }

    /** The HTTP status, if there was a response. */
    public val status: Int? = details.integerOrNull("status")?.toInt()

    /** The request id to give to Stripe's support, if there was one. */
    public val requestId: String? = details.textOrNull("request_id")

    /** Stripe's error, if this is one. */
    public val stripe: StripeError? =
        details.record("stripe") { told ->
            StripeError(
                type = told.text("type"),
                code = told.textOrNull("code"),
                advice = Advice.entries.first { it.value == told.text("advice") },
                declineCode = told.textOrNull("decline_code"),
                adviceCode = told.textOrNull("advice_code"),
                param = told.textOrNull("param"),
                message = told.textOrNull("message"),
                paymentIntent = told.textOrNull("payment_intent"),
                docUrl = told.textOrNull("doc_url"),
                requestLogUrl = told.textOrNull("request_log_url"),
                replayed = told.flag("replayed"),
            )
        }
}

/** One wrong value: where it is (Stripe's parameter path), which rule it breaks, and what was expected. */
public data class Fault(public val path: String, public val code: String, public val message: String) : Serializable

/**
 * An error from Stripe itself. See [Stripe's errors](https://docs.stripe.com/api/errors).
 *
 * @property type `invalid_request_error`, `card_error`, `idempotency_error`, `api_error`, or a newer one
 * @property code Stripe's `code`, such as `resource_missing`
 * @property advice what to do about it
 * @property declineCode the issuer's reason for a declined card
 * @property adviceCode the issuer's advice: `try_again_later`, `do_not_try_again` or `confirm_card_data`
 * @property param the parameter, in Stripe's own notation: `line_items[0][quantity]`
 * @property message Stripe's message, meant for developers
 * @property paymentIntent the payment that it is about, `pi_…`
 * @property docUrl Stripe's page about the code
 * @property requestLogUrl the request in the Dashboard's log
 * @property replayed whether it is Stripe's stored response to an earlier request with the same idempotency key
 */
public data class StripeError(
    public val type: String,
    public val code: String?,
    public val advice: Advice,
    public val declineCode: String?,
    public val adviceCode: String?,
    public val param: String?,
    public val message: String?,
    public val paymentIntent: String?,
    public val docUrl: String?,
    public val requestLogUrl: String?,
    public val replayed: Boolean,
) : Serializable {
    /** Leaves out [message], which can repeat a customer's data, and the links. */
    override fun toString(): String = "StripeError(type=$type, code=$code, advice=$advice, declineCode=$declineCode, " +
        "adviceCode=$adviceCode, param=$param, paymentIntent=$paymentIntent, replayed=$replayed)"
}

/**
 * What to do about an error from Stripe.
 *
 * @property value its name in every language
 */
public enum class Advice(public val value: String) {
    /** Send the same request again later, with the same idempotency key. */
    RETRY("retry"),

    /**
     * The key was used for another request, or for a failure that Stripe keeps repeating: check whether the object
     * exists, then use a new key.
     */
    NEW_KEY("new_key"),

    /** The request is wrong, or names something that does not exist; the same one will fail again. */
    FIX_REQUEST("fix_request"),

    /** The secret key is wrong, lacks a permission, or has no access to the account. */
    FIX_KEY("fix_key"),

    /** The payment was declined: the customer should use another payment method. */
    ASK_CUSTOMER("ask_customer"),

    /** There is nothing that you could do yourself; give Stripe's support the request id. */
    CONTACT_STRIPE("contact_stripe"),
}

/**
 * A delivery that is not a genuine event: respond with 400 and the message (413 for `body_too_large`), log the
 * [diagnosis], and change nothing.
 *
 * @property message a short text that is safe to return to whoever sent the delivery
 * @property code `missing_signature`, `malformed_signature`, `no_v1_signature`, `signature_mismatch`,
 * `timestamp_too_old`, `timestamp_in_future`, `body_too_large`, `invalid_utf8`, `invalid_json`,
 * `duplicate_key` or `not_an_event`
 * @property diagnosis what the operator should look at; it contains no secret and nothing of the body
 */
public class WebhookException internal constructor(
    public val code: String,
    override val message: String,
    public val diagnosis: String,
) : RuntimeException(message)
