//! Customers, products, prices, subscriptions and invoices, on any account.

use serde_json::{Value, json};

use super::list::{only, page};
use super::payments::no_expansion;
use super::{Asked, island};
use crate::error::ApiError;
use crate::money;
use crate::parameters::{
    CREATE_CUSTOMER, CREATE_PORTAL_SESSION, CREATE_PRICE, CREATE_PRODUCT, EXPAND_ONLY, LIST_PRICES,
    LIST_PRODUCTS, missing,
};
use crate::state::{Island, Stripe};

/// `POST /v1/customers`
pub(super) fn create_customer(stripe: &mut Stripe, asked: &Asked<'_>) -> Result<Value, ApiError> {
    let given = CREATE_CUSTOMER.check(&asked.parameters)?;
    no_expansion(&given)?;
    if given["email"].as_str().is_some_and(|email| !crate::pages::is_email(email)) {
        let refused = ApiError::invalid("email is not an e-mail address").code("email_invalid");
        return Err(refused.param("email"));
    }
    let mut customer = json!({
        "id": stripe.next_id("cus_", 14),
        "object": "customer",
        "address": null,
        "balance": 0,
        "created": stripe.now(),
        "currency": null,
        "default_source": null,
        "delinquent": false,
        "description": null,
        "email": null,
        "livemode": false,
        "metadata": {},
        "name": null,
        "phone": null,
        "preferred_locales": [],
        "shipping": null,
        "tax_exempt": "none",
    });
    take(&mut customer, &given);
    keep(stripe, asked, customer, |island| &mut island.customers)
}

/// `GET /v1/customers/{id}`
pub(super) fn customer(stripe: &Stripe, asked: &Asked<'_>, id: &str) -> Result<Value, ApiError> {
    no_expansion(&EXPAND_ONLY.check(&asked.parameters)?)?;
    find(&island(stripe, asked)?.customers, "customer", id)
}

/// `POST /v1/products`
pub(super) fn create_product(stripe: &mut Stripe, asked: &Asked<'_>) -> Result<Value, ApiError> {
    let given = CREATE_PRODUCT.check(&asked.parameters)?;
    no_expansion(&given)?;
    let id = given["id"].as_str().map_or_else(|| stripe.next_id("prod_", 14), str::to_owned);
    if island(stripe, asked)?.products.iter().any(|known| known["id"] == *id) {
        let taken = ApiError::invalid(format!("a product has the id {id}")).code("resource_already_exists");
        return Err(taken.param("id"));
    }
    let mut product = json!({
        "id": id,
        "object": "product",
        "active": true,
        "created": stripe.now(),
        "default_price": null,
        "description": null,
        "images": [],
        "livemode": false,
        "marketing_features": [],
        "metadata": {},
        "name": null,
        "package_dimensions": null,
        "shippable": null,
        "statement_descriptor": null,
        "tax_code": null,
        "unit_label": null,
        "updated": stripe.now(),
        "url": null,
    });
    take(&mut product, &given);
    if given.get("default_price_data").is_some() {
        let price = price(stripe, &given["default_price_data"], &id, "default_price_data")?;
        product["default_price"] = price["id"].clone();
        keep(stripe, asked, price, |island| &mut island.prices)?;
    }
    keep(stripe, asked, product, |island| &mut island.products)
}

/// `GET /v1/products`
pub(super) fn list_products(stripe: &Stripe, asked: &Asked<'_>) -> Result<Value, ApiError> {
    let given = LIST_PRODUCTS.check(&asked.parameters)?;
    let mut products = only(island(stripe, asked)?.products.clone(), "active", &given);
    if let Some(ids) = given["ids"].as_array() {
        products.retain(|product| ids.contains(&product["id"]));
    }
    page(only(products, "url", &given), &given, "/v1/products")
}

/// `POST /v1/prices`
pub(super) fn create_price(stripe: &mut Stripe, asked: &Asked<'_>) -> Result<Value, ApiError> {
    let given = CREATE_PRICE.check(&asked.parameters)?;
    no_expansion(&given)?;
    let Some(product) = given["product"].as_str() else {
        return Err(match given.get("product_data") {
            Some(_) => ApiError::unknown_here("product_data of a price; create the product first"),
            None => missing("product"),
        });
    };
    find(&island(stripe, asked)?.products, "product", product)?;
    if let Some(key) = given["lookup_key"].as_str() {
        let prices = stripe.island_mut(&asked.scope).map(|island| &mut island.prices);
        if let Some(holder) = prices.into_iter().flatten().find(|price| price["lookup_key"] == key) {
            if given["transfer_lookup_key"] != true {
                let taken = ApiError::invalid(format!("a price has the lookup key {key}"));
                return Err(taken.param("lookup_key"));
            }
            holder["lookup_key"] = Value::Null;
        }
    }
    let price = price(stripe, &given, product, "")?;
    keep(stripe, asked, price, |island| &mut island.prices)
}

