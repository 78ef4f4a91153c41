package counterfoil

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.time.Clock
import java.time.Instant
import java.time.ZoneOffset

/** What the resources do with what Stripe answers: typed objects, pages, saved calls, and the right account. */
class ResourceTest {
    private val sent = mutableListOf<HttpRequest>()
    private val answers = ArrayDeque<Pair<Int, String>>()
    private val now = Instant.ofEpochSecond(1_800_000_000)
    private val platform = Platform(
        "sk_test_hidden",
        transport = { request ->
            sent += request
            answers.removeFirst().let { (status, body) -> HttpResponse(status, emptyList(), body.encodeToByteArray()) }
        },
        clock = Clock.fixed(now, ZoneOffset.UTC),
    )
    private val merchant = platform.merchant("acct_1")

    private fun answer(body: String, status: Int = 200) = answers.addLast(status to body)

    private fun list(ids: IntRange, hasMore: Boolean): String {
        val data = ids.joinToString { """{"id":"re_$it","object":"refund","amount":$it}""" }
        return """{"object":"list","has_more":$hasMore,"data":[$data]}"""
    }

    private val lastPath get() = sent.last().url.removePrefix("https://api.stripe.com")

    private fun HttpRequest.header(name: String) = headers.find { it.name == name }?.value

    @Test
    fun `a refund is asked for on the merchant's account and read as one`() {
        answer("""{"id":"re_1","object":"refund","status":"pending","amount":500,"payment_intent":"pi_1"}""")
        val refund = merchant.refunds.create(CreateRefund(paymentIntent = "pi_1", amount = 500), "order-42-refund")
        assertEquals(
            listOf("re_1", Refund.Status.PENDING, 500L, "pi_1"),
            refund.run {
                listOf(id, status, amount, paymentIntent)
            },
        )
        assertEquals("payment_intent=pi_1&amount=500", sent.single().body)
        assertEquals("acct_1", sent.single().header("Stripe-Account"))
        assertEquals("order-42-refund", sent.single().header("Idempotency-Key"))
    }

    @Test
    fun `a success says whether Stripe repeated it, and equals what it repeats`() {
        val refund = """{"id":"re_1","object":"refund","amount":2500}"""
        val read = { body: String, replayed: String ->
            val headers = listOf(Header("Idempotent-Replayed", replayed))
            HttpResponse(200, headers, body.encodeToByteArray())
        }
        val first = CreateRefund.read(read(refund, "false"))
        val again = CreateRefund.read(read(refund, "true"))
        assertEquals(listOf(false, true), listOf(first.replayed, again.replayed))
        assertEquals(first, again)
        assertEquals(first.hashCode(), again.hashCode())
        assertFalse(first == CreateRefund.read(read(refund.replace("2500", "2501"), "true")))
        val page = ListRefunds.read(read("""{"object":"list","data":[$refund],"has_more":false}""", "true"))
        assertEquals(listOf(true, false), listOf(page.replayed, page.data.single().replayed))
    }

    @Test
    fun `an id is enough where nothing else is needed`() {
        answer("""{"id":"pi_1","object":"payment_intent","status":"succeeded"}""")
        assertEquals(PaymentIntent.Status.SUCCEEDED, merchant.paymentIntents.capture("pi_1", "capture-1").status)
        assertEquals("/v1/payment_intents/pi_1/capture", lastPath)
        answer("""{"id":"ch_1","object":"charge"}""")
        merchant.charges.retrieve(RetrieveCharge("ch_1", expand = listOf("balance_transaction")))
        assertEquals("/v1/charges/ch_1?expand[0]=balance_transaction", lastPath)
    }

    @Test
    fun `a deletion needs no key`() {
        val gone = """{"id":"we_1","object":"webhook_endpoint","deleted":true}"""
        answer(gone)
        assertTrue(platform.webhookEndpoints.delete("we_1").deleted)
        answer(gone)
        platform.webhookEndpoints.delete("we_1", "gone-1")
        assertEquals(listOf(null, "gone-1"), sent.takeLast(2).map { it.header("Idempotency-Key") })
        assertEquals(null, platform.call(DeleteWebhookEndpoint("we_1")).request.header("Idempotency-Key"))
    }

