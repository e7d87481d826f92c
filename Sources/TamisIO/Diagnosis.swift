import CKernels
import CSQLite
import CUTF8Proc
import CZlib
import CZstd
import Glibc
import Tamis

/// What a report of a fault should say of the program and the machine it runs on.
public enum Diagnosis {
    /// Names and values, in order.
    public static var rows: [(name: String, value: String)] {
        [
            ("version", Version.release),
            ("algorithm", "\(Version.algorithm), seed \(Version.seed)"),
            ("processors", "\(ProcessorCount.available)"),
            ("instructions", instructions),
            ("memory", PlainNumber.bytes(memoryBytes)),
            ("temporary files", Environment.value("TMPDIR") ?? "/tmp"),
            ("settings", Environment.settingsPath ?? "defaults"),
            ("utf8proc", text(utf8proc_version())),
            ("zlib", text(zlibVersion())),
            ("zstd", text(ZSTD_versionString())),
            ("sqlite", text(sqlite3_libversion())),
        ]
    }

    /// The kernels that are used: the best of this machine, or what `TAMIS_CPU` asks for.
    private static var instructions: String {
        switch tamis_cpu_chosen() {
        case TAMIS_CPU_AVX512: "AVX-512"
        case TAMIS_CPU_AVX2: "AVX2"
        case TAMIS_CPU_SSE2: "SSE2"
        default: "portable"
        }
    }

    private static var memoryBytes: Int {
        max(0, sysconf(Int32(_SC_PHYS_PAGES))) * max(0, sysconf(Int32(_SC_PAGESIZE)))
    }

    private static func text(_ version: UnsafePointer<CChar>?) -> String {
        version.map { String(cString: $0) } ?? "unknown"
    }
}
