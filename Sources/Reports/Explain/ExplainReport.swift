package import Domain

/// One order with everything that is known of it, for `daihuo explain`.
///
/// No personal data: the order has none.
package struct ExplainReport: Hashable, Sendable {
    /// As stored; of a private buyer only the place is known.
    package var order: Order
    /// What each kind of source last said: the first counts most, the others fill in what it does not state.
    package var versions: [Version]
    /// What decided the credits; `nil` where nothing was to be credited yet.
    package var decidedBy: Decision?
    /// What is known of each line of the order besides the line itself, in the order's order.
    package var lines: [Line]
    /// After-sale records on lines that the order does not have.
    package var orphanRefunds: [RefundRecord]
    /// Differences of the order that are not booked yet.
    package var pendingEntries: Int64
    /// By batch, then line.
    package var journal: [BookedEntry]

    /// One reading of the order from a page or file.
    package struct Version: Hashable, Sendable {
        package var kind: SourceKind
        /// The account, or who handed the file in.
        package var source: String
        /// The file's name; `nil` for what a platform answered.
        package var file: String?
        package var fetchedAt: Instant
        /// The platform's update time.
        package var updatedAt: Instant
        /// The page's hash, in hexadecimal digits.
        package var pageHash: String
        package var outcome: Outcome

        /// A reading.
        package init(
            kind: SourceKind, source: String, file: String? = nil, fetchedAt: Instant, updatedAt: Instant,
            pageHash: String,
            outcome: Outcome
        ) {
            self.kind = kind
            self.source = source
            self.file = file
            self.fetchedAt = fetchedAt
            self.updatedAt = updatedAt
            self.pageHash = pageHash
            self.outcome = outcome
        }
    }

    /// What became of a reading; the raw value is the key in JSON.
    package enum Outcome: String, CaseIterable, Sendable {
        /// It counts, or counted until a newer one came.
        case applied
        /// A file that filled in what the platform had left empty.
        case filled
        /// Lower in rank than what was stored: nothing changed.
        case older
        /// The same update time with other content: recorded, and the later fetch counts.
        case conflict
    }

    /// The version of the roster that decided who is credited.
    package struct Decision: Hashable, Sendable {
        /// The version's number.
        package var roster: Int64
        package var loadedAt: Instant
        /// Whether it is the present one; else the credits are not those that would be decided today.
        package var isPresent: Bool

        /// A version of the roster.
        package init(roster: Int64, loadedAt: Instant, isPresent: Bool) {
            self.roster = roster
            self.loadedAt = loadedAt
            self.isPresent = isPresent
        }
    }

    /// What is known of a line besides the line itself.
    package struct Line: Hashable, Sendable {
        package var line: OrderLine
        /// As known now, derived refunds included.
        package var refundedFen: Fen
        package var refunds: [RefundRecord]
        /// `nil` where there is no single clear weight.
        package var grams: Grams?
        package var weightEvidence: WeightEvidence
        /// County or village of origin.
        package var county: Region?
        package var category: String
        /// Empty for a line that is no sale or was not attributed yet.
        package var credits: [CreditRecord]
        /// Rules that were tried and did not decide.
        package var lost: [LostRule]

        /// A line.
        package init(
            line: OrderLine, refundedFen: Fen, refunds: [RefundRecord], grams: Grams?,
            weightEvidence: WeightEvidence,
            county: Region?, category: String, credits: [CreditRecord], lost: [LostRule]
        ) {
            self.line = line
            self.refundedFen = refundedFen
            self.refunds = refunds
            self.grams = grams
            self.weightEvidence = weightEvidence
            self.county = county
            self.category = category
            self.credits = credits
            self.lost = lost
        }
    }

    /// An after-sale record, or a refund that was derived from a closed line.
    package struct RefundRecord: Hashable, Sendable {
        package var refund: Refund
        /// Derived: the platform closed the line after payment and no after-sale explains it.
        package var isDerived: Bool

        /// A refund.
        package init(refund: Refund, isDerived: Bool = false) {
            self.refund = refund
            self.isDerived = isDerived
        }
    }

    /// A credit with what it amounts to.
    package struct CreditRecord: Hashable, Sendable {
        package var credit: Credit
        /// The party's name and kind; `nil` where nobody is credited, or the roster has it no more.
        package var party: Party?
        /// The id or name that the credit rests on; empty if none.
        package var evidenceValue: String
        package var paidFen: Fen
        package var refundedFen: Fen
        package var grams: Grams?

        /// A credit.
        package init(
            credit: Credit, party: Party?, evidenceValue: String, paidFen: Fen, refundedFen: Fen,
            grams: Grams?
        ) {
            self.credit = credit
            self.party = party
            self.evidenceValue = evidenceValue
            self.paidFen = paidFen
            self.refundedFen = refundedFen
            self.grams = grams
        }
    }

    /// A rule that did not decide, and why.
    package struct LostRule: Hashable, Sendable {
        package var leg: Leg
        package var evidence: Evidence
        /// The parties that it would have credited; empty if none.
        package var partyIDs: [String]
        package var why: Notice

        /// A rule that did not decide.
        package init(leg: Leg, evidence: Evidence, partyIDs: [String], why: Notice) {
            self.leg = leg
            self.evidence = evidence
            self.partyIDs = partyIDs
            self.why = why
        }
    }

    /// A journal entry with its batch.
    package struct BookedEntry: Hashable, Sendable {
        package var batch: Int64
        package var bookedAt: Instant
        package var entry: JournalEntry

        /// An entry of a batch.
        package init(batch: Int64, bookedAt: Instant, entry: JournalEntry) {
            self.batch = batch
            self.bookedAt = bookedAt
            self.entry = entry
        }
    }

    /// An explanation.
    package init(
        order: Order, versions: [Version], decidedBy: Decision? = nil, lines: [Line],
        orphanRefunds: [RefundRecord] = [], pendingEntries: Int64 = 0, journal: [BookedEntry]
    ) {
        self.order = order
        self.versions = versions
        self.decidedBy = decidedBy
        self.lines = lines
        self.orphanRefunds = orphanRefunds
        self.pendingEntries = pendingEntries
        self.journal = journal
    }

    /// The header's own paid less its lines', or `nil` where there is no header or the sum is out of range.
    package var headerGapFen: Fen? {
        guard let header = order.headerPaidFen else { return nil }
        return try? lines.reduce(header) { gap, line in try gap - line.line.paidFen }
    }
}
