import { json, parsed, text } from "./border.js";
import type {
  Account,
  ApplicationFee,
  BalanceTransaction,
  Charge,
  Dispute,
  DisputeFacts,
  Ledger,
  MerchantMethods,
  MethodStanding,
  Offer,
  Onboarding,
  OnboardingOptions,
  PaymentFacts,
  PaymentMethodConfiguration,
  Purchase,
  Readiness,
  Review,
  Subscription,
  UpdatePaymentMethodConfiguration,
  V2Account,
  WantedMethod,
} from "./generated/records.js";
import type { PlanStatus } from "./generated/outcomes.js";
import * as native from "./native.js";
import { redacted } from "./object.js";

/**
 * Returns the state of every payment method: of the platform's own configuration (`parent`), or of a
 * merchant's (`child`) under it. The effective setting is `on`; a merchant's choice is given only if it
 * applies.
 *
 * @throws {@link CounterfoilError} `wrong_type` for anything but a configuration that Stripe returned.
 */
export function standings(parent: PaymentMethodConfiguration, child?: PaymentMethodConfiguration): MethodStanding[] {
  const own = child === undefined ? undefined : rawOf(child, "child");
  return parsed(native.guard(() => native.standings(rawOf(parent, "parent"), own)));
}

/**
 * Returns the effect of setting the platform's defaults as wanted, for each merchant that has the method:
 * review it, then pass it to {@link remainingSteps}. It is plain data, which can be stored as JSON meanwhile.
 *
 * @throws {@link CounterfoilError} `invalid_payment_method`, `duplicate_parameter`, `invalid_value`,
 * `cannot_block` (only Stripe's Dashboard can), `method_not_available`, `not_a_child`.
 */
export function review(
  parent: PaymentMethodConfiguration,
  merchants: readonly MerchantMethods[],
  wanted: readonly WantedMethod[],
): Review {
  const from = rawOf(parent, "parent");
  return parsed(native.guard(() => native.review(from, everyMerchant(merchants), json(wanted))));
}

/** A call to make: `platform.paymentMethodConfigurations.update(id, params, { idempotencyKey })`. */
export interface ReviewStep {
  /** The platform's configuration, `pmc_…`. */
  readonly id: string;
  /** The changes. */
  readonly params: Omit<UpdatePaymentMethodConfiguration, "id">;
  /** The same whenever this review is applied, so that no call is made twice. */
  readonly idempotencyKey: string;
}

/**
 * Returns the calls of a review that are still to be made, in order, given the current state. Call this again
 * after each call or after a crash: calls that have taken effect are not returned again.
 *
 * @throws {@link CounterfoilError} `review_outdated`, with one fault per difference, if anything else than
 * what the review itself changes has changed since: create a new review. `invalid_saved_review` for anything
 * but a review.
 */
export function remainingSteps(
  review: Review,
  parent: PaymentMethodConfiguration,
  merchants: readonly MerchantMethods[],
): ReviewStep[] {
  const from = rawOf(parent, "parent");
  const steps: { id: string; params: ReviewStep["params"]; idempotency_key: string }[] = parsed(
    native.guard(() => native.remaining_steps(json(review), from, everyMerchant(merchants))),
  );
  return steps.map(({ id, params, idempotency_key }) => ({ id, params, idempotencyKey: idempotency_key }));
}

/**
 * Returns what a customer of this merchant will see on the hosted page, as far as it can be known beforehand,
 * and why each of the other methods is left out. Currencies and limits are those that Stripe publishes; treat
 * them as a hint.
 *
 * @throws {@link CounterfoilError} `invalid_currency`, `invalid_value` for another mode, `amount_negative`,
 * `amount_not_in_step`, `not_a_child` if the merchant's configuration is not a child of `parent`.
 */
export function offer(parent: PaymentMethodConfiguration, merchant: MerchantMethods, purchase: Purchase): Offer {
  const from = rawOf(parent, "parent");
  const own = json(plain(merchant, "merchant"));
  return parsed(native.guard(() => native.offer(from, own, json(purchase))));
}

/**
 * Returns whether a merchant can accept direct charges now, and if not, what is missing, by when, and what
 * resolves it. The account is of v1, or of v2 and retrieved with `include`: `configuration.merchant` and
 * `requirements`. Call this whenever an outcome is `account_changed` or `capability_changed`.
 *
 * @param needed further capabilities that this merchant should have, beyond those that every direct charge
 * needs
 */
