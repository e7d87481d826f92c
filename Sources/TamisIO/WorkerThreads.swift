import Glibc

/// Threads that run one body each.
struct WorkerThreads {
    private var threads: [pthread_t] = []

    /// How many threads the system gave; it may be fewer than asked for.
    var count: Int {
        threads.count
    }

    /// Starts `count` threads that each call `body` once.
    init(count: Int, _ body: @escaping @Sendable () -> Void) {
        for _ in 0..<count {
            let box = Unmanaged.passRetained(ThreadBody(body))
            var thread = pthread_t()
            let status = pthread_create(&thread, nil, { start($0) }, box.toOpaque())
            guard status == 0 else {
                box.release()
                return
            }
            threads.append(thread)
        }
    }

    /// Leaves the threads to themselves; returns how many there are.
    func detach() -> Int {
        for thread in threads { pthread_detach(thread) }
        return threads.count
    }

    /// Waits until every body has returned.
    func join() {
        for thread in threads { pthread_join(thread, nil) }
    }
}

private final class ThreadBody: Sendable {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) {
        self.body = body
    }
}

private func start(_ box: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let box else { return nil }
    Unmanaged<ThreadBody>.fromOpaque(box).takeRetainedValue().body()
    return nil
}
