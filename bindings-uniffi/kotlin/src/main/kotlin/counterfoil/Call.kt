package counterfoil

import counterfoil.internal.FfiConverterSequenceTypeHttpHeader
import counterfoil.internal.FfiConverterTypeHttpRequest
import counterfoil.internal.FfiConverterTypeNativeAnswer
import counterfoil.internal.FfiConverterTypeTransportFailure
import counterfoil.internal.NativeAnswer
import java.nio.ByteBuffer
import java.time.Clock
import kotlin.random.Random
import counterfoil.internal.HttpHeader as NativeHeader
import counterfoil.internal.TransportFailure as NativeFailure

/** How a call goes on. */
public sealed interface Verdict<out A : Any> {
    /** It is over. */
    public data class Done<out A : Any>(public val answer: A) : Verdict<A>

    /** Wait this long, then send the same request again. */
    public data class Retry(public val afterMillis: Long) : Verdict<Nothing>
}

/**
 * A checked request in flight. [send] sends it with the platform's transport. A host that sends it itself
 * sends [request], hands what came back to [receive], or why nothing did to [fail], and follows the
 * verdict. The bytes never change between attempts.
 */
public class Call<out A : Any> internal constructor(state: CallState, private val sender: Sender) {
    /** What to send, in every attempt. */
    public val request: HttpRequest = state.request

    @Volatile private var state = state

    /** Two answers at once would both count as the same attempt. */
    private val lock = Any()

    /** Which attempt is under way; the first is 1. */
    public val attempt: Int get() = state.attempt

    /**
     * The call as one line of JSON, to keep in a database or a queue, without the secret key.
     * [Platform.resume] makes the same call of it, in this process or another. Save it before the request
     * is sent, and a crash cannot lead to a second purchase.
     */
    public fun save(): String = state.saved

    /**
     * Takes an answer; [jitter] is a random number from 0 to 1.
     *
     * @throws CounterfoilException if it is no success, and trying again would not help
     */
    @JvmOverloads
    public fun receive(response: HttpResponse, jitter: Double = Random.nextDouble()): Verdict<A> =
        goOn("receive", jitter) { response(response) }

    /**
     * Takes the reason why there is no answer; [jitter] is a random number from 0 to 1.
     *
     * @throws CounterfoilException if it was the last attempt
     */
    @JvmOverloads
    public fun fail(failure: TransportFailure, jitter: Double = Random.nextDouble()): Verdict<A> =
        goOn("fail", jitter) { value("failure", failure.toNative(), FfiConverterTypeTransportFailure) }

    /**
     * Sends it until it is done.
     *
     * @throws CounterfoilException for everything that is no success
     * @throws InterruptedException if the thread is interrupted; whether Stripe acted is unknown then
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

    private fun goOn(function: String, jitter: Double, result: Waist.() -> Unit): Verdict<A> = synchronized(lock) {
        val call = sender.waist(function).text("", state.saved).apply(result).double(jitter)
        call.call { if (it.flag()) done(it) else retry(it) }
    }

    /** The call's type says what its answer is; the operations' records and their answers are one list. */
    @Suppress("UNCHECKED_CAST")
    private fun done(results: ByteBuffer): Verdict<A> {
        val answer = FfiConverterTypeNativeAnswer.read(results)
        val next = if (results.flag()) Call<Page<Any>>(CallState.read(results), sender) else null
        return Verdict.Done(valueOf(answer, next) as A)
    }

    private fun retry(results: ByteBuffer): Verdict<A> {
        val after = results.getLong()
        state = CallState.read(results)
        return Verdict.Retry(after)
    }

    override fun toString(): String = "Call($request)"
}

/**
 * Where a call stands. The library keeps nothing of it: it is handed over with every answer.
 *
 * @property saved the call as it is saved
 */
internal class CallState(val request: HttpRequest, val attempt: Int, val saved: String) {
    companion object {
        fun read(results: ByteBuffer): CallState {
            val request = FfiConverterTypeHttpRequest.read(results).run {
                HttpRequest(method, url, headers.map { Header(it.name, it.value) }, body)
            }
            return CallState(request, results.getInt(), results.text())
        }
    }
}

/** What every call of a platform needs: its settings, which the library takes with each call, and how it is sent. */
internal class Sender(
    // Not written out by reflective serializers.
    @Transient private val secretKey: String,
    private val apiBase: String?,
    private val apiVersion: String?,
    private val maxRetries: Int?,
    val transport: Transport,
    val clock: Clock,
) {
    /** A call of a function that takes the platform first. */
    fun waist(function: String): Waist = Waist(function)
        .text("secret_key", secretKey)
        .optionalText("api_base", apiBase)
        .optionalText("api_version", apiVersion)
        .optional(maxRetries) { int(it) }
}

/** Makes the calls of one account: a merchant's, or without one the platform's own. */
internal class Caller(private val sender: Sender, private val account: String?) {
    fun <A : Any> call(operation: Operation<A>, idempotencyKey: String?): Call<A> {
        val state = sender.waist("call")
            .optionalText("account", account)
            .value("", toNative(operation), FfiConverterTypeAnyOperation, of = operation)
            .optionalText("idempotency_key", idempotencyKey)
            .optional(sender.clock.instant().epochSecond) { long(it) }
            .call(CallState::read)
        return Call(state, sender)
    }
}

/** An answer in the façade's types. */
internal fun valueOf(answer: NativeAnswer, next: Call<Page<Any>>? = null): Any {
    val objects = answer.objects.map { valueOf(it) }
    return if (answer.isPage) Page(objects, answer.hasMore, next, answer.replayed) else objects.single()
}

internal fun Waist.response(response: HttpResponse): Waist = int(response.status)
    .value("headers", response.headers.map { NativeHeader(it.name, it.value) }, FfiConverterSequenceTypeHttpHeader)
    .bytes(response.body)

internal fun TransportFailure.toNative(): NativeFailure = when (this) {
    TransportFailure.CONNECT -> NativeFailure.CONNECT
    TransportFailure.TIMEOUT -> NativeFailure.TIMEOUT
    TransportFailure.CLOSED -> NativeFailure.CLOSED
    TransportFailure.TLS -> NativeFailure.TLS
    TransportFailure.TOO_LARGE -> NativeFailure.TOO_LARGE
}
