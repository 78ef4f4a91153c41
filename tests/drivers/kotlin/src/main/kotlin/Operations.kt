import counterfoil.EndpointSecret
import counterfoil.Event
import counterfoil.EventMode
import counterfoil.Header
import counterfoil.HttpRequest
import counterfoil.HttpResponse
import counterfoil.Outcome
import counterfoil.Page
import counterfoil.Platform
import counterfoil.RetrievePaymentIntent
import counterfoil.RetrieveSession
import counterfoil.Shape
import counterfoil.Source
import counterfoil.State
import counterfoil.StripeRecord
import counterfoil.Tolerance
import counterfoil.TransportFailure
import counterfoil.Verdict
import counterfoil.Webhooks
import counterfoil.Word
import counterfoil.advance
import counterfoil.encodeForm
import counterfoil.expectedFromJson
import counterfoil.feeFromJson
import counterfoil.feeOf
import counterfoil.parseAmount
import counterfoil.readAnswer
import counterfoil.reconcile
import counterfoil.retryAfterMillis
import counterfoil.testing.sign
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.contentOrNull
import kotlinx.serialization.json.double
import kotlinx.serialization.json.int
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import kotlinx.serialization.json.long
import kotlinx.serialization.json.longOrNull
import java.util.Base64

/** The protocol's operations, each by the artifact's public interface. */
internal fun operate(name: String, input: JsonObject): JsonObject = when (name) {
    "webhook.verify" -> verified(verify(input))
    "webhook.unwrap" -> verified(
        when (val provider = input.text("provider")) {
            "event_bridge" -> Event.fromEventBridge(input.bytes())
            "event_grid" -> Event.fromEventGrid(input.bytes())
            else -> throw IllegalArgumentException("expected a provider, got $provider")
        },
    )
    "webhook.classify" -> classified(verify(input).outcome)
    "webhook.subject" -> json("subject" to record(checkNotNull(verify(input).outcome.subject)))
    "webhook.fetch" -> fetched(input)
    "outcome.reconcile" -> reconciled(input)
    "outcome.guard" -> guarded(input)
    "webhook.sign" -> json("signature" to sign(input.bytes(), input.text("secret"), input.long("timestamp")))
    "request.build" -> build(input)
    "call.resume" -> resumed(input)
    "response.read" -> read(readAnswer(input.text("operation"), response(input)))
    "retry.next" -> retry(input)
    "form.encode" -> json("body" to encodeForm(input.getValue("value").toString()))
    "fee.compute" -> {
        val fee = feeFromJson(input.getValue("fee").toString())
        json("fee" to feeOf(fee, input.long("amount"), input.text("currency")))
    }
    "money.parse" -> json("minor" to parseAmount(input.text("amount"), input.text("currency")))
    "fulfillment.advance" -> advanced(input)
    else -> operateOnMerchants(name, input) ?: throw UnsupportedOperationException(name)
}

private fun verify(input: JsonObject): Event {
    val secrets = input.getValue("secrets").jsonArray.map { it.jsonObject }.map { entry ->
        EndpointSecret(
            entry.text("label"),
            entry.text("secret"),
            entry.optional("source")?.let { Source.valueOf(it.uppercase()) },
            entry.optional("mode")?.let { EventMode.valueOf(it.uppercase()) },
        )
    }
    val tolerance = when (val setting = input["tolerance"]) {
        null -> null
        JsonNull -> Tolerance.UNCHECKED
        else -> Tolerance.seconds(setting.jsonPrimitive.long)
    }
    return Webhooks(secrets, tolerance).verify(input.bytes(), input.optional("signature"), input.long("now"))
}

private fun fetched(input: JsonObject): JsonObject {
    val event = verify(input)
    val fetch = event.outcome as? Outcome.Fetch ?: throw IllegalArgumentException("there is nothing to be fetched")
    val call = fetch.call(Platform(input.text("secret_key")), event.account)
    val request = requested(call.request)
    val body = input["object"]?.toString()?.encodeToByteArray()
    val outcome = body?.let {
        val verdict = call.receive(HttpResponse(200, emptyList(), it)) as Verdict.Done
        classified(event.outcomeWith(verdict.answer))
    }
    return JsonObject(request + ("outcome" to (outcome ?: JsonNull)))
}

private fun verified(event: Event) = json(
    "event_id" to event.id,
    "type" to event.type,
    "account" to event.account,
    "livemode" to event.livemode,
    "created" to event.created,
    "api_version" to event.apiVersion,
    "shape" to if (event.shape == Shape.THIN) "thin" else "snapshot",
    "label" to event.label,
    "dedupe_key" to event.dedupeKey,
)

private fun classified(outcome: Outcome) = when (outcome) {
    is Outcome.OfSession -> outcome.session.let {
        json(
            "outcome" to outcome.kind,
            "session" to it.id,
            "payment_intent" to it.paymentIntent,
            "amount_total" to it.amountTotal,
            "currency" to it.currency,
            "client_reference_id" to it.clientReferenceId,
            "payment_status" to it.paymentStatus,
            "mode" to it.mode,
        )
    }
    is Outcome.Fetch ->
        json("outcome" to outcome.kind, "object" to outcome.subject.`object`, "id" to outcome.subject.id)
    is Outcome.Ignored -> json("outcome" to outcome.kind, "reason" to outcome.reason)
    is Outcome.OfBooks -> JsonObject(record(outcome.subject) - SUBJECT_ALONE + ("outcome" to plain(outcome.kind)))
}

