import Crypto
package import Domain

/// The rules of the journal: what a batch books of the waiting postings, and the hash that chains it to the one before.
package enum Journal {
    /// Closes a batch: nets the postings, then hashes them.
    ///
    /// Pure.
    ///
    /// Postings of one line, leg, account, county, category and day become one in the place of the first (what changed
    /// twice before it was booked is booked once); those that come to nothing are dropped.
    package static func close(_ postings: [JournalEntry], _ head: BatchHead) -> ClosedBatch {
        let nettings = nettings(postings)
        let entries = applying(nettings, to: postings)
        return ClosedBatch(head: head, entries: entries, hash: hash(entries, head), nettings: nettings)
    }

    /// Whether a stored batch still has the hash that its entries and its predecessor give.
    package static func isIntact(_ batch: ClosedBatch) -> Bool {
        hash(batch.entries, batch.head) == batch.hash
    }

    /// Which postings are taken together; few are, so the common case is one look at a table of hashes.
    ///
    /// A line's first booking stands alone until something else is booked on it: first bookings only are left as they are.
    private static func nettings(_ postings: [JournalEntry]) -> [ClosedBatch.Netting] {
        guard postings.contains(where: { $0.cause != .sale }) else { return [] }
        var firsts: [Int: Int] = [:]
        firsts.reserveCapacity(postings.count)
        var sums: [Int: JournalEntry] = [:]
        var dropped: [Int] = []
        for (place, posting) in postings.enumerated() {
            let hash = posting.bookingHash
            // Two bookings with one hash are not netted: more rows, the same sums.
            guard let first = firsts[hash], postings[first].hasSameBooking(as: posting) else {
                firsts[hash] = firsts[hash] ?? place
                continue
            }
            sums[first] = (sums[first] ?? postings[first]).adding(posting)
            dropped.append(place)
        }
        let merged = sums.map {
            ClosedBatch.Netting(place: $0.key, entry: $0.value.isNothing ? nil : $0.value)
        }
        return (merged + dropped.map { ClosedBatch.Netting(place: $0, entry: nil) }).sorted {
            $0.place < $1.place
        }
    }

    private static func applying(
        _ nettings: [ClosedBatch.Netting], to postings: [JournalEntry]
    ) -> [JournalEntry] {
        if nettings.isEmpty { return postings }
        var entries: [JournalEntry] = []
        entries.reserveCapacity(postings.count)
        var next = nettings[...]
        for (place, posting) in postings.enumerated() {
            guard next.first?.place == place else {
                entries.append(posting)
                continue
            }
            if let entry = next.removeFirst().entry { entries.append(entry) }
        }
        return entries
    }

    /// SHA-256 over the previous hash, a line with the batch's head, and its entries, as UTF-8 JSON lines.
    private static func hash(_ entries: [JournalEntry], _ head: BatchHead) -> String {
        var hasher = SHA256()
        var line = JournalLine()
        line.appendHead(head)
        // A span lends each entry; a loop over the array would copy it, text by text.
        let entries = entries.span
        for place in entries.indices {
            line.append(entries[place], head)
            if line.isFull {
                hasher.update(data: line.bytes)
                line.removeAll()
            }
        }
        hasher.update(data: line.bytes)
        return hasher.finalize().map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }
}

extension JournalEntry {
    fileprivate var isNothing: Bool { paidFen == .zero && refundedFen == .zero && grams == .zero }

    /// Ids are hashed by their bytes: Unicode's equivalence would take longer than all the rest.
    fileprivate var bookingHash: Int {
        var hasher = Hasher()
        var (orderID, lineID) = (orderID, lineID)
        orderID.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        lineID.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        if var partyID { partyID.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) } }
        hasher.combine(day.number << 2 | leg.rawValue)
        return hasher.finalize()
    }

    fileprivate func hasSameBooking(as other: JournalEntry) -> Bool {
        orderID == other.orderID && lineID == other.lineID && channel == other.channel
            && shopID == other.shopID
            && leg == other.leg && partyID == other.partyID && county == other.county
            && category == other.category
            && day == other.day
    }

    /// This posting and a later one of the same booking as one.
    fileprivate func adding(_ other: JournalEntry) -> JournalEntry {
        JournalEntry(
            channel: channel, shopID: shopID, orderID: orderID, lineID: lineID, leg: leg, partyID: partyID,
            county: county, category: category, day: day, periodDay: periodDay, cause: cause,
            paidFen: Fen(paidFen.amount + other.paidFen.amount),
            refundedFen: Fen(refundedFen.amount + other.refundedFen.amount),
            grams: Grams(grams.amount + other.grams.amount))
    }
}
