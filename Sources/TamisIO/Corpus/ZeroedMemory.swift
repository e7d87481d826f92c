import Glibc

/// Zeros from the system, page by page as they are written to: however large they are, a small input takes little of them.
struct ZeroedMemory<Element: BitwiseCopyable>: ~Copyable {
    /// The first element.
    let elements: UnsafeMutablePointer<Element>
    private let byteCount: Int

    /// Zeros for `count` elements, at least one; nil where there is no memory.
    init?(count: Int) {
        byteCount = count * MemoryLayout<Element>.stride
        // The C library would take them from what it has and clear them at once.
        let pages = mmap(nil, byteCount, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        guard let pages, pages != MAP_FAILED else { return nil }
        elements = pages.bindMemory(to: Element.self, capacity: count)
    }

    deinit { munmap(elements, byteCount) }
}
