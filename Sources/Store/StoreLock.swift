import Domain
import Foundation
import Glibc

/// The right to write to a store, held by one process at a time: a lock on `<store>.lock`.
///
/// The kernel lets go of it when the process ends, however it ends. Reading needs no lock.
package final class StoreLock: Sendable {
    private let descriptor: Int32

    /// Takes the lock, waiting up to `patience`; `waiting` is told once who holds it.
    ///
    /// Throws `busy` with the holder (verb, process, since when) where the patience ends.
    package init(
        path: String, verb: String, patience: Duration, waiting: @Sendable (String) -> Void
    ) async throws(StoreError) {
        let file = path + ".lock"
        let descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw StoreError(.unreadable, "锁文件 \(file)：打不开；请检查文件夹是否存在、是否有写权限")
        }
        let clock = ContinuousClock()
        let deadline = clock.now + patience
        var hasTold = false
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            let holder = Self.read(descriptor)
            guard clock.now < deadline else {
                close(descriptor)
                throw StoreError(.busy, "数据库 \(path)：正由 \(holder) 使用；请等它结束后再运行一次")
            }
            if !hasTold { waiting("数据库 \(path)：正由 \(holder) 使用，等待中") }
            hasTold = true
            try? await Task.sleep(for: .milliseconds(100))
            if Task.isCancelled {
                close(descriptor)
                throw StoreError(.busy, "数据库 \(path)：正由 \(holder) 使用，等待已取消")
            }
        }
        self.descriptor = descriptor
        let note = Array("\(verb)（进程 \(getpid())）".utf8)
        ftruncate(descriptor, 0)
        _ = pwrite(descriptor, note, note.count, 0)
    }

    deinit {
        close(descriptor)
    }

    private static func read(_ descriptor: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: 200)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        return count > 0 ? String(decoding: bytes.prefix(count), as: UTF8.self) : "另一个进程"
    }
}
