import Domain
import Foundation
import Glibc
import Platforms
import Reports
import Tabular

/// The note behind the last page of a file that was read wholly, with nothing parked and totals that fit: it need not be gone through again.
///
/// It stands as a page without records. What the file came to then is known by the table that was chosen, by the format's
/// version, and by the program itself: another build may map otherwise.
struct FileEnd {
    let facts: PageFacts
    let rows: Int64
    let orders: Int64

    /// The end of a file by which it is found; `nil` where nobody knows when its format means something else.
    static func cursor(of file: OpenedFile, _ input: ImportStage.Input) -> String? {
        guard let format = file.format as? any RepeatableOrderFile, let program = ProgramStamp() else {
            return nil
        }
        var hash = StableHash()
        for part in [
            format.version, input.shops.version, file.table.member ?? "", file.table.sheet ?? "",
            "\(file.table.headerLine)",
        ] { hash.combine(part) }
        return "end \(program.text) \(UInt64(bitPattern: hash.value)) "
    }

    /// The end of a file that was gone through; `nil` where it has to be gone through again.
    init?(_ examined: ExaminedFile, at now: Instant) {
        let note = examined.note
        // What is wrong is told each time.
        guard note.rows > 0, note.parked.count == 0, note.totals.allSatisfy({ $0.stated == $0.read }),
            let cursor = Self.cursor(of: examined.file, examined.input)
        else { return nil }
        (rows, orders) = (note.rows, note.orders)
        facts = PageFacts(
            feed: examined.file.format.name, window: nil, cursor: "\(cursor)\(rows) \(orders)",
            file: URL(fileURLWithPath: examined.input.path).lastPathComponent, hash: examined.sha256,
            fetchedAt: now)
    }

    /// An end that was stored.
    init?(stored facts: PageFacts) {
        let numbers = facts.cursor.split(separator: " ").suffix(2).compactMap { Int64($0) }
        guard numbers.count == 2 else { return nil }
        (self.facts, rows, orders) = (facts, numbers[0], numbers[1])
    }
}

/// Which program is running: its size and when it was written.
private struct ProgramStamp {
    let text: String

    init?() {
        var status = stat()
        guard stat("/proc/self/exe", &status) == 0 else { return nil }
        text = "\(status.st_size)-\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
    }
}
