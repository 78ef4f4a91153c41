package counterfoil

import java.io.IOException
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardCopyOption
import java.util.Locale

/**
 * The native library, by native methods of this class. They pass only numbers and byte arrays, which leave nothing to
 * free on either side.
 *
 * It is in the jar and is copied to a file in `java.io.tmpdir` to be loaded, once per class loader. If programs may not
 * be run from there, name a copy of it in the system property `counterfoil.library`.
 */
internal object Library {
    private const val NAME = "counterfoil_uniffi"
    private const val PROPERTY = "counterfoil.library"

    @Volatile private var isReady = false

    /** The first reason why it could not be loaded. */
    private var reason: String? = null

    /**
     * Loads the library unless it is loaded already. Every call of the library goes through here.
     *
     * @throws UnsatisfiedLinkError the same each time, if the library is missing or has another version
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
            ?: throw UnsatisfiedLinkError("the jar does not contain it")
        val file = Files.createTempFile("counterfoil-", "-${System.mapLibraryName(NAME)}")
        try {
            packed.use { Files.copy(it, file, StandardCopyOption.REPLACE_EXISTING) }
            try {
                System.load(file.toString())
            } catch (error: UnsatisfiedLinkError) {
                throw UnsatisfiedLinkError("the one that was found cannot be used: ${error.message}")
            }
        } finally {
            // It stays loaded without its file name.
            Files.deleteIfExists(file)
        }
    }

    /** The folder in the jar for this machine, such as `linux-x86-64`. */
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

    /** Calls a function; returns `null` if the library has failed. */
    @JvmStatic
    external fun call(handle: Long, arguments: ByteArray, length: Int): ByteArray?

    /** Verifies a delivery with a keyring; returns `null` if the library has failed. */
    @JvmStatic
    external fun verify(handle: Long, body: ByteArray, signature: ByteArray?, now: Long): ByteArray?

    /** Frees what a handle refers to. */
    @JvmStatic
    external fun free(handle: Long)
}
