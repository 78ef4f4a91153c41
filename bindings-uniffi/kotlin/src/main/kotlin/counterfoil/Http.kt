package counterfoil

import java.io.IOException
import java.net.ConnectException
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpConnectTimeoutException
import java.nio.ByteBuffer
import java.time.Duration
import java.util.Optional
import java.util.concurrent.CompletionStage
import java.util.concurrent.ExecutionException
import java.util.concurrent.Flow
import java.util.concurrent.TimeUnit
import java.util.concurrent.TimeoutException
import javax.net.ssl.SSLException
import java.net.http.HttpRequest as JavaRequest
import java.net.http.HttpResponse as JavaResponse

/** A header's name and value. */
public class Header(public val name: String, public val value: String) {
    /** Returns only the name: a value can be a secret. */
    override fun toString(): String = name
}

/**
 * A request to Stripe, ready to be sent as it is. Its headers contain the secret key, and its query and body can name
 * the customer; `toString` leaves all of these out.
 *
 * @property method `GET` or `POST`
 * @property url the whole URL
 * @property headers all headers, in order
 * @property body the body, form-encoded or JSON as its content type says; empty unless it is a `POST`
 */
public class HttpRequest internal constructor(
    public val method: String,
    public val url: String,
    public val headers: List<Header>,
    public val body: String,
) {
    override fun toString(): String = "HttpRequest($method ${url.substringBefore('?')}, headers=$headers)"
}

/**
 * A response. Pass on all headers: the request id and Stripe's advice on retries are among them.
 *
 * @property status the HTTP status
 * @property headers in any order and case
 * @property body as received, after decompression
 */
public class HttpResponse(public val status: Int, public val headers: List<Header>, public val body: ByteArray) {
    override fun toString(): String = "HttpResponse($status, headers=$headers, ${body.size} bytes)"
}

/** Why there is no response. */
public enum class TransportFailure {
    /** The connection failed: DNS, refused, unreachable. */
    CONNECT,

    /** The client's own time limit has passed. */
    TIMEOUT,

    /** The connection closed before the whole response was received. */
    CLOSED,

    /** The certificate was rejected, or the handshake failed. */
    TLS,

    /** The body is longer than the transport accepts. */
    TOO_LARGE,
}

/** What a [Transport] throws when there is no response. */
public class TransportException @JvmOverloads constructor(
    public val failure: TransportFailure,
    cause: Throwable? = null,
) : IOException("no response from stripe: ${failure.name.lowercase()}", cause)

/** Sends one request and follows no redirect; throws [TransportException] if there is no response. */
public fun interface Transport {
    /** Sends the request and waits for the whole response. */
    @Throws(TransportException::class, InterruptedException::class)
    public fun send(request: HttpRequest): HttpResponse
}

/**
 * The ready-made transport, over `java.net.http`. Interrupting the thread aborts the request.
 *
 * @param client your own client, if you need a proxy or an executor; it must not follow redirects
 * @param timeout the time limit for the whole response, to the last byte of its body
 * @param maxResponse the maximum size of a response's body in bytes: 32 MiB if absent
 */
public class JavaHttpTransport @JvmOverloads constructor(
    private val client: HttpClient = sharedClient,
    private val timeout: Duration = Duration.ofSeconds(80),
    private val maxResponse: Int = MAX_RESPONSE,
) : Transport {
    override fun send(request: HttpRequest): HttpResponse {
        val builder = JavaRequest.newBuilder(URI.create(request.url))
        request.headers.forEach { builder.header(it.name, it.value) }
        val body = when (request.method) {
            "GET" -> JavaRequest.BodyPublishers.noBody()
            else -> JavaRequest.BodyPublishers.ofString(request.body)
        }
        val sent = builder.method(request.method, body).build()
        val pending = client.sendAsync(sent) { LimitedBody(maxResponse, it.headers().firstValue("content-length")) }
        try {
            // The client's own time limit ends with the headers: a body that stalls would never time out.
            val answer = pending.get(timeout.toMillis(), TimeUnit.MILLISECONDS)
            val headers = answer.headers().map().flatMap { (name, values) -> values.map { Header(name, it) } }
            return HttpResponse(answer.statusCode(), headers, answer.body())
        } catch (late: TimeoutException) {
            throw TransportException(TransportFailure.TIMEOUT, late)
        } catch (failed: ExecutionException) {
            throw TransportException(failureOf(failed.cause), failed.cause)
        } finally {
            pending.cancel(true)
        }
    }
}

/** One for all transports, since each client has its own thread and connections. */
private val sharedClient: HttpClient by lazy { HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build() }

private const val MAX_RESPONSE = 32 * 1024 * 1024

private class TooLarge : IOException("the body of the response is too long")

/** Collects a body up to a maximum size, and aborts a longer one as soon as that is known. */
private class LimitedBody(most: Int, declared: Optional<String>) : JavaResponse.BodySubscriber<ByteArray> {
    private val whole = JavaResponse.BodySubscribers.ofByteArray()
    private val isDeclaredLonger = declared.map { it.toLongOrNull() ?: 0 }.orElse(0) > most
    private var room = most.toLong()
    private lateinit var subscription: Flow.Subscription

    override fun getBody(): CompletionStage<ByteArray> = whole.body

    override fun onSubscribe(subscription: Flow.Subscription) {
        this.subscription = subscription
        if (isDeclaredLonger) giveUp() else whole.onSubscribe(subscription)
    }

    override fun onNext(buffers: List<ByteBuffer>) {
        room -= buffers.sumOf { it.remaining().toLong() }
        if (room < 0) giveUp() else whole.onNext(buffers)
    }

    override fun onError(error: Throwable) = whole.onError(error)

    override fun onComplete() = whole.onComplete()

    private fun giveUp() {
        subscription.cancel()
        whole.onError(TooLarge())
    }
}

private fun failureOf(error: Throwable?): TransportFailure = when (error) {
    is TooLarge -> TransportFailure.TOO_LARGE
    is ConnectException, is HttpConnectTimeoutException -> TransportFailure.CONNECT
    is SSLException -> TransportFailure.TLS
    else -> TransportFailure.CLOSED
}
