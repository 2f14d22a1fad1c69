/// What one source last said of an order: the whole order, or (a row of a file) its header and one line.
package struct Statement: Hashable, Sendable {
    package let kind: SourceKind
    /// The line that a row of a file speaks of; empty where the whole order is stated.
    package let lineID: String
    /// The platform's name as in the configuration.
    package let platform: String
    /// Where it was read: the source's number and the page's number in the store.
    package var origin: Origin
    package var version: Version
    package var order: Order

    /// For what is parked of the order.
    package var sound: SoundRecord { SoundRecord(lineID: lineID, updatedAt: version.updatedAt) }

    /// A statement as it is stored.
    package init(
        kind: SourceKind, lineID: String, platform: String, origin: Origin, version: Version, order: Order
    ) {
        self.kind = kind
        self.lineID = lineID
        self.platform = platform
        self.origin = origin
        self.version = version
        self.order = order
    }
}

/// Where something was read, by its numbers in the store.
package struct Origin: Hashable, Sendable {
    package var source: Int64
    package var page: Int64

    /// A page or file of a source.
    package init(source: Int64, page: Int64) {
        self.source = source
        self.page = page
    }

    /// Not known yet: what is worked out before it is stored.
    package static let unknown = Origin(source: 0, page: 0)
}

/// All that the sources last said of one order.
package struct Statements: Hashable, Sendable {
    package var all: [Statement]

    /// Statements as they are stored.
    package init(_ all: [Statement] = []) {
        self.all = all
    }
}

/// The same update time with other content: the source contradicts itself.
package struct Conflict: Hashable, Sendable {
    /// The line that a row of a file speaks of; empty for whole orders and after-sales.
    package let lineID: String
    /// The after-sale that contradicts itself; empty for an order.
    package let refundID: String
    package let updatedAt: Instant
    package let oldContent: Int64
    package let newContent: Int64

    /// A contradiction about an order, one of its rows, or an after-sale.
    package init(
        lineID: String = "", refundID: String = "", updatedAt: Instant, oldContent: Int64, newContent: Int64
    ) {
        self.lineID = lineID
        self.refundID = refundID
        self.updatedAt = updatedAt
        self.oldContent = oldContent
        self.newContent = newContent
    }
}
