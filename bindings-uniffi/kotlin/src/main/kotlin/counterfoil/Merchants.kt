@file:JvmName("Merchants")

package counterfoil

import counterfoil.internal.disputeFacts as nativeDisputeFacts
import counterfoil.internal.ledger as nativeLedger
import counterfoil.internal.offer as nativeOffer
import counterfoil.internal.paymentFacts as nativePaymentFacts
import counterfoil.internal.paymentFactsFromJson as nativePaymentFactsFromJson
import counterfoil.internal.readiness as nativeReadiness
import counterfoil.internal.remainingSteps as nativeRemainingSteps
import counterfoil.internal.resumeReview as nativeResumeReview
import counterfoil.internal.review as nativeReview
import counterfoil.internal.saveReview as nativeSaveReview
import counterfoil.internal.standings as nativeStandings

/**
 * How every payment method stands: of the platform's own configuration ([parent]), or of a merchant's
 * ([child]) under it. What is in force is `on`; a merchant's choice is told only where it counts.
 */
@JvmOverloads
public fun standings(
    parent: PaymentMethodConfiguration,
    child: PaymentMethodConfiguration? = null,
): List<MethodStanding> = guard { nativeStandings(parent, child) }

/**
 * What it would mean to set the platform's defaults as wanted, for each merchant that has the method: look
 * at it, then pass it to [remainingSteps].
 *
 * @throws CounterfoilException `invalid_payment_method`, `duplicate_parameter`, `invalid_value`,
 * `cannot_block` (only Stripe's Dashboard can), `method_not_available`, `not_a_child`
 */
public fun review(
    parent: PaymentMethodConfiguration,
    merchants: List<MerchantMethods>,
    wanted: List<WantedMethod>,
): Review = guard { nativeReview(parent, merchants, wanted) }

/**
 * A call to make: `platform.paymentMethodConfigurations.update(step.params, step.idempotencyKey)`.
 *
 * @property params what changes, and the platform's configuration
 * @property idempotencyKey the same whenever this review is applied, so that nothing is done twice
 */
public data class ReviewStep(public val params: UpdatePaymentMethodConfiguration, public val idempotencyKey: String)

/**
 * The calls of a review that are still to be made, in order, judged by how things stand now. After each
 * call, or after a crash, ask again: what was done already is not asked for twice.
 *
 * @throws CounterfoilException `review_outdated`, one fault for each difference, if anything but the
 * review's own changes has changed since: make a new review
 */
public fun remainingSteps(
    review: Review,
    parent: PaymentMethodConfiguration,
    merchants: List<MerchantMethods>,
): List<ReviewStep> = guard {
    nativeRemainingSteps(review, parent, merchants).map { ReviewStep(it.params, it.idempotencyKey) }
}

/** The review as JSON text, to be kept until somebody agrees to it. Nothing in it is secret. */
public fun saveReview(review: Review): String = guard { nativeSaveReview(review) }

/**
 * Goes on with a review that [saveReview] wrote down.
 *
 * @throws CounterfoilException `invalid_saved_review`
 */
public fun resumeReview(saved: String): Review = guard { nativeResumeReview(saved) }

/**
 * What a customer of this merchant will find on the hosted page, as far as it can be told beforehand, and
 * why each of the other methods is left out. Currencies and limits are Stripe's published ones, a hint.
 *
 * @throws CounterfoilException `invalid_currency`, `invalid_value` for another mode, `amount_negative`,
 * `amount_not_in_step`, `not_a_child` for a merchant of another configuration
 */
public fun offer(parent: PaymentMethodConfiguration, merchant: MerchantMethods, purchase: Purchase): Offer =
    guard { nativeOffer(parent, merchant, purchase) }

/**
 * Whether a merchant can take direct charges now, and if not, what is missing, by when, and what resolves
 * it. [needed] names capabilities that this merchant is to have besides those that every direct charge
 * needs. Ask again whenever `account.updated` or `capability.updated` arrives.
 */
@JvmOverloads
public fun readiness(account: Account, needed: List<String> = emptyList()): Readiness =
    guard { nativeReadiness(account, needed) }

/**
 * Who has what of a payment in the end: postings, and four sums that are zero together, in minor units.
 *
 * @throws CounterfoilException `invalid_currency`, `invalid_value`, `amount_negative`,
 * `refund_above_payment`, `fee_refund_above_fee`, `mixed_currencies`, `amount_too_large`
 */
public fun ledger(facts: PaymentFacts): Ledger = guard { nativeLedger(facts) }

/**
 * The facts of a payment from Stripe's objects: its charge, the balance transaction of it, and the
 * application fee where there is one. Add refunds and disputes; they are objects of their own, and
 * [disputeFacts] reads a dispute.
 *
 * @param feesPayer the merchant's `controller.fees.payer`
 * @throws CounterfoilException `mixed_currencies` if the merchant is settled in another currency
 */
@JvmOverloads
public fun paymentFacts(
    charge: Charge,
    feesPayer: String,
    transaction: BalanceTransaction? = null,
    fee: ApplicationFee? = null,
): PaymentFacts = guard { nativePaymentFacts(charge, transaction, fee, feesPayer) }

/**
 * The facts of a dispute from Stripe's object, for `disputes` of [PaymentFacts]: what its balance
 * transactions say, whatever its status is. Without any, nothing was taken yet.
 *
 * @throws CounterfoilException `mixed_currencies` if the merchant is settled in another currency than the
 * dispute's
 */
public fun disputeFacts(dispute: Dispute): DisputeFacts = guard { nativeDisputeFacts(dispute) }

/**
 * Reads the facts of a payment from a JSON object: `{"currency": "eur", "gross": 2000, "fees_payer": "account"}`.
 *
 * @throws CounterfoilException `invalid_json`, `unknown_parameter`, `wrong_type`
 */
public fun paymentFactsFromJson(json: String): PaymentFacts = guard { nativePaymentFactsFromJson(json) }
