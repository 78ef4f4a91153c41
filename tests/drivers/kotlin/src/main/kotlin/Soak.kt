import java.io.File
import java.lang.reflect.Modifier
import java.util.concurrent.atomic.AtomicLong
import java.util.concurrent.atomic.AtomicReference
import kotlin.concurrent.thread
import kotlin.system.exitProcess

/**
 * Whether memory stays as it is under load: calls every public function from many threads at once, and
 * compares the process's memory at the end with what it was after a quarter of the calls. Run it with a heap
 * that is given out at the start (`-Xms` like `-Xmx`, and `-XX:+AlwaysPreTouch`), so that what grows is a leak.
 */
object Soak {
    private const val MEGABYTE = 1024L

    /** The arguments: how many threads, after how many calls to end, and after how many seconds at the soonest. */
    @JvmStatic
    fun main(arguments: Array<String>) {
        val (threads, calls, seconds) = arguments.map { it.toInt() }
        val forgotten = functions() - Functions().all.keys
        check(forgotten.isEmpty()) { "not called here: $forgotten" }
        val made = AtomicLong()
        val failure = AtomicReference<Throwable>()
        val end = System.nanoTime() + seconds * 1_000_000_000L
        val isOver = { failure.get() != null || (made.get() >= calls && System.nanoTime() >= end) }
        val workers = List(threads) {
            thread(isDaemon = true) {
                try {
                    val functions = Functions().all.values
                    while (!isOver()) {
                        functions.forEach { it() }
                        made.addAndGet(functions.size.toLong())
                    }
                } catch (error: Throwable) {
                    failure.compareAndSet(null, error)
                }
            }
        }
        val start = System.nanoTime()
        val isWarm = { made.get() >= calls / 4 && System.nanoTime() - start >= seconds * 250_000_000L }
        while (!isOver() && !isWarm()) Thread.sleep(20)
        val before = resident()
        workers.forEach { it.join() }
        val after = resident()
        val memory = "${before / MEGABYTE} MB after a quarter of them, ${after / MEGABYTE} MB at the end"
        println("${made.get()} calls on $threads threads: $memory")
        failure.get()?.let {
            it.printStackTrace()
            exitProcess(1)
        }
        if (after - before > LIMIT * MEGABYTE) {
            System.err.println("the process grew by more than $LIMIT MB")
            exitProcess(1)
        }
    }

    /** What the compiler, its caches and the allocator's arenas may still take after a quarter of the calls. */
    private const val LIMIT = 48

    /** The artifact's public functions that belong to no object. */
    private fun functions(): Set<String> {
        val classes = listOf("Orders", "Money", "Records", "Merchants", "Billing", "testing.Testing")
        val methods = classes.flatMap { Class.forName("counterfoil.$it").methods.toList() }
        val functions = methods.filter { Modifier.isStatic(it.modifiers) && !it.isSynthetic }
        return functions.map { "${it.declaringClass.simpleName}.${it.name}" }.toSet()
    }

    /** The process's memory in kB. */
    private fun resident(): Long {
        val line = File("/proc/self/status").readLines().first { it.startsWith("VmRSS:") }
        return line.filter { it.isDigit() }.toLong()
    }
}
