import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A signed delivery, by a MAC that is neither side's. */
record Delivery(byte[] body, String text, String header) {
    static final String SECRET = "whsec_benchmarks";

    static Delivery of(byte[] body) throws Exception {
        long now = System.currentTimeMillis() / 1000;
        String header = "t=" + now + ",v1=" + HexFormat.of().formatHex(mac(now, body));
        return new Delivery(body, new String(body, StandardCharsets.UTF_8), header);
    }

    static byte[] mac(long time, byte[] body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
        return mac.doFinal(body);
    }
}
