internal import Glibc

/// What an XML text says, element by element; everything lent is valid during the call only.
package protocol XMLHandler: AnyObject {
    /// An element begins.
    func start(_ name: XMLName, _ attributes: XMLAttributes)
    /// An element ends; `true` pauses the reading behind it.
    func end(_ name: XMLName) -> Bool
    /// A piece of text in UTF-8; one text may come in several.
    func text(_ piece: UnsafeBufferPointer<UInt8>)
}

/// An element's or attribute's name without its prefix: which letters stand for a namespace is each writer's own choice.
package struct XMLName {
    private let local: UnsafePointer<CChar>
    private let count: Int

    init(_ qualified: UnsafePointer<CChar>) {
        var (local, end) = (qualified, qualified)
        while end.pointee != 0 {
            if end.pointee == Self.colon { local = end + 1 }
            end += 1
        }
        (self.local, count) = (local, end - local)
    }

    private static let colon = CChar(UInt8(ascii: ":"))

    /// Whether this is its name.
    package static func == (name: XMLName, word: StaticString) -> Bool {
        name.count == word.utf8CodeUnitCount && memcmp(name.local, word.utf8Start, name.count) == 0
    }

    package static func ~= (word: StaticString, name: XMLName) -> Bool { name == word }
}

/// An element's attributes.
package struct XMLAttributes {
    private let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?

    init(_ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
        self.pairs = pairs
    }

    /// The value in UTF-8 of the attribute with this name, with whatever prefix; nil where there is none.
    package func bytes(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
        guard var pair = pairs else { return nil }
        while let key = pair[0], let value = pair[1] {
            if XMLName(key) == name {
                let length = strlen(value)
                return UnsafeBufferPointer(
                    start: UnsafeRawPointer(value).assumingMemoryBound(to: UInt8.self), count: length)
            }
            pair += 2
        }
        return nil
    }

    /// The same as text.
    package func text(_ name: StaticString) -> String? {
        bytes(name).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The same as a whole number of up to 32 bits, so that sums of some cannot overflow; nil where it is none.
    package func number(_ name: StaticString) -> Int? { text(name).flatMap { Int32($0) }.map { Int($0) } }

    /// Whether the attribute says yes.
    package func isTrue(_ name: StaticString) -> Bool { ["1", "true"].contains(text(name)) }
}
