import Archive

/// Reads an archive: what it lists, the bytes of each file, and the tables in it.
enum ArchiveReading {
    private static let filesMax = 8
    private static let bytesMax = 1 << 22

    static func read(_ bytes: [UInt8]) -> FuzzedReader.Outcome {
        guard let file = MemoryFile(bytes) else { return .refused }
        return withExtendedLifetime(file) {
            let archive = ZipArchive(path: file.path)
            guard let entries = try? archive.entries() else { return .refused }
            var outcome = FuzzedReader.Outcome.refused
            for entry in entries.prefix(filesMax) where isWhole(entry, of: archive) { outcome = .read }
            // Most of them are tables that are read as all others: no outcome of the archive.
            _ = TableReading.tables(in: file.path)
            return outcome
        }
    }

    /// Unpacks a file up to a limit; whether that went well.
    private static func isWhole(_ entry: ZipArchive.Entry, of archive: ZipArchive) -> Bool {
        guard let reader = try? archive.reader(of: entry, passwords: [Array("secret".utf8), []]) else {
            return false
        }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        var read = 0
        while read < bytesMax {
            guard let count = try? buffer.withUnsafeMutableBytes({ try reader.read(into: $0) }) else {
                return false
            }
            if count == 0 { return true }
            read += count
        }
        return true
    }
}
