internal import Glibc

/// Texts for a library of C that asks for pointers that it may write through, and does not.
enum CText {
    /// Calls `body` with the texts, each ended by a zero, which are there no longer than that.
    static func with(
        _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) throws(SpreadsheetFlaw) -> Void
    ) throws(SpreadsheetFlaw) {
        let copies = texts.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        guard copies.allSatisfy({ $0 != nil }) else { throw .noRoom(errno: ENOMEM) }
        try body(copies)
    }
}
