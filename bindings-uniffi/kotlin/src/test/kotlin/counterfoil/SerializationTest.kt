package counterfoil

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Test
import java.io.ByteArrayInputStream
import java.io.ByteArrayOutputStream
import java.io.ObjectInputStream
import java.io.ObjectOutputStream
import java.net.ConnectException

/** Exceptions cross from one process to another, as executors and loggers send them, with all that they say. */
class SerializationTest {
    private inline fun <reified T : Throwable> sent(error: T): T {
        val bytes = ByteArrayOutputStream().also { ObjectOutputStream(it).writeObject(error) }.toByteArray()
        return ObjectInputStream(ByteArrayInputStream(bytes)).readObject() as T
    }

    @Test
    fun `faults arrive`() {
        val error = assertThrows(CounterfoilException::class.java) { CreateRefund.fromJson("""{"a":1,"b":2}""") }
        val read = sent(error)
        assertEquals(2, read.faults.size)
        assertEquals(listOf(error.message, error.code, error.faults), listOf(read.message, read.code, read.faults))
    }

    @Test
    fun `a refusal arrives, and its own text does not repeat Stripe's`() {
        val body = """{"error":{"type":"card_error","code":"card_declined","message":"Of Jane"}}"""
        val response = HttpResponse(402, listOf(Header("Request-Id", "req_1")), body.toByteArray())
        val error = assertThrows(CounterfoilException::class.java) { readAnswer("refunds.create", response) }
        val read = sent(error)
        assertEquals(listOf(402, "req_1", error.stripe), listOf(read.status, read.requestId, read.stripe))
        assertEquals("Of Jane", read.stripe?.message)
        assertEquals(error.message, read.message)
        assertFalse("Jane" in error.message || "Jane" in "$error ${error.stripe}", error.message)
    }

    @Test
    fun `rejections and failures arrive`() {
        val webhooks = Webhooks(listOf(EndpointSecret("any", "whsec_secret")))
        val error = assertThrows(WebhookException::class.java) { webhooks.verify(ByteArray(0), null) }
        val read = sent(error)
        assertEquals(error.message to error.code, read.message to read.code)
        assertEquals(error.diagnosis, read.diagnosis)
        val failure = sent(TransportException(TransportFailure.CONNECT, ConnectException("refused")))
        assertEquals(TransportFailure.CONNECT to "refused", failure.failure to failure.cause?.message)
    }
}
