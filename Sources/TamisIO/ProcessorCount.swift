import CKernels
import Glibc

/// How many processors there are for this process.
public enum ProcessorCount {
    /// The processors that are online; at least one.
    public static var available: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}

/// How much memory the machine has.
public enum PhysicalMemory {
    /// Its bytes; 1 GiB where the system does not say.
    public static var byteCount: Int {
        let byteCount = tamis_physical_memory_bytes()
        return byteCount > 0 ? byteCount : 1 << 30
    }
}

/// What the environment says.
public enum Environment {
    /// The value of a variable; nil where it is not set or empty.
    public static func value(_ name: String) -> String? {
        guard let value = getenv(name), value.pointee != 0 else { return nil }
        return String(cString: value)
    }

    /// The settings file of `TAMIS_SETTINGS`.
    public static var settingsPath: String? { value("TAMIS_SETTINGS") }
}
