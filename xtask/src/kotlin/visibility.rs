//! UniFFI makes everything it generates public. This gives each top-level declaration the visibility
//! it should have: records and their enums are the users', the rest is the library's own. What it exports
//! as functions is for nobody, since each call would leave structures for JNA to free: the façade calls the
//! waist instead (`Waist.kt`).

/// Words that can stand before a declaration's keyword.
const MODIFIERS: [&str; 16] = [
    "public",
    "internal",
    "private",
    "open",
    "data",
    "sealed",
    "enum",
    "inline",
    "abstract",
    "const",
    "annotation",
    "value",
    "external",
    "operator",
    "suspend",
    "tailrec",
];
const KEYWORDS: [&str; 7] = ["class", "interface", "object", "fun", "val", "var", "typealias"];

/// Whose the records of a file are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Records {
    Users,
    Library,
}

/// Makes every top-level declaration `internal`, but for the users' records, which become `public`, and
/// for those that are private already.
pub(super) fn narrow(source: &str, records: Records) -> String {
    let mut out = String::with_capacity(source.len() + 8 * 1024);
    let mut rest = source;
    let mut depth = 0_usize;
    let mut previous = '\n';
    while let Some(character) = rest.chars().next() {
        let length = match character {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            '"' => string_length(rest),
            '\'' => char_length(rest),
            '`' => rest[1..].find('`').map_or(rest.len(), |end| end + 2),
            '{' | '(' | '[' => {
                depth += 1;
                1
            }
            '}' | ')' | ']' => {
                depth = depth.saturating_sub(1);
                1
            }
            _ if is_word(character) => {
                let word = word(rest);
                if matches!(word, "import" | "package") && previous == '\n' {
                    rest.find('\n').unwrap_or(rest.len())
                } else if depth == 0
                    && !matches!(previous, '.' | ':' | '@')
                    && let Some(declaration) = Declaration::at(rest)
                {
                    out.push_str(declaration.visibility(records));
                    out.push(' ');
                    out.push_str(&declaration.header);
                    previous = ' ';
                    rest = &rest[declaration.length..];
                    continue;
                } else {
                    word.len()
                }
            }
            other => other.len_utf8(),
        };
        let (token, tail) = rest.split_at(length);
        out.push_str(token);
        previous = token.chars().next_back().unwrap_or(previous);
        rest = tail;
    }
    out
}

/// The start of a declaration: its modifiers, its keyword, and the name that follows.
struct Declaration {
    /// The modifiers without a visibility, and the keyword.
    header: String,
    /// How much of the source they take.
    length: usize,
    name: String,
    is_private: bool,
    /// Between backticks, which UniFFI puts around the names of what the library exports.
    is_quoted: bool,
}

impl Declaration {
    fn at(source: &str) -> Option<Self> {
        let mut words = Vec::new();
        let mut is_private = false;
        let mut at = 0;
        loop {
            let next = word(&source[at..]);
            at += next.len();
            if KEYWORDS.contains(&next) {
                words.push(next);
                break;
            }
            if !MODIFIERS.contains(&next) {
                return None;
            }
            is_private |= next == "private";
            if !matches!(next, "public" | "internal" | "private") {
                words.push(next);
            }
            at += source[at..].find(|character: char| !character.is_whitespace())?;
        }
        let rest = source[at..].trim_start();
        let name = rest.trim_start_matches('`');
        Some(Declaration {
            header: words.join(" "),
            length: at,
            name: word(name).to_owned(),
            is_private,
            is_quoted: rest.len() > name.len(),
        })
    }

    fn visibility(&self, records: Records) -> &'static str {
        if self.is_private || (records == Records::Library && self.is_quoted && self.header == "fun") {
            "private"
        } else if records == Records::Users && self.is_record() {
            "public"
        } else {
            "internal"
        }
    }

    /// Whether it is what users fill and read; what UniFFI makes for its own use is called `Ffi…`.
    fn is_record(&self) -> bool {
        matches!(&*self.header, "data class" | "enum class" | "typealias") && !self.name.starts_with("Ffi")
    }
}

fn is_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

fn word(source: &str) -> &str {
    &source[..source.find(|character| !is_word(character)).unwrap_or(source.len())]
}

/// A string from its opening quote; one with three quotes has no escapes.
fn string_length(source: &str) -> usize {
    if let Some(raw) = source.strip_prefix("\"\"\"") {
        return raw.find("\"\"\"").map_or(source.len(), |end| end + 6);
    }
    let mut escaped = false;
    for (at, character) in source.char_indices().skip(1) {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    source.len()
}

/// A character literal, such as `'"'` or `'\''`.
fn char_length(source: &str) -> usize {
    let escaped = source.starts_with("'\\");
    let inner = if escaped { 2 } else { 1 };
    let first = source[inner..].chars().next().map_or(0, char::len_utf8);
    source[inner + first..].find('\'').map_or(source.len(), |end| inner + first + end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_top_level_changes() {
        let source = r#"package counterfoil.internal
import counterfoil.internal.data
// class InAComment
/* fun inAComment() */
@Throws(X::class) fun `first`(a: Int): Int { val x = "fun { \" val"; return x.y }
    data class Session (val a: Int){ companion object }
public object Converter: Base<Int> { fun read() = 1 }
private inline fun <T> T.use() = try { this } finally { }
internal const val A = '"'
open class B(val c: () -> Unit) : kotlin.Exception()
enum class Mode { A; companion object }
public typealias FfiConverterTypeMetadata = FfiConverterMapStringString
public typealias Metadata = Map<String, String>"#;
        let expected = r#"package counterfoil.internal
import counterfoil.internal.data
// class InAComment
/* fun inAComment() */
@Throws(X::class) internal fun `first`(a: Int): Int { val x = "fun { \" val"; return x.y }
    public data class Session (val a: Int){ companion object }
internal object Converter: Base<Int> { fun read() = 1 }
private inline fun <T> T.use() = try { this } finally { }
internal const val A = '"'
internal open class B(val c: () -> Unit) : kotlin.Exception()
public enum class Mode { A; companion object }
internal typealias FfiConverterTypeMetadata = FfiConverterMapStringString
public typealias Metadata = Map<String, String>"#;
        assert_eq!(narrow(source, Records::Users), expected);
        let own = expected
            .replace("public data", "internal data")
            .replace("internal fun `first`", "private fun `first`");
        let own =
            own.replace("public enum", "internal enum").replace("public typealias", "internal typealias");
        assert_eq!(narrow(source, Records::Library), own);
    }
}
