package counterfoil

import java.io.IOException
import java.net.ConnectException
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpConnectTimeoutException
import java.time.Duration
import java.util.concurrent.ExecutionException
import java.util.concurrent.TimeUnit
import java.util.concurrent.TimeoutException
import javax.net.ssl.SSLException
import java.net.http.HttpRequest as JavaRequest
import java.net.http.HttpResponse as JavaResponse

/** A header's name and value. */
public class Header(public val name: String, public val value: String) {
    /** The name alone: a value can be a secret. */
    override fun toString(): String = name
}

/**
 * A request to Stripe, ready to be sent as it is. Its headers hold the secret key, its query and body can
 * name the customer; `toString` leaves all of these out.
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
 * What came back. Pass on all headers: the verdict on a retry and the request id are among them.
 *
 * @property status the HTTP status
 * @property headers in any order and case
 * @property body as it came, decompressed
 */
public class HttpResponse(public val status: Int, public val headers: List<Header>, public val body: ByteArray) {
    override fun toString(): String = "HttpResponse($status, headers=$headers, ${body.size} bytes)"
}

/** Why no answer came. */
public enum class TransportFailure {
    /** No connection: DNS, refused, unreachable. */
    CONNECT,

    /** The client's own time limit passed. */
    TIMEOUT,

    /** The connection ended before the whole answer was there. */
    CLOSED,

    /** The certificate or the handshake was refused. */
    TLS,

    /** The body is longer than the transport takes. */
    TOO_LARGE,
}

/** What a [Transport] throws when there is no answer. */
public class TransportException @JvmOverloads constructor(
    public val failure: TransportFailure,
    cause: Throwable? = null,
) : IOException("no answer from stripe: ${failure.name.lowercase()}", cause)

/** Sends one request and follows no redirect; throws [TransportException] if no answer comes. */
public fun interface Transport {
    /** Sends the request and waits for the whole answer. */
    @Throws(TransportException::class, InterruptedException::class)
    public fun send(request: HttpRequest): HttpResponse
}

/**
 * The ready transport, over `java.net.http`. Interrupting the thread gives the request up.
 *
 * @param client yours, if it needs a proxy or an executor; it must not follow redirects
 * @param timeout for the whole answer, its body included
 */
public class JavaHttpTransport @JvmOverloads constructor(
    private val client: HttpClient = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build(),
    private val timeout: Duration = Duration.ofSeconds(80),
) : Transport {
    override fun send(request: HttpRequest): HttpResponse {
        val builder = JavaRequest.newBuilder(URI.create(request.url))
        request.headers.forEach { builder.header(it.name, it.value) }
        val body = when (request.method) {
            "GET" -> JavaRequest.BodyPublishers.noBody()
            else -> JavaRequest.BodyPublishers.ofString(request.body)
        }
        val sent = builder.method(request.method, body).build()
        val pending = client.sendAsync(sent, JavaResponse.BodyHandlers.ofByteArray())
        try {
            // The client's own limit ends with the headers: a body that stalls would be waited for forever.
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

private fun failureOf(error: Throwable?): TransportFailure = when (error) {
    is ConnectException, is HttpConnectTimeoutException -> TransportFailure.CONNECT
    is SSLException -> TransportFailure.TLS
    else -> TransportFailure.CLOSED
}
