import com.stripe.net.Webhook;
import counterfoil.EndpointSecret;
import counterfoil.Webhooks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The first verified event of a process: prints the nanoseconds from the start of `main`. */
final class Cold {
    public static void main(String[] arguments) throws Exception {
        // Both sides get the delivery ready made; the JDK's HMAC is loaded with it.
        Delivery delivery = Delivery.of(Files.readAllBytes(Path.of(arguments[1])));
        long start = System.nanoTime();
        String id = switch (arguments[0]) {
            case "stripe" -> Webhook.constructEvent(delivery.text(), delivery.header(), Delivery.SECRET).getId();
            default -> new Webhooks(List.of(new EndpointSecret("connect", Delivery.SECRET)))
                    .verify(delivery.body(), delivery.header())
                    .getId();
        };
        long took = System.nanoTime() - start;
        if (!id.startsWith("evt_")) throw new IllegalStateException(id);
        System.out.println(took);
    }
}
