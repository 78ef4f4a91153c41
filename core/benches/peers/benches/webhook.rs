//! From the bytes of a delivery to a proven event and its outcome, next to the MAC alone and the peer.

use std::hint::black_box;

use counterfoil::webhook::{EndpointSecret, Webhooks, Outcome, sign};
use counterfoil_benches::{EVENT, NOW, SECRET, mac};
use criterion::{Criterion, criterion_group, criterion_main};
use stripe_webhook::{EventObject, Webhook};

fn webhook(criterion: &mut Criterion) {
    let body = EVENT.as_bytes();
    let header = sign(body, SECRET, NOW);
    let keyring = Webhooks::new([EndpointSecret::new("connect", SECRET)]).expect("the secret is one");

    let mut group = criterion.benchmark_group("webhook");
    group.bench_function("mac", |bench| bench.iter(|| mac(black_box(body))));
    group.bench_function("verify", |bench| {
        bench.iter(|| keyring.verify(black_box(body), &*header, NOW).expect("the delivery is genuine"));
    });
    group.bench_function("verify_and_classify", |bench| {
        bench.iter(|| {
            let event = keyring.verify(black_box(body), &*header, NOW).expect("the delivery is genuine");
            let outcome = event.outcome();
            assert!(matches!(outcome, Outcome::Paid(_)));
            (event, outcome)
        });
    });
    group.bench_function("async_stripe", |bench| {
        bench.iter(|| {
            let event = Webhook::construct_event_with_timestamp(black_box(EVENT), &header, SECRET, NOW)
                .expect("the delivery is genuine");
            assert!(matches!(event.data.object, EventObject::CheckoutSessionCompleted(_)));
            event
        });
    });
    group.finish();
}

criterion_group!(benches, webhook);
criterion_main!(benches);
