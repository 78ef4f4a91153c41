//! `POST /v1/checkout/sessions`: the rules that a table of types cannot express.

use serde_json::{Value, json};

use super::Asked;
use super::line_items::line_items;
use super::sessions::{check_expansions, expanded};
use crate::error::ApiError;
use crate::parameters::{CREATE_SESSION, missing};
use crate::state::{Configuration, Draft, Island, LineItem, Plan, Scope, Stripe};

/// Parameters that have an effect here, are only returned, or only change the appearance. For every other
/// parameter that Stripe knows, the response is 501 instead of ignoring it.
const MODELED: &[&str] = &[
    "allowed_payment_method_types",
    "branding_settings",
    "cancel_url",
    "client_reference_id",
    "custom_text",
    "customer",
    "customer_email",
    "excluded_payment_method_types",
    "expand",
    "expires_at",
    "integration_identifier",
    "line_items.metadata",
    "line_items.price",
    "line_items.price_data.currency",
    "line_items.price_data.product_data",
    "line_items.price_data.recurring",
    "line_items.price_data.tax_behavior",
    "line_items.price_data.unit_amount",
    "line_items.quantity",
    "locale",
    "metadata",
    "origin_context",
    "payment_intent_data.application_fee_amount",
    "payment_intent_data.description",
    "payment_intent_data.metadata",
    "payment_intent_data.receipt_email",
    "payment_intent_data.statement_descriptor",
    "payment_intent_data.statement_descriptor_suffix",
    "payment_intent_data.transfer_group",
    "payment_method_configuration",
    "submit_type",
    "subscription_data.application_fee_percent",
    "subscription_data.metadata",
    "subscription_data.trial_period_days",
    "success_url",
];

/// Values of further parameters that request nothing special.
const ORDINARY: &[(&str, &str)] = &[
    ("billing_address_collection", "auto"),
    ("customer_creation", "if_required"),
    ("mode", "payment"),
    ("mode", "subscription"),
    ("payment_intent_data.capture_method", "automatic"),
    ("payment_intent_data.capture_method", "automatic_async"),
    ("ui_mode", "hosted_page"),
];

/// Twelve digits, the most that any card network accepts.
const LARGEST: i64 = 999_999_999_999;

const FEE: &str = "payment_intent_data[application_fee_amount]";

pub(super) fn create(stripe: &mut Stripe, asked: &Asked<'_>) -> Result<Value, ApiError> {
    if asked.parameters.get("payment_method_types").is_some() {
        return Err(ApiError::invalid(
            "payment_method_types is no longer a parameter; leave it out, or filter with \
             allowed_payment_method_types",
        )
        .code("payment_method_types_no_longer_supported")
        .param("payment_method_types"));
    }
    let given = CREATE_SESSION.check(&asked.parameters)?;
    let draft = draft(given, &asked.scope, stripe)?;
    let given = draft.given.clone();
    let session = stripe
        .open_session(&asked.scope, draft)
        .ok_or_else(|| ApiError::invalid("no such account").code("account_invalid"))?
        .clone();
    match stripe.island(&asked.scope) {
        Some(island) => expanded(island, &session, &given),
        None => Ok(session.object()),
    }
}

fn draft(given: Value, scope: &Scope, stripe: &Stripe) -> Result<Draft, ApiError> {
    if text(&given, "mode").is_none() {
        return Err(missing("mode"));
    }
    let island =
        stripe.island(scope).ok_or_else(|| ApiError::invalid("no such account").code("account_invalid"))?;
    check_references(&given, island)?;
    check_modeled(&given, "")?;
    check_expansions(&given)?;
    check_url(&given, "success_url")?;
    if text(&given, "success_url").is_none() {
        return Err(missing("success_url"));
    }
    check_url(&given, "cancel_url")?;
    check_email(&given)?;
    let (line_items, currency) = line_items(&given, island)?;
    let plan = plan(&given, scope, &line_items, &currency)?;
    let total = line_items
        .iter()
        .try_fold(0_i64, |sum, item| {
            let amount = item.unit_amount.checked_mul(item.quantity)?;
            sum.checked_add(amount).filter(|sum| *sum <= LARGEST)
        })
        .ok_or_else(|| ApiError::invalid("the total has more than twelve digits").code("amount_too_large"))?;
    let configuration = configuration(&given, scope, stripe)?;
    let in_force = stripe.methods_in_force(scope, configuration, (&currency, total), plan.is_some());
    Ok(Draft {
        application_fee_amount: application_fee(&given, scope, total)?,
        method_types: method_types(&given, in_force)?,
        expires_at: expires_at(&given, stripe.now())?,
        configuration: json!({ "id": configuration.id, "parent": configuration.parent }),
        line_items,
        currency,
        customer: text(&given, "customer").map(str::to_owned),
        plan,
        given,
    })
}

