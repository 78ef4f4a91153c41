package counterfoil

import java.lang.ref.Cleaner
import java.lang.ref.Reference

/** Something that the library keeps, such as a keyring; it is freed once nobody can reach this. */
internal class Handle(private val address: Long) {
    init {
        CLEANER.register(this, Freeing(address))
    }

    /** Calls the library with it, so that it is not freed meanwhile. */
    inline fun <T> use(call: (Long) -> T): T = try {
        call(address)
    } finally {
        Reference.reachabilityFence(this)
    }

    /** Must not hold the handle itself. */
    private class Freeing(private val address: Long) : Runnable {
        override fun run() = Library.free(address)
    }

    private companion object {
        val CLEANER: Cleaner = Cleaner.create()
    }
}