/// `GET /v1/prices`
pub(super) fn list_prices(stripe: &Stripe, asked: &Asked<'_>) -> Result<Value, ApiError> {
    let given = LIST_PRICES.check(&asked.parameters)?;
    let mut prices = island(stripe, asked)?.prices.clone();
    for field in ["active", "currency", "product", "type"] {
        prices = only(prices, field, &given);
    }
    if let Some(keys) = given["lookup_keys"].as_array() {
        prices.retain(|price| keys.contains(&price["lookup_key"]));
    }
    page(prices, &given, "/v1/prices")
}

/// `GET /v1/subscriptions/{id}`
pub(super) fn subscription(stripe: &Stripe, asked: &Asked<'_>, id: &str) -> Result<Value, ApiError> {
    no_expansion(&EXPAND_ONLY.check(&asked.parameters)?)?;
    let found = island(stripe, asked)?.subscriptions.iter().find(|one| one.id == id);
    found.map(|one| one.object()).ok_or_else(|| ApiError::missing("subscription", id, "id"))
}

/// `GET /v1/invoices/{id}`
pub(super) fn invoice(stripe: &Stripe, asked: &Asked<'_>, id: &str) -> Result<Value, ApiError> {
    no_expansion(&EXPAND_ONLY.check(&asked.parameters)?)?;
    let found = island(stripe, asked)?.invoices.iter().find(|one| one.id == id);
    found.map(|one| one.object()).ok_or_else(|| ApiError::missing("invoice", id, "invoice"))
}

/// `POST /v1/billing_portal/sessions`
pub(super) fn create_portal(stripe: &mut Stripe, asked: &Asked<'_>) -> Result<Value, ApiError> {
    let given = CREATE_PORTAL_SESSION.check(&asked.parameters)?;
    no_expansion(&given)?;
    let Some(customer) = given["customer"].as_str() else { return Err(missing("customer")) };
    find(&island(stripe, asked)?.customers, "customer", customer)?;
    super::create_session::check_url(&given, "return_url")?;
    let return_url = given["return_url"].as_str().unwrap_or_default();
    let url = stripe.open_portal(&asked.scope, customer, return_url);
    Ok(json!({
        "id": stripe.next_id("bps_1", 23),
        "object": "billing_portal.session",
        "configuration": "bpc_simulator",
        "created": stripe.now(),
        "customer": customer,
        "customer_account": null,
        "flow": null,
        "livemode": false,
        "locale": given["locale"],
        "on_behalf_of": null,
        "return_url": given["return_url"],
        "url": url,
    }))
}

/// Creates a price from its parameters.
fn price(stripe: &mut Stripe, given: &Value, product: &str, path: &str) -> Result<Value, ApiError> {
    let at = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}[{name}]") };
    let currency = given["currency"].as_str().unwrap_or_default().to_lowercase();
    if !money::is_known(&currency) {
        return Err(ApiError::invalid(format!("invalid currency: {currency}")).param(at("currency")));
    }
    let amount = given["unit_amount"].as_i64().ok_or_else(|| missing(&at("unit_amount")))?;
    if amount < 0 || amount % money::step(&currency) != 0 {
        let refused = ApiError::invalid("invalid unit_amount").code("parameter_invalid_integer");
        return Err(refused.param(at("unit_amount")));
    }
    let recurring = given.get("recurring").map(|recurring| {
        json!({
            "interval": recurring["interval"],
            "interval_count": recurring["interval_count"].as_i64().unwrap_or(1),
            "meter": null,
            "trial_period_days": null,
            "usage_type": "licensed",
        })
    });
    let mut price = json!({
        "id": stripe.next_id("price_1", 23),
        "object": "price",
        "active": true,
        "billing_scheme": "per_unit",
        "created": stripe.now(),
        "currency": currency,
        "custom_unit_amount": null,
        "livemode": false,
        "lookup_key": null,
        "metadata": {},
        "nickname": null,
        "product": product,
        "tax_behavior": "unspecified",
        "tiers_mode": null,
        "transform_quantity": null,
        "type": if recurring.is_some() { "recurring" } else { "one_time" },
        "unit_amount": amount,
        "unit_amount_decimal": amount.to_string(),
    });
    take(&mut price, given);
    price["currency"] = json!(currency);
    price["recurring"] = recurring.unwrap_or_default();
    Ok(price)
}

/// Replaces members by the given ones; unknown names are ignored.
fn take(object: &mut Value, given: &Value) {
    for (name, value) in given.as_object().into_iter().flatten() {
        if let Some(field) = object.get_mut(name).filter(|_| !value.is_null()) {
            *field = value.clone();
        }
    }
}

fn keep(
    stripe: &mut Stripe,
    asked: &Asked<'_>,
    object: Value,
    place: fn(&mut Island) -> &mut Vec<Value>,
) -> Result<Value, ApiError> {
    let island = stripe.island_mut(&asked.scope);
    let island = island.ok_or_else(|| ApiError::invalid("no such account").code("account_invalid"))?;
    place(island).push(object.clone());
    Ok(object)
}

fn find(objects: &[Value], kind: &str, id: &str) -> Result<Value, ApiError> {
    let found = objects.iter().find(|object| object["id"] == id);
    found.cloned().ok_or_else(|| ApiError::missing(kind, id, kind))
}
