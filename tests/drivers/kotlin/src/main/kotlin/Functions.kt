import counterfoil.Account
import counterfoil.CounterfoilException
import counterfoil.CreateRefund
import counterfoil.CreateSession
import counterfoil.Dispute
import counterfoil.EndpointSecret
import counterfoil.Event
import counterfoil.Expected
import counterfoil.Fee
import counterfoil.HttpResponse
import counterfoil.LineItem
import counterfoil.ListRefunds
import counterfoil.MerchantMethods
import counterfoil.Mode
import counterfoil.Outcome
import counterfoil.Platform
import counterfoil.PriceData
import counterfoil.ProductData
import counterfoil.Purchase
import counterfoil.RetrieveAccount
import counterfoil.RetrievePaymentMethodConfiguration
import counterfoil.RetrieveSession
import counterfoil.State
import counterfoil.Subscription
import counterfoil.TransportFailure
import counterfoil.Verdict
import counterfoil.WantedMethod
import counterfoil.WebhookException
import counterfoil.Webhooks
import counterfoil.advance
import counterfoil.differences
import counterfoil.disputeFacts
import counterfoil.encodeForm
import counterfoil.expectedFromJson
import counterfoil.feeFromJson
import counterfoil.feeOf
import counterfoil.formatAmount
import counterfoil.idempotencyKey
import counterfoil.ledger
import counterfoil.offer
import counterfoil.onboard
import counterfoil.parseAmount
import counterfoil.paymentFacts
import counterfoil.paymentFactsFromJson
import counterfoil.planStatus
import counterfoil.readAnswer
import counterfoil.readiness
import counterfoil.reconcile
import counterfoil.remainingSteps
import counterfoil.resumeReview
import counterfoil.retryAfterMillis
import counterfoil.review
import counterfoil.saveReview
import counterfoil.standings
import counterfoil.testing.event
import counterfoil.testing.eventTypes
import counterfoil.testing.sign

private const val SECRET = "whsec_soak"
private const val ACCOUNT = "acct_1"
private const val NOW = 1_793_000_000L

/** Every public function that calls the library, by its class and name, with arguments of one thread's own. */
internal class Functions {
    private val platform = Platform("sk_test_soak", transport = { answer(REFUNDS) })
    private val merchant = platform.merchant(ACCOUNT)
    private val webhooks = Webhooks(listOf(EndpointSecret("connect", SECRET)))
    private val body = event("""{"type":"checkout.session.completed","account":"$ACCOUNT"}""")
    private val signature = sign(body, SECRET, NOW)
    private val completed = webhooks.verify(body, signature, NOW)
    private val session = (completed.outcome as Outcome.OfSession).session
    private val refund = event("""{"type":"charge.refunded"}""")
    private val refunded = webhooks.verify(refund, sign(refund, SECRET, NOW), NOW)
    private val thin = event("""{"type":"charge.refunded","shape":"thin"}""")
    private val thinEvent = webhooks.verify(thin, sign(thin, SECRET, NOW), NOW)
    private val charge = (refunded.outcome as Outcome.Refunded).charge
    private val parent = configuration("""{"id":"pmc_1","object":"payment_method_configuration",$CARD}""")
    private val child =
        configuration("""{"id":"pmc_2","object":"payment_method_configuration","parent":"pmc_1",$CARD}""")
    private val methods = MerchantMethods(ACCOUNT, child, mapOf("card_payments" to "active"))
    private val agreed = review(parent, listOf(methods), listOf(WantedMethod("card", "off")))
    private val account = readAnswer("accounts.retrieve", answer("""{"id":"acct_1","object":"account"}""")) as Account
    private val subscription = readAnswer(
        "subscriptions.retrieve",
        answer("""{"id":"sub_1","object":"subscription","status":"active"}"""),
    ) as Subscription
    private val dispute = readAnswer(
        "disputes.retrieve",
        answer("""{"id":"du_1","object":"dispute","amount":680,"currency":"eur"}"""),
    ) as Dispute
    private val facts = paymentFactsFromJson(FACTS)
    private val shirt = PriceData("eur", unitAmount = 2000, productData = ProductData("T-shirt"))
    private val params = CreateSession(
        mode = Mode.PAYMENT,
        lineItems = listOf(LineItem(priceData = shirt, quantity = 2)),
        applicationFee = Fee(basisPoints = 250, fixed = 30),
        clientReferenceId = "order-42",
        metadata = mapOf("order" to "42"),
        successUrl = "https://shop.example/thanks?session={CHECKOUT_SESSION_ID}",
    )
    private val expected = Expected(account = ACCOUNT, amountTotal = 1, currency = "eur")
    private val giveBack = CreateRefund(paymentIntent = "pi_1")
    private val saved = merchant.call(giveBack, "key").save()

