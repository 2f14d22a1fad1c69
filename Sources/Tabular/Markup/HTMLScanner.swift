import Domain

/// Cuts the text of a web page into tags and the text between them, as tolerantly as browsers do, in bounded memory.
///
/// Comments, declarations and scripts are passed over; so is whatever a style sheet says, but for which of its classes mark
/// text.
final class HTMLScanner {
    enum Token {
        /// Text with its entities replaced.
        case text([UInt8])
        case start(Tag)
        /// The name of an element that ends, in small letters.
        case end(String)
    }

    /// The beginning of an element.
    struct Tag {
        /// In small letters.
        let name: String
        /// What stands behind the name, as it is written.
        let attributes: String

        /// The value of an attribute, without quotes; nil where there is none.
        func value(_ attribute: String) -> String? {
            var rest = attributes.utf8[...]
            while let mark = rest.firstIndex(of: UInt8(ascii: "=")) {
                let key = String(rest[..<mark].drop { $0 <= 0x20 })
                rest = rest[rest.index(after: mark)...].drop { $0 <= 0x20 }
                let quote = rest.first.flatMap { $0 == 0x22 || $0 == 0x27 ? $0 : nil }
                if quote != nil { rest.removeFirst() }
                let value = rest.prefix { quote == nil ? $0 > 0x20 : $0 != quote }
                rest = rest[value.endIndex...].dropFirst()
                let name = key?.split(separator: " ").last?.lowercased()
                if name == attribute { return String(value) }
            }
            return nil
        }
    }

    /// The classes of cells that Excel is told to keep as text: `.t{mso-number-format:"\@"}`.
    private(set) var textClasses: Set<String> = []

    /// A tag or a style sheet with more bytes is text.
    private static let tagBytesMax = 1 << 16
    private static let unclosedTagsMax = 1000
    private static let entityBytesMax = 12
    private static let opening = UInt8(ascii: "<")
    private static let closing = UInt8(ascii: ">")

    private let name: String
    private let text: TextStream
    private var buffer = [UInt8](repeating: 0, count: 1 << 17)
    private var start = 0
    private var end = 0
    private var isAtEnd = false
    private var unclosedTags = 0

    init(_ source: FileSource, encoding: TextEncoding) throws(TabularError) {
        name = source.name
        text = try TextStream(source, encoding: encoding)
    }

    /// The next token; nil at the page's end.
    func next() throws(TabularError) -> Token? {
        while true {
            if end - start < Self.tagBytesMax && !isAtEnd { try refill() }
            if start == end { return nil }
            if buffer[start] != Self.opening || !beginsTag { return .text(takeText()) }
            if has("<!--") {
                try skip(behind: "-->")
                continue
            }
            guard let close = tagEnd else {
                // No tag is so long: the bracket is text. For each of them all that a tag may be is gone through.
                unclosedTags += 1
                guard unclosedTags <= Self.unclosedTagsMax else {
                    throw TabularError(
                        file: name, what: Notice("table.tags_unclosed"), remedy: Notice("table.export_again"))
                }
                start += 1
                return .text([Self.opening])
            }
            let inside = String(decoding: buffer[(start + 1)..<close], as: UTF8.self)
            start = close + 1
            if inside.hasPrefix("!") || inside.hasPrefix("?") { continue }
            if inside.hasPrefix("/") { return .end(Self.name(inside.dropFirst())) }
            let tag = Tag(name: Self.name(inside[...]), attributes: String(inside.drop { !$0.isWhitespace }))
            switch tag.name {
            case "style": textClasses.formUnion(TextFormat.classes(in: try skip(behind: "</style")))
            case "script": try skip(behind: "</script")
            default: return .start(tag)
            }
        }
    }

    private static func name(_ inside: Substring) -> String {
        inside.prefix { !$0.isWhitespace && $0 != "/" }.lowercased()
    }

    /// Whether a tag can begin here: a letter, or what only a tag has, follows the bracket.
    private var beginsTag: Bool {
        guard start + 1 < end else { return false }
        let byte = buffer[start + 1]
        return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
            || [0x21, 0x2F, 0x3F].contains(byte)
    }

    /// The bracket that closes the tag; one in quotes is part of an attribute.
    private var tagEnd: Int? {
        var quote: UInt8?
        for place in (start + 1)..<min(end, start + Self.tagBytesMax) {
            let byte = buffer[place]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = buffer[place - 1] == UInt8(ascii: "=") ? byte : nil
            } else if byte == Self.closing {
                return place
            }
        }
        return nil
    }

    private func has(_ word: StaticString) -> Bool {
        buffer[start..<end].starts(
            with: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    }

    /// Takes text up to the next bracket; an entity at the end of what was read waits for its rest.
    private func takeText() -> [UInt8] {
        var stop = buffer[(start + 1)..<end].firstIndex(of: Self.opening) ?? end
        if stop == end && !isAtEnd {
            let tail = max(start + 1, end - Self.entityBytesMax)..<end
            stop = buffer[tail].lastIndex(of: UInt8(ascii: "&")) ?? end
        }
        defer { start = stop }
        return HTMLEntity.decoded(buffer[start..<stop])
    }

    /// Passes over everything up to a word and with it; returns the first of it.
    @discardableResult
    private func skip(behind word: String) throws(TabularError) -> String {
        let word = Array(word.utf8)
        var first: [UInt8] = []
        while true {
            let found = buffer[start..<end].indices.first { place in
                place + word.count <= end
                    && zip(buffer[place..<(place + word.count)], word).allSatisfy {
                        $0 == $1 || $0 | 0x20 == $1
                    }
            }
            let stop = found ?? max(start, end - word.count + 1)
            if first.count < Self.tagBytesMax { first += buffer[start..<stop] }
            start = found.map { $0 + word.count } ?? stop
            if found != nil || isAtEnd {
                if found == nil { start = end }
                return String(decoding: first, as: UTF8.self)
            }
            try refill()
        }
    }

    private func refill() throws(TabularError) {
        buffer.replaceSubrange(0..<(end - start), with: Array(buffer[start..<end]))
        (start, end) = (0, end - start)
        let count = try text.read(into: &buffer, from: end)
        end += count
        isAtEnd = count == 0
    }
}
