package counterfoil

import kotlin.random.Random
import counterfoil.internal.HttpHeader as NativeHeader
import counterfoil.internal.HttpResponse as NativeResponse
import counterfoil.internal.SessionCall as NativeCall
import counterfoil.internal.TransportFailure as NativeFailure
import counterfoil.internal.Verdict as NativeVerdict

/** How a call goes on. */
public sealed interface Verdict {
    /** It is over. */
    public data class Done(public val session: Session) : Verdict

    /** Wait this long, then send the same request again. */
    public data class Retry(public val afterMillis: Long) : Verdict
}

/**
 * A checked request in flight, for hosts that send it themselves: send [request], hand what came back to
 * [receive], or why nothing did to [fail], and follow the verdict. The bytes never change between
 * attempts.
 */
public class SessionCall internal constructor(private val call: NativeCall) {
    /** What to send, in every attempt. */
    public val request: HttpRequest =
        call.request().let { native ->
            HttpRequest(native.method, native.url, native.headers.map { Header(it.name, it.value) }, native.body)
        }

    /** Takes an answer; [jitter] is a random number from 0 to 1. */
    @JvmOverloads
    public fun receive(response: HttpResponse, jitter: Double = Random.nextDouble()): Verdict =
        verdict(guard { call.receive(response.toNative(), jitter) })

    /** Takes the reason why there is no answer; [jitter] is a random number from 0 to 1. */
    @JvmOverloads
    public fun fail(failure: TransportFailure, jitter: Double = Random.nextDouble()): Verdict =
        verdict(guard { call.receiveFailure(failure.toNative(), jitter) })

    /** Sends it until it is done. */
    internal fun send(transport: Transport): Session {
        while (true) {
            val verdict = try {
                receive(transport.send(request))
            } catch (error: TransportException) {
                fail(error.failure)
            }
            when (verdict) {
                is Verdict.Done -> return verdict.session
                is Verdict.Retry -> Thread.sleep(verdict.afterMillis)
            }
        }
    }

    override fun toString(): String = "SessionCall($request)"
}

private fun verdict(native: NativeVerdict): Verdict =
    native.session?.let { Verdict.Done(it) } ?: Verdict.Retry(native.retryAfterMs ?: 0)

internal fun HttpResponse.toNative(): NativeResponse =
    NativeResponse(status, headers.map { NativeHeader(it.name, it.value) }, body)

internal fun TransportFailure.toNative(): NativeFailure = when (this) {
    TransportFailure.CONNECT -> NativeFailure.CONNECT
    TransportFailure.TIMEOUT -> NativeFailure.TIMEOUT
    TransportFailure.CLOSED -> NativeFailure.CLOSED
    TransportFailure.TLS -> NativeFailure.TLS
}
