//! How the simulator differs from Stripe.

use maud::{Markup, html};

use super::document;

/// What to know before trusting a green test.
const DIFFERENCES: &[(&str, &[&str])] = &[
    (
        "Responds with 501",
        &[
            "Every endpoint but these: Checkout Sessions (create, retrieve, list, expire, line items), PaymentIntents (retrieve, list), charges and refunds, disputes (retrieve, list), application fees and their refunds, balance transactions (retrieve), events, accounts (retrieve) and their capabilities, accounts of v2 (create, retrieve, list, update, close), their links and the events about them, account sessions, account and login links, payment method configurations and domains, customers (create, retrieve), products and prices (create, list), subscriptions and invoices (retrieve), billing portal sessions (create).",
            "The mode setup, every ui_mode except hosted_page, Stripe-Context, and of /v2 everything that is not named above. The recipient configuration; changing or closing an account of v1 through v2; customer_account.",
            "Parameters that Stripe knows and the simulator has no behavior for: discounts, shipping, taxes, custom fields, manual capture, setup_future_usage, adjustable quantities, unit_amount_decimal and others. The message names the parameter.",
            "Expanding anything below payment_intent or line_items, or anything of other objects and of lists; listing events by delivery_success.",
        ],
    ),
    (
        "Simpler than Stripe",
        &[
            "One secret key, as a bearer token; no restricted or publishable keys, no basic authentication.",
            "Responses have the shape of one API version, whatever Stripe-Version requests.",
            "Payment methods: cards, SEPA debits, and twelve more that are confirmed or not by two buttons on the payment page and are paid at once. Any other key of a configuration results in 501. No wallets. 3-D Secure is two buttons on the payment page, for the test cards that ask for it in a payment; a renewal never asks.",
            "Stripe's own fee is 1.5 % and 25 minor units; the platform pays it if the account's controller.fees.payer is application, otherwise the merchant does. A dispute costs 15.00. The real prices depend on country, method and contract.",
            "Of Stripe's test numbers the payment page knows the cards that succeed, are declined, ask for 3-D Secure, are disputed, or have refunds of their own, and the accounts for SEPA debits in Austria, Germany, France, Belgium and Ireland. It says so for the cards that it knows but does not simulate: those for Radar, captchas, early fraud warnings, several disputes of one charge, compliance disputes, a failed lookup of 3-D Secure, and those that ask a merchant for something. Tokens (pm_card_…) do not exist.",
            "The reason of a debit's dispute and of an inquiry is the simulator's choice. An inquiry ends with a full refund or by the control API, and never becomes a dispute. Subscriptions are not disputed by their card.",
            "Every refund succeeds at once, whatever the balance, except those of the two test cards. An application fee that was refunded with a refund that failed stays with the merchant. The part of the application fee that goes with a partial refund is rounded down, so that the parts add up to the whole.",
            "An application fee is created two seconds after its charge.",
            "Which methods a country can have is coarse: most of Europe is one. An account has every capability of its country from the beginning; a capability that is requested later becomes active after a minute, and a capability is only lost through the control API. Requirements also come only from the control API.",
            "An account of v2 is asked three things when its first capability is requested; the page of its link answers all of them, whatever is written in identity, and so does no test value. Capabilities that are requested later come after a minute. In v2's errors, param has v1's brackets; v2 takes flags and numbers as text, too, and its list is paged by number. Where a merchant's v1 account needs transfers, that of v2 does not.",
            "Currencies are those of ISO 4217; minimum amounts, which depend on settlement and exchange rates, are not checked.",
            "No coupons exist. A subscription has one line and is paid by card; a month is 30 days and a year 365; a failed invoice is tried again every three days and ends the subscription at the fourth failure. Invoices of zero are paid without a charge.",
            "Enumerations accept only the documented values, even where Stripe may accept more.",
            "Accepted without effect: locale (the page speaks English), custom_text, images and tax codes of products, fonts, borders and pictures of branding.",
            "No rate limits; a 429 comes only from an injected fault. Requests never collide, so there is no idempotency_key_in_use.",
        ],
    ),
    (
        "Events",
        &[
            "Sent: checkout.session.completed, async_payment_succeeded, async_payment_failed, expired; payment_intent.created, requires_action, processing, succeeded, payment_failed, canceled; charge.pending, succeeded, failed, refunded; refund.created, updated, failed; charge.dispute.created, funds_withdrawn, closed, funds_reinstated; application_fee.created, refunded; capability.updated, account.updated; customer.subscription.created, updated, deleted; invoice.paid, payment_failed. None of balances. Thin events are sent of accounts that v2 has made, to the platform's own endpoints, beside v1's to those of connected accounts: v2.core.account.created, updated, closed; [configuration.merchant], [configuration.customer], [defaults] and [identity] updated; [configuration.merchant].capability_status_updated, [requirements].updated; v2.core.account_link.returned.",
            "The events of one endpoint arrive in the order in which they happened, and once unless a delivery fails. Stripe promises neither.",
            "A failed delivery is retried after 1, 2, 4 and 8 seconds of real time, and at once when the clock is advanced; then it can be resent by hand. Stripe tries for hours or days.",
            "payment_intent.* comes before the checkout.session.* of the same moment; Stripe's order is not documented.",
            "A session that expires after a declined card cancels its PaymentIntent at once.",
            "Endpoints are plain HTTP on this machine.",
        ],
    ),
    (
        "Time",
        &[
            "Objects and events carry virtual time. The signature carries real time, because receivers compare it with their own clock.",
            "expires_at is checked against virtual time: after an advance of days, a time computed from a real clock is in the past.",
            "A test number with a delay settles after three minutes of virtual time, the others at once; the slow refund and the one that fails take three minutes, too.",
        ],
    ),
    (
        "Wording",
        &["Error messages and the payment page have their own wording; types, codes and param are Stripe's."],
    ),
];

pub(super) fn page() -> Markup {
    let body = html! {
        main.prose {
            h1 { "Where the simulator differs from Stripe" }
            @for (title, points) in DIFFERENCES {
                h2 { (title) }
                ul {
                    @for point in *points {
                        li { (point) }
                    }
                }
            }
            p { a href="/_simulator" { "Back to the simulator" } }
        }
    };
    document("Where the simulator differs from Stripe", None, &body)
}
