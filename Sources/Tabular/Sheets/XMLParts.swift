import Domain
internal import XML

/// Reads a small part of a workbook and calls a closure at the beginning of each element.
final class ElementStarts: XMLHandler {
    private let body: (XMLName, XMLAttributes) -> Void

    init(_ body: @escaping (XMLName, XMLAttributes) -> Void) {
        self.body = body
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) { body(name, attributes) }
    func end(_ name: XMLName) -> Bool { false }
    func text(_ piece: UnsafeBufferPointer<UInt8>) {}
}

extension XMLReader {
    /// Reads until the handler asks for a pause; `false` at the text's end.
    ///
    /// Throws where it is no XML, or as `read` does.
    func advance(
        file: String, _ read: (UnsafeMutableRawBufferPointer) throws(TabularError) -> Int
    ) throws(TabularError) -> Bool {
        switch try advance(read) {
        case .paused: return true
        case .finished: return false
        case .malformed:
            throw TabularError(
                file: file, what: Notice("table.xml_malformed"), remedy: Notice("table.save_in_excel"))
        case .hasDocumentType, .tagTooLong, .tooDeep:
            throw TabularError(
                file: file, what: Notice("table.xml_hostile"), remedy: Notice("table.export_again"))
        }
    }
}

extension XMLHandler {
    /// A reading that tells this handler.
    func reading(file: String, isUTF8: Bool = false) throws(TabularError) -> XMLReader {
        if let reader = XMLReader(self, isUTF8: isUTF8) { return reader }
        throw TabularError(
            file: file, what: Notice("table.no_memory"), remedy: Notice("table.free_memory"))
    }
}
