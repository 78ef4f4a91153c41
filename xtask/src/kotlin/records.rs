//! The records that users fill and read, finished for Kotlin's explicit API mode and for Java.

use std::collections::BTreeMap;

use crate::declared::operations::Operation;
use crate::declared::records::{self as declared, Privacy};
use crate::declared::words::camel;

/// The records as the core declares them.
type Declared = BTreeMap<String, declared::Record>;

const CLASS: &str = "public data class ";
const COMPANION: &str = "    companion object\n";

/// A record as UniFFI writes it.
pub(super) struct Record<'s> {
    pub(super) name: &'s str,
    /// The comment above it, as it stands there.
    pub(super) doc: &'s str,
    pub(super) fields: Vec<Field<'s>>,
}

/// One of its fields.
pub(super) struct Field<'s> {
    /// Between backticks where it is a word of Kotlin's.
    pub(super) name: &'s str,
    pub(super) kind: &'s str,
    pub(super) default: Option<&'s str>,
}

/// All public records of a source.
pub(super) fn records(source: &str) -> Vec<Record<'_>> {
    source.match_indices(CLASS).filter_map(|(at, _)| record(&source[..at], &source[at..])).collect()
}

/// Gives companions the visibility that explicit API mode wants, records that are parameters the
/// operation that they are for and the builder that Java needs, and all of them a text that is as the core
/// declares it.
pub(super) fn finish(source: &str, operations: &[Operation], declared: &Declared) -> String {
    let mut out = String::with_capacity(source.len() * 2);
    let objects = objects(source);
    let mut start = 0;
    let next = |from: usize| source[from..].find(CLASS).map_or(source.len(), |at| from + at);
    while start < source.len() {
        let end = next(if source[start..].starts_with(CLASS) { start + CLASS.len() } else { start });
        let piece = &source[start..end];
        let operation = |record: &Record<'_>| operations.iter().find(|known| known.record == record.name);
        match record("", piece) {
            Some(record) => {
                let is_object = objects.contains(&record.name);
                out.push_str(&class(piece, &record, operation(&record), is_object, declared));
            }
            None => out.push_str(&public_companions(piece)),
        }
        start = end;
    }
    out
}

/// Reads the record at the start of a source; `before` ends with its comment.
fn record<'s>(before: &'s str, source: &'s str) -> Option<Record<'s>> {
    let (name, rest) = source.strip_prefix(CLASS)?.split_once(" (\n")?;
    let (parameters, _) = rest.split_once("\n)")?;
    let doc = before.rfind("/**").map_or("", |at| &before[at..]).trim_end();
    let mut fields = Vec::new();
    for (at, _) in parameters.match_indices("    val ") {
        let line = parameters[at..].lines().next()?.trim().strip_prefix("val ")?;
        let (name, rest) = line.split_once(": ")?;
        let (kind, default) = match rest.split_once(" = ") {
            Some((kind, default)) => (kind, Some(default.trim_end())),
            None => (rest.trim_end(), None),
        };
        fields.push(Field { name: plain(name), kind, default });
    }
    Some(Record { name, doc: if doc.ends_with("*/") { doc } else { "" }, fields })
}

/// A name without the backticks that UniFFI puts around all of them, where it can do without.
fn plain(name: &str) -> &str {
    let inner = name.trim_matches('`');
    if matches!(inner, "object" | "in" | "is" | "as" | "when" | "interface") { name } else { inner }
}

/// The class again, finished.
fn class(
    source: &str,
    record: &Record<'_>,
    operation: Option<&Operation>,
    is_object: bool,
    declared: &Declared,
) -> String {
    let (head, rest) = source.split_once(" (\n").unwrap_or((source, ""));
    let (parameters, rest) = rest.split_once("\n)").unwrap_or((rest, ""));
    // Constructors that leave out the last arguments would be others with every field that is added.
    let has_builder = !is_object && record.fields.iter().any(|field| field.default.is_some());
    let supertypes = match operation {
        Some(operation) => format!(" : {} ", operation.supertypes()),
        None if is_object => " : StripeObject ".to_owned(),
        None => String::new(),
    };
    let parameters = match is_object {
        true => parameters
            .replace("    val `raw`", "    override val `raw`")
            .replace("    val `replayed`", "    override val `replayed`"),
        false => parameters.to_owned(),
    };
    let mut inner = String::new();
    inner.push_str(&text(record, declared.get(record.name)));
    if is_object {
        inner.push_str(&equality(record));
    }
    if has_builder {
        inner.push_str(&builder(record));
    }
    inner.push_str(&companion(record, operation, has_builder));
    let rest = rest.replacen(COMPANION, &inner, 1);
    [head, " (\n", &parameters, "\n)", &supertypes, &public_companions(&rest)].concat()
}

