internal import Glibc

/// A temporary file without a name on disk, which goes with this value; libxlsxwriter writes to a path alone.
struct UnnamedFile: ~Copyable {
    private let file: UnsafeMutablePointer<FILE>

    init() throws(SpreadsheetFlaw) {
        guard let file = tmpfile() else { throw .noRoom(errno: errno) }
        self.file = file
    }

    deinit { fclose(file) }

    /// Where this process opens it.
    var path: String { "/proc/self/fd/\(fileno(file))" }

    /// All that was written to it.
    func bytes() throws(SpreadsheetFlaw) -> [UInt8] {
        guard fseek(file, 0, SEEK_END) == 0, case let count = ftell(file), count >= 0 else {
            throw .noRoom(errno: errno)
        }
        rewind(file)
        var bytes = [UInt8](repeating: 0, count: count)
        guard fread(&bytes, 1, count, file) == count else { throw .noRoom(errno: errno) }
        return bytes
    }
}
