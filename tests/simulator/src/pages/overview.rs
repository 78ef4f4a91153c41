//! The simulator's own page: accounts, and recent events.

use maud::{Markup, html};

use super::document;
use super::strip::strip;
use crate::clock::readable;
use crate::server::Shared;

/// Newest first, no more than fit on a page.
const SHOWN: usize = 50;

pub(super) fn page(shared: &Shared) -> Markup {
    let stripe = shared.stripe();
    let body = html! {
        main.prose {
            h1 { "Stripe simulator" }
            p {
                "An offline stand-in for Stripe's API and payment page. "
                a href="/_simulator/differences" { "Where it differs from Stripe" } "."
            }
            h2 { "Connected accounts" }
            ul {
                @for account in stripe.accounts() {
                    li { (account.name) " " code { (account.id) } }
                }
            }
            h2 { "Events" }
            @if stripe.events().is_empty() {
                p { "None yet." }
            } @else {
                div.wide {
                    table {
                        thead { tr { th { "Time" } th { "Type" } th { "Event" } th { "Deliveries" } } }
                        tbody {
                            @for event in stripe.events().iter().rev().take(SHOWN) {
                                tr {
                                    td { (readable(event.created)) }
                                    td { (event.kind) }
                                    td { code { (event.id) } }
                                    td { (deliveries(shared, &event.id)) }
                                }
                            }
                        }
                    }
                }
            }
        }
        (strip(stripe.now(), "/_simulator", true))
    };
    document("Stripe simulator", None, &body)
}

fn deliveries(shared: &Shared, event: &str) -> String {
    let report = shared.courier.report(event);
    if report.is_empty() {
        return "no endpoint".to_owned();
    }
    let delivered = report.iter().filter(|one| one["delivered"] == true).count();
    format!("{delivered} of {}", report.len())
}
