//! Deliveries made to be slow, at 64 KiB and at 1 MiB: the time must grow no faster than the input.

use std::hint::black_box;

use counterfoil::webhook::{EndpointSecret, Keyring, sign};
use counterfoil_benches::{EVENT, NOW, SECRET};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

const SIZES: [usize; 2] = [64 << 10, 1 << 20];

/// Bodies of the given size, each with the part that is repeated in it, and what stands around.
const BODIES: [(&str, &str, &str, &str); 8] = [
    ("nesting", "", "[", ""),
    ("nested_objects", "", "{\"a\":", ""),
    ("long_string", "{\"a\":\"", "aaaaaaaa", "\"}"),
    ("escapes", "{\"a\":\"", "\\u00e9\\n", "\"}"),
    ("multibyte", "{\"a\":\"", "é𝄞", "\"}"),
    ("keys", "{", "\"a\":1,", "\"a\":1}"),
    ("shallow_nesting", "[", "[[[[{}]]]],", "1]"),
    ("white_space", "{", " \n\t", "}"),
];

fn body((_, before, part, after): (&str, &str, &str, &str), size: usize) -> Vec<u8> {
    let times = (size - before.len() - after.len()) / part.len();
    [before, &part.repeat(times), after].concat().into_bytes()
}

/// Every body is signed: only Stripe can make us read one, and it is read all the same.
fn bodies(criterion: &mut Criterion) {
    let keyring = Keyring::new([EndpointSecret::new("connect", SECRET)]).expect("the secret is one");
    let mut group = criterion.benchmark_group("hostile_body");
    for made in BODIES {
        for size in SIZES {
            let body = body(made, size);
            let header = sign(&body, SECRET, NOW);
            group.throughput(Throughput::Bytes(body.len() as u64));
            group.bench_with_input(BenchmarkId::new(made.0, size), &body, |bench, body| {
                bench.iter(|| keyring.verify(black_box(body), &*header, NOW).is_ok());
            });
        }
    }
    group.finish();
}

/// Headers of the given size; beyond 8 KiB they are refused unread.
fn headers(criterion: &mut Criterion) {
    let keyring = Keyring::new([EndpointSecret::new("connect", SECRET)]).expect("the secret is one");
    let body = EVENT.as_bytes();
    let signature = format!("v1={},", "0".repeat(64));
    let parts = [
        ("signatures", signature.as_str()),
        ("commas", ","),
        ("equal_signs", "="),
        ("spaces", " "),
        ("unknown", "v9=1,"),
    ];
    let mut group = criterion.benchmark_group("hostile_header");
    for (name, part) in parts {
        for size in [512, 8 << 10, 1 << 20] {
            let header = format!("t={NOW},{}", part.repeat((size - 13) / part.len()));
            group.throughput(Throughput::Bytes(header.len() as u64));
            group.bench_with_input(BenchmarkId::new(name, size), &header, |bench, header| {
                bench.iter(|| keyring.verify(black_box(body), black_box(header.as_str()), NOW).is_ok());
            });
        }
    }
    group.finish();
}

criterion_group!(benches, bodies, headers);
criterion_main!(benches);
