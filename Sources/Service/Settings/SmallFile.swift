import Domain
import Glibc

/// A small regular file, read at once.
struct SmallFile {
    /// Far above any configuration or key.
    static let bytesMax = 1 << 20

    let bytes: [UInt8]
    /// The permission bits: `0o600`.
    let permissions: UInt32

    /// Why a file could not be read.
    enum Failure: Error {
        case missing, denied, notRegular, tooLong
        case system(Int32)

        /// What follows the file's name in a sentence.
        var notice: Notice {
            switch self {
            case .missing: Notice("settings.file_missing")
            case .denied: Notice("settings.file_denied")
            case .notRegular: Notice("settings.file_not_regular")
            case .tooLong: Notice("settings.file_too_long")
            case .system(let code): Notice("settings.file_system_error", Int(code))
            }
        }
    }

    init(path: String) throws(Failure) {
        // A named pipe would block without O_NONBLOCK.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw Self.failure(errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw .notRegular }
        permissions = status.st_mode & 0o7777
        bytes = try Self.contents(descriptor)
    }

    private static func contents(_ descriptor: Int32) throws(Failure) -> [UInt8] {
        var contents: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count == 0 { return contents }
            guard count > 0 else {
                if errno == EINTR { continue }
                throw failure(errno)
            }
            contents += buffer[..<count]
            guard contents.count <= bytesMax else { throw .tooLong }
        }
    }

    private static func failure(_ code: Int32) -> Failure {
        switch code {
        case ENOENT, ENOTDIR: .missing
        case EACCES, EPERM: .denied
        default: .system(code)
        }
    }
}
