// The README's flow; only where the keys come from differs.
package counterfoil.readme

import counterfoil.*

lateinit var platform: Platform
val webhooks = Webhooks(listOf(EndpointSecret("connect", "whsec_test_secret")))

fun checkout(account: String, orderId: String, attempt: Int): Session {
    val shirt = PriceData(currency = "eur", unitAmount = 2000, productData = ProductData(name = "T-shirt"))
    val params = CreateSession(
        mode = Mode.PAYMENT,
        lineItems = listOf(LineItem(priceData = shirt, quantity = 2)),
        applicationFee = Fee(basisPoints = 250, fixed = 30),
        clientReferenceId = orderId,
        successUrl = "https://shop.example/thanks?session={CHECKOUT_SESSION_ID}",
    )
    val merchant = platform.merchant(account)
    return merchant.checkout.sessions.create(params, merchant.idempotencyKey("$orderId/$attempt", "checkout"))
}

fun webhook(body: ByteArray, signature: String?, state: State): Step {
    val event = webhooks.verify(body, signature)
    return advance(state, event.outcome)
}

fun giveBack(merchant: Merchant, refundId: String, payment: String, amount: Long): Refund {
    val params = CreateRefund(paymentIntent = payment, amount = amount, refundApplicationFee = true)
    return merchant.refunds.create(params, merchant.idempotencyKey(refundId, "refund"))
}

fun pendingRefunds(merchant: Merchant): List<Refund> =
    merchant.refunds.list(ListRefunds(limit = 100)).all().filter { it.status == Refund.Status.PENDING }.toList()

fun apply(platform: Platform, agreed: Review, read: () -> Pair<PaymentMethodConfiguration, List<MerchantMethods>>) {
    while (true) {
        val (parent, merchants) = read()
        val step = remainingSteps(agreed, parent, merchants).firstOrNull() ?: return
        platform.paymentMethodConfigurations.update(step.params, step.idempotencyKey)
    }
}

class Order(val state: State)

fun inFiveLines(
    secretKey: String,
    signingSecret: String,
    account: String,
    params: CreateSession,
    body: ByteArray,
    signature: String,
    order: Order,
): Pair<Session, Step> {
    val webhooks = Webhooks(listOf(EndpointSecret("connect", signingSecret)))
    val merchant = Platform(secretKey).merchant(account)
    val session = merchant.checkout.sessions.create(params, idempotencyKey = "order-42/1")
    val event = webhooks.verify(body, signature)
    val step = advance(order.state, event.outcome)
    return session to step
}