/// How an object came is no part of it: a replay equals what it repeats.
fn equality(record: &Record<'_>) -> String {
    let fields = || record.fields.iter().map(|field| field.name).filter(|name| *name != "replayed");
    let same: Vec<String> = fields().map(|name| format!("{name} == other.{name}")).collect();
    format!(
        "    override fun equals(other: Any?): Boolean =\n        other is {} && {}\n\n    override fun hashCode(): Int = java.util.Objects.hash({})\n\n",
        record.name,
        same.join(" && "),
        list(fields().map(str::to_owned)),
    )
}

fn companion(record: &Record<'_>, operation: Option<&Operation>, has_builder: bool) -> String {
    let mut out = String::from("    public companion object");
    if let Some(Operation { record, answer, name, .. }) = operation {
        out.push_str(&format!(" : OperationType<{record}, {answer}>(\"{name}\")"));
    }
    if has_builder {
        let required = required(record);
        let parameters = list(required.iter().map(|field| format!("{}: {}", field.name, field.kind)));
        let arguments = list(required.iter().map(|field| field.name.to_owned()));
        out.push_str(&format!(
            " {{\n        /** For Java: what is required; [Builder] takes the rest. */\n        @JvmStatic\n        public fun builder({parameters}): Builder = Builder({arguments})\n    }}"
        ));
    }
    out.push('\n');
    out
}

fn builder(record: &Record<'_>) -> String {
    let name = record.name;
    let parameters =
        list(required(record).iter().map(|field| format!("private val {}: {}", field.name, field.kind)));
    let mut out = format!(
        "    /** Fills a [{name}] one parameter after the other. */\n    public class Builder internal constructor({parameters}) {{\n"
    );
    for Field { name: field, kind, default } in &record.fields {
        if let Some(default) = default {
            out.push_str(&format!(
                "        private var {field}: {kind} = {default}\n\n        /** See [{name}.{field}]. */\n        public fun {field}({field}: {kind}): Builder = apply {{ this.{field} = {field} }}\n\n"
            ));
        }
    }
    let arguments = list(record.fields.iter().map(|field| field.name.to_owned()));
    out.push_str(&format!(
        "        /** The record. */\n        public fun build(): {name} = {name}({arguments})\n    }}\n\n"
    ));
    out
}

/// What cannot be left out.
pub(super) fn required<'r, 's>(record: &'r Record<'s>) -> Vec<&'r Field<'s>> {
    record.fields.iter().filter(|field| field.default.is_none()).collect()
}

/// The records of Stripe's objects.
pub(super) fn objects(generated: &str) -> Vec<&str> {
    let variants =
        generated.split(") : AnyObject()").filter_map(|text| text.rsplit_once("val v1: counterfoil."));
    let names = variants.map(|(_, object)| object);
    names.filter(|object| object.chars().all(char::is_alphanumeric)).collect()
}

fn list(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join(", ")
}

/// A text with the fields that the core declares as neither personal nor secret. A record that it does not
/// know shows its name alone; one that has nothing to hide keeps the text that every data class has.
fn text(record: &Record<'_>, declared: Option<&declared::Record>) -> String {
    let is_shown = |field: &&Field<'_>| {
        let name = field.name.trim_matches('`');
        declared.is_some_and(|known| known.of(Privacy::Shown).any(|field| camel(&field.name) == name))
    };
    if record.fields.iter().all(|field| is_shown(&field)) {
        return String::new();
    }
    let shown = list(record.fields.iter().filter(is_shown).map(|field| {
        let name = field.name;
        format!("{}=${{{name}}}", name.trim_matches('`'))
    }));
    format!("    override fun toString(): String = \"{}({shown})\"\n\n", record.name)
}

/// The core's documentation without links that only Rust can follow: their text alone.
pub(super) fn without_rust_links(source: &str) -> String {
    let mut pieces = source.split("[`");
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        out.push('`');
        match piece.split_once("`]") {
            Some((text, rest)) if !text.contains('\n') => {
                let after_target = rest.strip_prefix('(').and_then(|rest| rest.split_once(')'));
                out.extend([text, "`", after_target.map_or(rest, |(_, after)| after)]);
            }
            _ => out.push_str(piece),
        }
    }
    out
}

