use std::collections::BTreeMap;

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};
use uuid::Uuid;

use crate::app::App;
use crate::catalog::{MOST, Merchant, Product};

use super::{document, simulated};

/// `GET /`
pub(crate) async fn shop(State(app): State<App>, Query(query): Query<BTreeMap<String, String>>) -> Response {
    let body = html! {
        @if query.contains_key("canceled") {
            p.flash #canceled role="status" { "You left the payment page. Nothing was charged." }
        }
        div.intro {
            h1 { "Good things from small shops" }
            p { "Every shop here is its own business. You pay the shop itself, on a secure page." }
        }
        (simulated(&app))
        @for merchant in app.catalog.merchants() {
            section.shop aria-label=(merchant.name) {
                header {
                    h2 { (merchant.name) }
                    p.quiet { (merchant.tagline) }
                }
                ul.products {
                    @for product in merchant.products { (item(merchant, product)) }
                }
            }
        }
    };
    document(StatusCode::OK, "Shop", None, &body)
}

fn item(merchant: &Merchant, product: &Product) -> Markup {
    let quantity = format!("quantity-{}-{}", merchant.account, product.slug);
    html! {
        li.card.product {
            div.about {
                h3 { (product.name) }
                p.quiet { (product.description) }
            }
            p.price { (product.price()) }
            form.buy method="post" action="/create-checkout-session" data-product=(product.slug) {
                input type="hidden" name="token" value=(Uuid::new_v4().simple());
                input type="hidden" name="merchant" value=(merchant.account);
                input type="hidden" name="product" value=(product.slug);
                label for=(quantity) { "Quantity" }
                input #(quantity) type="number" name="quantity" value="1" min="1" max=(MOST) required
                    inputmode="numeric";
                button type="submit" { "Checkout" }
            }
        }
    }
}
