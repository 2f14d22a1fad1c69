import Domain
import Foundation
import Glibc

/// A file that is being written beside the one that it is to be.
struct PartFile {
    let path: String

    /// An empty file for its owner alone, in the same folder.
    init(for file: String) throws(StoreError) {
        path = "\(file).part-\(getpid())"
        unlink(path)
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StoreError(.unreadable, Notice("backup.not_written", file)) }
        close(descriptor)
    }

    /// Gives it its name, once all of it is on the disk; what has the name already is kept, and refused.
    func land(at file: String) throws(StoreError) {
        try Self.sync(path)
        guard link(path, file) == 0 else {
            throw errno == EEXIST
                ? OrderStore.taken(file) : StoreError(.unreadable, Notice("backup.not_written", file))
        }
        try Self.sync(Self.folder(of: file))
    }

    /// Gives it its name in place of what has it.
    func replace(_ file: String) throws(StoreError) {
        try Self.sync(path)
        guard rename(path, file) == 0 else {
            throw StoreError(.unreadable, Notice("backup.not_written", file))
        }
        try Self.sync(Self.folder(of: file))
    }

    func remove() {
        for suffix in ["", "-journal", "-wal", "-shm"] { unlink(path + suffix) }
    }

    private static func folder(of file: String) -> String {
        URL(fileURLWithPath: file).deletingLastPathComponent().path
    }

    private static func sync(_ path: String) throws(StoreError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        defer { if descriptor >= 0 { close(descriptor) } }
        guard descriptor >= 0, fsync(descriptor) == 0 else {
            throw StoreError(.full, Notice("backup.not_written", path))
        }
    }
}
