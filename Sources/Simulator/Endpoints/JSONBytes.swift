import Domain

/// JSON text built byte by byte: pages of a hundred orders are written in well under a millisecond.
struct JSONBytes {
    private(set) var bytes: [UInt8] = []

    /// Appends text as it is: punctuation, keys, finished values.
    mutating func raw(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    mutating func raw(_ other: [UInt8]) {
        bytes.append(contentsOf: other)
    }

    /// A number.
    mutating func number(_ value: some BinaryInteger) {
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        var magnitude = UInt64(value.magnitude)
        let start = bytes.count
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: magnitude % 10))
            magnitude /= 10
        } while magnitude > 0
        bytes[start...].reverse()
    }

    /// A number as text: `"123"`.
    mutating func quoted(_ value: some BinaryInteger) {
        bytes.append(UInt8(ascii: "\""))
        number(value)
        bytes.append(UInt8(ascii: "\""))
    }

    /// A text with what JSON must have escaped.
    mutating func text(_ value: String) {
        bytes.append(jsonText: value)
    }

    /// An amount of fen as yuan text: `"12.30"`.
    mutating func yuan(_ fen: Int64) {
        bytes.append(UInt8(ascii: "\""))
        if fen < 0 { bytes.append(UInt8(ascii: "-")) }
        number(fen.magnitude / 100)
        raw(".")
        let cents = fen.magnitude % 100
        if cents < 10 { raw("0") }
        number(cents)
        bytes.append(UInt8(ascii: "\""))
    }

    /// Thousandths as a decimal text: `"13.500"`.
    mutating func thousandths(_ milli: Int64) {
        bytes.append(UInt8(ascii: "\""))
        number(milli / 1000)
        raw(".")
        let rest = milli % 1000
        if rest < 100 { raw("0") }
        if rest < 10 { raw("0") }
        number(rest)
        bytes.append(UInt8(ascii: "\""))
    }

    /// Appends elements with commas between them.
    mutating func list<Element>(
        _ elements: some Sequence<Element>, _ write: (inout JSONBytes, Element) -> Void
    ) {
        bytes.append(UInt8(ascii: "["))
        var isFirst = true
        for element in elements {
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            write(&self, element)
        }
        bytes.append(UInt8(ascii: "]"))
    }
}
