@file:JvmName("Records")

package counterfoil

import kotlin.random.Random
import counterfoil.internal.createSessionFromJson as nativeCreateSession
import counterfoil.internal.feeFromJson as nativeFee
import counterfoil.internal.readSession as nativeReadSession
import counterfoil.internal.retryAfterMs as nativeRetryAfterMs

/**
 * Reads the parameters of a session from a JSON object with Stripe's parameter names.
 *
 * @throws CounterfoilException `invalid_json`, `unknown_parameter`, `wrong_type`, `invalid_value`, all
 * faults at once
 */
public fun createSessionFromJson(json: String): CreateSession = guard { nativeCreateSession(json) }

/**
 * Reads a fee from a JSON object: `{"basis_points": 250, "fixed": 30}`.
 *
 * @throws CounterfoilException `invalid_json`, `unknown_parameter`, `wrong_type`
 */
public fun feeFromJson(json: String): Fee = guard { nativeFee(json) }

/**
 * Reads the answer to creating or retrieving a session, for hosts that keep no call.
 *
 * @throws CounterfoilException for everything that is not the session asked for
 */
public fun readSession(response: HttpResponse): Session = guard { nativeReadSession(response.toNative()) }

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
