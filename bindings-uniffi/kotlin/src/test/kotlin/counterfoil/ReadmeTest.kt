package counterfoil

import counterfoil.testing.sign
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Test
import java.nio.file.Files
import java.nio.file.Path

/**
 * The README's flow, run by the functions of `ReadmeFlow.kt`, which the first test holds against the
 * README line by line.
 */
class ReadmeTest {
    @Test
    fun `the flow that runs here is the README's`() {
        val blocks = Files.readString(Path.of("README.md")).split("```kotlin\n").drop(1).map {
            it.substringBefore("```")
        }
        val run = Files.readString(Path.of("src/test/kotlin/counterfoil/readme/ReadmeFlow.kt"))
        val shown = blocks.flatMap { it.lines() }.filterNot { "System.getenv" in it || it.isBlank() }
        val lines = run.lines().map { it.trim() }.toSet()
        assertEquals(4, blocks.size)
        assertEquals(emptyList<String>(), shown.filterNot { it.trim() in lines })
    }

    @Test
    fun `a refund, and those that are pending`() {
        val sent = mutableListOf<HttpRequest>()
        val refund = { id: Int -> """{"id":"re_$id","object":"refund","status":"pending"}""" }
        val answers = ArrayDeque(
            listOf(
                refund(1),
                """{"object":"list","has_more":true,"data":[${refund(1)}]}""",
                """{"object":"list","has_more":false,"data":[${refund(2)}]}""",
            ),
        )
        val merchant = Platform("sk_test_readme", transport = { request ->
            sent += request
            HttpResponse(200, emptyList(), answers.removeFirst().encodeToByteArray())
        }).merchant("acct_1")
        assertEquals("re_1", counterfoil.readme.giveBack(merchant, "refund-7", "pi_1", 500).id)
        assertEquals("payment_intent=pi_1&amount=500&refund_application_fee=true", sent.single().body)
        assertEquals(listOf("re_1", "re_2"), counterfoil.readme.pendingRefunds(merchant).map { it.id })
        assertEquals(3, sent.size)
    }

    @Test
    fun `a review is applied once, and no more`() {
        var on = "off"
        val sent = mutableListOf<String>()
        val state = {
            """{"id":"pmc_1","object":"payment_method_configuration","klarna":{"available":false,""" +
                """"display_preference":{"overridable":null,"preference":"$on","value":"$on"}}}"""
        }
        val platform = Platform("sk_test_readme", transport = { request ->
            sent += request.body
            on = "on"
            HttpResponse(200, emptyList(), state().encodeToByteArray())
        })
        val read = {
            val answer = HttpResponse(200, emptyList(), state().encodeToByteArray())
            RetrievePaymentMethodConfiguration.read(answer) to emptyList<MerchantMethods>()
        }
        val (parent, merchants) = read()
        val agreed = review(parent, merchants, listOf(WantedMethod("klarna", "on")))
        counterfoil.readme.apply(platform, resumeReview(saveReview(agreed)), read)
        assertEquals(listOf("klarna[display_preference][preference]=on"), sent)
    }

    @Test
    fun `five lines reach the library`() {
        val body =
            """{"id":"evt_1","object":"event","type":"ping","livemode":false,"created":1,"data":{"object":{}}}"""
                .encodeToByteArray()
        val signature = sign(body, "whsec_test_secret")
        val order = counterfoil.readme.Order(State.OPEN)
        val error = assertThrows(CounterfoilException::class.java) {
            counterfoil.readme.inFiveLines(
                "sk_test_readme",
                "whsec_test_secret",
                "acct_1",
                CreateSession(),
                body,
                signature,
                order,
            )
        }
        // Nothing may leave this machine in a test: empty parameters stop before the network.
        assertEquals("missing_parameter", error.code)
    }

    @Test
    fun `a click, and the money`() {
        val sent = mutableListOf<HttpRequest>()
        val answer = """{"id":"cs_1","object":"checkout.session","url":"https://checkout.example/cs_1"}"""
        counterfoil.readme.platform = Platform("sk_test_readme", transport = { request ->
            sent += request
            HttpResponse(200, emptyList(), answer.encodeToByteArray())
        })
        assertEquals("https://checkout.example/cs_1", counterfoil.readme.checkout("acct_1", "order-42", 2).url)
        val key = sent.single().headers.find { it.name == "Idempotency-Key" }
        assertEquals("acct_1:checkout:order-42%2F2", key?.value)
        val body = sent.single().body
        assertEquals(true, "payment_intent_data[application_fee_amount]=130" in body, body)

        val event =
            """{"id":"evt_1","object":"event","type":"checkout.session.completed","account":"acct_1","livemode":false,"created":1,"data":{"object":{"id":"cs_1","object":"checkout.session","mode":"payment","payment_status":"paid"}}}"""
                .encodeToByteArray()
        val step = counterfoil.readme.webhook(event, sign(event, "whsec_test_secret"), State.OPEN)
        assertEquals(Step(State.FULFILLED, Action.FULFILL), step)
    }
}
