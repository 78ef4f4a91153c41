//! The classes of records.

use std::fmt::Write;

use super::words;
use crate::docs;
use crate::names::camel;
use crate::{Api, Field, Kind, Operation, Record, RecordKind, Scope, Type};

/// The hand-written ones.
pub(super) const BY_HAND: [&str; 1] = ["Fee"];

/// Returns the classes of all records of a kind.
pub(super) fn of_kind(api: &Api, kind: RecordKind) -> String {
    let records = api.records.iter().filter(|record| record.kind == kind);
    let written = records.filter(|record| !BY_HAND.contains(&&*record.name));
    written.map(|record| class(api, record)).collect::<Vec<_>>().join("\n")
}

fn class(api: &Api, record: &Record) -> String {
    let name = &record.name;
    let is_object = record.is_object();
    let operation = api.operations.iter().find(|operation| operation.params == *name);
    let (inside, beside) = words::classes(record);
    let mut out = docs::block(&record.docs, "");
    out.push_str(&match (is_object, operation) {
        (true, _) => format!(
            "public class {name} internal constructor(values: Values, raw: Raw, replayed: Boolean = false) :\n    StripeObject(values, raw, replayed) {{\n"
        ),
        (_, Some(operation)) => format!(
            "public class {name} internal constructor(values: Values) :\n    Parameters(values),\n    {} {{\n    override val operationType: OperationType<*, *> get() = Companion\n\n",
            supertypes(operation),
        ),
        _ => format!("public class {name} internal constructor(values: Values) : StripeRecord(values) {{\n"),
    });
    for field in &record.fields {
        out.push_str(&property(api, record, field));
    }
    out.push_str(&text(record));
    out.push_str(&inside);
    if is_filled(record) {
        out.push_str(&builder(api, record));
    }
    out.push_str(&companion(record, operation));
    out.push_str("}\n");
    if is_filled(record) && !record.fields.is_empty() {
        out.push_str(&function(record));
    }
    if !beside.is_empty() {
        out.push('\n');
        out.push_str(beside.trim_end());
        out.push('\n');
    }
    out
}

/// Returns whether users create it: parameters, and records that the core both returns and takes.
fn is_filled(record: &Record) -> bool {
    record.is_input() || record.kind == RecordKind::Data
}

/// Returns who can send the operation, and the type of its result.
fn supertypes(operation: &Operation) -> String {
    let kind = match operation.kind {
        Kind::Read => "Read",
        Kind::Write => "Write",
        Kind::Delete => "Delete",
    };
    let owners: &[&str] = match operation.scope {
        Scope::Merchant => &["Merchant"],
        Scope::Platform => &["Platform"],
        Scope::Both => &["Merchant", "Platform"],
    };
    let answer = answer(operation);
    let types: Vec<String> = owners.iter().map(|owner| format!("{owner}{kind}<{answer}>")).collect();
    types.join(",\n    ")
}

/// Returns `Refund`, or `Page<Refund>`.
pub(super) fn answer(operation: &Operation) -> String {
    if operation.list { format!("Page<{}>", operation.answer) } else { operation.answer.clone() }
}

/// Returns a field's name, in backticks if it is a Kotlin keyword.
pub(super) fn name(field: &Field) -> String {
    match camel(&field.name) {
        name if matches!(
            &*name,
            "object" | "in" | "is" | "as" | "when" | "interface" | "null" | "package"
        ) =>
        {
            format!("`{name}`")
        }
        name => name,
    }
}

/// Returns whether a field always has a value: if it was not given, it is empty, zero or `false`.
fn is_there(field: &Field) -> bool {
    field.list || field.type_ == Type::Metadata || !field.optional
}

/// Returns whether a record cannot be created without the field.
pub(super) fn is_required(record: &Record, field: &Field) -> bool {
    match record.kind {
        RecordKind::Data => is_there(field),
        _ => !field.can_be_left_out(),
    }
}

/// Returns the fields as arguments, with required ones first.
fn arguments(record: &Record) -> Vec<&Field> {
    let (required, others): (Vec<_>, Vec<_>) =
        record.fields.iter().partition(|field| is_required(record, field));
    [required, others].concat()
}

/// Returns the type of a field's items.
fn item(record: &Record, field: &Field) -> String {
    match &field.type_ {
        Type::Text if !field.words.is_empty() => words::type_name(record, field),
        Type::Text | Type::Percent => "String".to_owned(),
        Type::Integer => "Long".to_owned(),
        Type::Boolean => "Boolean".to_owned(),
        Type::Metadata => "Map<String, String>".to_owned(),
        Type::Fee => "Fee".to_owned(),
        Type::Record(name) => name.clone(),
    }
}

pub(super) fn type_of(record: &Record, field: &Field) -> String {
    let item = item(record, field);
    match () {
        () if field.list => format!("List<{item}>"),
        () if is_there(field) => item,
        () => format!("{item}?"),
    }
}

