package counterfoil

import counterfoil.testing.sign
import org.junit.jupiter.api.Assertions.assertEquals
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
        val readme = Files.readString(Path.of("README.md")).substringAfter("```kotlin\n").substringBefore("```")
        val run = Files.readString(Path.of("src/test/kotlin/counterfoil/readme/ReadmeFlow.kt"))
        val shown = readme.lines().filterNot { "System.getenv" in it || it.isBlank() }
        val lines = run.lines().toSet()
        assertEquals(emptyList<String>(), shown.filterNot { it in lines })
    }

    @Test
    fun `a click, and the money`() {
        val sent = mutableListOf<HttpRequest>()
        val answer = """{"id":"cs_1","object":"checkout.session","url":"https://checkout.example/cs_1"}"""
        counterfoil.readme.platform = Platform("sk_test_readme", transport = { request ->
            sent += request
            HttpResponse(200, emptyList(), answer.encodeToByteArray())
        })
        assertEquals("https://checkout.example/cs_1", counterfoil.readme.checkout("acct_1", "order-42").url)
        val body = sent.single().body
        assertEquals(true, "payment_intent_data[application_fee_amount]=130" in body, body)

        val event =
            """{"id":"evt_1","object":"event","type":"checkout.session.completed","account":"acct_1","livemode":false,"created":1,"data":{"object":{"id":"cs_1","object":"checkout.session","mode":"payment","payment_status":"paid"}}}"""
                .encodeToByteArray()
        val step = counterfoil.readme.webhook(event, sign(event, "whsec_test_secret"), State.OPEN)
        assertEquals(Step(State.FULFILLED, Action.FULFILL), step)
    }
}
