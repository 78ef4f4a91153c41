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
 * How every payment method stands: of the platform's own configuration (`parent`), or of a merchant's
 * (`child`) under it. What is in force is `on`; a merchant's choice is told only where it counts.
 *
 * @throws {@link CounterfoilError} `wrong_type` for what is not a configuration that Stripe answered with.
 */
export function standings(parent: PaymentMethodConfiguration, child?: PaymentMethodConfiguration): MethodStanding[] {
  const own = child === undefined ? undefined : rawOf(child, "child");
  return parsed(native.guard(() => native.standings(rawOf(parent, "parent"), own)));
}

/**
 * What it would mean to set the platform's defaults as wanted, for each merchant that has the method:
 * look at it, then pass it to {@link remainingSteps}. It is plain data, to be kept as JSON meanwhile.
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
  /** What changes. */
  readonly params: Omit<UpdatePaymentMethodConfiguration, "id">;
  /** The same whenever this review is applied, so that nothing is done twice. */
  readonly idempotencyKey: string;
}

/**
 * The calls of a review that are still to be made, in order, judged by how things stand now. After each
 * call, or after a crash, ask again: what was done already is not asked for twice.
 *
 * @throws {@link CounterfoilError} `review_outdated`, one fault for each difference, if anything but the
 * review's own changes has changed since: make a new review. `invalid_saved_review` for what is no review.
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
 * What a customer of this merchant will find on the hosted page, as far as it can be told beforehand, and
 * why each of the other methods is left out. Currencies and limits are Stripe's published ones, a hint.
 *
 * @throws {@link CounterfoilError} `invalid_currency`, `invalid_value` for another mode, `amount_negative`,
 * `amount_not_in_step`, `not_a_child` for a merchant of another configuration.
 */
export function offer(parent: PaymentMethodConfiguration, merchant: MerchantMethods, purchase: Purchase): Offer {
  const from = rawOf(parent, "parent");
  const own = json(plain(merchant, "merchant"));
  return parsed(native.guard(() => native.offer(from, own, json(purchase))));
}

/**
 * Whether a merchant can take direct charges now, and if not, what is missing, by when, and what resolves
 * it. The account is of v1, or of v2 and read with `include`: `configuration.merchant` and `requirements`. Ask
 * again whenever an outcome is `account_changed` or `capability_changed`.
 *
 * @param needed capabilities that this merchant is to have besides those that every direct charge needs
 */
export function readiness(account: Account | V2Account, needed: readonly string[] = []): Readiness {
  const names = needed.map((name, index) => text(name, `needed[${index}]`));
  return redacted(parsed<Readiness>(native.guard(() => native.readiness(rawOf(account, "account"), json(names)))), "Readiness");
}

/**
 * Where a merchant is on the way to taking payments, and what comes next: which call, or which link. Without an
 * account it begins with one of v2. Ask again after each step, with the account as it is then.
 *
 * A step's call is on the platform: `platform.call(next.operation, JSON.parse(next.params), { idempotencyKey })`.
 *
 * @throws {@link CounterfoilError} `invalid_url` for an address of the options that is none.
 */
export function onboard(account: Account | V2Account | null, options: OnboardingOptions = {}): Onboarding {
  const own = account === null ? undefined : rawOf(account, "account");
  return redacted(parsed<Onboarding>(native.guard(() => native.onboard(own, json(options)))), "Onboarding");
}

/**
 * Whether to provide what the customer subscribed to; nothing for a status that this version does not know:
 * keep what you have then.
 *
 * Events say the same in `outcome.plan_status`, but can come late and in any order: take them as the
 * reason to read the subscription and store what this says of it.
 */
export function planStatus(subscription: Pick<Subscription, "status">): PlanStatus | undefined {
  const { status } = subscription;
  if (typeof status !== "string") return undefined;
  return native.guard(() => native.plan_status(status)) as PlanStatus | undefined;
}

/**
 * Who has what of a payment in the end: postings, and four sums that are zero together.
 *
 * @throws {@link CounterfoilError} `invalid_currency`, `invalid_value`, `amount_negative`,
 * `refund_above_payment`, `fee_refund_above_fee`, `mixed_currencies`, `amount_too_large`.
 */
export function ledger(facts: PaymentFacts): Ledger {
  return parsed(native.guard(() => native.ledger(json(facts))));
}

/**
 * The facts of a payment from Stripe's objects: its charge, the balance transaction of it, and the
 * application fee where there is one. Add refunds and disputes; they are objects of their own, and
 * {@link disputeFacts} reads a dispute.
 *
 * @param feesPayer the merchant's `controller.fees.payer`
 * @throws {@link CounterfoilError} `mixed_currencies` if the merchant is settled in another currency.
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
 * The facts of a dispute from Stripe's object, for `disputes` of {@link PaymentFacts}: what its balance
 * transactions say, whatever its status is. Without any, nothing was taken yet.
 *
 * @throws {@link CounterfoilError} `mixed_currencies` if the merchant is settled in another currency.
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

/** The JSON text that an object of Stripe's was read from. */
function rawOf(object: { readonly raw: string }, path: string): string {
  return text(object?.raw, `${path}.raw`);
}
