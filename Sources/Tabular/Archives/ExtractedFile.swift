import Domain
import Glibc

/// A file taken out of an archive, which is read as any other; it has no name on disk, and goes with its last holder.
final class ExtractedFile: Sendable {
    private let descriptor: Int32

    /// Writes all of a part to a new file in a folder.
    init(_ part: ZipPart, folder: String, file: String) throws(TabularError) {
        var name = Array("\(folder)/daihuo-XXXXXX".utf8CString)
        descriptor = mkstemp(&name)
        guard descriptor >= 0 else { throw Self.failure(file, folder) }
        unlink(name)
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = try Self.fill(&buffer, from: part)
            if count == 0 { break }
            var written = 0
            while written < count {
                let step = buffer[written..<count].withUnsafeBytes {
                    write(descriptor, $0.baseAddress, $0.count)
                }
                guard step > 0 || errno == EINTR else { throw Self.failure(file, folder) }
                written += max(step, 0)
            }
        }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Where it can be opened by this process, as often as wanted.
    var path: String { "/proc/self/fd/\(descriptor)" }

    private static func fill(_ buffer: inout [UInt8], from part: ZipPart) throws(TabularError) -> Int {
        var flaw: TabularError?
        let count = buffer.withUnsafeMutableBytes { bytes in
            do throws(TabularError) {
                return try part.read(bytes)
            } catch {
                flaw = error
                return 0
            }
        }
        if let flaw { throw flaw }
        return count
    }

    private static func failure(_ file: String, _ folder: String) -> TabularError {
        TabularError(
            file: file, what: Notice("table.cannot_unpack", folder, Int(errno)),
            remedy: Notice("table.make_room", folder))
    }
}
