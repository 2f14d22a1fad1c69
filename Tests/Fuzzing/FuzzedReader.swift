/// A reader of bytes that others wrote, as it is fuzzed: whatever the bytes are, it answers or refuses.
///
/// By libFuzzer (`make fuzz`) and by an ordinary test alike.
package enum FuzzedReader: String, CaseIterable, Sendable {
    /// Text divided by commas, tabs or semicolons, in every encoding.
    case csv
    case json
    case yaml
    /// A workbook; its input are mostly its parts, which are zipped first (``WorkbookParts``).
    case xlsx
    case zip
    /// Web pages and workbooks in XML that call themselves .xls.
    case html

    /// What became of an input.
    package enum Outcome: Sendable {
        /// Something was read.
        case read
        /// It was refused in words.
        case refused
    }

    /// Reads all that there is to read in the bytes, and everything that is found as everything that it could be.
    @discardableResult
    package func read(_ bytes: [UInt8]) -> Outcome {
        switch self {
        case .csv, .html: TableReading.read(bytes)
        case .json: PageReading.read(bytes)
        case .yaml: DescriptionReading.read(bytes)
        case .xlsx: TableReading.read(WorkbookParts.workbook(of: bytes))
        case .zip: ArchiveReading.read(bytes)
        }
    }
}
