internal import Clibarchive
internal import Glibc

/// One opening of an archive by libarchive; its directory is read, not what lies between the files.
final class ZipHandle {
    private let archive: OpaquePointer
    private var entriesSeen = 0

    private static let blockBytes = 1 << 16
    /// libarchive writes names in the character set of the thread's locale; UTF-8 keeps each as it is.
    nonisolated(unsafe) private static let utf8Locale = newlocale(1 << LC_CTYPE, "C.UTF-8", nil)

    init(path: String, passwords: [[UInt8]]) throws(ZipFlaw) {
        guard let archive = archive_read_new() else { throw .damaged }
        self.archive = archive
        archive_read_support_format_zip_seekable(archive)
        for password in passwords where !password.isEmpty && !password.contains(0) {
            (password + [0]).withUnsafeBytes { bytes in
                _ = archive_read_add_passphrase(
                    archive, bytes.baseAddress?.assumingMemoryBound(to: CChar.self))
            }
        }
        guard archive_read_open_filename(archive, path, Self.blockBytes) == ARCHIVE_OK else {
            throw .damaged
        }
    }

    deinit { archive_read_free(archive) }

    /// The next file or folder; nil behind the last.
    func nextEntry() throws(ZipFlaw) -> ZipArchive.Entry? {
        let before = Self.utf8Locale.flatMap { uselocale($0) }
        defer { if let before { uselocale(before) } }
        var entry: OpaquePointer?
        switch archive_read_next_header(archive, &entry) {
        case ARCHIVE_EOF: return nil
        case ARCHIVE_OK, ARCHIVE_WARN: break
        default: throw flaw
        }
        defer { entriesSeen += 1 }
        let name = archive_entry_pathname(entry).map {
            Array(UnsafeBufferPointer(start: $0, count: strlen($0)))
        }
        return ZipArchive.Entry(
            name: (name ?? []).map { UInt8(bitPattern: $0) },
            isEncrypted: archive_entry_is_data_encrypted(entry) != 0, index: entriesSeen)
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ZipFlaw) -> Int {
        let count = archive_read_data(archive, buffer.baseAddress, buffer.count)
        guard count >= 0 else { throw flaw }
        return count
    }

    /// What the last call failed for; libarchive has no codes for these.
    private var flaw: ZipFlaw {
        let message = archive_error_string(archive).map { String(cString: $0) } ?? ""
        if message.contains("Passphrase required") { return .needsPassword }
        if message.contains("Incorrect passphrase") { return .wrongPassword }
        return message.contains("nsupported") || message.contains("not supported") ? .unsupported : .damaged
    }
}