    val all: Map<String, () -> Any?> = mapOf(
        "Platform" to { Platform("sk_test_soak") },
        "Platform.merchant" to { platform.merchant(ACCOUNT) },
        "Platform.call" to { platform.call(RetrieveAccount(ACCOUNT)) },
        "Platform.callNamed" to { platform.callNamed("refunds.create", """{"charge":"ch_1"}""", ACCOUNT, "key") },
        "Platform.resume" to { platform.resume(saved) },
        "Merchant.call" to { merchant.call(params, "order-42") },
        "Merchant.idempotencyKey" to { merchant.idempotencyKey("order-42", "refund") },
        "Merchant.refunds" to { merchant.refunds.list(ListRefunds(limit = 1)) },
        "Call.receive" to { received() },
        "Call.fail" to { check(merchant.call(giveBack, "key").fail(TransportFailure.CLOSED) is Verdict.Retry) },
        "Call.send" to { merchant.call(ListRefunds()).send() },
        "Call.save" to { merchant.call(giveBack, "key").save() },
        "Page.next" to { merchant.refunds.list().next() },
        "Page.all" to { merchant.refunds.list().all().take(2).toList() },
        "Webhooks" to { Webhooks(listOf(EndpointSecret("connect", SECRET))) },
        "Webhooks.verify" to { delivered() },
        "Event.outcomeWith" to { thinEvent.outcomeWith(charge) },
        "Event.differences" to { completed.differences(expected) },
        "Event.fromEventBridge" to { Event.fromEventBridge("""{"detail":${body.decodeToString()}}""".toByteArray()) },
        "Event.fromEventGrid" to { Event.fromEventGrid("""{"data":${body.decodeToString()}}""".toByteArray()) },
        "Outcome.subject" to { completed.outcome.subject },
        "Outcome.Fetch.call" to { (thinEvent.outcome as Outcome.Fetch).call(platform, ACCOUNT) },
        "OperationType.fromJson" to { CreateRefund.fromJson("""{"charge":"ch_1"}""") },
        "OperationType.read" to { RetrieveSession.read(answer(session.raw)) },
    ) + orders() + merchants()

    private fun orders(): Map<String, () -> Any?> = mapOf(
        "Orders.advance" to { State.entries.forEach { advance(it, completed.outcome) } },
        "State.of" to {
            refusing("invalid_state") { State.of("paid") }
            State.of("open")
        },
        "Orders.reconcile" to { reconcile(session) },
        "Orders.differences" to { differences(expected, ACCOUNT, session) },
        "Money.feeOf" to { feeOf(Fee(basisPoints = 250), 2000, "eur") },
        "Money.parseAmount" to {
            refusing("amount_too_precise") { parseAmount("1.001", "eur") }
            parseAmount("1", "eur")
        },
        "Money.formatAmount" to { formatAmount(2000, "eur") },
        "Money.encodeForm" to { encodeForm("""{"a":[1,{"b":"c"}]}""") },
        "Records.feeFromJson" to { feeFromJson("""{"basis_points":250}""") },
        "Records.expectedFromJson" to { expectedFromJson("""{"currency":"eur"}""") },
        "Records.readAnswer" to { readAnswer("refunds.list", answer(REFUNDS)) },
        "Records.retryAfterMillis" to { retryAfterMillis(1, HttpResponse(500, emptyList(), ByteArray(0))) },
        "Records.idempotencyKey" to { idempotencyKey(ACCOUNT, "order-42", "refund") },
        "Testing.sign" to { sign(body, SECRET, NOW) },
        "Testing.event" to { event("""{"type":"charge.refunded"}""") },
        "Testing.eventTypes" to { eventTypes() },
    )

    private fun merchants(): Map<String, () -> Any?> = mapOf(
        "Merchants.standings" to { standings(parent, child) },
        "Merchants.review" to { review(parent, listOf(methods), listOf(WantedMethod("card", "off"))) },
        "Merchants.remainingSteps" to { remainingSteps(agreed, parent, listOf(methods)) },
        "Merchants.saveReview" to { saveReview(agreed) },
        "Merchants.resumeReview" to { resumeReview(saveReview(agreed)) },
        "Merchants.offer" to { offer(parent, methods, Purchase(currency = "eur", mode = "payment", amount = 2000)) },
        "Merchants.readiness" to { readiness(account) },
        "Merchants.onboard" to { onboard(account) },
        "Merchants.ledger" to { ledger(facts) },
        "Merchants.paymentFacts" to { paymentFacts(charge, "account") },
        "Merchants.disputeFacts" to { disputeFacts(dispute) },
        "Merchants.paymentFactsFromJson" to { paymentFactsFromJson(FACTS) },
        "Billing.planStatus" to { planStatus(subscription) },
    )

    /** A delivery as a webhook takes it, and one that is not genuine. */
    private fun delivered() {
        val event = webhooks.verify(body, signature, NOW)
        advance(State.OPEN, event.outcome)
        try {
            webhooks.verify(body, "t=$NOW,v1=0", NOW)
            error("junk is no signature")
        } catch (rejected: WebhookException) {
            check(rejected.code == "no_v1_signature") { rejected.code }
        }
    }

    private fun received() {
        val call = merchant.call(giveBack, "key")
        check(call.receive(HttpResponse(500, emptyList(), ByteArray(0))) is Verdict.Retry)
        check(call.receive(answer("""{"id":"re_1","object":"refund"}""")) is Verdict.Done)
        refusing("resource_missing") { merchant.call(giveBack, "key").receive(HttpResponse(404, emptyList(), REFUSAL)) }
    }

    private fun refusing(code: String, call: () -> Any) = try {
        call()
        error("$code was expected")
    } catch (refused: CounterfoilException) {
        check(refused.code == code) { refused.code }
    }

    private fun configuration(json: String) = RetrievePaymentMethodConfiguration.read(answer(json))

    private fun answer(json: String) = HttpResponse(200, emptyList(), json.toByteArray())

    private companion object {
        const val CARD =
            """"card":{"available":true,"display_preference":{"preference":"on","value":"on"}}"""
        const val REFUNDS =
            """{"object":"list","has_more":true,"url":"/v1/refunds","data":[{"id":"re_1","object":"refund"}]}"""
        const val FACTS = """{"currency":"eur","gross":2000,"fees_payer":"account"}"""
        val REFUSAL =
            """{"error":{"type":"invalid_request_error","code":"resource_missing","message":"No such"}}""".toByteArray()
    }
}
