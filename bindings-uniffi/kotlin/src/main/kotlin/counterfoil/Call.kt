package counterfoil

import java.time.Clock
import kotlin.random.Random

/** How a call continues. */
public sealed interface Verdict<out A : Any> {
    /** The call is over. */
    public data class Done<out A : Any>(public val answer: A) : Verdict<A>

    /** Wait, then send the same request again. */
    public data class Retry(public val afterMillis: Long) : Verdict<Nothing>
}

/**
 * A checked request in flight. [send] sends it with the platform's transport. A host that sends it itself sends
 * [request], passes the response to [receive], or why there was none to [fail], and does what they return. The bytes
 * never change between attempts.
 */
public class Call<out A : Any> internal constructor(state: CallState, private val sender: Sender) {
    /** The request to send, in every attempt. */
    public val request: HttpRequest = state.request

    @Volatile private var state = state

    /** Two responses at the same time would both count for the same attempt. */
    private val lock = Any()

    /** The number of the current attempt; the first is 1. */
    public val attempt: Int get() = state.attempt

    /**
     * Returns the call as one line of JSON without the secret key, to store in a database or a queue. [Platform.resume]
     * restores the same call from it, in this process or another. If it is saved before the request is sent, a crash
     * cannot lead to a second payment.
     */
    public fun save(): String = Waist("save").bytes(state.json).call(sender.platform).text()

    /**
     * Takes a response; [jitter] is a random number from 0 to 1.
     *
     * @throws CounterfoilException if it is not a success, and a retry would not help
     */
    @JvmOverloads
    public fun receive(response: HttpResponse, jitter: Double = Random.nextDouble()): Verdict<A> =
        goOn("receive", jitter, response.body) { response(response) }

    /**
     * Takes the reason why there is no response; [jitter] is a random number from 0 to 1.
     *
     * @throws CounterfoilException if it was the last attempt
     */
    @JvmOverloads
    public fun fail(failure: TransportFailure, jitter: Double = Random.nextDouble()): Verdict<A> =
        goOn("fail", jitter, body = null) { text("", failure.word) }

    /**
     * Sends the call until it is done.
     *
     * @throws CounterfoilException for everything but a success
     * @throws InterruptedException if the thread is interrupted; it is then unknown whether Stripe acted
     */
    @Throws(InterruptedException::class)
    public fun send(): A {
        while (true) {
            val verdict = try {
                receive(sender.transport.send(request))
            } catch (error: TransportException) {
                fail(error.failure)
            }
            when (verdict) {
                is Verdict.Done -> return verdict.answer
                is Verdict.Retry -> Thread.sleep(verdict.afterMillis)
            }
        }
    }

    private fun goOn(function: String, jitter: Double, body: ByteArray?, result: Waist.() -> Waist): Verdict<A> =
        synchronized(lock) {
            val results = Waist(function).bytes(state.json).result().number(jitter).call(sender.platform)
            val verdict = results.values()
            val next = results.bytesOrNull()?.let { CallState(it) }
            val done = inner(verdict["done"])
            if (done == null) {
                state = checkNotNull(next)
                return Verdict.Retry(verdict.integer("retry_after_ms"))
            }
            // The call's type determines its result; the records of operations and their results are one list.
            @Suppress("UNCHECKED_CAST")
            Verdict.Done(answerOf(done, body ?: ByteArray(0), next?.let { Call(it, sender) }) as A)
        }

    override fun toString(): String = "Call($request)"
}

/**
 * The state of a call. The library keeps nothing of it: it is passed with every response.
 *
 * @property json the call as it is passed to the library, with the secret key in it
 */
internal class CallState(val json: ByteArray) {
    val request: HttpRequest
    val attempt: Int

    init {
        val sent = checkNotNull(inner(JsonReader(json).value()))
        val headers = sent.list<List<String>>("headers").map { (name, value) -> Header(name, value) }
        request = HttpRequest(sent.text("method"), sent.text("url"), headers, sent.text("body"))
        attempt = sent.integer("attempt").toInt()
    }
}

/** What every call of a platform needs. */
internal class Sender(val platform: Handle, val transport: Transport, val clock: Clock) {
    val now: Long get() = clock.instant().epochSecond

    /** Returns a call from the results of [Waist.call]. */
    fun <A : Any> call(waist: Waist): Call<A> = Call(CallState(waist.call(platform).bytes()), this)
}

/** Builds the calls of one account: a merchant's, or without one the platform's own. */
internal class Caller(private val sender: Sender, private val account: String?) {
    fun <A : Any> call(operation: Operation<A>, idempotencyKey: String?): Call<A> {
        val parameters = operation as Parameters
        val call = Waist("build")
            .optionalText("account", account)
            .text("", parameters.operationType.operation)
            .json("", parameters)
            .optionalText("idempotency_key", idempotencyKey)
            .number(sender.now)
        return sender.call(call)
    }
}

/** Returns the result of a call as the package's types; for an object, the body is its JSON. */
internal fun answerOf(done: Values, body: ByteArray, next: Call<Page<Any>>? = null): Any {
    val record = done.textOrNull("record")
    val replayed = done.flag("replayed")
    inner(done["object"])?.let { return objectOf(checkNotNull(record), it, Raw(body), replayed) }
    val objects = done.list<List<Any?>>("page").map { (fields, raw) ->
        objectOf(checkNotNull(record), checkNotNull(inner(fields)), Raw(raw as String))
    }
    return Page(objects, done.flag("has_more"), next, replayed)
}

internal fun Waist.response(response: HttpResponse): Waist = number(response.status)
    .json("headers", response.headers.map { listOf(it.name, it.value) }) {
        response.headers.map { mapOf("name" to it.name, "value" to it.value) }
    }
    .bytes(response.body)

/** The library's name for a failure. */
internal val TransportFailure.word: String get() = name.lowercase()
