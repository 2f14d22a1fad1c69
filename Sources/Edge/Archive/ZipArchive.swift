internal import Clibarchive
internal import Glibc

/// A ZIP file: what lies in it, and the bytes of each part, in bounded memory.
///
/// Nothing is unpacked to a path that the archive names.
package struct ZipArchive: Sendable {
    /// One file in it.
    package struct Entry: Sendable, Equatable {
        /// Its path as the archive has it: UTF-8 or, from Chinese Windows, GBK.
        package let name: [UInt8]
        /// Whether reading it needs a password.
        package let isEncrypted: Bool
        /// Its place among all.
        let index: Int
    }

    /// An archive that lists more is refused.
    package static let entriesMax = 10_000

    private let path: String

    /// The archive at a path; nothing is opened yet.
    package init(path: String) {
        self.path = path
    }

    /// The files in it, without folders, in the order of its directory.
    package func entries() throws(ZipFlaw) -> [Entry] {
        let handle = try ZipHandle(path: path, passwords: [])
        var entries: [Entry] = []
        while let entry = try handle.nextEntry() {
            guard entry.index < Self.entriesMax else { throw .damaged }
            if entry.name.last != UInt8(ascii: "/") { entries.append(entry) }
        }
        return entries
    }

    /// Opens a file in it for one reading, with each of the passwords that may be the right one.
    package func reader(of entry: Entry, passwords: [[UInt8]] = []) throws(ZipFlaw) -> ZipEntryReader {
        if entry.isEncrypted && passwords.isEmpty { throw .needsPassword }
        let handle = try ZipHandle(path: path, passwords: passwords)
        while let found = try handle.nextEntry() {
            if found == entry { return ZipEntryReader(handle, isEncrypted: entry.isEncrypted) }
        }
        throw .damaged
    }
}

/// Why an archive, or a file in it, could not be read.
package enum ZipFlaw: Error, Sendable, Equatable {
    case damaged
    case needsPassword
    case wrongPassword
    /// A way of packing or encrypting that is not known here.
    case unsupported
}

/// One reading of a file in an archive, front to back.
package final class ZipEntryReader {
    private let handle: ZipHandle
    private let isEncrypted: Bool

    init(_ handle: ZipHandle, isEncrypted: Bool) {
        self.handle = handle
        self.isEncrypted = isEncrypted
    }

    /// Fills the buffer as far as it goes; returns the bytes read, 0 at the file's end.
    package func read(into buffer: UnsafeMutableRawBufferPointer) throws(ZipFlaw) -> Int {
        do {
            return try handle.read(into: buffer)
        } catch {
            // The check of a weakly encrypted file lets one wrong password of 256 pass; what comes out is garbage.
            throw error == .damaged && isEncrypted ? .wrongPassword : error
        }
    }
}