fn property(api: &Api, record: &Record, field: &Field) -> String {
    let key = &field.name;
    let item = item(record, field);
    let is_word = !field.words.is_empty();
    let read = match &field.type_ {
        Type::Text if is_word && field.list => {
            format!("values.texts(\"{key}\").map {{ {} }}", word(&item, field))
        }
        Type::Text if is_word && is_there(field) => {
            format!("values.text(\"{key}\").let {{ {} }}", word(&item, field))
        }
        Type::Text if is_word => {
            format!("values.textOrNull(\"{key}\")?.let {{ {} }}", word(&item, field))
        }
        Type::Percent => format!("values.decimalOrNull(\"{key}\")"),
        Type::Text if field.list => format!("values.texts(\"{key}\")"),
        Type::Text if is_there(field) => format!("values.text(\"{key}\")"),
        Type::Text => format!("values.textOrNull(\"{key}\")"),
        Type::Integer if field.list => format!("values.integers(\"{key}\")"),
        Type::Integer if is_there(field) => format!("values.integer(\"{key}\")"),
        Type::Integer => format!("values.integerOrNull(\"{key}\")"),
        Type::Boolean if is_there(field) => format!("values.flag(\"{key}\")"),
        Type::Boolean => format!("values.flagOrNull(\"{key}\")"),
        Type::Metadata => format!("values.pairs(\"{key}\")"),
        Type::Fee => format!("values.record(\"{key}\", ::Fee)"),
        Type::Record(name) => {
            let make = match is_object(api, name) {
                true if is_filled(record) => {
                    return property_of(record, field, &format!("values.getValue(\"{key}\") as {name}"));
                }
                true if field.list => {
                    let read = format!("objects(\"{key}\") {{ item, raw -> {name}(item, raw) }}");
                    return property_of(record, field, &read);
                }
                true => format!("{{ {name}(it, Raw.NONE) }}"),
                false => format!("::{name}"),
            };
            let reader = match () {
                () if field.list => "records",
                () if is_there(field) => "recordOrEmpty",
                () => "record",
            };
            match make.strip_prefix("::") {
                Some(_) => format!("values.{reader}(\"{key}\", {make})"),
                None => format!("values.{reader}(\"{key}\") {make}"),
            }
        }
    };
    property_of(record, field, &read)
}

fn property_of(record: &Record, field: &Field, read: &str) -> String {
    let mut out = docs::block(&field.docs, "    ");
    let _ =
        write!(out, "    public val {}: {}\n        get() = {read}\n\n", name(field), type_of(record, field));
    out
}

/// Returns how a text is converted to one of a field's words; a closed list has no others.
fn word(class: &str, field: &Field) -> String {
    if field.closed { format!("checkNotNull({class}.of(it))") } else { format!("{class}.of(it)") }
}

fn is_object(api: &Api, name: &str) -> bool {
    api.record(name).is_some_and(Record::is_object)
}

/// Returns `toString`, with the fields that may be shown.
fn text(record: &Record) -> String {
    let shown = record.fields.iter().filter(|field| field.privacy.is_none() && field.type_ != Type::Metadata);
    let shown: String =
        shown.map(|field| format!(", \"{}\", {}", name(field).trim_matches('`'), name(field))).collect();
    format!("    override fun toString(): String = describe(\"{}\"{shown})\n\n", record.name)
}

fn builder(api: &Api, record: &Record) -> String {
    let class = &record.name;
    let mut out = format!(
        "    /** Builds a [{class}], one field after the other. */\n    public class Builder internal constructor(values: Values) : RecordBuilder(values) {{\n"
    );
    for field in &record.fields {
        let (name, key) = (name(field), &field.name);
        let _ = write!(
            out,
            "        /** See [{class}.{}]. */\n        public fun {name}({name}: {}): Builder = apply {{ {}(\"{key}\", {}) }}\n\n",
            name.trim_matches('`'),
            type_of(record, field),
            if is_required(record, field) { "keep" } else { "put" },
            stored(api, record, field),
        );
    }
    let _ = write!(
        out,
        "        /** Returns the record. */\n        public fun build(): {class} = {class}(built())\n    }}\n\n    /** Returns a builder that starts from this record. */\n    public fun toBuilder(): Builder = Builder(values)\n\n"
    );
    out
}

/// Returns a value as the record stores it.
fn stored(api: &Api, record: &Record, field: &Field) -> String {
    let name = name(field);
    let access = if is_there(field) { "." } else { "?." };
    match &field.type_ {
        Type::Record(of) if is_object(api, of) && is_filled(record) => name,
        Type::Fee | Type::Record(_) if field.list => format!("{name}.map {{ it.values }}"),
        Type::Fee | Type::Record(_) => format!("{name}{access}values"),
        _ if field.words.is_empty() => match default(record, field) {
            Some(default) if matches!(default, "0" | "false" | "\"\"") => {
                format!("{name}.takeIf {{ it != {} }}", if default == "0" { "0L" } else { default })
            }
            _ => name,
        },
        _ if field.list => format!("{name}.map {{ it.value }}"),
        _ => format!("{name}{access}value"),
    }
}

