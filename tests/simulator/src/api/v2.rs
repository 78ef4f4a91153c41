//! Stripe's v2: accounts and their links, in JSON, and the events about them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::Asked;
use crate::clock::rfc3339;
use crate::error::ApiError;
use crate::form::Form;
use crate::parameters::{
    CLOSE_V2_ACCOUNT, CREATE_V2_ACCOUNT, CREATE_V2_ACCOUNT_LINK, LIST_V2_ACCOUNTS, RETRIEVE_V2_ACCOUNT,
    UPDATE_V2_ACCOUNT,
};
use crate::state::{Island, Scope, Stripe, V2};

/// How long a link can be used, in seconds.
const VALID_FOR: i64 = 300;

/// Responds to a request below `/v2`; its path is what follows that.
pub(super) fn route(stripe: &mut Stripe, asked: &Asked<'_>) -> Result<Value, ApiError> {
    let is_account = matches!(asked.path.as_slice(), ["core", "accounts" | "account_links", ..]);
    if let Scope::Connected(_) = asked.scope
        && is_account
    {
        return Err(ApiError::invalid("requests of v2 have no Stripe-Account"));
    }
    match (asked.method, asked.path.as_slice()) {
        ("POST", ["core", "accounts"]) => create(stripe, asked),
        ("GET", ["core", "accounts"]) => list(stripe, asked),
        ("GET", ["core", "accounts", id]) => {
            let given = RETRIEVE_V2_ACCOUNT.check(&asked.parameters)?;
            island(stripe, id).map(|island| island.v2_object(&texts(&given["include"])))
        }
        ("POST", ["core", "accounts", id]) => update(stripe, asked, id),
        ("POST", ["core", "accounts", id, "close"]) => close(stripe, asked, id),
        ("POST", ["core", "account_links"]) => create_link(stripe, asked),
        ("GET", ["core", "events", id]) => {
            let is_it = |body: &&Value| body["object"] == "v2.core.event" && body["id"] == *id;
            let found = stripe.events().iter().map(|event| &event.body).find(is_it);
            found.cloned().ok_or_else(|| ApiError::missing("event", id, "id").code("not_found"))
        }
        (method, path) => Err(ApiError::unknown_here(format!("{method} /v2/{}", path.join("/")))),
    }
}

/// A JSON body as the parameter tables read it: texts at the leaves, lists by their indices.
pub(super) fn decode(body: &[u8]) -> Result<Form, ApiError> {
    let json: Value = if body.is_empty() {
        json!({})
    } else {
        serde_json::from_slice(body).map_err(|_| ApiError::invalid("the body is not JSON"))?
    };
    if !json.is_object() {
        return Err(ApiError::invalid("the body is not a JSON object"));
    }
    Ok(form(&json))
}

fn form(json: &Value) -> Form {
    match json {
        Value::Object(members) => {
            Form::Branch(members.iter().map(|(name, value)| (name.clone(), form(value))).collect())
        }
        Value::Array(items) => {
            let items = items.iter().enumerate().map(|(index, item)| (index.to_string(), form(item)));
            Form::Branch(items.collect::<BTreeMap<String, Form>>())
        }
        Value::String(text) => Form::Text(text.clone()),
        other => Form::Text(other.to_string()),
    }
}

/// `POST /v2/core/accounts`
fn create(stripe: &mut Stripe, asked: &Asked<'_>) -> Result<Value, ApiError> {
    let given = CREATE_V2_ACCOUNT.check(&asked.parameters)?;
    check_responsibilities(&given)?;
    let configuration = &given["configuration"];
    if configuration["merchant"].is_object() && given["dashboard"].is_null() {
        return Err(ApiError::invalid("the merchant configuration needs a dashboard").param("dashboard"));
    }
    if !configuration["recipient"].is_null() {
        return Err(ApiError::unknown_here("configuration.recipient").param("configuration.recipient"));
    }
    let mut v2 = V2::default();
    take(&mut v2, &given);
    let text = |value: &Value, or: &str| value.as_str().unwrap_or(or).to_owned();
    let name = text(&given["display_name"], "A new merchant");
    let country = text(&given["identity"]["country"], "at").to_uppercase();
    let id = stripe.open_v2_account(&name, &country, &text(&given["dashboard"], "none"), v2);
    stripe.emit_v2(&id, "v2.core.account.created", Value::Null);
    ask(stripe, asked, &id, &configuration["merchant"]["capabilities"])?;
    Ok(island(stripe, &id)?.v2_object(&texts(&given["include"])))
}