    @Test
    fun `the platform's own objects are read without an account`() {
        answer("""{"id":"fr_1","object":"fee_refund","amount":30}""")
        platform.applicationFees.refunds.create(CreateApplicationFeeRefund("fee_1", amount = 30), "fee-1")
        assertEquals("/v1/application_fees/fee_1/refunds", lastPath)
        answer("""{"id":"txn_1","object":"balance_transaction"}""")
        platform.balanceTransactions.retrieve("txn_1")
        assertTrue(sent.all { it.header("Stripe-Account") == null && it.header("Stripe-Context") == null })
        answer("""{"id":"evt_1","object":"v2.core.event"}""")
        merchant.v2.core.events.retrieve("evt_1")
        assertEquals(listOf(null, "acct_1"), listOf("Stripe-Account", "Stripe-Context").map { sent.last().header(it) })
    }

    @Test
    fun `a list is read page by page, and each page only when it is needed`() {
        answer(list(1..2, hasMore = true))
        val page = merchant.refunds.list(ListRefunds(limit = 2))
        assertEquals(listOf("re_1", "re_2"), page.data.map { it.id })
        val all = page.all().iterator()
        assertEquals(listOf("re_1", "re_2"), listOf(all.next().id, all.next().id))
        assertEquals(1, sent.size)
        answer(list(3..3, hasMore = false))
        assertEquals(3L, all.next().amount)
        assertFalse(all.hasNext())
        assertEquals("/v1/refunds?limit=2&starting_after=re_2", lastPath)
        answer(list(3..3, hasMore = false))
        val last = checkNotNull(page.next())
        assertEquals(listOf(3L), last.data.map { it.amount })
        assertNull(last.next())
    }

    @Test
    fun `a page after a failure is asked for again, and what stops a list is told`() {
        answer(list(1..1, hasMore = true))
        answer("", status = 500)
        answer(list(2..2, hasMore = true))
        answer("""{"error":{"type":"invalid_request_error","code":"account_invalid"}}""", status = 403)
        val seen = mutableListOf<String>()
        val error = assertThrows(CounterfoilException::class.java) {
            merchant.refunds.list().all().forEach { seen += it.id }
        }
        assertEquals(listOf("re_1", "re_2"), seen)
        assertEquals(Advice.FIX_KEY, error.stripe?.advice)
    }

    @Test
    fun `a host that sends itself gets typed verdicts and the call for the next page`() {
        val call = merchant.call(ListRefunds(limit = 1))
        val again = call.fail(TransportFailure.CLOSED, jitter = 0.5)
        assertEquals(375, (again as Verdict.Retry).afterMillis)
        assertEquals(2, call.attempt)
        val verdict = call.receive(HttpResponse(200, emptyList(), list(1..1, hasMore = true).encodeToByteArray()))
        val page: Page<Refund> = (verdict as Verdict.Done).answer
        val next = checkNotNull(page.nextCall)
        assertTrue(next.request.url.endsWith("/v1/refunds?limit=1&starting_after=re_1"), next.request.url)
        assertEquals(1, next.attempt)
        assertEquals(0, sent.size)
    }

    @Test
    fun `a call that was saved goes on in another process`() {
        val call = merchant.call(CreateRefund(paymentIntent = "pi_1"), "order-42-refund")
        call.fail(TransportFailure.TIMEOUT)
        val saved = call.save()
        assertFalse("hidden" in saved, saved)
        val resumed = platform.resume(saved)
        assertEquals(2, resumed.attempt)
        assertEquals(call.request.headers.map { it.value }, resumed.request.headers.map { it.value })
        answer("""{"id":"re_1","object":"refund"}""")
        assertEquals("re_1", assertInstanceOf(Refund::class.java, resumed.send()).id)
        val error = assertThrows(CounterfoilException::class.java) { platform.resume("{}") }
        assertEquals("invalid_saved_call", error.code)
    }

