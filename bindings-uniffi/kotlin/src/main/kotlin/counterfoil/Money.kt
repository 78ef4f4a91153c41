@file:JvmName("Money")

package counterfoil

/**
 * Returns the fee on a payment, in minor units.
 *
 * @throws CounterfoilException `fee_invalid`, `fee_not_positive`, `fee_not_below_total`, and the errors of the amount
 */
public fun feeOf(fee: Fee, amount: Long, currency: String): Long =
    Waist("fee_of").json("fee", fee).number(amount).text("currency", currency).call().number()

/**
 * Parses a decimal amount in major units and returns minor units: `parseAmount("20.00", "eur")` is 2000, and
 * `parseAmount("500", "jpy")` is 500. Nothing is ever rounded.
 *
 * @throws CounterfoilException `invalid_amount`, `amount_too_precise`, `amount_too_large`,
 * `amount_not_in_step`, `invalid_currency`
 */
public fun parseAmount(amount: String, currency: String): Long =
    Waist("parse_amount").text("amount", amount).text("currency", currency).call().number()

/** Formats an amount for people: `formatAmount(2000, "eur")` is `20.00 EUR`. */
public fun formatAmount(minor: Long, currency: String): String =
    Waist("format_amount").number(minor).text("currency", currency).call().text()

/** Encodes a JSON object as Stripe's form: `line_items[0][quantity]=2`. The keys keep their order. */
public fun encodeForm(json: String): String = Waist("encode_form").jsonText(json).call().text()
