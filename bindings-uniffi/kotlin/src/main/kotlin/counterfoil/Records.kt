@file:JvmName("Records")

package counterfoil

import kotlin.random.Random

/**
 * Parses a fee from a JSON object: `{"basis_points": 250, "fixed": 30}`.
 *
 * @throws CounterfoilException `invalid_json`, `unknown_parameter`, `wrong_type`
 */
public fun feeFromJson(json: String): Fee = Fee(checked("check_fee", json))

/**
 * Parses the record of an order from a JSON object: `{"amount_total": 2000, "currency": "eur"}`.
 *
 * @throws CounterfoilException `invalid_json`, `unknown_parameter`, `wrong_type`
 */
public fun expectedFromJson(json: String): Expected = Expected(checked("check_expected", json))

/**
 * Reads the response to an operation that is only known at run time: one of Stripe's objects, or a [Page].
 *
 * @param operation its name in every language, such as `refunds.create`
 * @throws CounterfoilException `unknown_operation`, and for everything but the requested object
 */
public fun readAnswer(operation: String, response: HttpResponse): Any =
    answerOf(Waist("read_answer").text("operation", operation).response(response).call().values(), response.body)

/**
 * Returns how many milliseconds to wait before the next attempt, or `null` if there should be none.
 *
 * @param attempt the number of the attempt that just ended; the first is 1
 * @param response its response, or
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
 * Returns the idempotency key for one purpose, such as `checkout` or `refund`, of a merchant's [reference]: the same in
 * every process, and different for every other purpose, reference and merchant.
 *
 * The reference is your own name for what must happen once. If an order can have several attempts or parts, it names
 * the particular one: `order-42/1` is its first session, `order-42/2` a new one after that has expired, and partial
 * refunds are `refund-7` and `refund-8`, by their ids in your books. For the key of an earlier one, Stripe repeats its
 * response and does nothing.
 *
 * @throws CounterfoilException `invalid_account_id`
 */
public fun idempotencyKey(account: String, reference: String, purpose: String): String = Waist("idempotency_key")
    .text("account", account)
    .text("reference", reference)
    .text("purpose", purpose)
    .call()
    .text()
