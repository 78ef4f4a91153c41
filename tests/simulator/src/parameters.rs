//! What a request may contain: names, types, limits. The table is data; this file reads it and checks a form
//! against it.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::error::ApiError;
use crate::form::Form;

mod tables;

pub(crate) use tables::*;

/// The parameters of one operation.
#[derive(Debug)]
pub(crate) struct Parameters {
    root: Field,
}

impl Parameters {
    /// Reads the table: one parameter per line, with its path, its type, then `required`, `clearable` (an
    /// empty text unsets it), `max=` characters and `values=`.
    fn read(table: &'static str) -> Self {
        let mut root = Field::default();
        for line in table.lines() {
            let mut words = line.split(' ');
            let path = words.next().unwrap_or_default();
            let mut field = Field { kind: words.next().unwrap_or_default(), ..Field::default() };
            for word in words {
                match word.split_once('=') {
                    Some(("max", max)) => field.max = max.parse().ok(),
                    Some(("values", values)) => field.values = values.split(',').collect(),
                    _ if word == "required" => field.required = true,
                    _ => field.clearable = true,
                }
            }
            root.place(path, field);
        }
        root.kind = "object";
        Self { root }
    }

    /// Returns the form as typed JSON, or the first error.
    pub(crate) fn check(&self, form: &Form) -> Result<Value, ApiError> {
        self.root.check(form, "")
    }
}

#[derive(Debug, Default)]
struct Field {
    kind: &'static str,
    list: bool,
    required: bool,
    clearable: bool,
    max: Option<usize>,
    values: Vec<&'static str>,
    children: BTreeMap<&'static str, Field>,
}

impl Field {
    fn place(&mut self, path: &'static str, mut field: Field) {
        match path.split_once('.') {
            Some((parent, rest)) => {
                let parent = parent.trim_end_matches("[]");
                self.children.entry(parent).or_default().place(rest, field);
            }
            None => {
                field.list = path.ends_with("[]");
                self.children.insert(path.trim_end_matches("[]"), field);
            }
        }
    }

    fn check(&self, form: &Form, path: &str) -> Result<Value, ApiError> {
        if let Form::Text(text) = form
            && text.is_empty()
            && self.clearable
        {
            return Ok(Value::Null);
        }
        if !self.list {
            return self.check_one(form, path);
        }
        let items = form.items().ok_or_else(|| {
            ApiError::invalid(format!("{path} must be a list, such as {path}[0]")).param(path)
        })?;
        let checked = items
            .iter()
            .enumerate()
            .map(|(index, item)| self.check_one(item, &format!("{path}[{index}]")))
            .collect::<Result<Vec<_>, _>>()?;
        Ok(Value::Array(checked))
    }

    fn check_one(&self, form: &Form, path: &str) -> Result<Value, ApiError> {
        match (self.kind, form) {
            ("object", Form::Branch(given)) => self.check_record(given, path),
            ("map", Form::Branch(given)) => check_map(given, path, false),
            ("changes", Form::Branch(given)) => check_map(given, path, true),
            ("object" | "map" | "changes", Form::Text(_)) => {
                Err(ApiError::invalid(format!("{path} must be an object")).param(path))
            }
            (_, Form::Branch(_)) => {
                Err(ApiError::invalid(format!("{path} must be a single value")).param(path))
            }
            (_, Form::Text(text)) => self.check_text(text, path),
        }
    }

    fn check_record(&self, given: &BTreeMap<String, Form>, path: &str) -> Result<Value, ApiError> {
        let mut record = Map::new();
        for (name, form) in given {
            let path = joined(path, name);
            let Some(field) = self.children.get(name.as_str()) else {
                return Err(ApiError::invalid(format!("unknown parameter: {path}"))
                    .code("parameter_unknown")
                    .param(path));
            };
            record.insert(name.clone(), field.check(form, &path)?);
        }
        for (name, field) in &self.children {
            if field.required && !record.contains_key(*name) {
                return Err(missing(&joined(path, name)));
            }
        }
        Ok(Value::Object(record))
    }

    fn check_text(&self, text: &str, path: &str) -> Result<Value, ApiError> {
        if text.is_empty() {
            return Err(ApiError::invalid(format!("{path} is empty; leave it out, it cannot be unset"))
                .code("parameter_invalid_empty")
                .param(path));
        }
        if let Some(max) = self.max
            && text.chars().count() > max
        {
            return Err(ApiError::invalid(format!("{path} is longer than {max} characters")).param(path));
        }
        let refused = |expected: &str| ApiError::invalid(format!("invalid {path}: {expected}")).param(path);
        match self.kind {
            "int" | "timestamp" => text
                .parse::<i64>()
                .map(|n| json!(n))
                .map_err(|_| refused("must be an integer").code("parameter_invalid_integer")),
            "bool" => text.parse::<bool>().map(|b| json!(b)).map_err(|_| refused("must be true or false")),
            "number" | "decimal" if !is_decimal(text) => Err(refused("must be a decimal number")),
            "enum" if !self.values.contains(&text) => {
                Err(refused(&format!("must be one of {}", self.values.join(", "))))
            }
            _ => Ok(json!(text)),
        }
    }
}

