package counterfoil

import counterfoil.testing.event
import counterfoil.testing.eventTypes
import counterfoil.testing.sign
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

private const val SECRET = "whsec_test_secret"

/** Outcomes with the objects that they carry, from every type of event that has one. */
class OutcomeTest {
    private val webhooks = Webhooks(listOf(EndpointSecret("any", SECRET)))
    private val platform = Platform("sk_test_example", transport = { error("nothing leaves this machine") })

    private fun verified(options: String): Event = event(options).let { webhooks.verify(it, sign(it, SECRET)) }

    private fun answer(json: String) = HttpResponse(200, emptyList(), json.encodeToByteArray())

    @Test
    fun `a snapshot says what its thin twin says once the object is read`() {
        for (type in eventTypes() - "account.application.deauthorized") {
            val snapshot = verified("""{"type":"$type"}""")
            val thin = verified("""{"type":"$type","shape":"thin"}""")
            val fetch = assertInstanceOf(Outcome.Fetch::class.java, thin.outcome, type)
            val call = fetch.call(platform, thin.account)
            val read = call.receive(answer(checkNotNull(snapshot.objectJson))) as Verdict.Done
            val outcome = thin.outcomeWith(read.answer)
            assertEquals(snapshot.outcome.kind, outcome.kind, type)
            // What went back this time is told by a snapshot alone.
            val told = snapshot.outcome.subject
            val subject = if (type == "charge.refunded") told?.toBuilder()?.amount(null)?.build() else told
            assertEquals(subject, outcome.subject, type)
            assertEquals(carried(snapshot.outcome), carried(outcome), type)
            assertEquals(read.answer, carried(outcome), type)
            assertFalse("example.com" in "$outcome ${snapshot.outcome}", "$outcome")
        }
    }

    /** What an outcome carries, by its own getter. */
    private fun carried(outcome: Outcome): StripeObject = outcome.javaClass.methods
        .single { StripeObject::class.java.isAssignableFrom(it.returnType) }
        .invoke(outcome) as StripeObject

    @Test
    fun `a merchant that left is told by its account`() {
        val event = verified("""{"type":"account.application.deauthorized","account":"acct_7"}""")
        assertEquals("acct_7", assertInstanceOf(Outcome.Disconnected::class.java, event.outcome).subject.id)
    }

    @Test
    fun `what is the platform's own is read from there`() {
        val thin = verified("""{"type":"application_fee.created","shape":"thin"}""")
        val request = (thin.outcome as Outcome.Fetch).call(platform, "acct_1").request
        assertTrue("/v1/application_fees/fee_" in request.url, request.url)
        assertNull(request.headers.find { it.name == "Stripe-Account" })
        val charge = verified("""{"type":"charge.refunded","shape":"thin"}""").outcome as Outcome.Fetch
        val error = assertThrows(CounterfoilException::class.java) { charge.call(platform, null) }
        assertEquals("wrong_scope", error.code)
    }

    @Test
    fun `an order does not move by what comes after its payment`() {
        val refunded = verified("""{"type":"charge.refunded"}""").outcome
        assertEquals(4200L, (refunded as Outcome.Refunded).charge.amountRefunded)
        assertEquals(Step(State.FULFILLED, Action.NONE), advance(State.FULFILLED, refunded))
    }

    @Test
    fun `a session that was read says what its events say`() {
        val session = { members: String ->
            val json = """{"id":"cs_1","object":"checkout.session","mode":"payment",$members}"""
            RetrieveSession.read(answer(json))
        }
        val paid = session(""""status":"complete","payment_status":"paid"""")
        assertEquals(paid, (reconcile(paid) as Outcome.Paid).session)
        assertInstanceOf(Outcome.StillOpen::class.java, reconcile(session(""""status":"open"""")))
        val unpaid = session(""""status":"complete","payment_status":"unpaid","payment_intent":"pi_1"""")
        val fetch = assertInstanceOf(Outcome.Fetch::class.java, reconcile(unpaid))
        val payment = """{"id":"pi_1","object":"payment_intent","status":"processing"}"""
        val read = fetch.call(platform, "acct_1").receive(answer(payment)) as Verdict.Done
        assertInstanceOf(Outcome.AwaitingPayment::class.java, reconcile(unpaid, read.answer as PaymentIntent))
        val other = RetrievePaymentIntent.read(answer(payment.replace("pi_1", "pi_2")))
        val error = assertThrows(CounterfoilException::class.java) { reconcile(unpaid, other) }
        assertEquals("wrong_object", error.code)
    }

    @Test
    fun `what differs from the order as it was recorded is named`() {
        val event = verified("""{"type":"checkout.session.completed","account":"acct_1"}""")
        val session = (event.outcome as Outcome.OfSession).session
        val recorded = Expected(account = "acct_1", amountTotal = session.amountTotal, currency = "EUR")
        assertEquals(emptyList<Difference>(), event.differences(recorded))
        val amount = checkNotNull(session.amountTotal)
        val differs = listOf(Difference("amount_total", "1", "$amount"))
        assertEquals(differs, event.differences(recorded.toBuilder().amountTotal(1).build()))
        assertEquals(differs, differences(recorded.toBuilder().amountTotal(1).build(), "acct_1", session))
        val fee = verified("""{"type":"application_fee.created"}""")
        val error = assertThrows(CounterfoilException::class.java) { fee.differences(recorded) }
        assertEquals("no_session", error.code)
    }

    @Test
    fun `a plan stands as its subscription and the events of it say`() {
        val subject = checkNotNull(verified("""{"type":"customer.subscription.deleted"}""").outcome.subject)
        assertEquals(PlanStatus.CANCELED, subject.planStatus)
        assertNull(PlanStatus.of("trialing"))
        val answers = mapOf("trialing" to PlanStatus.ACTIVE, "unpaid" to PlanStatus.SUSPENDED, "new" to null)
        for ((status, expected) in answers) {
            val json = """{"id":"sub_1","object":"subscription","status":"$status"}"""
            val read = readAnswer("subscriptions.retrieve", answer(json)) as Subscription
            assertEquals(expected, planStatus(read), status)
        }
    }

    @Test
    fun `an event for tests that there is not is refused`() {
        val error = assertThrows(CounterfoilException::class.java) { event("""{"type":"charge.made"}""") }
        assertEquals("unknown_event_type", error.code)
    }
}
