import Glibc

/// A file without a name and without a disk, for readers that want a path.
final class MemoryFile {
    private let descriptor: Int32

    /// Holds the bytes; nil where the system has no room.
    init?(_ bytes: [UInt8]) {
        var name = Array("/dev/shm/daihuo-fuzz-XXXXXX".utf8CString)
        descriptor = mkstemp(&name)
        guard descriptor >= 0 else { return nil }
        unlink(name)
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { return nil }
            written += count
        }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Where this process can open it, as often as wanted.
    var path: String { "/proc/self/fd/\(descriptor)" }
}
