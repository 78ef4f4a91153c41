@file:JvmName("Testing")

package counterfoil.testing

import counterfoil.CounterfoilException
import counterfoil.Waist
import java.time.Instant

/**
 * Returns the header `Stripe-Signature` for a body, as Stripe computes it. Only Stripe signs real events; your tests
 * sign with the secret that they pass to `Webhooks`.
 *
 * @param timestamp unix seconds
 */
@JvmOverloads
public fun sign(body: ByteArray, secret: String, timestamp: Long = Instant.now().epochSecond): String =
    Waist("sign").bytes(body).text("secret", secret).number(timestamp).call().text()

/**
 * Returns the body of an event as Stripe sends it, offline: a sale for 42.00 euros, in the state that the type is
 * about.
 *
 * @param options a JSON object:
 * `{"type": "charge.refunded", "shape": "thin", "account": "acct_…", "object": {"amount_refunded": 100}}`. `type` is
 * required, and one of [eventTypes]. `shape` is `snapshot`, the default, or `thin`; `account` is the merchant's, or
 * `null` for an event of the platform's own account; `id`, `created` and `livemode` are those of the event, and
 * `object` has the members of the object to replace.
 * @throws CounterfoilException `invalid_json`, `wrong_type`, `unknown_parameter`, `unknown_event_type`
 */
public fun event(options: String): ByteArray = Waist("event_body").jsonText(options).call().text().toByteArray()

/** Returns every event type that has an outcome other than `ignored`. */
@Suppress("UNCHECKED_CAST")
public fun eventTypes(): List<String> = Waist("event_types").call().json() as List<String>
