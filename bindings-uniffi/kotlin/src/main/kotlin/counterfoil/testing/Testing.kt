@file:JvmName("Testing")

package counterfoil.testing

import counterfoil.CounterfoilException
import counterfoil.Waist
import java.time.Instant

/**
 * The header `Stripe-Signature` for a body, as Stripe makes it. Only Stripe signs for real; your tests
 * sign with the secret that they give to `Webhooks`.
 *
 * @param timestamp unix seconds
 */
@JvmOverloads
public fun sign(body: ByteArray, secret: String, timestamp: Long = Instant.now().epochSecond): String =
    Waist("sign").bytes(body).text("secret", secret).number(timestamp).call().text()

/**
 * The body of an event as Stripe sends it, offline: a sale for 42.00 euros, in the state that the type tells
 * of.
 *
 * @param options a JSON object: `{"type": "charge.refunded", "shape": "thin", "account": "acct_…", "object":
 * {"amount_refunded": 100}}`. `type` is required, and one of [eventTypes]. `shape` is `snapshot`, also if it
 * is absent, or `thin`; `account` is the merchant's, or `null` for an event of the platform's own; `id`,
 * `created` and `livemode` are the event's, and `object` holds the members of the object that are to be
 * others.
 * @throws CounterfoilException `invalid_json`, `wrong_type`, `unknown_parameter`, `unknown_event_type`
 */
public fun event(options: String): ByteArray = Waist("event_body").jsonText(options).call().text().toByteArray()

/** Every type of event that an outcome other than `ignored` comes from. */
@Suppress("UNCHECKED_CAST")
public fun eventTypes(): List<String> = Waist("event_types").call().json() as List<String>
