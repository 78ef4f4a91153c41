//! Deliveries designed to be slow, at 64 KiB and at 1 MiB: the time must grow no faster than the input, and
//! an unsigned delivery must be rejected in at most twice the time of plain junk, in little memory.

use std::hint::black_box;
use std::time::{Duration, Instant};

use allocation_counter::measure;
use counterfoil::webhook::{EndpointSecret, Webhooks, sign};
use counterfoil_benches::{EVENT, NOW, SECRET};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

const SIZES: [usize; 2] = [64 << 10, 1 << 20];

/// Bodies of the given size, each with the part that it repeats and the text around it.
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

/// Every body is signed: only Stripe can make us parse one, but it is parsed all the same.
fn bodies(criterion: &mut Criterion) {
    let keyring = Webhooks::new([EndpointSecret::new("connect", SECRET)]).expect("the secret is one");
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

/// Unsigned bodies that keep the diagnosis busy, and plain junk for comparison.
const REFUSED: [(&str, &str, &str, &str); 6] = [
    ("junk", "", "x", ""),
    ("nested_list", NESTED, "1,", NESTED_END),
    ("open_brackets", "{", "[", ""),
    ("half_characters", "{\"a\":\"", "\\ud83d", "\"}"),
    ("latin1", "{\"a\":\"", "Ã©", "\"}"),
    ("base64", "eyJh", "IjpbMSwx", ""),
];
const NESTED: &str = concat!("{\"a\":", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[");
const NESTED_END: &str = concat!("1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]", "}");

/// How much memory a rejection may hold, however large the body is.
const MOST_HELD: u64 = 64 << 10;

/// Anyone can post these. The bounds are checked first: if they are exceeded, the run fails.
fn refusals(criterion: &mut Criterion) {
    let secrets = [("connect", SECRET), ("platform", "whsec_another_of_thirty_two_chars")];
    let secrets = secrets.map(|(label, secret)| EndpointSecret::new(label, secret));
    let keyring = Webhooks::new(secrets).expect("the secrets are two");
    let header = format!("t={NOW},v1={}", "0".repeat(64));
    let refuse = |body: &[u8]| keyring.verify(black_box(body), &*header, NOW).is_err();
    for size in SIZES {
        let plain = body(REFUSED[0], size);
        let junk = shortest(|| refuse(&plain));
        for made in REFUSED {
            let body = body(made, size);
            let held = measure(|| assert!(refuse(&body))).bytes_max;
            assert!(held <= MOST_HELD, "{} of {size} bytes held {held}", made.0);
            let time = shortest(|| refuse(&body));
            assert!(time <= 2 * junk, "{} of {size} bytes took {time:?}, junk {junk:?}", made.0);
        }
    }
    let mut group = criterion.benchmark_group("refusal");
    for made in REFUSED {
        for size in SIZES {
            let body = body(made, size);
            group.throughput(Throughput::Bytes(body.len() as u64));
            group.bench_with_input(BenchmarkId::new(made.0, size), &body, |bench, body| {
                bench.iter(|| refuse(body));
            });
        }
    }
    group.finish();
}

/// Returns the shortest of several runs, since other work on the machine only adds to it.
fn shortest(run: impl Fn() -> bool) -> Duration {
    let time = |_| {
        let start = Instant::now();
        black_box(run());
        start.elapsed()
    };
    (0..50).map(time).min().unwrap_or_default()
}

/// Headers of the given size; beyond 8 KiB they are rejected without being read.
fn headers(criterion: &mut Criterion) {
    let keyring = Webhooks::new([EndpointSecret::new("connect", SECRET)]).expect("the secret is one");
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

criterion_group!(benches, bodies, refusals, headers);
criterion_main!(benches);
