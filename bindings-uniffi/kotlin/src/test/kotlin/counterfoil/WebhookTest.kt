package counterfoil

import counterfoil.testing.sign
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.time.Instant

private const val SECRET = "whsec_test_secret"
private const val SESSION =
    """{"id":"cs_1","object":"checkout.session","mode":"payment","payment_status":"paid","client_secret":"hidden","client_reference_id":"注文","metadata":{"order":"42","note":"ü"}}"""
private val snapshot =
    """{"id":"evt_1","object":"event","type":"checkout.session.completed","account":"acct_1","livemode":false,"created":1,"data":{"object":$SESSION}}"""
        .encodeToByteArray()

/** What vectors cannot say about webhooks on the JVM. */
class WebhookTest {
    private val webhooks = Webhooks(listOf(EndpointSecret("connect", SECRET)))

    @Test
    fun `the clock is the default, in seconds`() {
        assertEquals("evt_1", webhooks.verify(snapshot, sign(snapshot, SECRET)).id)
        val old = sign(snapshot, SECRET, Instant.now().epochSecond - 301)
        val error = assertThrows(WebhookException::class.java) { webhooks.verify(snapshot, old) }
        assertEquals("timestamp_too_old", error.code)
    }

    @Test
    fun `a rejection has a safe message and a diagnosis`() {
        val error = assertThrows(WebhookException::class.java) {
            webhooks.verify(snapshot + '\n'.code.toByte(), sign(snapshot, SECRET))
        }
        assertEquals("signature_mismatch", error.code)
        assertEquals("the signature does not match", error.message)
        assertTrue("white space" in error.diagnosis, error.diagnosis)
        val missing = assertThrows(WebhookException::class.java) { webhooks.verify(snapshot, null) }
        assertEquals("missing_signature", missing.code)
    }

    @Test
    fun `an outcome carries the whole session, and no text shows its secrets`() {
        val event = webhooks.verify(snapshot, sign(snapshot, SECRET))
        val paid = assertInstanceOf(Outcome.Paid::class.java, event.outcome)
        assertEquals("注文", paid.session.clientReferenceId)
        assertEquals(mapOf("order" to "42", "note" to "ü"), paid.session.metadata)
        assertEquals(SESSION, paid.session.raw)
        assertEquals(SESSION, event.objectJson)
        assertFalse("hidden" in "$event ${event.outcome} ${paid.session}")
        assertEquals(Step(State.FULFILLED, Action.FULFILL), advance(State.OPEN, event.outcome))
    }

    @Test
    fun `an event stays what was proven when the server uses its buffer again`() {
        val buffer = snapshot.clone()
        val event = webhooks.verify(buffer, sign(buffer, SECRET))
        buffer.fill('x'.code.toByte())
        assertEquals(SESSION, event.objectJson)
        assertEquals(SESSION, (event.outcome as Outcome.Paid).session.raw)
    }

    @Test
    fun `an answer larger than the usual room takes a second call`() {
        val reference = "x".repeat(5_000)
        val body = snapshot.decodeToString().replace("注文", reference).encodeToByteArray()
        val paid = webhooks.verify(body, sign(body, SECRET)).outcome as Outcome.Paid
        assertEquals(reference, paid.session.clientReferenceId)
    }

    @Test
    fun `a thin event and its session say what the snapshot says`() {
        val thin =
            """{"id":"evt_2","object":"v2.core.event","type":"v1.checkout.session.completed","livemode":false,"context":"acct_1","created":"2026-10-29T19:58:14.000Z","related_object":{"id":"cs_1","type":"checkout.session","url":"/v1/x"}}"""
                .encodeToByteArray()
        val event = webhooks.verify(thin, sign(thin, SECRET))
        val fetch = event.outcome as Outcome.Fetch
        assertEquals(listOf("checkout.session", "cs_1"), listOf(fetch.subject.`object`, fetch.subject.id))
        val request = fetch.call(Platform("sk_test_example"), event.account).request
        assertTrue(request.url.endsWith("/v1/checkout/sessions/cs_1"), request.url)
        assertEquals("acct_1", request.headers.single { it.name == "Stripe-Account" }.value)
        val answer = { json: String -> RetrieveSession.read(HttpResponse(200, emptyList(), json.encodeToByteArray())) }
        assertInstanceOf(Outcome.Paid::class.java, event.outcomeWith(answer(SESSION)))
        val bridge = Event.fromEventBridge("""{"detail":${thin.decodeToString()}}""".encodeToByteArray())
        assertInstanceOf(Outcome.Paid::class.java, bridge.outcomeWith(answer(SESSION)))
        val error = assertThrows(CounterfoilException::class.java) {
            event.outcomeWith(answer(SESSION.replace("cs_1", "cs_2")))
        }
        assertEquals("wrong_object", error.code)
    }

    @Test
    fun `an envelope of a cloud provider holds the same event`() {
        val event = snapshot.decodeToString()
        val bridge = Event.fromEventBridge("""{"version":"0","detail":$event}""".encodeToByteArray())
        val grid = Event.fromEventGrid("""{"specversion":"1.0","data":$event}""".encodeToByteArray())
        assertEquals(listOf("event_bridge", "event_grid"), listOf(bridge.label, grid.label))
        for (unwrapped in listOf(bridge, grid)) {
            assertEquals("acct_1", unwrapped.account)
            assertEquals(SESSION, unwrapped.objectJson)
            assertEquals("注文", assertInstanceOf(Outcome.Paid::class.java, unwrapped.outcome).session.clientReferenceId)
        }
        val error = assertThrows(WebhookException::class.java) { Event.fromEventGrid(snapshot + 0) }
        assertEquals("invalid_json", error.code)
    }

    @Test
    fun `every state and action of the library has its name here`() {
        for (state in State.entries) {
            assertEquals(state, State.of(state.value))
            for (kind in listOf("paid", "awaiting_payment", "payment_failed", "expired", "nothing_to_pay", "ignored")) {
                advance(state, kind)
            }
        }
        assertEquals("invalid_state", assertThrows(CounterfoilException::class.java) { State.of("paid") }.code)
        val error = assertThrows(CounterfoilException::class.java) { advance(State.OPEN, "completed") }
        assertEquals("invalid_outcome", error.code)
    }

    @Test
    fun `many keyrings and events need no closing`() {
        repeat(2_000) {
            val keyring = Webhooks(listOf(EndpointSecret("connect", SECRET)))
            assertEquals("acct_1", keyring.verify(snapshot, sign(snapshot, SECRET)).account)
        }
    }
}
