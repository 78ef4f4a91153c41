//! Every language has everything: the operations, records, fields, outcomes, states and actions of
//! `core/api.json`, and the names of `docs/glossary.md`.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use counterfoil_codegen::{Api, File, kotlin, names, node, python};

#[test]
fn every_language_has_the_whole_api() {
    let api = Api::read(&root()).unwrap();
    for language in Language::generated(&api) {
        let missing = language.missing_of(&api);
        assert!(missing.is_empty(), "{} lacks {missing:?}", language.name);
    }
}

#[test]
fn every_language_has_the_names_of_the_glossary() {
    let api = Api::read(&root()).unwrap();
    let rust = Language { name: "Rust", case: snake, text: sources("core/src", "rs") };
    let glossary = fs::read_to_string(root().join("docs/glossary.md")).unwrap();
    let languages: Vec<Language> = [rust].into_iter().chain(Language::generated(&api)).collect();
    let mut looked_at = 0;
    for cells in glossary.lines().filter(|line| line.starts_with('|')).map(cells) {
        // The heads of the tables, and the lines below them, have no names of code.
        let names = cells.get(1..).unwrap_or_default().iter().map(|cell| cell.trim_matches('`'));
        if !cells.iter().any(|cell| cell.starts_with('`')) {
            continue;
        }
        assert_eq!(names.len(), languages.len(), "{cells:?}");
        for (language, name) in languages.iter().zip(names).filter(|(_, name)| *name != "-") {
            assert!(language.declares(name), "{} has no `{name}`: {}", language.name, cells[0]);
            looked_at += 1;
        }
    }
    assert!(looked_at > 100, "{looked_at} names: is the glossary read?");
}

#[test]
fn what_a_language_lacks_is_found() {
    let api = Api::read(&root()).unwrap();
    for language in Language::generated(&api) {
        let field = (language.case)("client_reference_id");
        for (gone, found) in [
            ("\"checkout.sessions.line_items.list\"", "checkout.sessions.line_items.list"),
            ("CreateRefund", "CreateRefund"),
            (&*field, "CreateSession.client_reference_id"),
            ("\"awaiting_payment\"", "awaiting_payment"),
        ] {
            let text = language.text.replace(gone, "gone");
            let missing = Language { text, ..language }.missing_of(&api);
            assert!(missing.contains(&found.to_owned()), "{} without {gone}: {missing:?}", language.name);
        }
        assert!(!language.declares("WebhookRejection"), "{}", language.name);
    }
}

/// The sources of a package.
struct Language {
    name: &'static str,
    /// A field's name as the language writes it.
    case: fn(&str) -> String,
    text: String,
}

impl Language {
    /// Those whose packages follow `core/api.json`.
    fn generated(api: &Api) -> [Language; 3] {
        let of = |name, case, files: Vec<File>, written: String| {
            let text: Vec<String> = files.into_iter().map(|file| file.text).chain([written]).collect();
            Language { name, case, text: text.join("\n") }
        };
        let kotlin = kotlin::sources(api).unwrap();
        [
            of("TypeScript", snake, node::sources(api), sources("bindings-wasm/ts", "ts")),
            of("Python", snake, python::sources(api), sources("bindings-uniffi/python/src", "py")),
            of("Kotlin", camel, kotlin, sources("bindings-uniffi/kotlin/src/main", "kt")),
        ]
    }

    /// What the package does not have of the API.
    fn missing_of(&self, api: &Api) -> Vec<String> {
        let quoted: HashSet<&str> = self.text.split('"').collect();
        let named = api.states.iter().chain(&api.actions).map(|named| &named.name);
        let names = api.operations.iter().map(|operation| &operation.name);
        let names = names.chain(api.outcomes.iter().map(|outcome| &outcome.kind)).chain(named);
        let mut missing: Vec<String> =
            names.filter(|name| !quoted.contains(name.as_str())).cloned().collect();
        let records = self.records();
        for record in &api.records {
            match records.get(record.name.as_str()) {
                None => missing.push(record.name.clone()),
                Some(words) => missing.extend(
                    record
                        .fields
                        .iter()
                        .filter(|field| !words.contains(&*(self.case)(&field.name)))
                        .map(|field| format!("{}.{}", record.name, field.name)),
                ),
            }
        }
        missing
    }

    /// The words in each declaration of a record, by its name.
    fn records(&self) -> HashMap<&str, HashSet<&str>> {
        let mut records: HashMap<&str, HashSet<&str>> = HashMap::new();
        let mut name = None;
        for line in self.text.lines() {
            let head = ["export interface ", "class ", "public class "]
                .into_iter()
                .find_map(|head| line.strip_prefix(head));
            if let Some(rest) = head {
                name = words(rest).next();
            } else if line.starts_with(|first: char| first.is_alphabetic()) {
                name = None;
            }
            if let Some(name) = name {
                records.entry(name).or_default().extend(words(line));
            }
        }
        records
    }

    /// Whether something is declared by that name.
    fn declares(&self, name: &str) -> bool {
        const KEYWORDS: [&str; 14] = [
            "class",
            "const",
            "def",
            "enum",
            "fn",
            "fun",
            "function",
            "get",
            "interface",
            "pub",
            "readonly",
            "struct",
            "type",
            "val",
        ];
        self.text.lines().map(str::trim).any(|line| {
            if !line.contains(name) {
                return false;
            }
            let words: Vec<&str> = words(line).collect();
            let after_keyword = words.windows(2).any(|pair| pair[1] == name && KEYWORDS.contains(&pair[0]));
            // A method of TypeScript's, and an attribute or alias of Python's.
            let rest = line.strip_prefix(name);
            let alone = rest.is_some_and(|rest| rest.starts_with('(') && line.ends_with('{'));
            after_keyword
                || alone
                || rest.is_some_and(|rest| rest.starts_with([':', '<']) || rest.starts_with(" = "))
        })
    }
}

/// The cells of a table's line.
fn cells(line: &str) -> Vec<&str> {
    line.trim_matches('|').split('|').map(str::trim).collect()
}

fn snake(name: &str) -> String {
    name.to_owned()
}

fn camel(name: &str) -> String {
    names::camel(name)
}

/// The names in a text.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|next: char| !next.is_alphanumeric() && next != '_').filter(|word| !word.is_empty())
}

/// The text of all sources below a folder, without what was generated there before.
fn sources(folder: &str, extension: &str) -> String {
    let mut files: Vec<PathBuf> = Vec::new();
    collect(&root().join(folder), extension, &mut files);
    files.sort();
    assert!(!files.is_empty(), "{folder} has no sources");
    files.iter().map(|path| fs::read_to_string(path).unwrap()).collect()
}

fn collect(folder: &Path, extension: &str, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.ends_with("generated") {
            collect(&path, extension, files);
        } else if path.extension().is_some_and(|found| found == extension) {
            files.push(path);
        }
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}
