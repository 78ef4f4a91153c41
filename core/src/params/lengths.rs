//! The maximum lengths of parameters that have no field and can only be given in `extra`.

/// Operation, path without indices, and maximum number of characters, from Stripe's OpenAPI document of
/// 2026-10-28.endive.
#[rustfmt::skip]
const LENGTHS: &[(&str, &str, u32)] = &[
    ("checkout.sessions.create", "line_items.price_data.product_data.tax_details.performance_location", 5000),
    ("checkout.sessions.create", "payment_method_options.klarna.subscriptions.name", 255),
    ("checkout.sessions.create", "payment_method_options.klarna.subscriptions.next_billing.date", 5000),
    ("checkout.sessions.create", "payment_method_options.klarna.subscriptions.reference", 255),
    ("checkout.sessions.create", "payment_method_options.paypal.reference", 127),
    ("checkout.sessions.create", "payment_method_options.paypal.risk_correlation_id", 32),
    ("checkout.sessions.create", "payment_method_options.payto.mandate_options.end_date", 5000),
    ("checkout.sessions.create", "payment_method_options.payto.mandate_options.start_date", 5000),
    ("checkout.sessions.create", "payment_method_options.pix.mandate_options.end_date", 5000),
    ("checkout.sessions.create", "payment_method_options.pix.mandate_options.reference", 35),
    ("checkout.sessions.create", "payment_method_options.pix.mandate_options.start_date", 5000),
    ("checkout.sessions.create", "payment_method_options.swish.reference", 5000),
    ("checkout.sessions.create", "payment_method_options.upi.mandate_options.description", 20),
    ("customers.create", "business_name", 150),
    ("customers.create", "individual_name", 150),
    ("customers.create", "invoice_settings.custom_fields.name", 40),
    ("customers.create", "invoice_settings.custom_fields.value", 140),
];

/// Returns the maximum length at a path of an operation, or `None` if none is known.
pub(crate) fn most<'n>(operation: &str, names: impl Iterator<Item = &'n str> + Clone) -> Option<u32> {
    let is_at = |path: &str| path.split('.').eq(names.clone());
    let found = LENGTHS.iter().find(|(of, path, _)| *of == operation && is_at(path));
    found.map(|(.., most)| *most)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::{Of, Record, registry};

    fn is_named(record: &Record, path: &str) -> bool {
        let (name, rest) = path.split_once('.').map_or((path, None), |(name, rest)| (name, Some(rest)));
        let field = record.fields.iter().find(|field| field.name == name);
        match (field.map(|field| field.shape.of), rest) {
            (None, _) => false,
            (Some(Of::Record(inner)), Some(rest)) => is_named(inner, rest),
            (Some(_), rest) => rest.is_none(),
        }
    }

    #[test]
    fn the_table_is_of_parameters_that_no_record_names() {
        for (name, path, _) in LENGTHS {
            let operation = registry::operation(name).unwrap();
            assert!(!is_named(operation.params, path), "{path} is checked by its field: remove it here");
        }
    }
}