/** What `webhook.subject` tells beyond `webhook.classify`. */
private val SUBJECT_ALONE = setOf("amount_paid", "amount_remaining", "amount_refunded")

private fun reconciled(input: JsonObject): JsonObject {
    val answer = { json: JsonElement -> HttpResponse(200, emptyList(), json.toString().encodeToByteArray()) }
    val session = RetrieveSession.read(answer(input.getValue("session")))
    return classified(reconcile(session, input["payment_intent"]?.let { RetrievePaymentIntent.read(answer(it)) }))
}

private fun guarded(input: JsonObject): JsonObject {
    val expected = expectedFromJson(input.getValue("expected").toString())
    val differences = verify(input).differences(expected)
    return json("differences" to list(differences.map { list(listOf(it.field, it.expected, it.found)) }))
}

private fun build(input: JsonObject): JsonObject {
    val platform =
        Platform(input.text("secret_key"), input.optional("api_base"), input.optional("api_version"))
    val request = platform.callNamed(
        input.text("operation"),
        input.getValue("params").toString(),
        input.optional("account"),
        input.optional("idempotency_key"),
        input["now"]?.jsonPrimitive?.longOrNull,
    ).request
    return requested(request)
}

private fun resumed(input: JsonObject): JsonObject {
    val call = Platform(input.text("secret_key")).resume(input.text("saved"))
    return JsonObject(requested(call.request) + ("attempt" to plain(call.attempt)))
}

private fun requested(request: HttpRequest) = json(
    "method" to request.method,
    "url" to request.url,
    "headers" to list(request.headers.map { list(listOf(it.name, it.value)) }),
    "body" to request.body,
)

private fun read(answer: Any) = when (answer) {
    is Page<*> -> {
        val page = json("data" to list(answer.data.map { element(it) }), "has_more" to answer.hasMore)
        if (answer.replayed) JsonObject(page + ("replayed" to plain(true))) else page
    }
    else -> record(answer)
}

/** A record's fields under Stripe's names, without the raw JSON. */
internal fun record(record: Any): JsonObject {
    val getters = record.javaClass.methods.filter { method ->
        method.parameterCount == 0 && StripeRecord::class.java.isAssignableFrom(method.declaringClass) &&
            GETTER.matches(method.name) && method.name != "getRaw"
    }
    val elements = getters.associate { snakeCase(property(it.name)) to element(it.invoke(record)) }
    return JsonObject(elements.filterNot { (name, value) -> LATER[name] == value })
}

/** Fields that came after the protocol, with what says nothing: they are told only where they say something. */
private val LATER = mapOf(
    "account_id" to JsonNull,
    "balance_transactions" to JsonArray(emptyList()),
    "configurations" to JsonArray(emptyList()),
    "customer_account" to JsonNull,
    "replayed" to plain(false),
    "updated_capability" to JsonNull,
    "use_case" to JsonNull,
)

internal fun element(value: Any?): JsonElement = when (value) {
    is List<*> -> list(value.map { element(it) })
    is Map<*, *> -> JsonObject(value.entries.associate { (key, value) -> key.toString() to element(value) })
    null, is String, is Number, is Boolean -> plain(value)
    is Word -> plain(value.value)
    else -> record(value)
}

/** Neither what Kotlin keeps for the package itself, which has a `$`, nor methods of other kinds. */
private val GETTER = Regex("(get|is)[A-Z][A-Za-z0-9]*")

/** `getAmount` as `amount`; `isDefault` is called so in Kotlin, too. */
private fun property(getter: String) = getter.removePrefix("get").replaceFirstChar { it.lowercase() }

private fun snakeCase(name: String) = name.replace(Regex("[A-Z]")) { "_" + it.value.lowercase() }

private fun retry(input: JsonObject): JsonObject {
    val failure = input.optional("failure")?.let { TransportFailure.valueOf(it.uppercase()) }
    val response = if (failure == null) response(input) else null
    val after = retryAfterMillis(
        input.getValue("attempt").jsonPrimitive.int,
        response,
        failure,
        input.getValue("max_retries").jsonPrimitive.int,
        input.getValue("jitter").jsonPrimitive.double,
    )
    return json("retry" to (after != null), "after_ms" to after)
}

private fun advanced(input: JsonObject): JsonObject {
    var state = State.of(input.text("state"))
    val actions = input.getValue("outcomes").jsonArray.map { outcome ->
        val step = advance(state, outcome.jsonPrimitive.content)
        state = step.state
        step.action.value
    }
    return json("state" to state.value, "actions" to list(actions))
}

private fun response(input: JsonObject): HttpResponse {
    val headers = input.getValue("headers").jsonArray.map { it.jsonArray.map { part -> part.jsonPrimitive.content } }
    val status = input.getValue("status").jsonPrimitive.int
    return HttpResponse(status, headers.map { (name, value) -> Header(name, value) }, input.bytes())
}

internal fun JsonObject.text(name: String) = getValue(name).jsonPrimitive.content

private fun JsonObject.optional(name: String) = get(name)?.jsonPrimitive?.contentOrNull

private fun JsonObject.long(name: String) = getValue(name).jsonPrimitive.long

private fun JsonObject.bytes() = Base64.getDecoder().decode(text("body_b64"))
