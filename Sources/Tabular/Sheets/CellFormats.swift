import Domain
internal import XML

/// What each of a workbook's cell styles makes of a number.
struct CellFormats: Sendable {
    private var byStyle: [NumberFormat] = []

    /// No styles: numbers are numbers.
    init() {}

    /// Reads them from their part of the workbook.
    init(_ part: ZipPart, file: String) throws(TabularError) {
        var codes: [Int: NumberFormat] = [:]
        var styles: [NumberFormat] = []
        var isCellStyle = false
        let starts = ElementStarts { element, attributes in
            switch element {
            case "numFmt":
                if let id = attributes.number("numFmtId"), let code = attributes.text("formatCode") {
                    codes[id] = NumberFormat(code: code)
                }
            case "cellXfs": isCellStyle = true
            // Behind them other lists use the same element.
            case "cellStyleXfs", "cellStyles", "dxfs": isCellStyle = false
            case "xf" where isCellStyle:
                let id = attributes.number("numFmtId") ?? 0
                styles.append(codes[id] ?? NumberFormat(builtIn: id))
            default: break
            }
        }
        let reader = try starts.reading(file: file)
        _ = try reader.advance(file: file) { (buffer) throws(TabularError) in try part.read(buffer) }
        byStyle = styles
    }

    /// The format of a style; a number where the workbook doesn't know it.
    subscript(style: Int) -> NumberFormat {
        byStyle.indices.contains(style) ? byStyle[style] : .number
    }
}
