//! The records that users fill and read, finished for Kotlin's explicit API mode and for Java.

const CLASS: &str = "public data class ";
const COMPANION: &str = "    companion object\n";

/// A session's text without its raw JSON, which holds a client secret.
const SESSION_TEXT: &str = "    override fun toString(): String =
        \"Session(id=$id, status=$status, paymentStatus=$paymentStatus, mode=$mode, \" +
            \"amountTotal=$amountTotal, currency=$currency, clientReferenceId=$clientReferenceId)\"

";

/// Gives companions the visibility that explicit API mode wants, constructors with defaults the
/// overloads that Java needs, and a session a text without secrets.
pub(super) fn finish(source: &str) -> String {
    let mut pieces = source.split(CLASS);
    let mut out = public_companions(pieces.next().unwrap_or_default());
    for piece in pieces {
        out.push_str(CLASS);
        out.push_str(&public_companions(&class(piece)));
    }
    out
}

/// What follows the words that open a class, as far as the next class.
fn class(source: &str) -> String {
    let Some((name, rest)) = source.split_once(" (\n") else { return source.to_owned() };
    let Some((parameters, rest)) = rest.split_once("\n)") else { return source.to_owned() };
    let open = if parameters.contains(" = ") { " @JvmOverloads constructor(\n" } else { " (\n" };
    let rest = match name {
        "Session" => rest.replacen(COMPANION, &format!("{SESSION_TEXT}{COMPANION}"), 1),
        _ => rest.to_owned(),
    };
    [name, open, parameters, "\n)", &rest].concat()
}

fn public_companions(source: &str) -> String {
    source.replace(COMPANION, &format!("    public {}", COMPANION.trim_start()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn defaults_become_overloads() {
        let source = "internal class A{\n    companion object\n}\npublic data class Fee (\n    val `min`: kotlin.Long? = null \n    \n){\n    companion object\n}\n";
        let expected = "internal class A{\n    public companion object\n}\npublic data class Fee @JvmOverloads constructor(\n    val `min`: kotlin.Long? = null \n    \n){\n    public companion object\n}\n";
        assert_eq!(finish(source), expected);
    }

    #[test]
    fn a_session_has_no_overloads_and_a_text_of_its_own() {
        let finished = finish(
            "public data class Session (\n    val `raw`: kotlin.String\n){\n    companion object\n}\n",
        );
        let expected = format!(
            "public data class Session (\n    val `raw`: kotlin.String\n){{\n{SESSION_TEXT}    public companion object\n}}\n"
        );
        assert_eq!(finished, expected);
    }
}
