use std::collections::BTreeSet;
use std::fmt::Debug;

use crate::AnyOperation;
use crate::checkout::Mode;
use crate::ids::IdempotencyKey;
use crate::merchants::MethodSetting;
use crate::params::Metadata;
use crate::percent::Percent;
use crate::platform::Platform;
use crate::schema::registry::OPERATIONS;
use crate::schema::{Dynamic, Of, Record, Slot, registry};

/// A value in which every field is set, and every text names its field: `<Customer.email>`.
pub(crate) trait Filled {
    /// `at` is the name of the record and of the field.
    fn filled(at: &str) -> Self;
}

impl Filled for String {
    fn filled(at: &str) -> Self {
        format!("<{at}>")
    }
}

impl Filled for Metadata {
    fn filled(at: &str) -> Self {
        Metadata::from([("key", format!("<{at}>"))])
    }
}

impl Filled for i64 {
    fn filled(_: &str) -> Self {
        7
    }
}

impl Filled for bool {
    fn filled(_: &str) -> Self {
        true
    }
}

impl Filled for Mode {
    fn filled(_: &str) -> Self {
        Mode::Subscription
    }
}

impl Filled for MethodSetting {
    fn filled(_: &str) -> Self {
        MethodSetting::Blocked
    }
}

impl Filled for Percent {
    fn filled(_: &str) -> Self {
        Percent::default()
    }
}

impl<T: Filled> Filled for Option<T> {
    fn filled(at: &str) -> Self {
        Some(T::filled(at))
    }
}

impl<T: Filled> Filled for Vec<T> {
    fn filled(at: &str) -> Self {
        vec![T::filled(at)]
    }
}

impl<T: Filled> Filled for Box<T> {
    fn filled(at: &str) -> Self {
        Box::new(T::filled(at))
    }
}

/// Returns the texts that are shown, by record and field; each line of the file is a record and its fields.
fn listed() -> BTreeSet<String> {
    let lines = include_str!("../../shown.txt").lines().filter(|line| !line.starts_with('#'));
    let fields = lines
        .filter_map(|line| line.split_once(": "))
        .flat_map(|(record, fields)| fields.split_whitespace().map(move |field| format!("{record}.{field}")));
    fields.collect()
}

/// Returns the texts between `<` and `>`.
fn marked(text: &str) -> BTreeSet<String> {
    let marks = text.split('<').skip(1).filter_map(|rest| rest.split_once('>'));
    marks.map(|(mark, _)| mark.to_owned()).collect()
}

/// Every record as its own type, and as the type that is chosen at run time.
fn records() -> Vec<Box<dyn Debug>> {
    let all = registry::records().into_values();
    all.flat_map(|record| [(record.filled)(), Box::new(filled(record))]).collect()
}

/// Returns a record with a value in every field.
fn filled(record: &'static Record) -> Dynamic<'static> {
    let slots = record.fields.iter().map(|field| {
        let slot = match field.shape.of {
            Of::Text | Of::Word(_) => Slot::Text(format!("<{}.{}>", record.name, field.name).into()),
            Of::Integer => Slot::Integer(7),
            Of::Boolean => Slot::Boolean(true),
            Of::Metadata => Slot::Pairs(Metadata::filled(&format!("{}.{}", record.name, field.name))),
            Of::Percent => Slot::Percent(Percent::default()),
            Of::Record(inner) => Slot::Record(filled(inner)),
        };
        if field.shape.list { Slot::List(vec![slot]) } else { slot }
    });
    Dynamic { record, slots: slots.collect(), raw: "<raw>" }
}

fn operations() -> impl Iterator<Item = AnyOperation> {
    OPERATIONS.iter().map(|operation| AnyOperation::of(operation, filled(operation.params)))
}

#[test]
fn debug_shows_the_texts_that_are_listed_and_no_others() {
    let shown: String = records().iter().map(|record| format!("{record:?}\n{record:#?}\n")).collect();
    let (shown, listed) = (marked(&shown), listed());
    let unlisted: Vec<&String> = shown.difference(&listed).collect();
    assert!(
        unlisted.is_empty(),
        "declare these fields `as personal` or `as secret`, or list them in core/shown.txt if they are \
         ids or Stripe's own words: {unlisted:?}"
    );
    // Structs that are declared without a macro have nothing to hide; the code generator checks their docs.
    let filled: BTreeSet<&str> = shown.iter().filter_map(|field| field.split('.').next()).collect();
    let gone: Vec<&String> = listed
        .difference(&shown)
        .filter(|field| field.split('.').next().is_some_and(|record| filled.contains(record)))
        .collect();
    assert!(gone.is_empty(), "core/shown.txt lists texts that are not shown: {gone:?}");
}

#[test]
fn no_error_repeats_what_is_personal() {
    let platform = Platform::new("sk_test_example".parse().unwrap());
    let key: IdempotencyKey = "k".parse().unwrap();
    let listed = listed();
    let mut errors = 0;
    for operation in operations() {
        for account in [None, Some("acct_1")] {
            let made = platform.any_for(account, Some(0), &operation, Some(key.clone()));
            let shown = match made {
                Ok(call) => format!("{call:?} {:?}", call.request()),
                Err(error) => {
                    errors += 1;
                    format!("{error} {error:?} {:?}", error.faults())
                }
            };
            let leaked: Vec<String> = marked(&shown).difference(&listed).cloned().collect();
            assert!(leaked.is_empty(), "{leaked:?} in {shown}");
        }
    }
    assert!(errors > 0);
}
