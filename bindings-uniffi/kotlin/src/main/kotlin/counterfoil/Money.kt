@file:JvmName("Money")

package counterfoil

import counterfoil.internal.encodeForm as nativeEncodeForm
import counterfoil.internal.feeOf as nativeFeeOf
import counterfoil.internal.formatAmount as nativeFormatAmount
import counterfoil.internal.parseAmount as nativeParseAmount

/**
 * The fee on a payment, in minor units.
 *
 * @throws CounterfoilException `fee_invalid`, `fee_not_positive`, `fee_not_below_total`, and what is wrong
 * with the amount
 */
public fun feeOf(fee: Fee, amount: Long, currency: String): Long = guard { nativeFeeOf(fee, amount, currency) }

/**
 * Minor units from a decimal amount in major units: `parseAmount("20.00", "eur")` is 2000, and
 * `parseAmount("500", "jpy")` is 500. Nothing is ever rounded.
 *
 * @throws CounterfoilException `invalid_amount`, `amount_too_precise`, `amount_too_large`,
 * `amount_not_in_step`, `invalid_currency`
 */
public fun parseAmount(amount: String, currency: String): Long = guard { nativeParseAmount(amount, currency) }

/** Major units and code, for people: `formatAmount(2000, "eur")` is `20.00 EUR`. */
public fun formatAmount(minor: Long, currency: String): String = guard { nativeFormatAmount(minor, currency) }

/** Stripe's form encoding of a JSON object: `line_items[0][quantity]=2`. The keys keep their order. */
public fun encodeForm(json: String): String = guard { nativeEncodeForm(json) }
