import Domain
import Glibc

/// A regular file, read once from front to back.
final class FileBytes {
    private let name: String
    private let descriptor: Int32
    private var bytesLeft: Int

    init(_ source: FileSource) throws(TabularError) {
        name = source.name
        bytesLeft = source.bytesMax
        descriptor = open(source.path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.failure(name, errno) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw TabularError(
                file: name, what: Notice("table.is_no_file"), remedy: Notice("table.give_path"))
        }
    }

    deinit { close(descriptor) }

    /// Fills `buffer` from `offset` on as far as it goes; returns the bytes read, 0 at the file's end.
    func read(into buffer: inout [UInt8], from offset: Int) throws(TabularError) -> Int {
        while true {
            let count = buffer.withUnsafeMutableBytes { bytes in
                let rest = UnsafeMutableRawBufferPointer(rebasing: bytes[offset...])
                return Glibc.read(descriptor, rest.baseAddress, min(rest.count, bytesLeft))
            }
            if count >= 0 {
                bytesLeft -= count
                return count
            }
            if errno != EINTR { throw Self.failure(name, errno) }
        }
    }

    /// The offset behind the last byte that is not zero: an interrupted download may have filled up the end.
    func contentEnd() throws(TabularError) -> Int {
        var end = Int(lseek(descriptor, 0, SEEK_END))
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while end > 0 {
            let start = max(0, end - block.count)
            let count = pread(descriptor, &block, end - start, off_t(start))
            // A file that grows shorter meanwhile ends where it can be read.
            guard count >= 0 else { throw Self.failure(name, errno) }
            if let last = block[..<count].lastIndex(where: { $0 != 0 }) { return start + last + 1 }
            end = start
        }
        return 0
    }

    private static func failure(_ path: String, _ code: Int32) -> TabularError {
        switch code {
        case ENOENT:
            TabularError(file: path, what: Notice("table.does_not_exist"), remedy: Notice("table.check_path"))
        case EACCES, EPERM:
            TabularError(
                file: path, what: Notice("table.may_not_be_read"), remedy: Notice("table.check_permissions"))
        default:
            TabularError(
                file: path, what: Notice("table.cannot_be_read", Int(code)),
                remedy: Notice("table.check_disk"))
        }
    }
}
