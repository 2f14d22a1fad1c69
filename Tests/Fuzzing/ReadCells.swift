import Synchronization
import Tabular

/// The cells that were read as everything already: nearly all of a mutated file's are those of its seed, and refusing a cell is
/// most of what a short file costs.
enum ReadCells {
    private static let cellsMax = 50_000
    private static let seen = Mutex<Set<String>>([])

    /// Whether no cell of this text was read in a file of this kind, as far as anybody remembers.
    static func isNew(_ text: String, in kind: TableKind) -> Bool {
        seen.withLock { seen in
            if seen.count >= cellsMax { seen = [] }
            return seen.insert(kind == .workbook ? "=\(text)" : text).inserted
        }
    }
}
