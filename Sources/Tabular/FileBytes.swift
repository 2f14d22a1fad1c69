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
            throw TabularError(file: path, what: "不是普通文件", remedy: "请给出一个 CSV 文件的路径")
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
        case ENOENT: TabularError(file: path, what: "文件不存在", remedy: "请检查路径和文件名")
        case EACCES, EPERM: TabularError(file: path, what: "没有读取权限", remedy: "请检查文件的权限")
        default: TabularError(file: path, what: "读不了（系统错误 \(code)）", remedy: "请检查磁盘，或重新下载这个文件")
        }
    }
}
