import Domain
import Glibc

/// A regular file, read once from front to back.
final class FileBytes {
    private let path: String
    private let descriptor: Int32

    init(path: String) throws(TabularError) {
        self.path = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.failure(path, errno) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw TabularError(
                file: path, what: Notice("table.is_no_file"), remedy: Notice("table.give_path"))
        }
    }

    deinit { close(descriptor) }

    /// Fills `buffer` from `offset` on as far as it goes; returns the bytes read, 0 at the file's end.
    func read(into buffer: inout [UInt8], from offset: Int) throws(TabularError) -> Int {
        while true {
            let count = buffer.withUnsafeMutableBytes { bytes in
                let rest = UnsafeMutableRawBufferPointer(rebasing: bytes[offset...])
                return Glibc.read(descriptor, rest.baseAddress, rest.count)
            }
            if count >= 0 { return count }
            if errno != EINTR { throw Self.failure(path, errno) }
        }
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