/// Checks that the ids exist on the account.
fn check_references(given: &Value, island: &Island) -> Result<(), ApiError> {
    let has = |objects: &[Value], id: &str| objects.iter().any(|object| object["id"] == id);
    if let Some(id) = text(given, "customer") {
        if text(given, "customer_email").is_some() {
            return Err(ApiError::invalid("give either customer or customer_email, not both")
                .code("parameters_exclusive")
                .param("customer"));
        }
        if !has(&island.customers, id) {
            return Err(ApiError::missing("customer", id, "customer").status(400));
        }
    }
    for (index, item) in array(given, "line_items").iter().enumerate() {
        let path = format!("line_items[{index}]");
        if let Some(id) = text(item, "price") {
            if item.get("price_data").is_some() {
                return Err(ApiError::invalid("give either price or price_data, not both")
                    .code("parameters_exclusive")
                    .param(path));
            }
            if !has(&island.prices, id) {
                return Err(ApiError::missing("price", id, &format!("{path}[price]")).status(400));
            }
        }
        if let Some(id) = item.get("price_data").and_then(|data| text(data, "product")) {
            let param = format!("{path}[price_data][product]");
            return Err(ApiError::missing("product", id, &param).status(400));
        }
        if item.pointer("/price_data/recurring").is_some() && text(given, "mode") == Some("payment") {
            return Err(ApiError::invalid("a recurring price needs mode=subscription")
                .param(format!("{path}[price_data][recurring]")));
        }
    }
    Ok(())
}

/// Returns 501 for the first parameter that Stripe knows and the simulator does not.
fn check_modeled(given: &Value, path: &str) -> Result<(), ApiError> {
    if MODELED.contains(&path) {
        return Ok(());
    }
    match given {
        Value::Object(fields) => fields.iter().try_for_each(|(name, value)| {
            let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
            check_modeled(value, &path)
        }),
        Value::Array(items) => items.iter().try_for_each(|item| check_modeled(item, path)),
        // A switch that is off has no effect, nor does a parameter that is unset.
        Value::Bool(false) | Value::Null => Ok(()),
        Value::String(value) if ORDINARY.contains(&(path, value.as_str())) => Ok(()),
        other => {
            let shown = other.as_str().map_or_else(|| other.to_string(), str::to_owned);
            Err(ApiError::unknown_here(format!("{path}={shown}")).param(path))
        }
    }
}

pub(super) fn check_url(given: &Value, name: &str) -> Result<(), ApiError> {
    let Some(url) = text(given, name) else {
        return Ok(());
    };
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let host = rest.and_then(|rest| rest.split(['/', '?', '#']).next());
    let plain = url.chars().all(|c| !c.is_control() && !c.is_whitespace());
    if plain && host.is_some_and(|host| !host.is_empty()) {
        return Ok(());
    }
    Err(ApiError::invalid(format!("{name} is not a URL; it starts with http:// or https:// and has a host"))
        .code("url_invalid")
        .param(name))
}

fn check_email(given: &Value) -> Result<(), ApiError> {
    let Some(email) = text(given, "customer_email") else {
        return Ok(());
    };
    if crate::pages::is_email(email) {
        return Ok(());
    }
    Err(ApiError::invalid("customer_email is not an e-mail address")
        .code("email_invalid")
        .param("customer_email"))
}

