internal import Archive
import Domain

/// One part of a workbook being read, unpacked piece by piece and never beyond a limit.
final class ZipPart {
    /// More of one part is refused, which 10^6 rows of 60 columns do not reach: a few bytes can unpack to any number.
    static let unpackedBytesMax = 1 << 32

    private let file: String
    private let reader: ZipEntryReader
    /// How much more of it may be unpacked; below zero where it was refused.
    private(set) var bytesLeft: Int

    init(
        _ entry: ZipArchive.Entry, of archive: ZipArchive, file: String, passwords: [[UInt8]] = [],
        bytesMax: Int = unpackedBytesMax
    ) throws(TabularError) {
        self.file = file
        bytesLeft = bytesMax
        do {
            reader = try archive.reader(of: entry, passwords: passwords)
        } catch {
            throw TabularError(file: file, error)
        }
    }

    /// Fills the buffer as far as it goes; returns the bytes read, 0 at the part's end.
    func read(_ buffer: UnsafeMutableRawBufferPointer) throws(TabularError) -> Int {
        do throws(ZipFlaw) {
            let count = try reader.read(into: buffer)
            bytesLeft -= count
            if bytesLeft >= 0 { return count }
        } catch {
            throw TabularError(file: file, error)
        }
        throw TabularError(
            file: file, what: Notice("table.unpacks_too_large"), remedy: Notice("table.export_again"))
    }
}

extension TabularError {
    /// What is wrong with an archive.
    init(file: String, _ flaw: ZipFlaw) {
        switch flaw {
        case .damaged:
            self.init(
                file: file, what: Notice("table.zip_damaged"), remedy: Notice("table.download_or_export"))
        case .needsPassword:
            self.init(
                file: file, what: Notice("table.zip_has_password"), remedy: Notice("table.give_password"))
        case .wrongPassword:
            self.init(
                file: file, what: Notice("table.password_wrong"), remedy: Notice("table.give_password"))
        case .unsupported:
            self.init(
                file: file, what: Notice("table.zip_packed_otherwise"), remedy: Notice("table.unzip_first"))
        }
    }
}
