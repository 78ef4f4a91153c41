import counterfoil.CounterfoilException
import counterfoil.WebhookException
import kotlinx.serialization.SerializationException
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.jsonObject
import java.io.PrintStream

/** The conformance driver for Kotlin: one JSON request a line in, one JSON answer a line out. */
fun main() {
    val output = PrintStream(System.out, false, Charsets.UTF_8)
    System.`in`.reader(Charsets.UTF_8).buffered().lineSequence().filter { it.isNotBlank() }.forEach { line ->
        output.println(answer(line))
        output.flush()
    }
}

private fun answer(line: String): JsonElement {
    val request = try {
        Json.parseToJsonElement(line).jsonObject
    } catch (error: SerializationException) {
        return json("id" to null, "error" to error("bad_request", error.message))
    } catch (error: IllegalArgumentException) {
        return json("id" to null, "error" to error("bad_request", error.message))
    }
    val id = request["id"]
    return try {
        json("id" to id, "ok" to operate(request.text("op"), request.getValue("in").jsonObject))
    } catch (unknown: UnsupportedOperationException) {
        json("id" to id, "error" to error("unsupported", "no operation is called ${unknown.message}"))
    } catch (error: CounterfoilException) {
        json("id" to id, "error" to fields(error))
    } catch (error: WebhookException) {
        val told = json("code" to error.code, "message" to error.message, "diagnosis" to error.diagnosis)
        json("id" to id, "error" to told)
    } catch (error: RuntimeException) {
        json("id" to id, "error" to error("bad_request", error.toString()))
    }
}

private fun fields(error: CounterfoilException): JsonObject {
    val fields = error(error.code, error.message).toMutableMap()
    error.faults.firstOrNull()?.let { first ->
        fields["path"] = JsonPrimitive(first.path)
        fields["faults"] = list(error.faults.map { list(listOf(it.path, it.code)) })
    }
    error.stripe?.let {
        fields += json(
            "status" to error.status,
            "type" to it.type,
            "stripe_code" to it.code,
            "param" to it.param,
            "decline_code" to it.declineCode,
            "advice_code" to it.adviceCode,
            "doc_url" to it.docUrl,
            "request_log_url" to it.requestLogUrl,
            "payment_intent" to it.paymentIntent,
            "advice" to it.advice.value,
            "request_id" to error.requestId,
            "replayed" to it.replayed,
        )
    }
    return JsonObject(fields)
}

private fun error(code: String, message: String?) = json("code" to code, "message" to message)

/** An object from plain values. */
internal fun json(vararg fields: Pair<String, Any?>) =
    JsonObject(fields.associate { (name, value) -> name to plain(value) })

/** An array from plain values. */
internal fun list(items: List<Any?>) = JsonArray(items.map(::plain))

/** A value that has nothing inside. */
internal fun plain(value: Any?): JsonElement = when (value) {
    null -> JsonNull
    is JsonElement -> value
    is Number -> JsonPrimitive(value)
    is Boolean -> JsonPrimitive(value)
    else -> JsonPrimitive(value.toString())
}
