package counterfoil

import counterfoil.testing.event
import counterfoil.testing.sign
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** A text that was cut inside of a character, as `take(n)` does with an emoji. */
private val CUT = "T-shirt \uD83D\uDC55".take(9)
private const val WHOLE = "T-shirt \uD83D\uDC55"

/** Texts that are no Unicode are faults with their paths, wherever they go in. */
class TextTest {
    private val platform = Platform("sk_test_example", transport = { error("nothing leaves this machine") })
    private val merchant = platform.merchant("acct_1")
    private val refund = CreateRefund(charge = "ch_1")

    private fun paths(call: () -> Any?): List<String> {
        val error = assertThrows(CounterfoilException::class.java) { call() }
        assertEquals("invalid_text", error.code)
        assertEquals(setOf("invalid_text"), error.faults.map { it.code }.toSet())
        assertTrue(error.faults.all { it.path in error.message }, error.message)
        return error.faults.map { it.path }
    }

    private fun session(text: String) = CreateSession(
        mode = Mode.PAYMENT,
        successUrl = "https://shop.example/",
        lineItems = listOf(
            LineItem(priceData = PriceData("eur", unitAmount = 1, productData = ProductData("T-shirt")), quantity = 1),
            LineItem(priceData = PriceData("eur", unitAmount = 1, productData = ProductData(text)), quantity = 1),
        ),
        metadata = mapOf("note" to text),
        extra = mapOf("custom_text.submit.message" to text),
    )

    @Test
    fun `all of a record's cut texts are faults, by Stripe's paths`() {
        val expected = setOf(
            "line_items[1].price_data.product_data.name",
            "metadata.note",
            "extra.custom_text.submit.message",
            "idempotency_key",
        )
        val found = paths { merchant.call(session(CUT), CUT) }
        assertEquals(expected, found.toSet())
        assertEquals(expected.size, found.size)
        merchant.call(session(WHOLE), "order-42")
    }

    @Test
    fun `a key that is cut is told without what cannot be shown`() {
        val params = refund.toBuilder().metadata(mapOf(CUT to "1")).build()
        assertEquals(listOf("metadata.T-shirt ?"), paths { merchant.call(params, "k") })
    }

    @Test
    fun `every entry that takes a text refuses one that is cut`() {
        val key = "whsec_secret"
        val body = event("""{"type":"checkout.session.completed"}""")
        val webhooks = Webhooks(listOf(EndpointSecret("any", key)))
        val verified = webhooks.verify(body, sign(body, key))
        val entries = mapOf(
            "secret_key" to { Platform(CUT) },
            "api_base" to { Platform("sk_test_example", apiBase = CUT) },
            "api_version" to { Platform("sk_test_example", apiVersion = CUT) },
            "account" to { platform.merchant(CUT) },
            "operation" to { platform.callNamed(CUT, "{}") },
            "idempotency_key" to { platform.callNamed("refunds.create", "{}", "acct_1", CUT) },
            "secrets[0].secret" to { Webhooks(listOf(EndpointSecret("any", CUT))) },
            "headers[0].value" to {
                merchant.call(refund, "k").receive(HttpResponse(200, listOf(Header("Request-Id", CUT)), ByteArray(0)))
            },
            "client_reference_id" to { verified.differences(Expected(clientReferenceId = CUT)) },
            "amount" to { parseAmount(CUT, "eur") },
            "currency" to { formatAmount(1, CUT) },
            "reference" to { idempotencyKey("acct_1", CUT, "refund") },
            "outcome" to { advance(State.OPEN, CUT) },
            "state" to { State.of(CUT) },
            "secret" to { sign(body, CUT) },
            "needed[0]" to {
                val account = HttpResponse(200, emptyList(), """{"id":"acct_1","object":"account"}""".toByteArray())
                readiness(readAnswer("accounts.retrieve", account) as Account, listOf(CUT))
            },
        )
        for ((path, call) in entries) assertEquals(listOf(path), paths(call), path)
    }

    @Test
    fun `a JSON text that is cut is no JSON`() {
        val entries = listOf(
            { CreateRefund.fromJson("""{"charge":"$CUT"}""") },
            { platform.callNamed("refunds.create", """{"charge":"$CUT"}""", "acct_1", "k") },
            { feeFromJson("""{"$CUT":1}""") },
            { expectedFromJson("""{"currency":"$CUT"}""") },
            { encodeForm("""{"a":"$CUT"}""") },
            { paymentFactsFromJson("""{"currency":"$CUT"}""") },
            { event("""{"type":"$CUT"}""") },
            { platform.resume("""{"operation":"$CUT"}""") },
            { resumeReview("""{"parent":"$CUT"}""") },
        )
        for (call in entries) assertThrows(CounterfoilException::class.java) { call() }
        assertEquals("a=%F0%9F%91%95", encodeForm("""{"a":"${WHOLE.takeLast(2)}"}"""))
    }

    @Test
    fun `a signature that is cut is none`() {
        val webhooks = Webhooks(listOf(EndpointSecret("any", "whsec_secret")))
        assertThrows(WebhookException::class.java) { webhooks.verify(ByteArray(0), CUT) }
    }
}