fn public_companions(source: &str) -> String {
    source.replace(COMPANION, &format!("    public {}", COMPANION.trim_start()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const REFUND: &str = "public data class CreateRefund (
    /**
     * Which.
     */
    val `charge`: kotlin.String
    , 
    val `a`: kotlin.Long? = null 
    , 
    val `b`: kotlin.Long? = null 
    , 
    val `c`: kotlin.Long? = null 
    , 
    /**
     * Yours.
     */
    val `metadata`: Metadata = mapOf() 
    
){
    companion object
}
";

    fn operation() -> Operation {
        Operation {
            record: "CreateRefund".into(),
            name: "refunds.create".into(),
            answer: "Refund".into(),
            writes: true,
            deletes: false,
            on_merchant: true,
            on_platform: false,
        }
    }

    #[test]
    fn companions_are_as_visible_as_their_class() {
        let source = "internal class A{\n    companion object\n}\npublic data class Step (\n    val `state`: kotlin.String\n    \n){\n    companion object\n}\n";
        let expected = "internal class A{\n    public companion object\n}\npublic data class Step (\n    val `state`: kotlin.String\n    \n){\n    public companion object\n}\n";
        let step = declared::Record {
            doc: Vec::new(),
            is_filled: false,
            is_object: false,
            fields: vec![field("state", Privacy::Shown)],
        };
        assert_eq!(finish(source, &[], &Declared::from([("Step".into(), step)])), expected);
    }

    #[test]
    fn defaults_become_a_builder_and_parameters_know_their_operation() {
        let finished = finish(REFUND, &[operation()], &Declared::new());
        for part in [
            "public data class CreateRefund (\n",
            "\n) : MerchantWrite<Refund> {\n",
            "    public class Builder internal constructor(private val charge: kotlin.String) {\n",
            "        private var metadata: Metadata = mapOf()\n\n        /** See [CreateRefund.metadata]. */\n",
            "public fun metadata(metadata: Metadata): Builder = apply { this.metadata = metadata }\n",
            "public fun build(): CreateRefund = CreateRefund(charge, a, b, c, metadata)\n",
            "public companion object : OperationType<CreateRefund, Refund>(\"refunds.create\") {\n",
            "public fun builder(charge: kotlin.String): Builder = Builder(charge)\n",
        ] {
            assert!(finished.contains(part), "{part}\n{finished}");
        }
    }

    fn field(name: &str, privacy: Privacy) -> declared::Field {
        declared::Field {
            name: name.to_owned(),
            kind: "String".to_owned(),
            doc: Vec::new(),
            section: declared::Section::Plain,
            privacy,
        }
    }

    #[test]
    fn a_record_prints_what_is_declared_as_harmless() {
        let fields = ["postalCode", "`object`", "paymentStatus", "clientSecret", "raw"];
        let fields: String = fields
            .map(|name| format!("    val `{}`: kotlin.String?\n    , \n", name.trim_matches('`')))
            .concat();
        let source = format!(
            "public data class Session (\n{fields}    val `created`: kotlin.Long?\n    \n){{\n    companion object\n}}\n"
        );
        let fields = vec![
            field("postal_code", Privacy::Personal),
            field("object", Privacy::Shown),
            field("payment_status", Privacy::Shown),
            field("client_secret", Privacy::Secret),
            field("created", Privacy::Shown),
        ];
        let session = declared::Record { doc: Vec::new(), is_filled: false, is_object: true, fields };
        let finished = finish(&source, &[], &Declared::from([("Session".into(), session)]));
        let text = "    override fun toString(): String = \"Session(object=${`object`}, paymentStatus=${paymentStatus}, created=${created})\"\n";
        assert!(finished.contains(text), "{finished}");
        assert!(!finished.contains("Builder"));
        // What the core does not declare shows nothing.
        let unknown = finish(&source, &[], &Declared::new());
        assert!(unknown.contains("    override fun toString(): String = \"Session()\"\n"), "{unknown}");
    }

    #[test]
    fn a_replay_equals_what_it_repeats() {
        let source = "public data class Refund (\n    val `id`: kotlin.String\n    , \n    val `raw`: kotlin.String\n    , \n    val `replayed`: kotlin.Boolean = false \n    \n){\n    companion object\n}\n    data class Refund(\n        val v1: counterfoil.Refund) : AnyObject()\n";
        let finished = finish(source, &[], &Declared::new());
        for part in [
            "        other is Refund && id == other.id && raw == other.raw\n",
            "    override fun hashCode(): Int = java.util.Objects.hash(id, raw)\n",
            "    override val `replayed`: kotlin.Boolean = false",
        ] {
            assert!(finished.contains(part), "{part}\n{finished}");
        }
        assert!(!finished.contains("Builder"), "{finished}");
    }

    #[test]
    fn links_for_rust_become_their_text() {
        let source = "what [`reconcile`](crate::webhook) needs, see [`Call`]; <https://docs.stripe.com/>";
        let expected = "what `reconcile` needs, see `Call`; <https://docs.stripe.com/>";
        assert_eq!(without_rust_links(source), expected);
    }

    #[test]
    fn a_record_is_read_with_its_comment_and_defaults() {
        let source = format!("/**\n * Gives back.\n */\n{REFUND}");
        let records = records(&source);
        assert_eq!((records[0].name, records[0].doc), ("CreateRefund", "/**\n * Gives back.\n */"));
        let fields: Vec<_> = records[0].fields.iter().map(|field| (field.name, field.default)).collect();
        assert_eq!(fields[0], ("charge", None));
        assert_eq!(fields[4], ("metadata", Some("mapOf()")));
    }
}
