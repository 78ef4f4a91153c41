//! A request that creates a session with three line items, from plain values to the encoded body.

use std::collections::HashMap;
use std::hint::black_box;

use counterfoil::checkout::{CreateSession, LineItem, PaymentIntentData};
use counterfoil::money::{Amount, Currency};
use counterfoil::{Call, Merchant, Metadata, Platform};
use criterion::{Criterion, criterion_group, criterion_main};
use stripe_checkout::checkout_session::{
    CreateCheckoutSession, CreateCheckoutSessionLineItems, CreateCheckoutSessionLineItemsPriceData,
    CreateCheckoutSessionPaymentIntentData, ProductData,
};
use stripe_client_core::{RequestBuilder, StripeRequest};

const LINES: [(&str, i64, i64); 3] =
    [("T-shirt", 20_00, 2), ("Coffee mug, 0.3 l", 12_50, 1), ("Sticker", 1_50, 10)];
const ADDRESS: &str = "https://shop.example/thanks?session={CHECKOUT_SESSION_ID}";
const FEE: i64 = 199;

fn counterfoil(merchant: &Merchant) -> Call<CreateSession> {
    let lines = black_box(LINES)
        .map(|(name, unit, quantity)| LineItem::priced(name, Amount::new(unit, Currency::EUR), quantity));
    let mut metadata = Metadata::default();
    metadata.insert("order", "order-42");
    let session = CreateSession {
        line_items: lines.into(),
        client_reference_id: Some("order-42".into()),
        metadata,
        payment_intent_data: Some(PaymentIntentData {
            application_fee_amount: Some(FEE),
            ..PaymentIntentData::default()
        }),
        ..CreateSession::payment(ADDRESS)
    };
    merchant.call(session, "order-42".parse().expect("the key is one")).expect("the session is right")
}

fn async_stripe() -> RequestBuilder {
    let lines = black_box(LINES).map(|(name, unit, quantity)| CreateCheckoutSessionLineItems {
        price_data: Some(CreateCheckoutSessionLineItemsPriceData {
            unit_amount: Some(unit),
            product_data: Some(ProductData::new(name)),
            ..CreateCheckoutSessionLineItemsPriceData::new(stripe_types::Currency::EUR)
        }),
        quantity: Some(quantity.unsigned_abs()),
        ..CreateCheckoutSessionLineItems::new()
    });
    let intent = CreateCheckoutSessionPaymentIntentData {
        application_fee_amount: Some(FEE),
        ..CreateCheckoutSessionPaymentIntentData::new()
    };
    CreateCheckoutSession::new()
        .mode(stripe_shared::CheckoutSessionMode::Payment)
        .line_items(Vec::from(lines))
        .success_url(ADDRESS)
        .client_reference_id("order-42")
        .metadata(HashMap::from([("order".to_owned(), "order-42".to_owned())]))
        .payment_intent_data(intent)
        .build()
}

fn request(criterion: &mut Criterion) {
    let platform = Platform::new("sk_test_example".parse().expect("the key is one"));
    let merchant = platform.merchant("acct_1BenchMerchant01".parse().expect("the id is one"));
    // Both send the same parameters.
    assert_eq!(
        counterfoil(&merchant).request().body.split('&').count(),
        async_stripe().body.as_deref().unwrap_or_default().split('&').count()
    );

    let mut group = criterion.benchmark_group("request");
    group.bench_function("counterfoil", |bench| bench.iter(|| counterfoil(&merchant)));
    group.bench_function("async_stripe", |bench| bench.iter(async_stripe));
    group.finish();
}

criterion_group!(benches, request);
criterion_main!(benches);
