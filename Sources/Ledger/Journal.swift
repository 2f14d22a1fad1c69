import Digest
package import Domain

/// The rules of the journal: what a batch books of what is pending, and the hash that chains it to the one before.
package enum Journal {
    /// Seals a batch: nets what is pending, numbers it from 1, dates it in its period and hashes it.
    ///
    /// Pure. Pending entries of one booking become one, in the place of the first and with its cause (what changed
    /// twice before it was booked is booked once); those that come to nothing in every sum are dropped. Where everything
    /// cancels out, the batch has no entries and is not worth keeping.
    ///
    /// - Parameter periodDay: the day that an entry of a sale day is booked on: another one where its period is closed.
    package static func seal(
        _ pending: [PendingEntry], _ head: BatchHead, periodDay: (BusinessDay) -> BusinessDay = { $0 }
    ) -> SealedBatch {
        var entries: [JournalEntry] = []
        entries.reserveCapacity(pending.count)
        for net in netted(pending) where net.sums != CreditSums() {
            let first = pending[net.place]
            entries.append(
                JournalEntry(
                    line: Int64(entries.count + 1), booking: first.booking, cause: first.cause,
                    periodDay: periodDay(first.booking.day), sums: net.sums))
        }
        return SealedBatch(head: head, entries: entries, hash: hash(entries, head))
    }

    /// Whether a stored batch still has the hash that its entries and its predecessor give.
    package static func isIntact(_ batch: SealedBatch) -> Bool {
        hash(batch.entries, batch.head) == batch.hash
    }

    /// The place of the first pending entry of each booking, in their order, with the sums of all of them.
    private static func netted(_ pending: [PendingEntry]) -> [(place: Int, sums: CreditSums)] {
        var nets: [(place: Int, sums: CreditSums)] = []
        nets.reserveCapacity(pending.count)
        var indices: [BookingKey: Int] = [:]
        indices.reserveCapacity(pending.count)
        for (place, entry) in pending.enumerated() {
            var sums = entry.sums
            // Distinct orders are no sum of differences: the journal has none.
            sums.orders = 0
            let key = BookingKey(booking: entry.booking)
            if let index = indices[key] {
                nets[index].sums.add(sums)
            } else {
                indices[key] = nets.count
                nets.append((place, sums))
            }
        }
        return nets
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
                hasher.update(line.bytes)
                line.removeAll()
            }
        }
        hasher.update(line.bytes)
        return hasher.finalize().hexadecimal
    }
}

/// A booking, hashed and compared by the bytes of its texts.
///
/// Unicode's equivalence would net bookings that the store keeps apart, and take longer than all the rest.
private struct BookingKey: Hashable {
    let booking: Booking

    static func == (left: BookingKey, right: BookingKey) -> Bool {
        let (left, right) = (left.booking, right.booking)
        return left.day == right.day && left.leg == right.leg && left.channel == right.channel
            && left.reason == right.reason && left.county == right.county
            && left.orderID.hasBytes(of: right.orderID) && left.lineID.hasBytes(of: right.lineID)
            && left.shopID.hasBytes(of: right.shopID) && left.category.hasBytes(of: right.category)
            && (left.partyID == nil) == (right.partyID == nil)
            && (left.partyID ?? "").hasBytes(of: right.partyID ?? "")
    }

    /// Over what tells bookings apart, nearly always; the rest is compared only.
    func hash(into hasher: inout Hasher) {
        booking.orderID.withBytes { hasher.combine(bytes: $0) }
        booking.lineID.withBytes { hasher.combine(bytes: $0) }
        booking.partyID?.withBytes { hasher.combine(bytes: $0) }
        hasher.combine(booking.day.number << 2 | booking.leg.rawValue)
    }
}
