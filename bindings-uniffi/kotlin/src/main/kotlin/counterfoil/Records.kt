@file:JvmName("Records")

package counterfoil

import counterfoil.internal.FfiConverterOptionalTypeTransportFailure
import counterfoil.internal.FfiConverterTypeNativeAnswer
import kotlin.random.Random

/**
 * Reads a fee from a JSON object: `{"basis_points": 250, "fixed": 30}`.
 *
 * @throws CounterfoilException `invalid_json`, `unknown_parameter`, `wrong_type`
 */
public fun feeFromJson(json: String): Fee = Waist("fee_from_json").json(json).call(FfiConverterTypeFee::read)

/**
 * Reads what was recorded about an order from a JSON object: `{"amount_total": 2000, "currency": "eur"}`.
 *
 * @throws CounterfoilException `invalid_json`, `unknown_parameter`, `wrong_type`
 */
public fun expectedFromJson(json: String): Expected =
    Waist("expected_from_json").json(json).call(FfiConverterTypeExpected::read)

/**
 * Reads the answer to an operation that is known at run time only: one of Stripe's objects, or a [Page].
 *
 * @param operation its name in every language, such as `refunds.create`
 * @throws CounterfoilException `unknown_operation`, and for everything that is not what was asked for
 */
public fun readAnswer(operation: String, response: HttpResponse): Any =
    Waist("read_answer").text("operation", operation).response(response).call {
        valueOf(FfiConverterTypeNativeAnswer.read(it))
    }

/**
 * How many milliseconds to wait before the next attempt, or `null` if there should be none.
 *
 * @param attempt the one that just ended, the first being 1
 * @param response its answer, or
 * @param failure why there is none
 */
@JvmOverloads
public fun retryAfterMillis(
    attempt: Int,
    response: HttpResponse?,
    failure: TransportFailure? = null,
    maxRetries: Int = 2,
    jitter: Double = Random.nextDouble(),
): Long? = Waist("retry_after_ms")
    .int(attempt)
    .int(maxRetries)
    .optional(response) { response(it) }
    .value("failure", failure?.toNative(), FfiConverterOptionalTypeTransportFailure)
    .double(jitter)
    .call { if (it.flag()) it.getLong() else null }

/**
 * The idempotency key of one purpose, such as `checkout` or `refund`, for what a merchant's [reference]
 * names: the same in every process, and another one for every other purpose, reference and merchant.
 *
 * The reference is your own name of what must happen once. Where an order can have several attempts or
 * parts, it names the one that is meant: `order-42/1` is its first session, `order-42/2` a new one after
 * that has expired, and refunds of parts are `refund-7` and `refund-8`, by their ids in your books. Under
 * the key of an earlier one Stripe repeats its answer and does nothing.
 *
 * @throws CounterfoilException `invalid_account_id`
 */
public fun idempotencyKey(account: String, reference: String, purpose: String): String = Waist("idempotency_key")
    .text("account", account)
    .text("reference", reference)
    .text("purpose", purpose)
    .call { it.text() }
