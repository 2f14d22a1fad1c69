import Domain
import Testing

@testable import Ledger

@Suite("The lines that the hash covers")
struct JournalLineTests {
    @Test("every field stands in its place")
    func exact() {
        let sums = CreditSums(
            orders: 9, lines: 1, grossFen: 1_200, paidFen: 1_000, refundedFen: 300, grams: 2_500,
            weighedPaidFen: 999)
        let moved = CreditSums(
            lines: -1, grossFen: .min, paidFen: -1, refundedFen: .max, grams: -2, weighedPaidFen: -3)
        let head = BatchHead(
            number: 12, previousHash: "ab", bookedAt: Instant(milliseconds: 1_672_444_800_001))
        let batch = Journal.seal(
            [
                .sample(sums: sums),
                .sample(
                    channel: .p832, shop: "a\\b", order: "\"o\"", line: "#\n0", leg: .buy, party: nil,
                    reason: .outsideTenure, county: nil, category: "", day: 19_357, cause: .reassigned,
                    sums: moved),
            ], head
        ) { BusinessDay(number: $0.number + 1) }
        #expect(
            Self.text(batch) == #"""
                {"batch":12,"previous":"ab","booked_at_ms":1672444800001}
                {"line":1,"channel":"douyin","shop":"s1","order":"o1","line_id":"l1","leg":"sell","account":"party:a","reason":"","county":"410423","category":"粮油","day":20221101,"period_day":20221102,"booked_at_ms":1672444800001,"cause":"sale","lines":1,"gross_fen":1200,"paid_fen":1000,"weighed_paid_fen":999,"refunded_fen":300,"grams":2500}
                {"line":2,"channel":"p832","shop":"a\\b","order":"\"o\"","line_id":"#\u000a0","leg":"buy","account":"unassigned","reason":"outside_tenure","county":"","category":"","day":20221231,"period_day":20230101,"booked_at_ms":1672444800001,"cause":"reassigned","lines":-1,"gross_fen":-9223372036854775808,"paid_fen":-1,"weighed_paid_fen":-3,"refunded_fen":9223372036854775807,"grams":-2}

                """#)
    }

    @Test("every channel, cause and reason is written by its key")
    func keys() {
        for channel in Channel.allCases {
            #expect(
                Self.line(.sample(channel: channel, sums: one)).contains("\"channel\":\"\(channel.key)\""))
        }
        for cause in BookingCause.allCases {
            #expect(Self.line(.sample(cause: cause, sums: one)).contains("\"cause\":\"\(cause.key)\""))
        }
        for reason in UnassignedReason.allCases {
            let line = Self.line(.sample(party: nil, reason: reason, sums: one))
            #expect(line.contains("\"account\":\"unassigned\",\"reason\":\"\(reason.key)\""))
        }
    }

    private let one = CreditSums(lines: 1)

    private static func line(_ pending: PendingEntry) -> String {
        text(Journal.seal([pending], .first))
    }

    private static func text(_ batch: SealedBatch) -> String {
        var line = JournalLine()
        line.appendHead(batch.head)
        for entry in batch.entries { line.append(entry, batch.head) }
        return String(decoding: line.bytes, as: UTF8.self)
    }
}
