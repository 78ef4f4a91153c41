@file:JvmName("Testing")

package counterfoil.testing

import counterfoil.direct
import java.time.Instant
import counterfoil.internal.sign as nativeSign

/**
 * The header `Stripe-Signature` for a body, as Stripe makes it. Only Stripe signs for real; your tests
 * sign with the secret that they give to `Webhooks`.
 *
 * @param timestamp unix seconds
 */
@JvmOverloads
public fun sign(body: ByteArray, secret: String, timestamp: Long = Instant.now().epochSecond): String =
    nativeSign(direct(body), secret, timestamp)