/// Returns what a session in `subscription` mode starts.
fn plan(given: &Value, scope: &Scope, items: &[LineItem], currency: &str) -> Result<Option<Plan>, ApiError> {
    let recurs = items.iter().filter(|item| item.recurring.is_some()).count();
    if text(given, "mode") != Some("subscription") {
        return match recurs {
            0 => Ok(None),
            _ => Err(ApiError::invalid("a recurring price needs mode=subscription").param("mode")),
        };
    }
    let [item] = items else {
        return Err(ApiError::unknown_here("subscriptions of more than one line").param("line_items"));
    };
    let Some(recurring) = &item.recurring else {
        return Err(ApiError::invalid("a subscription needs a line that recurs").param("line_items"));
    };
    let data = &given["subscription_data"];
    let percent = match &data["application_fee_percent"] {
        Value::Null => None,
        given => Some(given.as_str().map_or_else(|| given.to_string(), str::to_owned)),
    };
    if percent.is_some() && *scope == Scope::Platform {
        return Err(ApiError::invalid(
            "an application fee needs a connected account; send the Stripe-Account header",
        )
        .param("subscription_data[application_fee_percent]"));
    }
    let mut price = item.object(currency, 0)["price"].clone();
    price["recurring"] = recurring.clone();
    price["type"] = json!("recurring");
    price["active"] = json!(true);
    Ok(Some(Plan {
        price,
        quantity: item.quantity,
        trial_days: data["trial_period_days"].as_i64().unwrap_or_default(),
        application_fee_percent: percent,
        metadata: data.get("metadata").cloned().unwrap_or(json!({})),
    }))
}

fn application_fee(given: &Value, scope: &Scope, total: i64) -> Result<Option<i64>, ApiError> {
    let Some(fee) = given.pointer("/payment_intent_data/application_fee_amount").and_then(Value::as_i64)
    else {
        return Ok(None);
    };
    if *scope == Scope::Platform {
        return Err(ApiError::invalid(
            "an application fee needs a connected account; send the Stripe-Account header",
        )
        .param(FEE));
    }
    if fee < 1 {
        return Err(ApiError::invalid("the application fee must be positive")
            .code("parameter_invalid_integer")
            .param(FEE));
    }
    if fee >= total {
        return Err(ApiError::invalid("the application fee must be below the total of the session")
            .code("amount_too_large")
            .param(FEE));
    }
    Ok(Some(fee))
}

/// Returns the configuration that decides which methods the merchant shows.
fn configuration<'s>(
    given: &Value,
    scope: &Scope,
    stripe: &'s Stripe,
) -> Result<&'s Configuration, ApiError> {
    const NAME: &str = "payment_method_configuration";
    let named = text(given, NAME);
    stripe.configuration_for(scope, named).ok_or_else(|| match named {
        Some(id) => ApiError::missing("payment method configuration", id, NAME).status(400),
        None => ApiError::invalid("the account has no active payment method configuration"),
    })
}

/// Returns the methods that are in force for the merchant, without those that the filters exclude.
fn method_types(given: &Value, mut methods: Vec<&'static str>) -> Result<Vec<&'static str>, ApiError> {
    let listed =
        |name: &str, method: &str| array(given, name).iter().any(|listed| listed.as_str() == Some(method));
    let filtered = given.get("allowed_payment_method_types").is_some();
    methods.retain(|method| {
        (!filtered || listed("allowed_payment_method_types", method))
            && !listed("excluded_payment_method_types", method)
    });
    if methods.is_empty() {
        return Err(ApiError::invalid(
            "no payment method is left for this session: see which are on, which capabilities the account \
             has, and which take this currency and amount",
        ));
    }
    Ok(methods)
}

fn expires_at(given: &Value, now: i64) -> Result<i64, ApiError> {
    const HALF_HOUR: i64 = 30 * 60;
    const DAY: i64 = 24 * 60 * 60;
    let Some(expires_at) = given.get("expires_at").and_then(Value::as_i64) else {
        return Ok(now + DAY);
    };
    if (now + HALF_HOUR..=now + DAY).contains(&expires_at) {
        return Ok(expires_at);
    }
    Err(ApiError::invalid("expires_at must be between 30 minutes and 24 hours from now").param("expires_at"))
}

pub(super) fn text<'a>(value: &'a Value, name: &str) -> Option<&'a str> {
    value.get(name)?.as_str()
}

pub(super) fn array<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value.get(name).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}
