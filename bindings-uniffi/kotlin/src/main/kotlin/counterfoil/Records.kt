@file:JvmName("Records")

package counterfoil

import kotlin.random.Random
import counterfoil.internal.expectedFromJson as nativeExpected
import counterfoil.internal.feeFromJson as nativeFee
import counterfoil.internal.idempotencyKey as nativeIdempotencyKey
import counterfoil.internal.readAnswer as nativeReadAnswer
import counterfoil.internal.retryAfterMs as nativeRetryAfterMs

/**
 * Reads a fee from a JSON object: `{"basis_points": 250, "fixed": 30}`.
 *
 * @throws CounterfoilException `invalid_json`, `unknown_parameter`, `wrong_type`
 */
public fun feeFromJson(json: String): Fee = guard { nativeFee(json) }

/**
 * Reads what was recorded about an order from a JSON object: `{"amount_total": 2000, "currency": "eur"}`.
 *
 * @throws CounterfoilException `invalid_json`, `unknown_parameter`, `wrong_type`
 */
public fun expectedFromJson(json: String): Expected = guard { nativeExpected(json) }

/**
 * Reads the answer to an operation that is known at run time only: one of Stripe's objects, or a [Page].
 *
 * @param operation its name in every language, such as `refunds.create`
 * @throws CounterfoilException `unknown_operation`, and for everything that is not what was asked for
 */
public fun readAnswer(operation: String, response: HttpResponse): Any =
    guard { valueOf(nativeReadAnswer(operation, response.toNative())) }

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
): Long? = guard { nativeRetryAfterMs(attempt, maxRetries, response?.toNative(), failure?.toNative(), jitter) }

/**
 * The idempotency key of one purpose, such as `checkout` or `refund`, for one order of one merchant: the
 * same in every process, and another one for every other purpose, order and merchant.
 *
 * @throws CounterfoilException `invalid_account_id`
 */
public fun idempotencyKey(account: String, reference: String, purpose: String): String =
    guard { nativeIdempotencyKey(account, reference, purpose) }
