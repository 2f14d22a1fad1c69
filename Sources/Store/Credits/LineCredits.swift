import GRDB

/// The credits of one line as they are stored in its row: one value, written and read as a whole (docs/decisions/0014).
///
/// The number of credits; of each: leg and which of reason and weight it has, party, share, evidence, reason, county,
/// category, gross, paid, refunded, grams. Their line and day are those of the row.
enum LineCredits {
    private static let numbersPerCredit = 11

    /// Credits of one line take at most so many bytes.
    static func byteCountMax(_ count: Int) -> Int {
        (count * numbersPerCredit + 1) * NumberWriter.numberBytesMax
    }

    /// Writes the credits of one line, in the order of the decision.
    static func write(_ credits: ArraySlice<CreditRow>, to writer: inout NumberWriter) {
        writer.add(unsigned: UInt64(credits.count))
        for credit in credits {
            write(credit, to: &writer)
        }
    }

    /// The credits of one line as a value of their own.
    static func bytes(_ credits: ArraySlice<CreditRow>) -> [UInt8] {
        NumberWriter.bytes(atMost: byteCountMax(credits.count)) { write(credits, to: &$0) }
    }

    /// The credits in a row that is stored; throws where they cannot be read.
    static func stored(_ bytes: UnsafeRawBufferPointer, line: Int, day: Int64) throws -> [CreditRow] {
        guard let credits = read(bytes, line: line, day: day) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "credits of a line of \(day)")
        }
        return credits
    }

    /// The credits that the bytes hold, with the place and the day of their line; `nil` where they hold none that can
    /// be.
    static func read(_ bytes: UnsafeRawBufferPointer, line: Int, day: Int64) -> [CreditRow]? {
        var reader = NumberReader(bytes)
        let count = reader.count()
        var credits: [CreditRow] = []
        credits.reserveCapacity(count)
        for _ in 0..<count {
            let credit = credit(&reader, line: line, day: day)
            guard !reader.isBroken, isPossible(credit) else { return nil }
            credits.append(credit)
        }
        return reader.isBroken || !reader.isAtEnd ? nil : credits
    }

    private static func write(_ credit: CreditRow, to writer: inout NumberWriter) {
        let has: UInt64 = (credit.reason == nil ? 0 : hasReason) | (credit.grams == nil ? 0 : hasGrams)
        writer.add(unsigned: UInt64(bitPattern: credit.leg << 2) | has)
        writer.add(credit.party)
        writer.add(credit.shareBP)
        writer.add(credit.evidence)
        if let reason = credit.reason { writer.add(reason) }
        writer.add(credit.county)
        writer.add(credit.category)
        writer.add(credit.grossFen)
        writer.add(credit.paidFen)
        writer.add(credit.refundedFen)
        if let grams = credit.grams { writer.add(grams) }
    }

    private static func credit(_ reader: inout NumberReader, line: Int, day: Int64) -> CreditRow {
        let legAndHas = reader.unsigned()
        return CreditRow(
            line: line, leg: Int64(legAndHas >> 2), party: reader.signed(), shareBP: reader.signed(),
            evidence: reader.signed(), reason: legAndHas & hasReason == 0 ? nil : reader.signed(), day: day,
            county: reader.signed(), category: reader.signed(), grossFen: reader.signed(),
            paidFen: reader.signed(), refundedFen: reader.signed(),
            grams: legAndHas & hasGrams == 0 ? nil : reader.signed())
    }

    private static let hasReason: UInt64 = 1
    private static let hasGrams: UInt64 = 2

    /// What a CHECK would say of a table of credits.
    private static func isPossible(_ credit: CreditRow) -> Bool {
        let amounts = [credit.grossFen, credit.paidFen, credit.refundedFen, credit.grams ?? 0]
        return (1...2).contains(credit.leg) && (0...10_000).contains(credit.shareBP)
            && credit.party >= 0 && (credit.party == 0) == (credit.reason != nil)
            && (1...3).contains(credit.reason ?? 1)
            && amounts.allSatisfy { $0.magnitude <= amountMax }
    }

    /// A hundred times what a line may be paid (`amountFenMax`): damaged bytes must not overflow a sum.
    private static let amountMax: UInt64 = 1_000_000_000_000_000
}
