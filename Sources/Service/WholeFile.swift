import Foundation
import Glibc

/// A file, of its owner's alone where nothing else is said, that is replaced whole: whoever reads it finds the old one or the new one, also after a crash of
/// the machine.
struct WholeFile {
    let path: String
    /// What it is written to first, in the same folder.
    private let beside: String
    private let permissions: mode_t

    /// The file at a path.
    ///
    /// `hasLock`: whether whoever writes it keeps others from it; then what a killed process left is taken away.
    /// `permissions`: those of the file, without what the process does not grant (umask).
    init(_ path: String, hasLock: Bool = false, permissions: mode_t = 0o600) {
        self.path = path
        self.permissions = permissions
        beside = path + (hasLock ? ".new" : ".new-\(getpid())")
    }

    /// `false`, with `errno`, where it could not be done; the file is the old one then, or the new one.
    func replace(by bytes: [UInt8]) -> Bool {
        makeFolder()
        // Left by whoever was killed while writing it.
        unlink(beside)
        let descriptor = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, permissions)
        guard descriptor >= 0 else { return false }
        let isWritten = Self.write(bytes, to: descriptor) && fsync(descriptor) == 0
        close(descriptor)
        guard isWritten, rename(beside, path) == 0 else {
            let failure = errno
            unlink(beside)
            errno = failure
            return false
        }
        return flushFolder()
    }

    /// Makes the folder that it lies in, for its owner alone.
    func makeFolder() {
        try? FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    /// So that the renaming itself outlives a crash of the machine.
    private func flushFolder() -> Bool {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return fsync(descriptor) == 0
    }

    private var folder: String {
        path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    }
}
