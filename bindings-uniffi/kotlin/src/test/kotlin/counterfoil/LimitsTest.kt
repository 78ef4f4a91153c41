package counterfoil

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.ValueSource
import java.io.IOException
import java.net.InetAddress
import java.net.ServerSocket
import java.time.Duration
import kotlin.concurrent.thread

/** What one response may take: time, from the request to its last byte, and room. */
class LimitsTest {
    @ParameterizedTest
    @ValueSource(strings = ["HTTP/1.1 200 OK\r\nX: ", "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n", OPEN_END])
    fun `no part of a response outlasts the time by dripping`(start: String) {
        val began = System.nanoTime()
        val failed = failure(start.toByteArray(), byteArrayOf('2'.code.toByte()), pause = 50) {
            JavaHttpTransport(timeout = Duration.ofMillis(500))
        }
        assertEquals(TransportFailure.TIMEOUT, failed)
        assertTrue(Duration.ofNanos(System.nanoTime() - began) < Duration.ofSeconds(5))
    }

    @Test
    fun `a body that is too long is given up at once`() {
        val small = { JavaHttpTransport(maxResponse = BODY.size) }
        val (exact, longer) = listOf(BODY.size, BODY.size + 1).map {
            "HTTP/1.1 200 OK\r\nContent-Length: $it\r\n\r\n".toByteArray() + BODY
        }
        assertEquals(BODY.size, taken(exact, small))
        assertEquals(TransportFailure.TOO_LARGE, failure(longer, BODY, pause = 50, small))
        // Without a length, the body tells by itself.
        assertEquals(BODY.size, taken(OPEN_END.toByteArray() + BODY, small))
        assertEquals(TransportFailure.TOO_LARGE, failure(OPEN_END.toByteArray(), ByteArray(65_536), pause = 0, small))
    }

    @Test
    fun `a body may have 32 MiB`() {
        val whole = OPEN_END.toByteArray() + ByteArray(32 * 1024 * 1024)
        assertEquals(32 * 1024 * 1024, taken(whole) { JavaHttpTransport() })
        assertEquals(TransportFailure.TOO_LARGE, failure(whole + 0, null, pause = 0) { JavaHttpTransport() })
    }

    private fun failure(start: ByteArray, then: ByteArray?, pause: Long, transport: () -> Transport): TransportFailure =
        assertThrows(TransportException::class.java) { sent(start, then, pause, transport) }.failure

    private fun taken(whole: ByteArray, transport: () -> Transport): Int = sent(whole, null, 0, transport).body.size

    /** What comes of a server that answers with [start], then with [then] until the client has had enough. */
    private fun sent(start: ByteArray, then: ByteArray?, pause: Long, transport: () -> Transport): HttpResponse =
        ServerSocket(0, 1, InetAddress.getLoopbackAddress()).use { listener ->
            val server = thread(isDaemon = true) {
                try {
                    listener.accept().use { connection ->
                        connection.getInputStream().read(ByteArray(65_536))
                        val out = connection.getOutputStream()
                        out.write(start)
                        while (then != null) {
                            Thread.sleep(pause)
                            out.write(then)
                        }
                    }
                } catch (_: IOException) {
                    // The client has had enough.
                } catch (_: InterruptedException) {
                    // The test is over.
                }
            }
            try {
                val platform = Platform("sk_test_1", apiBase = "http://127.0.0.1:${listener.localPort}")
                transport().send(platform.merchant("acct_1").call(ListRefunds(limit = 1)).request)
            } finally {
                server.interrupt()
                server.join()
            }
        }

    private companion object {
        const val OPEN_END = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"
        val BODY = "{\"id\":\"cs_1\"}".toByteArray()
    }
}