/// `POST /v2/core/accounts/{id}`
fn update(stripe: &mut Stripe, asked: &Asked<'_>, id: &str) -> Result<Value, ApiError> {
    let given = UPDATE_V2_ACCOUNT.check(&asked.parameters)?;
    let Some(mut v2) = island(stripe, id)?.v2.clone() else {
        return Err(ApiError::unknown_here("how to change an account of v1 by v2"));
    };
    if v2.closed {
        return Err(ApiError::invalid("the account is closed").code("account_closed"));
    }
    let fixed = &given["defaults"]["responsibilities"];
    if !fixed.is_null() && !v2.merchant.is_null() {
        let param = "defaults.responsibilities";
        return Err(ApiError::invalid("responsibilities cannot be changed").param(param));
    }
    check_responsibilities(&given)?;
    take(&mut v2, &given);
    for (name, configuration) in
        [("merchant", &given["configuration"]["merchant"]), ("customer", &given["configuration"]["customer"])]
    {
        match configuration["applied"].as_bool() {
            Some(false) => v2.applied.remove(name),
            Some(true) => v2.applied.insert(name),
            None => false,
        };
    }
    if let Some(island) = stripe.island_mut(&Scope::Connected(id.to_owned())) {
        island.v2 = Some(v2);
    }
    for (part, kind) in [
        ("merchant", "v2.core.account[configuration.merchant].updated"),
        ("customer", "v2.core.account[configuration.customer].updated"),
    ] {
        if !given["configuration"][part].is_null() {
            stripe.emit_v2(id, kind, Value::Null);
        }
    }
    for (part, kind) in
        [("defaults", "v2.core.account[defaults].updated"), ("identity", "v2.core.account[identity].updated")]
    {
        if !given[part].is_null() {
            stripe.emit_v2(id, kind, Value::Null);
        }
    }
    stripe.emit_v2(id, "v2.core.account.updated", Value::Null);
    ask(stripe, asked, id, &given["configuration"]["merchant"]["capabilities"])?;
    Ok(island(stripe, id)?.v2_object(&texts(&given["include"])))
}

/// `GET /v2/core/accounts`: pages by their number, newest account first.
fn list(stripe: &Stripe, asked: &Asked<'_>) -> Result<Value, ApiError> {
    let given = LIST_V2_ACCOUNTS.check(&asked.parameters)?;
    let limit = match given.get("limit").map(Value::as_i64) {
        None => 10,
        Some(Some(limit @ 1..=100)) => limit as usize,
        Some(_) => return Err(ApiError::invalid("limit must be 1 to 100").param("limit")),
    };
    let page: usize = match given["page"].as_str() {
        None => 0,
        Some(page) => page.parse().map_err(|_| ApiError::invalid("no such page").param("page"))?,
    };
    let wanted: BTreeSet<&str> = texts(&given["applied_configurations"]).into_iter().collect();
    let closed = given["closed"].as_bool().unwrap_or(false);
    let mut all: Vec<(i64, Value)> = stripe
        .accounts()
        .filter_map(|account| stripe.merchant(&account.id))
        .map(|island| (island.created, island.v2_object(&[])))
        .filter(|(_, account)| account["closed"] == closed)
        .filter(|(_, account)| {
            wanted.iter().all(|name| texts(&account["applied_configurations"]).contains(name))
        })
        .collect();
    all.sort_by(|(a, first), (b, second)| (b, first["id"].as_str()).cmp(&(a, second["id"].as_str())));
    let url = |page: usize| {
        let mut url = format!("/v2/core/accounts?limit={limit}&page={page}");
        for (index, name) in wanted.iter().enumerate() {
            url += &format!("&applied_configurations[{index}]={name}");
        }
        url + if closed { "&closed=true" } else { "" }
    };
    let start = page.saturating_mul(limit).min(all.len());
    let end = start.saturating_add(limit).min(all.len());
    Ok(json!({
        "data": all[start..end].iter().map(|(_, account)| account).collect::<Vec<_>>(),
        "next_page_url": (end < all.len()).then(|| url(page + 1)),
        "previous_page_url": (page > 0).then(|| url(page - 1)),
    }))
}

/// `POST /v2/core/accounts/{id}/close`
fn close(stripe: &mut Stripe, asked: &Asked<'_>, id: &str) -> Result<Value, ApiError> {
    let given = CLOSE_V2_ACCOUNT.check(&asked.parameters)?;
    let named: BTreeSet<&str> = texts(&given["applied_configurations"]).into_iter().collect();
    let scope = Scope::Connected(id.to_owned());
    island(stripe, id)?;
    let Some(v2) = stripe.island_mut(&scope).and_then(|island| island.v2.as_mut()) else {
        return Err(ApiError::unknown_here("how to close an account of v1 by v2"));
    };
    if !named.is_empty() && named != v2.applied {
        let text = "name the configurations that are applied";
        return Err(ApiError::invalid(text).param("applied_configurations"));
    }
    v2.closed = true;
    v2.applied.clear();
    if let Some(island) = stripe.island_mut(&scope) {
        for capability in &mut island.capabilities {
            capability.status = "unrequested";
            capability.due.clear();
            capability.deadline = None;
        }
    }
    stripe.emit_v2(id, "v2.core.account.closed", Value::Null);
    Ok(island(stripe, id)?.v2_object(&[]))
}

