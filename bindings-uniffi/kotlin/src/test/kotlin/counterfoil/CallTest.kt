package counterfoil

import com.sun.net.httpserver.HttpServer
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.net.InetAddress
import java.net.InetSocketAddress
import java.net.ServerSocket
import java.net.Socket
import java.time.Duration
import kotlin.concurrent.thread

private const val SECRET_KEY = "sk_test_hidden"
private const val SESSION =
    """{"id":"cs_1","object":"checkout.session","client_secret":"hidden","metadata":{"a":"b"}}"""
private val shirt = PriceData(currency = "eur", unitAmount = 2000, productData = ProductData(name = "T-shirt"))
private val params = CreateSession(
    mode = Mode.PAYMENT,
    lineItems = listOf(LineItem(priceData = shirt, quantity = 1)),
    successUrl = "https://shop.example/?s={CHECKOUT_SESSION_ID}",
)

/** Calls over real HTTP: the same bytes in every attempt, typed errors, and no secret in any text. */
class CallTest {
    private class Seen(val line: String, val headers: Map<String, String>, val body: String)

    /** A server that answers each request with the next answer: a status and a body. */
    private fun <T> stripe(vararg answers: Pair<Int, String>, use: (CheckoutSessions, List<Seen>) -> T): T =
        platform(*answers) { platform, seen -> use(platform.merchant("acct_1").checkout.sessions, seen) }

    private fun <T> platform(vararg answers: Pair<Int, String>, use: (Platform, List<Seen>) -> T): T {
        val seen = mutableListOf<Seen>()
        val server = HttpServer.create(InetSocketAddress("127.0.0.1", 0), 0)
        server.createContext("/") { exchange ->
            val body = exchange.requestBody.readBytes().decodeToString()
            val headers = exchange.requestHeaders.mapKeys { it.key.lowercase() }.mapValues { it.value.single() }
            val (status, answer) = answers[seen.size]
            seen += Seen("${exchange.requestMethod} ${exchange.requestURI}", headers, body)
            exchange.responseHeaders.add("Request-Id", "req_1")
            if (status in 300..399) exchange.responseHeaders.add("Location", "/elsewhere")
            exchange.sendResponseHeaders(status, if (answer.isEmpty()) -1 else answer.length.toLong())
            exchange.responseBody.use { it.write(answer.encodeToByteArray()) }
        }
        server.start()
        try {
            return use(Platform(SECRET_KEY, apiBase = "http://127.0.0.1:${server.address.port}"), seen)
        } finally {
            server.stop(0)
        }
    }

    @Test
    fun `a failure is tried again with the same bytes and key`() =
        stripe(500 to "", 409 to "{}", 200 to SESSION) { sessions, seen ->
            val session = sessions.create(params, "order-1")
            assertEquals("cs_1", session.id)
            assertEquals(mapOf("a" to "b"), session.metadata)
            assertEquals(3, seen.size)
            assertEquals(1, seen.map { it.body }.toSet().size)
            for (request in seen) {
                assertEquals("POST /v1/checkout/sessions", request.line)
                assertEquals("order-1", request.headers["idempotency-key"])
                assertEquals("acct_1", request.headers["stripe-account"])
                assertEquals("Bearer $SECRET_KEY", request.headers["authorization"])
                assertEquals("application/x-www-form-urlencoded", request.headers["content-type"])
            }
        }

    @Test
    fun `letters of every language arrive as they are`() =
        platform(200 to """{"id":"ed_1","object":"v2.core.event_destination"}""") { platform, seen ->
            val params = CreateEventDestination(
                name = "Händler 店",
                type = CreateEventDestination.Type.WEBHOOK_ENDPOINT,
                eventPayload = CreateEventDestination.EventPayload.THIN,
                enabledEvents = listOf("v1.refund.created"),
                webhookEndpoint = WebhookEndpointTarget(url = "https://platform.example/hook"),
            )
            platform.v2.core.eventDestinations.create(params, "k")
            assertTrue("\"name\":\"Händler 店\"" in seen.single().body, seen.single().body)
        }

    @Test
    fun `a refusal tells what Stripe said`() {
        val body =
            """{"error":{"type":"invalid_request_error","code":"resource_missing","param":"session","message":"No such"}}"""
        val error = stripe(404 to body) { sessions, _ ->
            assertThrows(CounterfoilException::class.java) { sessions.retrieve("cs_1") }
        }
        assertEquals("resource_missing", error.code)
        assertEquals(404, error.status)
        assertEquals("req_1", error.requestId)
        val refusal = checkNotNull(error.stripe)
        assertEquals(listOf("invalid_request_error", "resource_missing"), listOf(refusal.type, refusal.code))
        assertEquals(listOf("session", "No such"), listOf(refusal.param, refusal.message))
        assertEquals(Advice.FIX_REQUEST, refusal.advice)
    }

