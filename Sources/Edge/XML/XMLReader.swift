internal import Clibexpat
internal import Glibc

/// Reads an XML text by expat, piece by piece, in bounded memory.
///
/// A document type is refused, and with it every entity of a text's own: they multiply a few bytes into billions.
package final class XMLReader {
    /// How far a reading came.
    package enum Outcome {
        /// The handler asked for a pause; reading can go on.
        case paused
        /// The text has ended.
        case finished
        /// It is no XML, at this line of the text.
        case malformed(line: Int)
        /// It brings a document type of its own.
        case hasDocumentType
        /// A tag has more bytes than any has.
        case tagTooLong
        /// More elements lie within each other than in any table: memory is taken for each of them.
        case tooDeep
    }

    private static let chunkBytes: Int32 = 1 << 16
    /// A tag, an attribute or a comment that is not at its end after so many bytes is not waited for.
    private static let tagBytesMax = 1 << 22
    private static let depthMax = 256

    private let parser: XML_Parser
    private unowned(unsafe) let handler: any XMLHandler
    private var isPaused = false
    private var isAtEnd = false
    private var hasDocumentType = false
    private var depth = 0
    private var isTooDeep = false
    private var bytesFed = 0

    /// A reading that tells the handler, which must live as long; nil where memory does not suffice.
    ///
    /// With `isUTF8` the text is in UTF-8 whatever it says of itself: it was converted.
    package init?(_ handler: any XMLHandler, isUTF8: Bool = false) {
        guard let parser = XML_ParserCreate(isUTF8 ? "UTF-8" : nil) else { return nil }
        self.parser = parser
        self.handler = handler
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser,
            { reader, name, attributes in
                guard let reader, let name else { return }
                Unmanaged<XMLReader>.fromOpaque(reader)._withUnsafeGuaranteedRef {
                    $0.depth += 1
                    if $0.depth > XMLReader.depthMax {
                        $0.isTooDeep = true
                        XML_StopParser($0.parser, 0)
                    } else {
                        $0.handler.start(XMLName(name), XMLAttributes(attributes))
                    }
                }
            },
            { reader, name in
                guard let reader, let name else { return }
                Unmanaged<XMLReader>.fromOpaque(reader)._withUnsafeGuaranteedRef { reader in
                    reader.depth -= 1
                    // Of an empty element the end is told although its start has stopped the reading.
                    if reader.isTooDeep { return }
                    if reader.handler.end(XMLName(name)) { XML_StopParser(reader.parser, 1) }
                }
            })
        XML_SetCharacterDataHandler(parser) { reader, text, count in
            guard let reader, let text else { return }
            text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { text in
                Unmanaged<XMLReader>.fromOpaque(reader)._withUnsafeGuaranteedRef {
                    $0.handler.text(UnsafeBufferPointer(start: text, count: Int(count)))
                }
            }
        }
        XML_SetStartDoctypeDeclHandler(parser) { reader, _, _, _, _ in
            guard let reader else { return }
            Unmanaged<XMLReader>.fromOpaque(reader)._withUnsafeGuaranteedRef { reader in
                reader.hasDocumentType = true
                XML_StopParser(reader.parser, 0)
            }
        }
    }

    deinit { XML_ParserFree(parser) }

    /// Reads on until the handler asks for a pause or the text ends.
    ///
    /// `read` fills what it is given with the text's next bytes and returns how many, 0 at the end; what it throws is thrown.
    package func advance<Failure: Error>(
        _ read: (UnsafeMutableRawBufferPointer) throws(Failure) -> Int
    ) throws(Failure) -> Outcome {
        var status = isPaused ? XML_ResumeParser(parser) : XML_STATUS_OK
        while true {
            isPaused = status == XML_STATUS_SUSPENDED
            if isPaused { return .paused }
            if hasDocumentType { return .hasDocumentType }
            if isTooDeep { return .tooDeep }
            guard status == XML_STATUS_OK else {
                return .malformed(line: Int(XML_GetCurrentLineNumber(parser)))
            }
            if isAtEnd { return .finished }
            guard bytesFed - Int(XML_GetCurrentByteIndex(parser)) < Self.tagBytesMax,
                let buffer = XML_GetBuffer(parser, Self.chunkBytes)
            else { return .tagTooLong }
            let count = try read(UnsafeMutableRawBufferPointer(start: buffer, count: Int(Self.chunkBytes)))
            isAtEnd = count == 0
            bytesFed += count
            status = XML_ParseBuffer(parser, Int32(count), isAtEnd ? 1 : 0)
        }
    }
}