/// `POST /v2/core/account_links`
fn create_link(stripe: &mut Stripe, asked: &Asked<'_>) -> Result<Value, ApiError> {
    let given = CREATE_V2_ACCOUNT_LINK.check(&asked.parameters)?;
    let account = given["account"].as_str().unwrap_or_default();
    if island(stripe, account)?.v2.as_ref().is_some_and(|v2| v2.closed) {
        return Err(ApiError::invalid("the account is closed").code("account_closed"));
    }
    let case = given["use_case"]["type"].as_str().unwrap_or_default();
    let target = &given["use_case"][case];
    if target.is_null() {
        let param = format!("use_case.{case}");
        return Err(ApiError::invalid("say where the merchant comes back to").param(param));
    }
    for name in ["refresh_url", "return_url"] {
        super::create_session::check_url(target, name)?;
    }
    let return_to = target["return_url"].as_str().unwrap_or_default().to_owned();
    let url = stripe.open_onboarding(account, return_to);
    Ok(json!({
        "object": "v2.core.account_link",
        "account": account,
        "created": rfc3339(stripe.now()),
        "expires_at": rfc3339(stripe.now() + VALID_FOR),
        "livemode": false,
        "url": url,
        "use_case": given["use_case"],
    }))
}

/// Stores the given parameters.
fn take(v2: &mut V2, given: &Value) {
    if !v2.told.is_object() {
        v2.told = json!({});
    }
    for name in
        ["contact_email", "contact_phone", "dashboard", "defaults", "display_name", "identity", "metadata"]
    {
        merge(&mut v2.told[name], &given[name]);
    }
    let without = |configuration: &Value, names: [&str; 2]| {
        let mut rest = configuration.clone();
        if let Some(rest) = rest.as_object_mut() {
            rest.retain(|name, _| !names.contains(&name.as_str()));
        }
        rest
    };
    let (merchant, customer) = (&given["configuration"]["merchant"], &given["configuration"]["customer"]);
    if merchant.is_object() {
        if v2.merchant.is_null() {
            v2.merchant = json!({});
            v2.applied.insert("merchant");
        }
        merge(&mut v2.merchant, &without(merchant, ["capabilities", "applied"]));
    }
    if customer.is_object() {
        if v2.customer.is_none() {
            v2.applied.insert("customer");
        }
        merge(v2.customer.get_or_insert_with(|| json!({})), &without(customer, ["capabilities", "applied"]));
    }
}

/// Replaces the given members; all others do not change.
fn merge(old: &mut Value, new: &Value) {
    match new {
        Value::Null => {}
        Value::Object(members) => {
            if !old.is_object() {
                *old = json!({});
            }
            for (name, value) in members {
                merge(&mut old[name.as_str()], value);
            }
        }
        other => *old = other.clone(),
    }
}

/// Requests capabilities, or gives them up.
fn ask(stripe: &mut Stripe, asked: &Asked<'_>, id: &str, capabilities: &Value) -> Result<(), ApiError> {
    for (name, request) in capabilities.as_object().into_iter().flatten() {
        let v1 = if name == "ach_debit_payments" { "us_bank_account_ach_payments" } else { name };
        match request["requested"].as_bool() {
            Some(true) => stripe.ask_for(id, v1, &asked.cause)?,
            Some(false) => stripe.request_capability(id, v1, Some(false), &asked.cause)?,
            None => {}
        }
    }
    Ok(())
}

fn check_responsibilities(given: &Value) -> Result<(), ApiError> {
    let who = &given["defaults"]["responsibilities"];
    if who["losses_collector"] == "application" && who["fees_collector"] != "application" {
        let param = "defaults.responsibilities.fees_collector";
        return Err(ApiError::invalid("who collects losses collects fees, too").param(param));
    }
    Ok(())
}

fn island<'a>(stripe: &'a Stripe, id: &str) -> Result<&'a Island, ApiError> {
    stripe.merchant(id).ok_or_else(|| ApiError::missing("account", id, "id").code("not_found"))
}

fn texts(list: &Value) -> Vec<&str> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}