fn companion(record: &Record, operation: Option<&Operation>) -> String {
    let class = &record.name;
    let mut inner = String::new();
    if operation.is_some() {
        let _ = writeln!(inner, "        override fun of(values: Values): {class} = {class}(values)");
    }
    if is_filled(record) {
        let required: Vec<&Field> = record.fields.iter().filter(|field| is_required(record, field)).collect();
        let parameters: Vec<String> =
            required.iter().map(|field| format!("{}: {}", name(field), type_of(record, field))).collect();
        let calls: String = required.iter().map(|field| format!(".{0}({0})", name(field))).collect();
        if !inner.is_empty() {
            inner.push('\n');
        }
        let _ = write!(
            inner,
            "        /** For Java: takes the required fields; [Builder] takes the others. */\n        @JvmStatic\n        public fun builder({}): Builder =\n            Builder(emptyMap()){calls}\n",
            parameters.join(", "),
        );
    }
    let supertype = match operation {
        Some(operation) => {
            format!(" :\n        OperationType<{class}, {}>(\"{}\")", answer(operation), operation.name)
        }
        None => String::new(),
    };
    format!("    public companion object{supertype} {{\n{inner}    }}\n")
}

/// Returns the default of a field, or nothing if it is required.
fn default(record: &Record, field: &Field) -> Option<&'static str> {
    Some(match &field.type_ {
        _ if is_required(record, field) => return None,
        _ if field.list => "emptyList()",
        Type::Metadata => "emptyMap()",
        Type::Integer if is_there(field) => "0",
        Type::Boolean if is_there(field) => "false",
        Type::Text if is_there(field) && field.words.is_empty() => "\"\"",
        _ => "null",
    })
}

/// Returns the function that creates a record in Kotlin; compiled code does not call it.
fn function(record: &Record) -> String {
    let class = &record.name;
    let mut parameters = String::new();
    let mut calls = String::new();
    let mut required = Vec::new();
    for field in arguments(record) {
        let (name, kind) = (name(field), type_of(record, field));
        let Some(default) = default(record, field) else {
            let _ = writeln!(parameters, "    {name}: {kind},");
            required.push(name);
            continue;
        };
        let _ = writeln!(parameters, "    {name}: {kind} = {default},");
        let _ = writeln!(calls, "    .{name}({name})");
    }
    format!(
        "\n/** Creates a [{class}] from named arguments, which are its properties. */\n@JvmSynthetic\n@Suppress(\"NOTHING_TO_INLINE\", \"FunctionName\")\npublic inline fun {class}(\n{parameters}): {class} = {class}.builder({})\n{calls}    .build()\n",
        required.join(", "),
    )
}

#[cfg(test)]
mod tests {
    use super::super::tests::written;

    #[test]
    fn parameters_are_made_by_name_and_know_their_operation() {
        let params = written("Params");
        for part in [
            "public class CreateRefund internal constructor(values: Values) :\n    Parameters(values),\n    MerchantWrite<Refund> {\n",
            "    public val amount: Long?\n        get() = values.integerOrNull(\"amount\")\n",
            "    public val metadata: Map<String, String>\n        get() = values.pairs(\"metadata\")\n",
            "        public fun amount(amount: Long?): Builder = apply { put(\"amount\", amount) }\n",
            "public inline fun CreateRefund(\n",
            "    amount: Long? = null,\n",
            "): CreateRefund = CreateRefund.builder()\n",
            "    .amount(amount)\n",
            "        OperationType<CreateRefund, Refund>(\"refunds.create\") {\n",
            "        OperationType<ListRefunds, Page<Refund>>(\"refunds.list\") {\n",
            "        get() = values.records(\"line_items\", ::LineItem)\n",
            "apply { put(\"line_items\", lineItems.map { it.values }) }",
            "apply { put(\"mode\", mode?.value) }",
            "    public val mode: Mode?\n",
        ] {
            assert!(params.contains(part), "{part}");
        }
        let records = written("ParamRecords");
        for part in [
            "        public fun builder(currency: String): Builder =\n            Builder(emptyMap()).currency(currency)\n",
            "public inline fun PriceData(\n    currency: String,\n",
            "    applicationFee: Long = 0,\n",
        ] {
            assert!(records.contains(part), "{part}");
        }
    }

    #[test]
    fn objects_have_their_json_and_show_nothing_private() {
        let objects = written("Objects");
        for part in [
            "public class Refund internal constructor(values: Values, raw: Raw, replayed: Boolean = false) :\n    StripeObject(values, raw, replayed) {\n",
            "    public val id: String\n        get() = values.text(\"id\")\n",
            "objects(\"balance_transactions\") { item, raw -> BalanceTransaction(item, raw) }\n",
        ] {
            assert!(objects.contains(part), "{part}");
        }
        let shown = objects.lines().filter(|line| line.contains("describe("));
        for line in shown {
            for secret in ["clientSecret", "metadata", "\"secret\"", "customerEmail"] {
                assert!(!line.contains(secret), "{line}");
            }
        }
        assert!(!objects.contains("Builder"));
    }
}
