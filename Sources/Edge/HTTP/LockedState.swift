import Glibc

/// A value behind a POSIX mutex.
///
/// Not `Synchronization.Mutex`: the contended path of that lies in a library that Thread Sanitizer does not
/// see (Swift 6.3, Linux), so the sanitizer reports races where there are none and could prove nothing here.
final class LockedState<State>: @unchecked Sendable {
    // Safety: `state` is touched within withLock only.
    private var state: State
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)

    init(_ state: sending State) {
        self.state = state
        mutex.initialize(to: pthread_mutex_t())
        pthread_mutex_init(mutex, nil)
    }

    deinit {
        pthread_mutex_destroy(mutex)
        mutex.deallocate()
    }

    func withLock<Value: Sendable>(_ body: (inout State) -> Value) -> Value {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return body(&state)
    }
}
