use crate::error::Error;
use crate::json::Json;

use super::event;

/// Returns the body of an event that is described by a JSON object, for languages without the builder:
/// `{"type": "charge.refunded", "shape": "thin", "account": "acct_…", "object": {"amount_refunded": 100}}`.
///
/// `type` is required. `shape` is `snapshot`, the default, or `thin`; `account` is the merchant's, or `null`
/// for an event of the platform's own account; `id`, `created` and `livemode` are those of the event;
/// `object` has the members of the object to replace, and `previous_attributes` their earlier values.
///
/// Errors: `invalid_json`, `wrong_type`, `unknown_parameter`, `unknown_event_type`.
pub fn event_from_json(options: &str) -> Result<String, Error> {
    let wrong =
        |path: &str, expected: &str| Err(Error::fault(path, "wrong_type", format!("expected {expected}")));
    let Json::Object(options) = Json::parse(options)? else { return wrong("", "a JSON object") };
    let kind = options.iter().find(|(key, _)| key == "type").map(|(_, kind)| kind);
    let Some(Json::Text(kind)) = kind else { return wrong("type", "a string") };
    let mut event = event(kind)?;
    let mut is_thin = false;
    for (key, value) in &options {
        event = match (key.as_str(), value) {
            ("type", _) => event,
            ("shape", Json::Text(shape)) if matches!(shape.as_str(), "snapshot" | "thin") => {
                is_thin = shape == "thin";
                event
            }
            ("shape", _) => return wrong("shape", "`snapshot` or `thin`"),
            ("id", Json::Text(id)) => event.id(id),
            ("id", _) => return wrong("id", "a string"),
            ("account", Json::Text(account)) => event.account(account),
            ("account", Json::Null) => event.on_platform(),
            ("account", _) => return wrong("account", "a string or null"),
            ("created", Json::Int(created)) => event.created(*created),
            ("created", _) => return wrong("created", "an integer"),
            ("livemode", Json::Bool(true)) => event.live(),
            ("livemode", Json::Bool(false)) => event,
            ("livemode", _) => return wrong("livemode", "a boolean"),
            ("object", Json::Object(members)) => {
                event.changes.extend(members.iter().cloned());
                event
            }
            ("object", _) => return wrong("object", "an object"),
            ("previous_attributes", Json::Object(members)) => {
                event.previous = members.clone();
                event
            }
            ("previous_attributes", _) => return wrong("previous_attributes", "an object"),
            _ => {
                let text = "expected `type`, `shape`, `id`, `account`, `created`, `livemode`, `object` or `previous_attributes`";
                return Err(Error::fault(key, "unknown_parameter", text));
            }
        };
    }
    Ok(if is_thin { event.thin() } else { event.snapshot() })
}