/// Checks maps such as `metadata`: at most 50 keys of 40 characters, values of 500.
fn check_map(given: &BTreeMap<String, Form>, path: &str, changes: bool) -> Result<Value, ApiError> {
    if given.len() > 50 {
        return Err(ApiError::invalid(format!("{path} has more than 50 keys")).param(path));
    }
    let mut map = Map::new();
    for (key, form) in given {
        let path = joined(path, key);
        let Form::Text(text) = form else {
            return Err(ApiError::invalid(format!("{path} must be a text")).param(path));
        };
        if key.chars().count() > 40 || text.chars().count() > 500 {
            return Err(ApiError::invalid(format!(
                "{path} is too long: keys have at most 40 characters, values at most 500"
            ))
            .param(path));
        }
        // An empty value unsets the key, which on a new object means that it is absent.
        if !text.is_empty() {
            map.insert(key.clone(), json!(text));
        } else if changes {
            map.insert(key.clone(), Value::Null);
        }
    }
    Ok(Value::Object(map))
}

/// 400 `parameter_missing`.
pub(crate) fn missing(path: &str) -> ApiError {
    ApiError::invalid(format!("missing required parameter: {path}")).code("parameter_missing").param(path)
}

fn joined(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}[{name}]") }
}

fn is_decimal(text: &str) -> bool {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    digits(whole.strip_prefix('-').unwrap_or(whole)) && digits(fraction) && fraction.len() <= 12
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::decode;

    fn refusal(body: &str) -> (Option<&'static str>, String) {
        let error = CREATE_SESSION.check(&decode(body.as_bytes()).unwrap()).unwrap_err();
        assert_eq!(error.status, 400);
        (error.code, error.param.unwrap_or_default())
    }

    #[test]
    fn values_get_their_types() {
        let form = decode(
            b"mode=payment&line_items[0][quantity]=2&allow_promotion_codes=false&expand[]=line_items\
              &metadata[order_id]=42&expires_at=1793000000",
        )
        .unwrap();
        assert_eq!(
            CREATE_SESSION.check(&form).unwrap(),
            json!({"mode": "payment", "line_items": [{"quantity": 2}], "allow_promotion_codes": false,
                   "expand": ["line_items"], "metadata": {"order_id": "42"}, "expires_at": 1793000000})
        );
    }

    #[test]
    fn faults_name_the_parameter_in_brackets() {
        let quantity = "line_items[0][quantity]".to_owned();
        assert_eq!(refusal("line_items[0][quantity]=two"), (Some("parameter_invalid_integer"), quantity));
        assert_eq!(
            refusal("line_items[0][price_data][unit_amount]=100"),
            (Some("parameter_missing"), "line_items[0][price_data][currency]".to_owned())
        );
        assert_eq!(
            refusal("line_items[0][price_data][colour]=red"),
            (Some("parameter_unknown"), "line_items[0][price_data][colour]".to_owned())
        );
        assert_eq!(
            refusal("customer_email="),
            (Some("parameter_invalid_empty"), "customer_email".to_owned())
        );
        assert_eq!(refusal("mode=paymnet"), (None, "mode".to_owned()));
        assert_eq!(refusal("phone_number_collection[enabled]=yes").1, "phone_number_collection[enabled]");
        assert_eq!(refusal("line_items=3").1, "line_items");
        assert_eq!(refusal("line_items[first][quantity]=3").1, "line_items");
        assert_eq!(refusal("payment_intent_data=3").1, "payment_intent_data");
        assert_eq!(refusal("mode[a]=payment").1, "mode");
        assert_eq!(refusal(&format!("client_reference_id={}", "x".repeat(201))).1, "client_reference_id");
        assert_eq!(
            refusal(&format!("metadata[{}]=1", "k".repeat(41))).1,
            format!("metadata[{}]", "k".repeat(41))
        );
    }

    #[test]
    fn clearable_parameters_may_be_empty() {
        let form = decode(b"custom_text[submit]=").unwrap();
        assert_eq!(CREATE_SESSION.check(&form).unwrap(), json!({"custom_text": {"submit": null}}));
    }
}