    @Test
    fun `an operation that is known at run time only has its scope checked`() {
        answer(list(1..1, hasMore = false))
        val page = platform.callNamed("refunds.list", """{"limit":1}""", account = "acct_1").send() as Page<*>
        assertInstanceOf(Refund::class.java, page.data.single())
        val code = { name: String, account: String? ->
            assertThrows(CounterfoilException::class.java) { platform.callNamed(name, "{}", account) }.code
        }
        assertEquals("wrong_scope", code("refunds.list", null))
        assertEquals("wrong_scope", code("application_fees.list", "acct_1"))
        assertEquals("unknown_operation", code("refunds.make", "acct_1"))
    }

    @Test
    fun `a key is the same for the same purpose, order and merchant, and for nothing else`() {
        val key = merchant.idempotencyKey("order-42", "refund")
        assertEquals(key, idempotencyKey("acct_1", "order-42", "refund"))
        val others = listOf(
            merchant.idempotencyKey("order-42", "checkout"),
            merchant.idempotencyKey("order-4", "refund"),
            platform.merchant("acct_2").idempotencyKey("order-42", "refund"),
        )
        assertEquals(4, (others + key).toSet().size)
    }

    @Test
    fun `parameters are read from Stripe's JSON, and every wrong one is named`() {
        assertEquals(CreateRefund(charge = "ch_1"), CreateRefund.fromJson("""{"charge":"ch_1"}"""))
        val error =
            assertThrows(CounterfoilException::class.java) { CreateRefund.fromJson("""{"chage":1,"amount":"x"}""") }
        assertEquals(listOf("chage", "amount"), error.faults.map { it.path })
        assertEquals("refunds.create", CreateRefund.operation)
        assertEquals(
            "re_1",
            CreateRefund.read(
                HttpResponse(200, emptyList(), """{"id":"re_1","object":"refund"}""".encodeToByteArray()),
            ).id,
        )
    }

    @Test
    fun `no parameters print the customer`() {
        val filter = ListSessions(customerDetails = CustomerDetailsFilter("hidden"), limit = 3)
        val create = CreateSession(customerEmail = "hidden", clientReferenceId = "order-42")
        val call = merchant.call(filter)
        assertTrue("hidden" in call.request.url, call.request.url)
        val texts = "$create $call ${filter.customerDetails} ${CreateRefund(instructionsEmail = "hidden", amount = 5)}"
        assertFalse("hidden" in texts, texts)
        assertTrue("clientReferenceId=order-42" in texts && "amount=5" in texts, texts)
    }

    @Test
    fun `no object prints its secrets or its customer`() {
        val bodies = mapOf(
            RetrieveSession to
                """{"id":"cs_1","object":"checkout.session","status":"open","url":"hidden","client_secret":"hidden","customer_details":{"email":"hidden"},"metadata":{"a":"hidden"}}""",
            CreateWebhookEndpoint to
                """{"id":"we_1","object":"webhook_endpoint","status":"enabled","secret":"hidden","url":"https://hidden"}""",
            CreateEventDestination to
                """{"id":"ed_1","object":"v2.core.event_destination","status":"enabled","webhook_endpoint":{"signing_secret":"hidden"}}""",
            CreateAccountSession to """{"object":"account_session","account":"acct_1","client_secret":"hidden"}""",
            CreateLoginLink to """{"object":"login_link","url":"hidden","created":1}""",
            RetrieveCharge to
                """{"id":"ch_1","object":"charge","status":"failed","receipt_url":"hidden","failure_message":"hidden","customer":"cus_1"}""",
        )
        for ((type, body) in bodies) {
            val answer = type.read(HttpResponse(200, emptyList(), body.encodeToByteArray()))
            val secrets = answer.javaClass.methods.filter { it.name == "getRaw" }.map { it(answer) as String }
            assertEquals(listOf(body), secrets)
            assertFalse("hidden" in answer.toString(), "$answer")
            assertTrue("=" in answer.toString(), "$answer")
        }
        val endpoint = DestinationEndpoint(mapOf("url" to "hidden", "signing_secret" to "hidden"))
        assertFalse(
            "hidden" in "$endpoint ${Page(listOf(endpoint), false, null)} $merchant $platform ${merchant.refunds}",
        )
    }
}
