package counterfoil

import counterfoil.internal.NativeAnswer
import counterfoil.internal.NativeCall
import counterfoil.internal.NativePlatform
import java.time.Clock
import kotlin.random.Random
import counterfoil.internal.HttpHeader as NativeHeader
import counterfoil.internal.HttpResponse as NativeResponse
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
public class Call<out A : Any> internal constructor(private val native: NativeCall, private val transport: Transport) {
    /** What to send, in every attempt. */
    public val request: HttpRequest =
        native.request().run { HttpRequest(method, url, headers.map { Header(it.name, it.value) }, body) }

    /** Which attempt is under way; the first is 1. */
    public val attempt: Int get() = native.attempt()

    /**
     * The call as one line of JSON, to keep in a database or a queue, without the secret key.
     * [Platform.resume] makes the same call of it, in this process or another. Save it before the request
     * is sent, and a crash cannot lead to a second purchase.
     */
    public fun save(): String = native.save()

    /**
     * Takes an answer; [jitter] is a random number from 0 to 1.
     *
     * @throws CounterfoilException if it is no success, and trying again would not help
     */
    @JvmOverloads
    public fun receive(response: HttpResponse, jitter: Double = Random.nextDouble()): Verdict<A> =
        verdict { native.receive(response.toNative(), jitter) }

    /**
     * Takes the reason why there is no answer; [jitter] is a random number from 0 to 1.
     *
     * @throws CounterfoilException if it was the last attempt
     */
    @JvmOverloads
    public fun fail(failure: TransportFailure, jitter: Double = Random.nextDouble()): Verdict<A> =
        verdict { native.receiveFailure(failure.toNative(), jitter) }

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
                receive(transport.send(request))
            } catch (error: TransportException) {
                fail(error.failure)
            }
            when (verdict) {
                is Verdict.Done -> return verdict.answer
                is Verdict.Retry -> Thread.sleep(verdict.afterMillis)
            }
        }
    }

    /** The call's type says what its answer is; the operations' records and their answers are one list. */
    @Suppress("UNCHECKED_CAST")
    private fun verdict(receive: () -> counterfoil.internal.NativeVerdict): Verdict<A> = synchronized(native) {
        val verdict = guard(receive)
        val answer = verdict.answer ?: return Verdict.Retry(verdict.retryAfterMs ?: 0)
        val next = if (answer.hasMore) native.nextPage() else null
        Verdict.Done(valueOf(answer, next?.let { Call(it, transport) }) as A)
    }

    override fun toString(): String = "Call($request)"
}

/** Makes the calls of one account: a merchant's, or without one the platform's own. */
internal class Caller(
    private val native: NativePlatform,
    private val account: String?,
    private val transport: Transport,
    private val clock: Clock,
) {
    fun <A : Any> call(operation: Operation<A>, idempotencyKey: String?): Call<A> {
        val now = clock.instant().epochSecond
        return Call(guard { native.call(account, toNative(operation), idempotencyKey, now) }, transport)
    }
}

/** An answer in the façade's types. */
internal fun valueOf(answer: NativeAnswer, next: Call<Page<Any>>? = null): Any {
    val objects = answer.objects.map { valueOf(it) }
    return if (answer.isPage) Page(objects, answer.hasMore, next) else objects.single()
}

internal fun HttpResponse.toNative(): NativeResponse =
    NativeResponse(status, headers.map { NativeHeader(it.name, it.value) }, body)

internal fun TransportFailure.toNative(): NativeFailure = when (this) {
    TransportFailure.CONNECT -> NativeFailure.CONNECT
    TransportFailure.TIMEOUT -> NativeFailure.TIMEOUT
    TransportFailure.CLOSED -> NativeFailure.CLOSED
    TransportFailure.TLS -> NativeFailure.TLS
    TransportFailure.TOO_LARGE -> NativeFailure.TOO_LARGE
}
