package counterfoil;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.testing.Testing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same flow from Java: no mangled names, and overloads where Kotlin has defaults. */
class JavaTest {
    private static final String SECRET = "whsec_test_secret";
    private static final String SESSION =
            "{\"id\":\"cs_1\",\"object\":\"checkout.session\",\"mode\":\"payment\",\"payment_status\":\"paid\"}";

    @Test
    void createsASession() throws InterruptedException {
        Transport transport = request -> {
            assertTrue(request.getBody().contains("[application_fee_amount]=130"), request.getBody());
            return new HttpResponse(200, List.of(new Header("Request-Id", "req_1")), bytes(SESSION));
        };
        ProductData product = ProductData.builder("T-shirt").build();
        PriceData shirt = PriceData.builder("eur").unitAmount(2000L).productData(product).build();
        CreateSession params = CreateSession.builder()
                .mode(Mode.PAYMENT)
                .lineItems(List.of(LineItem.builder().priceData(shirt).quantity(2L).build()))
                .applicationFee(Fee.builder().basisPoints(250).fixed(30).build())
                .successUrl("https://shop.example/thanks?session={CHECKOUT_SESSION_ID}")
                .build();
        Platform platform = new Platform("sk_test_java", null, null, 0, transport);
        Session session = platform.merchant("acct_1").getCheckout().getSessions().create(params, "order-42");
        assertEquals("cs_1", session.getId());
    }

    @Test
    void verifiesAndAdvances() {
        byte[] body = bytes("{\"id\":\"evt_1\",\"object\":\"event\",\"type\":\"checkout.session.completed\","
                + "\"account\":\"acct_1\",\"livemode\":false,\"created\":1,\"data\":{\"object\":" + SESSION + "}}");
        Webhooks webhooks = new Webhooks(List.of(new EndpointSecret("connect", SECRET)), Tolerance.seconds(60));
        Event event = webhooks.verify(body, Testing.sign(body, SECRET));
        assertEquals(new Step(State.FULFILLED, Action.FULFILL), Orders.advance(State.OPEN, event.getOutcome()));
        WebhookException rejected =
                assertThrows(WebhookException.class, () -> webhooks.verify(body, null));
        assertEquals("missing_signature", rejected.getCode());
        assertEquals(2000, Money.parseAmount("20.00", "eur"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
