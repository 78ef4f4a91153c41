import counterfoil.Account
import counterfoil.Dispute
import counterfoil.HttpResponse
import counterfoil.MerchantMethods
import counterfoil.OnboardingOptions
import counterfoil.PaymentMethodConfiguration
import counterfoil.Purchase
import counterfoil.Review
import counterfoil.StripeObject
import counterfoil.Subscription
import counterfoil.V2Account
import counterfoil.WantedMethod
import counterfoil.disputeFacts
import counterfoil.ledger
import counterfoil.offer
import counterfoil.onboard
import counterfoil.paymentFactsFromJson
import counterfoil.planStatus
import counterfoil.readAnswer
import counterfoil.readiness
import counterfoil.remainingSteps
import counterfoil.resumeReview
import counterfoil.review
import counterfoil.saveReview
import counterfoil.standings
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.contentOrNull
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import kotlinx.serialization.json.longOrNull

/** The protocol's operations about merchants: payment methods, readiness, ledgers. */
internal fun operateOnMerchants(name: String, input: JsonObject): JsonObject? = when (name) {
    "payment_methods.standings" -> {
        val child = input["child"]?.let(::configuration)
        json("standings" to element(standings(configuration(input.getValue("parent")), child)))
    }
    "payment_methods.review" -> JsonObject(record(reviewed(input)).filterKeys { it != "seen" })
    "payment_methods.remaining" -> remaining(input)
    "payment_methods.offer" -> record(offered(input))
    "merchants.readiness" -> {
        val needed = input.getValue("needed").jsonArray.map { it.jsonPrimitive.content }
        val account = accountOf(input.getValue("account"))
        record(if (account is V2Account) readiness(account, needed) else readiness(account as Account, needed))
    }
    "merchants.onboard" -> {
        val needed = input["needed"]?.jsonArray.orEmpty().map { it.jsonPrimitive.content }
        val (refresh, back) = listOf("refresh_url", "return_url").map { input[it]?.jsonPrimitive?.contentOrNull }
        val options = OnboardingOptions(needed = needed, refreshUrl = refresh, returnUrl = back)
        record(onboard(input["account"]?.let(::accountOf) as StripeObject?, options))
    }
    "billing.plan_status" -> {
        val subscription = answer("subscriptions.retrieve", input.getValue("subscription")) as Subscription
        json("plan_status" to planStatus(subscription)?.value)
    }
    "payments.dispute_facts" ->
        record(disputeFacts(answer("disputes.retrieve", input.getValue("dispute")) as Dispute))
    "payments.ledger" -> record(ledger(paymentFactsFromJson(input.toString())))
    else -> null
}

private fun reviewed(input: JsonObject): Review {
    val wanted = input.getValue("wanted").jsonArray.map { it.jsonObject }
    return review(
        configuration(input.getValue("parent")),
        merchants(input),
        wanted.map { WantedMethod(it.text("method"), it.text("setting")) },
    )
}

private fun remaining(input: JsonObject): JsonObject {
    val kept = resumeReview(saveReview(reviewed(input.getValue("reviewed").jsonObject)))
    val now = input.getValue("now").jsonObject
    val steps = remainingSteps(kept, configuration(now.getValue("parent")), merchants(now)).map { it.params }
    val described = steps.map { step ->
        val chosen = step.methods.associate { it.method to element(it.preference) }
        json("configuration" to step.id, "methods" to JsonObject(chosen))
    }
    return json("steps" to list(described))
}

private fun offered(input: JsonObject) = offer(
    configuration(input.getValue("parent")),
    merchant(input.getValue("merchant").jsonObject),
    Purchase(
        currency = input.text("currency"),
        mode = input.text("mode"),
        amount = input["amount"]?.jsonPrimitive?.longOrNull,
    ),
)

private fun merchants(input: JsonObject) = input.getValue("merchants").jsonArray.map { merchant(it.jsonObject) }

private fun merchant(input: JsonObject) = MerchantMethods(
    account = input.text("account"),
    configuration = configuration(input.getValue("configuration")),
    capabilities = input.getValue("capabilities").jsonObject.mapValues { it.value.jsonPrimitive.content },
)

private fun configuration(json: JsonElement) =
    answer("payment_method_configurations.retrieve", json) as PaymentMethodConfiguration

/** An account of v1 or of v2, by what it says that it is. */
private fun accountOf(json: JsonElement): Any {
    val isV2 = json.jsonObject["object"]?.jsonPrimitive?.contentOrNull == "v2.core.account"
    return answer(if (isV2) "v2.core.accounts.retrieve" else "accounts.retrieve", json)
}

/** An object as the operation of that name would answer with it. */
private fun answer(operation: String, json: JsonElement): Any =
    readAnswer(operation, HttpResponse(200, emptyList(), json.toString().encodeToByteArray()))
