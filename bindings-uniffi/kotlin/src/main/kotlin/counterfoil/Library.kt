package counterfoil

import java.io.IOException
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardCopyOption
import java.util.Locale

/**
 * The native library, by native methods of this class: numbers and byte arrays alone, which leave nothing
 * behind on either side.
 *
 * It lies in the jar and is copied to a file in `java.io.tmpdir` to be loaded, once for each class loader;
 * where programs may not be run from there, the system property `counterfoil.library` names a copy of it.
 */
internal object Library {
    private const val NAME = "counterfoil_uniffi"
    private const val PROPERTY = "counterfoil.library"

    @Volatile private var isReady = false

    /** The first reason why it could not be loaded. */
    private var reason: String? = null

    /**
     * Loads the library if that was not done yet. Every call of the library goes through here.
     *
     * @throws UnsatisfiedLinkError the same each time, if it is missing or another one
     */
    fun ready(): Library {
        if (!isReady) load()
        return this
    }

    @Synchronized
    private fun load() {
        if (isReady) return
        reason?.let { throw UnsatisfiedLinkError(it) }
        try {
            val own = System.getProperty(PROPERTY)
            if (own == null) loadFromJar() else System.load(Path.of(own).toAbsolutePath().toString())
            val found = Waist("version").callLoaded(0).text()
            if (found != VERSION) throw UnsatisfiedLinkError("the one that was found is of version $found")
        } catch (error: UnsatisfiedLinkError) {
            throw refusal(error.message, error)
        } catch (error: IOException) {
            throw refusal("it could not be copied there: ${error.message}", error)
        } catch (error: IllegalStateException) {
            throw refusal("the one that was found cannot be used: ${error.message}", error)
        }
        isReady = true
    }

    private fun loadFromJar() {
        val resource = "$platform/${System.mapLibraryName(NAME)}"
        val packed = Library::class.java.classLoader.getResourceAsStream(resource)
            ?: throw UnsatisfiedLinkError("there is none in the jar")
        val file = Files.createTempFile("counterfoil-", "-${System.mapLibraryName(NAME)}")
        try {
            packed.use { Files.copy(it, file, StandardCopyOption.REPLACE_EXISTING) }
            try {
                System.load(file.toString())
            } catch (error: UnsatisfiedLinkError) {
                throw UnsatisfiedLinkError("the one that was found cannot be used: ${error.message}")
            }
        } finally {
            // It stays loaded without its name.
            Files.deleteIfExists(file)
        }
    }

    /** `linux-x86-64`: where a library for this machine lies in the jar. */
    private val platform: String
        get() {
            val system = System.getProperty("os.name").lowercase(Locale.ROOT).substringBefore(' ')
            val machine = when (val name = System.getProperty("os.arch")) {
                "amd64" -> "x86-64"
                else -> name
            }
            return "$system-$machine"
        }

    private fun refusal(what: String?, cause: Throwable): UnsatisfiedLinkError {
        val here = "${System.getProperty("os.name")} ${System.getProperty("os.arch")}"
        val text = "counterfoil $VERSION needs its native library `${System.mapLibraryName(NAME)}` for $here, " +
            "and $what. The jar has it for Linux amd64 and copies it to a file in `java.io.tmpdir`, from where " +
            "it must be allowed to run; otherwise put it elsewhere and name that file in the system property " +
            "`$PROPERTY`."
        reason = text
        return UnsatisfiedLinkError(text).apply { initCause(cause) }
    }

    /** Calls a function; `null` if the library has failed. */
    @JvmStatic
    external fun call(handle: Long, arguments: ByteArray, length: Int): ByteArray?

    /** Verifies a delivery by a keyring; `null` if the library has failed. */
    @JvmStatic
    external fun verify(handle: Long, body: ByteArray, signature: ByteArray?, now: Long): ByteArray?

    /** Frees what a handle stands for. */
    @JvmStatic
    external fun free(handle: Long)
}
