@file:JvmName("Merchants")

package counterfoil

/**
 * How every payment method stands: of the platform's own configuration ([parent]), or of a merchant's
 * ([child]) under it. What is in force is `on`; a merchant's choice is told only where it counts.
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

/** The review as JSON text, to be kept until somebody agrees to it. Nothing in it is secret. */
public fun saveReview(review: Review): String = Waist("resume_review").json("review", review).call().text()

/**
 * Goes on with a review that [saveReview] wrote down.
 *
 * @throws CounterfoilException `invalid_saved_review`
 */
public fun resumeReview(saved: String): Review = Review(Waist("resume_review").jsonText(saved).call().values())

/**
 * What a customer of this merchant will find on the hosted page, as far as it can be told beforehand, and
 * why each of the other methods is left out. Currencies and limits are Stripe's published ones, a hint.
 *
 * @throws CounterfoilException `invalid_currency`, `invalid_value` for another mode, `amount_negative`,
 * `amount_not_in_step`, `not_a_child` for a merchant of another configuration
 */
public fun offer(parent: PaymentMethodConfiguration, merchant: MerchantMethods, purchase: Purchase): Offer =
    Offer(Waist("offer").raw(parent).json("merchant", merchant).json("purchase", purchase).call().values())

/**
 * Whether a merchant can take direct charges now, and if not, what is missing, by when, and what resolves
 * it. [needed] names capabilities that this merchant is to have besides those that every direct charge
 * needs. Ask again whenever an outcome is `account_changed` or `capability_changed`.
 */
@JvmOverloads
public fun readiness(account: Account, needed: List<String> = emptyList()): Readiness = readinessOf(account, needed)

/**
 * The same for an account of v2, which must have been read with `configuration.merchant` and `requirements` in
 * `include`.
 */
@JvmOverloads
public fun readiness(account: V2Account, needed: List<String> = emptyList()): Readiness = readinessOf(account, needed)

private fun readinessOf(account: StripeObject, needed: List<String>) =
    Readiness(Waist("readiness").raw(account).json("needed", needed).call().values())

/**
 * Where a merchant is on the way to taking payments, and what comes next: which call, or which link. [account] is
 * an [Account], a [V2Account], or `null` where there is none yet: then it begins with one of v2. Ask again after each
 * step, with the account as it is then.
 *
 * @throws CounterfoilException `invalid_url` for an address of the options that is none; `unexpected_object` for
 * another object
 */
@JvmOverloads
public fun onboard(account: StripeObject?, options: OnboardingOptions = OnboardingOptions()): Onboarding =
    Onboarding(Waist("onboard").optionalRaw(account).json("options", options).call().values())

/**
 * Who has what of a payment in the end: postings, and four sums that are zero together, in minor units.
 *
 * @throws CounterfoilException `invalid_currency`, `invalid_value`, `amount_negative`,
 * `refund_above_payment`, `fee_refund_above_fee`, `mixed_currencies`, `amount_too_large`
 */
public fun ledger(facts: PaymentFacts): Ledger = Ledger(Waist("ledger").json("", facts).call().values())

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
): PaymentFacts = Waist("payment_facts")
    .raw(charge)
    .optionalRaw(transaction)
    .optionalRaw(fee)
    .text("fees_payer", feesPayer)
    .call()
    .values()
    .let(::PaymentFacts)

/**
 * The facts of a dispute from Stripe's object, for `disputes` of [PaymentFacts]: what its balance
 * transactions say, whatever its status is. Without any, nothing was taken yet.
 *
 * @throws CounterfoilException `mixed_currencies` if the merchant is settled in another currency than the
 * dispute's
 */
public fun disputeFacts(dispute: Dispute): DisputeFacts =
    DisputeFacts(Waist("dispute_facts").raw(dispute).call().values())

/**
 * Reads the facts of a payment from a JSON object: `{"currency": "eur", "gross": 2000, "fees_payer": "account"}`.
 *
 * @throws CounterfoilException `invalid_json`, `unknown_parameter`, `wrong_type`
 */
public fun paymentFactsFromJson(json: String): PaymentFacts = PaymentFacts(checked("check_payment_facts", json))