    @Test
    fun `a redirect is not followed and garbage is no session`() =
        stripe(302 to "", 200 to "<html>") { sessions, seen ->
            val codes = List(2) { assertThrows(CounterfoilException::class.java) { sessions.retrieve("cs_1") }.code }
            assertEquals(listOf("unexpected_redirect", "unreadable_answer"), codes)
            assertEquals(2, seen.size)
        }

    /** The sessions of a platform whose server answers with these bytes, then stays silent or hangs up. */
    private fun <T> answering(start: String, hangUp: Boolean, timeout: Duration, use: (CheckoutSessions) -> T): T =
        ServerSocket(0, 1, InetAddress.getByName("127.0.0.1")).use { server ->
            val connections = mutableListOf<Socket>()
            thread {
                val connection = server.accept().also { connections += it }
                connection.getInputStream().read(ByteArray(4096))
                connection.getOutputStream().run {
                    write(start.encodeToByteArray())
                    flush()
                }
                if (hangUp) connection.close()
            }
            val transport = JavaHttpTransport(timeout = timeout)
            val platform = Platform(SECRET_KEY, "http://127.0.0.1:${server.localPort}", null, 0, transport)
            try {
                use(platform.merchant("acct_1").checkout.sessions)
            } finally {
                connections.forEach { it.close() }
            }
        }

    @Test
    fun `no server, one that is too slow, and one that hangs up`() {
        val code = { sessions: CheckoutSessions ->
            assertThrows(CounterfoilException::class.java) { sessions.retrieve("cs_1") }.code
        }
        val gone = Platform(SECRET_KEY, apiBase = "http://127.0.0.1:9", maxRetries = 0).merchant("acct_1")
        assertEquals("connection_failed", code(gone.checkout.sessions))
        val short = Duration.ofMillis(200)
        val start = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"
        assertEquals("timeout", answering("", hangUp = false, short, code))
        assertEquals("timeout", answering(start, hangUp = false, short, code))
        assertEquals("connection_closed", answering(start, hangUp = true, Duration.ofSeconds(10), code))
    }

    @Test
    fun `an interrupted thread stops waiting`() {
        ServerSocket(0, 1, InetAddress.getByName("127.0.0.1")).use { silent ->
            val waiting = Platform(SECRET_KEY, apiBase = "http://127.0.0.1:${silent.localPort}").merchant("acct_1")
            Thread.currentThread().interrupt()
            assertThrows(InterruptedException::class.java) { waiting.checkout.sessions.retrieve("cs_1") }
        }
        val failing = Platform(SECRET_KEY, transport = { throw TransportException(TransportFailure.CONNECT) })
        Thread.currentThread().interrupt()
        assertThrows(InterruptedException::class.java) {
            failing.merchant("acct_1").checkout.sessions.retrieve("cs_1")
        }
    }

    @Test
    fun `every fault is told before the network`() {
        val sessions = Platform(SECRET_KEY).merchant("acct_1").checkout.sessions
        val error = assertThrows(CounterfoilException::class.java) { sessions.create(CreateSession(), "order-1") }
        assertEquals(listOf("mode", "line_items", "success_url"), error.faults.map { it.path })
        assertTrue(error.message.startsWith("mode: expected `payment`"), error.message)
    }

    @Test
    fun `no text shows a secret`() {
        val platform = Platform(SECRET_KEY)
        val merchant = platform.merchant("acct_1")
        val call = merchant.call(params, "order-1")
        val verdict = call.receive(HttpResponse(200, emptyList(), SESSION.encodeToByteArray()))
        val secret = EndpointSecret("connect", "whsec_hidden")
        val texts = listOf(
            platform, merchant, merchant.checkout.sessions, call, call.request, call.request.headers, verdict,
            secret, Webhooks(listOf(secret)), HttpResponse(200, emptyList(), SESSION.encodeToByteArray()),
        ).joinToString()
        assertFalse("hidden" in texts, texts)
        val getters = EndpointSecret::class.java.methods.filter { it.name.startsWith("get") && it.parameterCount == 0 }
        assertFalse("hidden" in getters.joinToString { "${it(secret)}" }, "a serializer would write the secret out")
        assertTrue("cs_1" in texts, texts)
        assertEquals(SESSION, (verdict as Verdict.Done).answer.raw)
        for (key in listOf("pk_hidden", "sk_hidden ", "")) {
            val error = assertThrows(CounterfoilException::class.java) { Platform(key) }
            assertEquals("invalid_secret_key", error.code)
            assertFalse("hidden" in error.stackTraceToString())
        }
    }
}
