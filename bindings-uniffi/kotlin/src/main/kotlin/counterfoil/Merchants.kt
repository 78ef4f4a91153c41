@file:JvmName("Merchants")

package counterfoil

/**
 * Returns the state of every payment method: of the platform's own configuration ([parent]), or of a merchant's
 * ([child]) under it. The effective setting is `on`; a merchant's choice is given only if it applies.
 */
@JvmOverloads
public fun standings(
    parent: PaymentMethodConfiguration,
    child: PaymentMethodConfiguration? = null,
): List<MethodStanding> = Waist("standings")
    .raw(parent)
    .optionalRaw(child)
    .call()
    .list()
    .map(::MethodStanding)

/**
 * Returns the effect of setting the platform's defaults as wanted, for each merchant that has the method: review it,
 * then pass it to [remainingSteps].
 *
 * @throws CounterfoilException `invalid_payment_method`, `duplicate_parameter`, `invalid_value`,
 * `cannot_block` (only Stripe's Dashboard can), `method_not_available`, `not_a_child`
 */
public fun review(
    parent: PaymentMethodConfiguration,
    merchants: List<MerchantMethods>,
    wanted: List<WantedMethod>,
): Review = Waist("review")
    .raw(parent)
    .json("merchants", merchants)
    .json("wanted", wanted)
    .call()
    .values()
    .let(::Review)

/**
 * A call to make: `platform.paymentMethodConfigurations.update(step.params, step.idempotencyKey)`.
 *
 * @property params the changes, and the platform's configuration
 * @property idempotencyKey the same whenever this review is applied, so that no call is made twice
 */
public data class ReviewStep(public val params: UpdatePaymentMethodConfiguration, public val idempotencyKey: String)

/**
 * Returns the calls of a review that are still to be made, in order, given the current state. Call this again after
 * each call or after a crash: calls that have taken effect are not returned again.
 *
 * @throws CounterfoilException `review_outdated`, with one fault per difference, if anything else than what the review
 * itself changes has changed since: create a new review
 */
public fun remainingSteps(
    review: Review,
    parent: PaymentMethodConfiguration,
    merchants: List<MerchantMethods>,
): List<ReviewStep> = Waist("remaining_steps")
    .json("review", review)
    .raw(parent)
    .json("merchants", merchants)
    .call()
    .list()
    .map { step ->
        val params = step.record("params") { UpdatePaymentMethodConfiguration(it + ("id" to step.text("id"))) }
        ReviewStep(checkNotNull(params), step.text("idempotency_key"))
    }

/** Returns the review as JSON text, to be stored until it is approved. It contains no secret. */
public fun saveReview(review: Review): String = Waist("resume_review").json("review", review).call().text()

/**
 * Restores a review that [saveReview] returned.
 *
 * @throws CounterfoilException `invalid_saved_review`
 */
public fun resumeReview(saved: String): Review = Review(Waist("resume_review").jsonText(saved).call().values())

/**
 * Returns what a customer of this merchant will see on the hosted page, as far as it can be known beforehand, and why
 * each of the other methods is left out. Currencies and limits are those that Stripe publishes; treat them as a hint.
 *
 * @throws CounterfoilException `invalid_currency`, `invalid_value` for another mode, `amount_negative`,
 * `amount_not_in_step`, `not_a_child` if the merchant's configuration is not a child of [parent]
 */
public fun offer(parent: PaymentMethodConfiguration, merchant: MerchantMethods, purchase: Purchase): Offer =
    Offer(Waist("offer").raw(parent).json("merchant", merchant).json("purchase", purchase).call().values())

/**
 * Returns whether a merchant can accept direct charges now, and if not, what is missing, by when, and what resolves it.
 * [needed] names further capabilities that this merchant should have, beyond those that every direct charge needs. Call
 * this whenever an outcome is `account_changed` or `capability_changed`.
 */
@JvmOverloads
public fun readiness(account: Account, needed: List<String> = emptyList()): Readiness = readinessOf(account, needed)

/**
 * Does the same for an account of v2, which must have been retrieved with `configuration.merchant` and `requirements`
 * in `include`.
 */
@JvmOverloads
public fun readiness(account: V2Account, needed: List<String> = emptyList()): Readiness = readinessOf(account, needed)

private fun readinessOf(account: StripeObject, needed: List<String>) =
    Readiness(Waist("readiness").raw(account).json("needed", needed).call().values())

/**
 * Returns the state of a merchant's onboarding and the next step: a call, or a link. [account] is an [Account], a
 * [V2Account], or `null` if there is none yet: then it starts with one of v2. Call this again after each step with the
 * current account.
 *
 * @throws CounterfoilException `invalid_url` for an invalid URL in the options; `unexpected_object` for another object
 */
@JvmOverloads
public fun onboard(account: StripeObject?, options: OnboardingOptions = OnboardingOptions()): Onboarding =
    Onboarding(Waist("onboard").optionalRaw(account).json("options", options).call().values())

/**
 * Returns how a payment is divided: postings, and four sums that add up to zero, in minor units.
 *
 * @throws CounterfoilException `invalid_currency`, `invalid_value`, `amount_negative`,
 * `refund_above_payment`, `fee_refund_above_fee`, `mixed_currencies`, `amount_too_large`
 */
public fun ledger(facts: PaymentFacts): Ledger = Ledger(Waist("ledger").json("", facts).call().values())

/**
 * Returns the facts of a payment from Stripe's objects: its charge with the balance transaction, and the application
 * fee if it exists. Refunds and disputes are objects of their own, which you add; [disputeFacts] reads a dispute.
 *
 * @param feesPayer the merchant's `controller.fees.payer`
 * @throws CounterfoilException `mixed_currencies` if the merchant settles in another currency
 */
@JvmOverloads
public fun paymentFacts(
    charge: Charge,
    feesPayer: String,
    transaction: BalanceTransaction? = null,
    fee: ApplicationFee? = null,
): PaymentFacts = Waist("payment_facts")
    .raw(charge)
    .optionalRaw(transaction)
    .optionalRaw(fee)
    .text("fees_payer", feesPayer)
    .call()
    .values()
    .let(::PaymentFacts)

/**
 * Returns the facts of a dispute from Stripe's object, for `disputes` of [PaymentFacts]: its balance transactions
 * decide, whatever its status is. If it has none, nothing was withdrawn yet.
 *
 * @throws CounterfoilException `mixed_currencies` if the merchant settles in another currency than that of the dispute
 */
public fun disputeFacts(dispute: Dispute): DisputeFacts =
    DisputeFacts(Waist("dispute_facts").raw(dispute).call().values())

/**
 * Parses the facts of a payment from a JSON object: `{"currency": "eur", "gross": 2000, "fees_payer": "account"}`.
 *
 * @throws CounterfoilException `invalid_json`, `unknown_parameter`, `wrong_type`
 */
public fun paymentFactsFromJson(json: String): PaymentFacts = PaymentFacts(checked("check_payment_facts", json))
