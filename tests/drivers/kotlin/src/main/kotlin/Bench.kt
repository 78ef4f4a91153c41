import counterfoil.EndpointSecret
import counterfoil.Outcome
import counterfoil.State
import counterfoil.Webhooks
import counterfoil.advance
import java.io.File
import java.time.Instant
import javax.crypto.Mac
import javax.crypto.spec.SecretKeySpec

/** How long a delivery takes beside the MAC alone: nanoseconds of the fastest sample, as one JSON object. */
object Bench {
    private const val SAMPLES = 80
    private const val RUNS = 400
    private const val SECRET = "whsec_benchmarks"

    /** The argument is the file with the event's body. */
    @JvmStatic
    fun main(arguments: Array<String>) {
        val body = File(arguments.single()).readBytes()
        val time = Instant.now().epochSecond.toString()
        val header = "t=$time,v1=${mac(time, body).joinToString("") { "%02x".format(it) }}"
        val webhooks = Webhooks(listOf(EndpointSecret("connect", SECRET)))
        val paid = webhooks.verify(body, header).outcome
        val measured = mapOf(
            "mac" to { mac(time, body).size == 32 },
            "verify" to { webhooks.verify(body, header).type == "checkout.session.completed" },
            "classify" to { webhooks.verify(body, header).outcome is Outcome.Paid },
            "advance" to { advance(State.OPEN, paid).state == State.FULFILLED },
        )
        val fastest = measured.keys.associateWith { Double.MAX_VALUE }.toMutableMap()
        repeat(SAMPLES) {
            for ((name, run) in measured) fastest[name] = minOf(fastest.getValue(name), sample(name, run))
        }
        println(fastest.entries.joinToString(",", "{", "}") { (name, time) -> "\"$name\":$time" })
    }

    private fun mac(time: String, body: ByteArray): ByteArray {
        val mac = Mac.getInstance("HmacSHA256")
        mac.init(SecretKeySpec(SECRET.toByteArray(), "HmacSHA256"))
        mac.update("$time.".toByteArray())
        return mac.doFinal(body)
    }

    private fun sample(name: String, run: () -> Boolean): Double {
        val start = System.nanoTime()
        repeat(RUNS) { check(run()) { "$name did not read the event" } }
        return (System.nanoTime() - start).toDouble() / RUNS
    }
}