export function readiness(account: Account | V2Account, needed: readonly string[] = []): Readiness {
  const names = needed.map((name, index) => text(name, `needed[${index}]`));
  return redacted(parsed<Readiness>(native.guard(() => native.readiness(rawOf(account, "account"), json(names)))), "Readiness");
}

/**
 * Returns the state of a merchant's onboarding and the next step: a call, or a link. Without an account, it
 * starts with one of v2. Call this again after each step with the current account.
 *
 * A step's call is on the platform:
 * `platform.call(next.operation, JSON.parse(next.params), { idempotencyKey })`.
 *
 * @throws {@link CounterfoilError} `invalid_url` for an invalid URL in the options.
 */
export function onboard(account: Account | V2Account | null, options: OnboardingOptions = {}): Onboarding {
  const own = account === null ? undefined : rawOf(account, "account");
  return redacted(parsed<Onboarding>(native.guard(() => native.onboard(own, json(options)))), "Onboarding");
}

/**
 * Returns whether to provide what the customer subscribed to, or `undefined` for a status that this version
 * does not know: then keep the one that you have.
 *
 * Events say the same in `outcome.plan_status`, but can arrive late and in any order: take them as the reason
 * to retrieve the subscription, and store what this returns for it.
 */
export function planStatus(subscription: Pick<Subscription, "status">): PlanStatus | undefined {
  const { status } = subscription;
  if (typeof status !== "string") return undefined;
  return native.guard(() => native.plan_status(status)) as PlanStatus | undefined;
}

/**
 * Returns how a payment is divided: postings, and four sums that add up to zero.
 *
 * @throws {@link CounterfoilError} `invalid_currency`, `invalid_value`, `amount_negative`,
 * `refund_above_payment`, `fee_refund_above_fee`, `mixed_currencies`, `amount_too_large`.
 */
export function ledger(facts: PaymentFacts): Ledger {
  return parsed(native.guard(() => native.ledger(json(facts))));
}

/**
 * Returns the facts of a payment from Stripe's objects: its charge with the balance transaction, and the
 * application fee if it exists. Refunds and disputes are objects of their own, which you add; {@link
 * disputeFacts} reads a dispute.
 *
 * @param feesPayer the merchant's `controller.fees.payer`
 * @throws {@link CounterfoilError} `mixed_currencies` if the merchant settles in another currency.
 */
export function paymentFacts(
  charge: Charge,
  feesPayer: string,
  transaction?: BalanceTransaction,
  fee?: ApplicationFee,
): PaymentFacts {
  const [payer, from] = [text(feesPayer, "feesPayer"), rawOf(charge, "charge")];
  const moved = transaction === undefined ? undefined : rawOf(transaction, "transaction");
  const kept = fee === undefined ? undefined : rawOf(fee, "fee");
  return parsed(native.guard(() => native.payment_facts(from, moved, kept, payer)));
}

/**
 * Returns the facts of a dispute from Stripe's object, for `disputes` of {@link PaymentFacts}: its balance
 * transactions decide, whatever its status is. If it has none, nothing was withdrawn yet.
 *
 * @throws {@link CounterfoilError} `mixed_currencies` if the merchant settles in another currency.
 */
export function disputeFacts(dispute: Dispute): DisputeFacts {
  return parsed(native.guard(() => native.dispute_facts(rawOf(dispute, "dispute"))));
}

function everyMerchant(merchants: readonly MerchantMethods[]): string {
  return json(merchants.map((merchant, index) => plain(merchant, `merchants[${index}]`)));
}

function plain({ account, configuration, capabilities }: MerchantMethods, path: string) {
  const statuses = Object.entries(capabilities).map(([name, status]) => [
    name,
    text(status, `${path}.capabilities.${name}`),
  ]);
  return {
    account: text(account, `${path}.account`),
    configuration: rawOf(configuration, `${path}.configuration`),
    capabilities: Object.fromEntries(statuses),
  };
}

/** Returns the JSON text that one of Stripe's objects was read from. */
function rawOf(object: { readonly raw: string }, path: string): string {
  return text(object?.raw, `${path}.raw`);
}
