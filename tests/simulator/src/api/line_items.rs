//! Line items of a session, with existing prices or inline ones.

use serde_json::{Value, json};

use super::create_session::{array, text};
use crate::error::ApiError;
use crate::money;
use crate::parameters::missing;
use crate::state::{Island, LineItem};

/// Returns the lines of a session and their currency.
pub(super) fn line_items(given: &Value, island: &Island) -> Result<(Vec<LineItem>, String), ApiError> {
    let given = array(given, "line_items");
    if given.is_empty() {
        return Err(missing("line_items"));
    }
    if given.len() > 100 {
        return Err(ApiError::invalid("a session has at most 100 line items").param("line_items"));
    }
    let mut items = Vec::with_capacity(given.len());
    let mut currency: Option<String> = None;
    for (index, item) in given.iter().enumerate() {
        let path = format!("line_items[{index}]");
        let (item, of_item) = line_item(item, &path, island)?;
        if currency.get_or_insert_with(|| of_item.clone()) != &of_item {
            return Err(ApiError::invalid("all line items of a session share one currency")
                .param(format!("{path}[price_data][currency]")));
        }
        items.push(item);
    }
    Ok((items, currency.unwrap_or_default()))
}

fn line_item(item: &Value, path: &str, island: &Island) -> Result<(LineItem, String), ApiError> {
    if let Some(id) = text(item, "price") {
        return priced(item, path, island, id);
    }
    let data = item.get("price_data").ok_or_else(|| missing(&format!("{path}[price_data]")))?;
    let product =
        data.get("product_data").ok_or_else(|| missing(&format!("{path}[price_data][product_data]")))?;
    let integer = |value: &Value, name: &str, path: String| {
        let number = value.get(name).ok_or_else(|| missing(&path))?;
        let number = number.as_i64().unwrap_or(-1);
        Ok::<_, ApiError>((number, path))
    };
    let (unit_amount, amount_path) =
        integer(data, "unit_amount", format!("{path}[price_data][unit_amount]"))?;
    let (quantity, quantity_path) = integer(item, "quantity", format!("{path}[quantity]"))?;
    let refused = |message: &str, param: String| {
        Err(ApiError::invalid(format!("invalid {param}: {message}"))
            .code("parameter_invalid_integer")
            .param(param))
    };
    if quantity < 1 {
        return refused("must be 1 or more", quantity_path);
    }
    if unit_amount < 0 {
        return refused("must be 0 or more", amount_path);
    }
    let currency = text(data, "currency").unwrap_or_default().to_lowercase();
    if !money::is_known(&currency) {
        let param = format!("{path}[price_data][currency]");
        return Err(ApiError::invalid(format!("invalid currency: {currency}")).param(param));
    }
    let step = money::step(&currency);
    if unit_amount % step != 0 {
        let message = format!("must be a multiple of {step} in {currency}");
        return refused(&message, amount_path);
    }
    let item = LineItem {
        id: String::new(),
        price: String::new(),
        product: String::new(),
        name: text(product, "name").unwrap_or_default().to_owned(),
        description: text(product, "description").map(str::to_owned),
        unit_amount,
        quantity,
        metadata: item.get("metadata").cloned().unwrap_or_default(),
        recurring: data.get("recurring").map(|recurring| {
            json!({ "interval": recurring["interval"], "interval_count": recurring["interval_count"].as_i64().unwrap_or(1) })
        }),
    };
    Ok((item, currency))
}

/// Returns a line with an existing price.
fn priced(item: &Value, path: &str, island: &Island, id: &str) -> Result<(LineItem, String), ApiError> {
    let object = |objects: &[Value], id: &Value| objects.iter().find(|object| object["id"] == *id).cloned();
    let price = object(&island.prices, &json!(id)).unwrap_or_default();
    let product = object(&island.products, &price["product"]).unwrap_or_default();
    let quantity = item["quantity"].as_i64().ok_or_else(|| missing(&format!("{path}[quantity]")))?;
    let item = LineItem {
        id: String::new(),
        price: id.to_owned(),
        product: text(&price, "product").unwrap_or_default().to_owned(),
        name: text(&product, "name").unwrap_or_default().to_owned(),
        description: text(&product, "description").map(str::to_owned),
        unit_amount: price["unit_amount"].as_i64().unwrap_or_default(),
        quantity: quantity.max(1),
        metadata: item.get("metadata").cloned().unwrap_or_default(),
        recurring: Some(price["recurring"].clone()).filter(|recurring| !recurring.is_null()),
    };
    Ok((item, text(&price, "currency").unwrap_or_default().to_owned()))
}
