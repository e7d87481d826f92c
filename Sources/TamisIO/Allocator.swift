import CKernels

/// The settings of the C library's allocator.
public enum Allocator {
    /// Keeps freed memory for the next batch; for programs that read many.
    public static func keepMemory() {
        tamis_keep_memory()
    }
}
