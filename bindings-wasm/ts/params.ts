import type { Fee } from "./money.js";

/** What the customer buys: either a `price` or a `price_data`, and how many. */
export interface LineItem {
  /** The id of a Price that exists on the merchant's own account. */
  price?: string;
  /** The price, made up on the spot. */
  price_data?: PriceData;
  /** How many; at least 1. */
  quantity: number;
}

/** A price that is made up on the spot. */
export interface PriceData {
  /** Three-letter currency code; one for all lines of a session. */
  currency: string;
  /** The price of one, in the currency's minor unit: 2000 is 20.00 EUR, but 2000 JPY. */
  unit_amount: number;
  /** What is sold, described on the spot. */
  product_data?: ProductData;
  /** The id of a Product that exists on the merchant's own account. */
  product?: string;
}

/** A product that is described on the spot. */
export interface ProductData {
  /** The name that the customer sees. */
  name: string;
  /** A longer text below the name. */
  description?: string;
  /** Addresses of up to 8 pictures. */
  images?: string[];
  /** Your own data, kept on the product. */
  metadata?: Record<string, string>;
}

/** What a Checkout Session passes on to its payment intent. */
export interface PaymentIntentData {
  /** The platform's fee in minor units, if it is not left to `application_fee`. */
  application_fee_amount?: number;
  /** A text for the merchant, at most 1000 characters. */
  description?: string;
  /** Your own data, kept on the payment intent: at most 50 keys. */
  metadata?: Record<string, string>;
  /** Where Stripe sends its receipt. */
  receipt_email?: string;
  /** To keep the payment method for later payments. */
  setup_future_usage?: "on_session" | "off_session";
  /** What the customer's bank statement says, at most 22 characters; not for cards. */
  statement_descriptor?: string;
  /** What a card's statement says after the merchant's own prefix, at most 22 characters. */
  statement_descriptor_suffix?: string;
}

/**
 * The parameters of a new Checkout Session, under Stripe's own names.
 *
 * @see https://docs.stripe.com/api/checkout/sessions/create
 */
export interface CreateSessionParams {
  /** What the session is for. This version builds `payment`. */
  mode: "payment";
  /** 1 to 100 lines in one currency. */
  line_items: LineItem[];
  /**
   * What the platform keeps. It is computed from the line items, which must all have a `price_data`,
   * and sent as `payment_intent_data.application_fee_amount`.
   */
  application_fee?: Fee;
  /**
   * Where the customer comes back to after paying. Stripe replaces the text `{CHECKOUT_SESSION_ID}`
   * by the session's id: read the session then, since coming back is no proof of payment.
   */
  success_url: string;
  /** Where the customer comes back to after giving up. */
  cancel_url?: string;
  /** Your order's id, at most 200 characters; every event of the session carries it. */
  client_reference_id?: string;
  /** The id of a Customer that exists on the merchant's own account. */
  customer?: string;
  /** Fills the page's e-mail field; not together with `customer`. */
  customer_email?: string;
  /** The page's language, such as `fr`; `auto`, the default, follows the browser. */
  locale?: string;
  /** When the session expires, in unix seconds: 30 minutes to 24 hours after its creation. */
  expires_at?: number;
  /** Your own data, kept on the session: at most 50 keys. */
  metadata?: Record<string, string>;
  /** What is passed on to the payment intent. */
  payment_intent_data?: PaymentIntentData;
  /** Every other parameter of Stripe's, by its path: `{ "automatic_tax.enabled": true }`. */
  extra?: Record<string, string | number | boolean>;
}
