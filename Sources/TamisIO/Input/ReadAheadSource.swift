// The thread that decodes fills buffers, four at most ahead of the reader; the reader takes what is there, and waits
// only where it has nothing yet.

import Glibc

/// A source that is read on a thread of its own, some buffers ahead.
public final class ReadAheadSource: ByteSource {
    private let handover: Handover
    private var chunk: [UInt8] = []
    private var position = 0

    /// Reads `source`, which nobody else may use any more, until its end or until this object goes.
    public init(_ source: any ByteSource) {
        handover = Handover(source)
        // The thread is left to itself: it may wait for a pipe whose other end sleeps, and ends with the process.
        handover.isThreaded = WorkerThreads(count: 1) { [handover] in handover.readAll() }.detach() > 0
    }

    deinit { handover.close() }

    /// Whether `read` would return at once.
    public var isReady: Bool {
        position < chunk.count || handover.isReady
    }

    /// Gives what is there, as much as fits; waits where there is nothing.
    public func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
        guard handover.isThreaded else { return try handover.source.read(into: buffer) }
        var count = 0
        while count < buffer.count {
            if position == chunk.count {
                guard count == 0 || handover.hasBytes, try handover.exchange(&chunk) else { break }
                position = 0
            }
            let part = min(buffer.count - count, chunk.count - position)
            chunk[position..<position + part].withUnsafeBytes {
                UnsafeMutableRawBufferPointer(rebasing: buffer[count...]).copyMemory(from: $0)
            }
            position += part
            count += part
        }
        return count
    }
}

/// The buffers between a reading thread and its reader.
private final class Handover: @unchecked Sendable {
    // Used by the thread alone, or by the reader alone where there is no thread.
    var source: any ByteSource
    var isThreaded = false

    // Under the lock.
    private var full: [[UInt8]] = []
    private var spare: [[UInt8]] = []
    private var end: Result<Void, InputError>?
    private var isClosed = false
    private let monitor = Monitor()

    private static let bufferBytes = 512 << 10
    private static let bufferCount = 4

    init(_ source: any ByteSource) {
        self.source = source
    }

    var hasBytes: Bool { monitor.locked { !full.isEmpty } }
    var isReady: Bool { !isThreaded || monitor.locked { !full.isEmpty || end != nil } }

    /// Fills buffers until the source ends or nobody wants them.
    func readAll() {
        while var buffer = roomyBuffer() {
            do throws(InputError) {
                buffer.removeAll(keepingCapacity: true)
                try source.read(atMost: Self.bufferBytes, appendingTo: &buffer)
            } catch {
                return finish(.failure(error))
            }
            if buffer.isEmpty { return finish(.success(())) }
            monitor.locked {
                full.append(buffer)
                monitor.signalResult()
            }
        }
    }

    /// A buffer to fill, as soon as there is room for one; nil when the reader has gone.
    private func roomyBuffer() -> [UInt8]? {
        monitor.locked {
            while !isClosed, full.count == Self.bufferCount { monitor.waitForWork() }
            return isClosed ? nil : spare.popLast() ?? []
        }
    }

    private func finish(_ result: Result<Void, InputError>) {
        monitor.locked {
            end = result
            monitor.signalResult()
        }
    }

    /// Takes the next buffer in exchange for one that was read; false at the end.
    func exchange(_ chunk: inout [UInt8]) throws(InputError) -> Bool {
        let result: Result<Bool, InputError> = monitor.locked {
            if chunk.capacity > 0, spare.count < Self.bufferCount { spare.append(chunk) }
            chunk = []
            while full.isEmpty, end == nil { monitor.waitForResult() }
            if !full.isEmpty {
                chunk = full.removeFirst()
                monitor.signalWork()
                return .success(true)
            }
            return (end ?? .success(())).map { false }
        }
        return try result.get()
    }

    func close() {
        monitor.locked {
            isClosed = true
            monitor.signalAllWork()
        }
    }
}
