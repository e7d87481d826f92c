import Glibc

/// A lock with a condition for workers and one for the thread that waits for results.
final class Monitor: @unchecked Sendable {
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let work = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private let result = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    init() {
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(work, nil)
        pthread_cond_init(result, nil)
    }

    deinit {
        pthread_mutex_destroy(mutex)
        pthread_cond_destroy(work)
        pthread_cond_destroy(result)
        mutex.deallocate()
        work.deallocate()
        result.deallocate()
    }

    func locked<Result>(_ body: () -> Result) -> Result {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return body()
    }

    func waitForWork() { pthread_cond_wait(work, mutex) }
    func waitForResult() { pthread_cond_wait(result, mutex) }
    func signalWork() { pthread_cond_signal(work) }
    func signalAllWork() { pthread_cond_broadcast(work) }
    func signalResult() { pthread_cond_signal(result) }
}
