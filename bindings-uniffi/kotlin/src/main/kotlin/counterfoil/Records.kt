@file:JvmName("Records")

package counterfoil

import kotlin.random.Random

/**
 * Reads a fee from a JSON object: `{"basis_points": 250, "fixed": 30}`.
 *
 * @throws CounterfoilException `invalid_json`, `unknown_parameter`, `wrong_type`
 */
public fun feeFromJson(json: String): Fee = Fee(checked("check_fee", json))

/**
 * Reads what was recorded about an order from a JSON object: `{"amount_total": 2000, "currency": "eur"}`.
 *
 * @throws CounterfoilException `invalid_json`, `unknown_parameter`, `wrong_type`
 */
public fun expectedFromJson(json: String): Expected = Expected(checked("check_expected", json))

/**
 * Reads the answer to an operation that is known at run time only: one of Stripe's objects, or a [Page].
 *
 * @param operation its name in every language, such as `refunds.create`
 * @throws CounterfoilException `unknown_operation`, and for everything that is not what was asked for
 */
public fun readAnswer(operation: String, response: HttpResponse): Any =
    answerOf(Waist("read_answer").text("operation", operation).response(response).call().values(), response.body)

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
): Long? = Waist("retry_after")
    .number(attempt)
    .number(maxRetries)
    .number(jitter)
    .optionalText("", failure?.word)
    .response(response ?: HttpResponse(0, emptyList(), ByteArray(0)))
    .call()
    .textOrNull()
    ?.toLong()

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
    .call()
    .text()
