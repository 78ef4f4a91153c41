import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.StripeException;
import com.stripe.net.HttpClient;
import com.stripe.net.RequestOptions;
import com.stripe.net.StripeRequest;
import com.stripe.net.StripeResponse;
import com.stripe.net.Webhook;
import com.stripe.param.checkout.SessionCreateParams;
import counterfoil.CreateSession;
import counterfoil.EndpointSecret;
import counterfoil.Fee;
import counterfoil.LineItem;
import counterfoil.Merchant;
import counterfoil.Mode;
import counterfoil.Orders;
import counterfoil.Outcome;
import counterfoil.Platform;
import counterfoil.PriceData;
import counterfoil.ProductData;
import counterfoil.State;
import counterfoil.Webhooks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.Callable;

/** Nanoseconds of the fastest sample of everything, on both sides in turn, as one JSON object. */
final class Bench {
    private static final int SAMPLES = 80;
    private static final int RUNS = 400;
    private static final int STARTS = 15;

    /** The argument is the file with the event's body. */
    public static void main(String[] arguments) throws Exception {
        Delivery delivery = Delivery.of(Files.readAllBytes(Path.of(arguments[0])));
        Map<String, Callable<Boolean>> measured = new LinkedHashMap<>();
        deliveries(delivery, measured);
        requests(measured);
        Map<String, Double> fastest = new LinkedHashMap<>();
        for (int sample = 0; sample < SAMPLES; sample++) {
            for (var entry : measured.entrySet()) {
                fastest.merge(entry.getKey(), sample(entry.getKey(), entry.getValue()), Math::min);
            }
        }
        for (int start = 0; start < STARTS; start++) {
            fastest.merge("cold", cold("counterfoil", arguments[0]), Math::min);
            fastest.merge("cold_peer", cold("stripe", arguments[0]), Math::min);
        }
        StringJoiner json = new StringJoiner(",", "{", "}");
        fastest.forEach((name, time) -> json.add("\"" + name + "\":" + time));
        System.out.println(json);
    }

    private static void deliveries(Delivery delivery, Map<String, Callable<Boolean>> measured) {
        Webhooks webhooks = new Webhooks(List.of(new EndpointSecret("connect", Delivery.SECRET)));
        byte[] body = delivery.body();
        String header = delivery.header();
        measured.put("mac", () -> Delivery.mac(1, body).length == 32);
        measured.put("peer", () -> Webhook.constructEvent(delivery.text(), header, Delivery.SECRET)
                .getType().equals("checkout.session.completed"));
        measured.put("verify", () -> webhooks.verify(body, header).getType().equals("checkout.session.completed"));
        measured.put("classify", () -> webhooks.verify(body, header).getOutcome() instanceof Outcome.Paid);
        measured.put("session", () -> webhooks.verify(body, header).getOutcome() instanceof Outcome.Paid paid
                && paid.getSession().getAmountTotal() != null);
        measured.put("webhook", () -> Orders.advance(State.of("open"), webhooks.verify(body, header).getOutcome())
                .getState() == State.FULFILLED);
    }

    private static void requests(Map<String, Callable<Boolean>> measured) throws Exception {
        Merchant merchant = new Platform("sk_test_benchmarks").merchant("acct_1");
        measured.put("create", () -> merchant.call(session(), "order-42").getRequest().getBody().length() > 500);
        Unsent unsent = new Unsent();
        StripeClient client =
                StripeClient.builder().setApiKey("sk_test_benchmarks").setHttpClient(unsent).build();
        RequestOptions options =
                RequestOptions.builder().setStripeAccount("acct_1").setIdempotencyKey("order-42").build();
        measured.put("create_peer", () -> {
            try {
                client.v1().checkout().sessions().create(peersSession(), options);
            } catch (StripeException expected) {
                return unsent.size > 500;
            }
            return false;
        });
    }

    private static CreateSession session() {
        List<LineItem> items = List.of(item("T-shirt", 2000, 2), item("Mug", 1200, 1), item("Poster", 900, 3));
        return CreateSession.builder()
                .mode(Mode.PAYMENT)
                .lineItems(items)
                .applicationFee(Fee.builder().basisPoints(250).fixed(30).build())
                .clientReferenceId("order-42")
                .metadata(Map.of("order", "42", "shop", "vienna"))
                .successUrl("https://shop.example/thanks?session={CHECKOUT_SESSION_ID}")
                .build();
    }

    private static LineItem item(String name, long amount, long quantity) {
        PriceData price = PriceData.builder("eur")
                .unitAmount(amount)
                .productData(ProductData.builder(name).build())
                .build();
        return LineItem.builder().priceData(price).quantity(quantity).build();
    }

    private static SessionCreateParams peersSession() {
        return SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .addLineItem(peersItem("T-shirt", 2000, 2))
                .addLineItem(peersItem("Mug", 1200, 1))
                .addLineItem(peersItem("Poster", 900, 3))
                .setPaymentIntentData(
                        SessionCreateParams.PaymentIntentData.builder().setApplicationFeeAmount(228L).build())
                .setClientReferenceId("order-42")
                .putMetadata("order", "42")
                .putMetadata("shop", "vienna")
                .setSuccessUrl("https://shop.example/thanks?session={CHECKOUT_SESSION_ID}")
                .build();
    }

    private static SessionCreateParams.LineItem peersItem(String name, long amount, long quantity) {
        return SessionCreateParams.LineItem.builder()
                .setPriceData(SessionCreateParams.LineItem.PriceData.builder()
                        .setCurrency("eur")
                        .setUnitAmount(amount)
                        .setProductData(
                                SessionCreateParams.LineItem.PriceData.ProductData.builder().setName(name).build())
                        .build())
                .setQuantity(quantity)
                .build();
    }

    /** Takes a request that is ready, and sends nothing. */
    private static final class Unsent extends HttpClient {
        private final ApiConnectionException unsent = new ApiConnectionException("nothing is sent here");
        private int size;

        @Override
        public StripeResponse request(StripeRequest request) throws StripeException {
            size = request.content().byteArrayContent().length;
            throw unsent;
        }

        @Override
        public StripeResponse requestWithRetries(StripeRequest request) throws StripeException {
            return request(request);
        }
    }

    private static double sample(String name, Callable<Boolean> run) throws Exception {
        long start = System.nanoTime();
        for (int at = 0; at < RUNS; at++) {
            if (!run.call()) throw new IllegalStateException(name + " did not do it");
        }
        return (System.nanoTime() - start) / (double) RUNS;
    }

    /** A process of its own, from the start of its `main` to the first event that is proven. */
    private static double cold(String side, String event) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String path = System.getProperty("java.class.path");
        Process process = new ProcessBuilder(java, "-cp", path, "Cold", side, event)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes()).trim();
        if (process.waitFor() != 0) throw new IllegalStateException("the first event of " + side);
        return Double.parseDouble(printed);
    }
}
