//! The texts that may be printed are those of `core/shown.txt`, so that a new field is looked at once.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use counterfoil_codegen::{Api, Field, Record, Type};

#[test]
fn the_texts_that_are_shown_are_those_of_the_list() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let api = Api::read(&root).unwrap();
    let shown = texts(&api, |field| field.privacy.is_none());
    // One of a few known words tells nothing.
    let free = texts(&api, |field| field.privacy.is_none() && !field.closed);
    let list = fs::read_to_string(root.join("core/shown.txt")).unwrap();
    let lines = list.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(": "));
    let listed: BTreeSet<String> = lines
        .flat_map(|(record, fields)| fields.split(' ').map(move |field| format!("{record}.{field}")))
        .collect();
    let missing: Vec<&String> = free.difference(&listed).collect();
    assert!(missing.is_empty(), "core/shown.txt lacks these, if all of them may be printed: {missing:?}");
    let gone: Vec<&String> = listed.difference(&shown).collect();
    assert!(gone.is_empty(), "core/shown.txt lists what is not printed: {gone:?}");
}

/// The fields of text that `which` takes, as `Record.field`.
fn texts(api: &Api, which: impl Fn(&Field) -> bool) -> BTreeSet<String> {
    let of = |record: &Record| -> Vec<String> {
        let fields = record.fields.iter().filter(|field| field.type_ == Type::Text && which(field));
        fields.map(|field| format!("{}.{}", record.name, field.name)).collect()
    };
    api.records.iter().flat_map(of).collect()
}
