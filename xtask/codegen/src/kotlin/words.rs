//! Words: an enum if Stripe accepts no others, otherwise a class with a constant for each known word.

use crate::docs;
use crate::names::pascal;
use crate::{Field, Record};

/// Those with a name of their own, at the top level.
const NAMED: [(&str, &str, &str); 3] = [
    ("CreateSession", "mode", "Mode"),
    ("MethodStanding", "setting", "MethodSetting"),
    ("Subject", "plan_status", WRITTEN),
];

/// The hand-written one, next to the function that computes it.
const WRITTEN: &str = "PlanStatus";

/// Returns the type of a field that holds words, as other code refers to it.
pub(super) fn type_name(record: &Record, field: &Field) -> String {
    match named(record, field) {
        Some(name) => name.to_owned(),
        None => format!("{}.{}", record.name, nested_name(field)),
    }
}

/// Returns the classes of a record's words: nested ones and top-level ones.
pub(super) fn classes(record: &Record) -> (String, String) {
    let (mut inside, mut beside) = (String::new(), String::new());
    for field in record.fields.iter().filter(|field| !field.words.is_empty()) {
        match named(record, field) {
            Some(WRITTEN) => {}
            Some(name) => beside.push_str(&(class(name, field, "") + "\n")),
            None => inside.push_str(&(class(&nested_name(field), field, "    ") + "\n")),
        }
    }
    (inside, beside)
}

fn named(record: &Record, field: &Field) -> Option<&'static str> {
    NAMED.into_iter().find(|(of, name, _)| *of == record.name && *name == field.name).map(|(.., name)| name)
}

/// Returns `AllowedPaymentMethodType` for `allowed_payment_method_types`: one of them.
fn nested_name(field: &Field) -> String {
    let name = pascal(&field.name);
    match name.strip_suffix('s') {
        Some(one) if field.list => one.to_owned(),
        _ => name,
    }
}

fn class(name: &str, field: &Field, indent: &str) -> String {
    let body = if field.closed { closed(name, &field.words) } else { open(name, &field.words) };
    let text = docs::block(&field.docs, "") + &body;
    text.lines().map(|line| format!("{indent}{line}").trim_end().to_owned() + "\n").collect()
}

fn closed(name: &str, words: &[String]) -> String {
    let constants: String = words
        .iter()
        .map(|word| {
            let docs = if word.is_empty() {
                "An empty text, which removes the value.".to_owned()
            } else {
                format!("`{word}`")
            };
            format!("    /** {docs} */\n    {}(\"{word}\"),\n", constant(word))
        })
        .collect();
    format!(
        "\
public enum class {name}(override val value: String) : Word {{
{constants}    ;

    public companion object {{
        /** The one with this text; `null` for any other. */
        @JvmStatic
        public fun of(value: String): {name}? = entries.firstOrNull {{ it.value == value }}
    }}
}}
"
    )
}

fn open(name: &str, words: &[String]) -> String {
    let constants: String = words
        .iter()
        .map(|word| {
            format!(
                "        /** `{word}` */\n        @JvmField\n        public val {}: {name} = {name}(\"{word}\")\n\n",
                constant(word)
            )
        })
        .collect();
    format!(
        "\
public class {name} private constructor(value: String) : OpenWord(value) {{
    public companion object {{
{constants}        /** Any text: Stripe may know more words than this version. */
        @JvmStatic
        public fun of(value: String): {name} = {name}(value)
    }}
}}
"
    )
}

/// Returns `EN_GB` for `en-GB`.
fn constant(word: &str) -> String {
    if word.is_empty() {
        return "UNSET".to_owned();
    }
    let upper: String = word
        .chars()
        .map(|character| if character.is_ascii_alphanumeric() { character.to_ascii_uppercase() } else { '_' })
        .collect();
    if upper.starts_with(|first: char| first.is_ascii_digit()) { format!("_{upper}") } else { upper }
}

#[cfg(test)]
mod tests {
    use super::super::tests::written;
    use super::constant;

    #[test]
    fn closed_words_are_an_enum_and_open_ones_take_any_text() {
        let params = written("Params");
        for part in [
            "\npublic enum class Mode(override val value: String) : Word {\n    /** `payment` */\n    PAYMENT(\"payment\"),\n",
            "\n    public class UiMode private constructor(value: String) : OpenWord(value) {\n",
            "            public val HOSTED_PAGE: UiMode = UiMode(\"hosted_page\")\n",
            "            public fun of(value: String): UiMode = UiMode(value)\n",
            "    public class AllowedPaymentMethodType private",
            "allowedPaymentMethodTypes: List<CreateSession.AllowedPaymentMethodType>",
        ] {
            assert!(params.contains(part), "{part}");
        }
        assert!(
            params.contains("        /** An empty text, which removes the value. */\n        UNSET(\"\"),\n"),
            "{params}"
        );
        assert_eq!((constant("en-GB"), constant("3d")), ("EN_GB".into(), "_3D".into()));
    }
}
