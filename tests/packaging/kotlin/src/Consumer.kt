import counterfoil.CounterfoilException
import counterfoil.CreateRefund
import counterfoil.EndpointSecret
import counterfoil.Outcome
import counterfoil.Platform
import counterfoil.State
import counterfoil.Webhooks
import counterfoil.advance
import counterfoil.testing.event
import counterfoil.testing.sign

/** A little of everything that an older compiler has to read: records, sealed types, companions, functions. */
fun main(arguments: Array<String>) {
    check(KotlinVersion.CURRENT.toString() == arguments.single()) { "runs with Kotlin ${KotlinVersion.CURRENT}" }
    val secret = "whsec_consumer"
    val body = event("""{"type":"checkout.session.completed"}""")
    val verified = Webhooks(listOf(EndpointSecret("connect", secret))).verify(body, sign(body, secret))
    when (val outcome = verified.outcome) {
        is Outcome.OfSession -> check(advance(State.OPEN, outcome).state == State.FULFILLED)
        else -> error("$outcome")
    }
    val refund = CreateRefund(paymentIntent = "pi_1", metadata = mapOf("a" to "b"))
    val call = Platform("sk_test_example").merchant("acct_1").call(refund, idempotencyKey = "refund-1")
    check("payment_intent=pi_1" in call.request.body) { call.request.body }
    try {
        CreateRefund.fromJson("{")
    } catch (error: CounterfoilException) {
        check(error.code == "invalid_json") { error.code }
        println("Kotlin ${KotlinVersion.CURRENT} compiled it and runs it")
    }
}
