import Domain
import Reports
import Store

/// What a worked question of docs/store.md must give.
struct DocumentedAnswer: Sendable {
    /// How many columns its SELECT has.
    let columns: Int
    /// The figures of its rows that are held against the report.
    let figures: @Sendable ([[String]]) -> [[String]]
    /// The same as the report has them; `nil` where it has no such figure.
    let told: @Sendable (RandomBooks, QuestionWorld) async throws -> [[String]]?

    static let all: [String: DocumentedAnswer] = [
        "How much did fs-0001 sell in December?": DocumentedAnswer(
            columns: 6, figures: { $0.map { $0.map { $0.isEmpty ? "0" : $0 } } },
            told: { books, world in
                let row = try await books.report(month: world.month).rows.first { $0.key == world.party }
                let sums = row?.sums ?? CreditSums()
                return [
                    texts(sums.paidFen, sums.refundedFen, sums.netFen, sums.grams, sums.lines, sums.orders)
                ]
            }),
        "Who sold how much, by kind of party?": rows(columns: 4) {
            try await $0.report(month: $1.month, by: .kind)
        },
        "What is a county's month, by channel?": rows(columns: 4) { books, world in
            let only = [ReportScope.Filter(key: .county, value: world.county)]
            return try await books.report(month: world.month, by: .channel, only: only)
        },
        "What comes of both legs, each line once?": rows(columns: 4) {
            try await $0.report(month: $1.month, leg: .any)
        },
        "What has nobody, the most money first?": DocumentedAnswer(
            columns: 10,
            figures: { rows in
                let isSorted = zip(rows, rows.dropFirst()).allSatisfy {
                    Int64($0[0]) ?? 0 >= Int64($1[0]) ?? 0
                }
                return [[sum(rows, 0), sum(rows, 1), "\(rows.count)", "\(isSorted)"]]
            },
            told: { books, _ in
                let sums = try await books.report().unassigned
                return [texts(sums.paidFen, sums.netFen, sums.lines) + ["true"]]
            }),
        "Which refunds of December belong to sales of another month?": DocumentedAnswer(
            columns: 4, figures: { [[sum($0, 3)]] },
            told: { books, world in
                [texts(try await books.report(month: world.month, dated: .refunded).totals.refundedFen)]
            }),
        "What did a batch book?": DocumentedAnswer(
            columns: 7,
            figures: {
                $0.filter { $0[0] == "sell" && !$0[1].isEmpty }.map { [$0[1]] + $0[3...] }.sorted {
                    $0[0] < $1[0]
                }
            },
            told: bookedAlone),
        "What is credited, booked, and waits to be booked?": DocumentedAnswer(
            columns: 3, figures: { $0 },
            told: { books, world in
                let report = try await books.report(month: world.month)
                return [texts(report.totals.netFen, report.proof.journalNetFen, report.proof.pendingFen)]
            }),
        "What was read, and what of it is no sale or has no order?": DocumentedAnswer(
            columns: 7, figures: { $0.map { $0.map { $0.isEmpty ? "0" : $0 } } },
            told: { books, world in
                let report = try await books.report(month: world.month)
                let (proof, notSales) = (report.proof, report.notSales)
                return [
                    texts(
                        proof.readFen, proof.headerGapFen, proof.refundsReadFen, proof.orphanRefundFen,
                        notSales.orders,
                        notSales.lines, notSales.paidFen)
                ]
            }),
        "Which page or file did an order come from?": DocumentedAnswer(
            columns: 6, figures: { $0.map { [$0[0], $0[1], $0[3], $0[4], $0[5]] } }, told: origins),
        "Which roster decided an order, and what?": DocumentedAnswer(
            columns: 8, figures: { $0.map { Array($0[1...3]) + [$0[6]] }.sorted { "\($0)" < "\($1)" } },
            told: credits),
        "What was read of each feed?": DocumentedAnswer(
            columns: 4, figures: { $0 }, told: { books, _ in try await spans(books) }),
        "What was read but not understood, and since when?": DocumentedAnswer(
            columns: 9, figures: { [["\($0.count)"]] },
            told: { books, _ in [texts(try await books.report().proof.parkedRecords)] }),
    ]

    /// Rows of key, paid, net and grams.
    private static func rows(
        columns: Int, _ report: @escaping @Sendable (RandomBooks, QuestionWorld) async throws -> Answer?
    ) -> DocumentedAnswer {
        DocumentedAnswer(columns: columns, figures: { $0.sorted { $0[0] < $1[0] } }) { books, world in
            try await report(books, world)?.rows.map { row in
                [row.key] + texts(row.sums.paidFen, row.sums.netFen, row.sums.grams)
            }.sorted { $0[0] < $1[0] }
        }
    }

    static func texts(_ numbers: Int64...) -> [String] { numbers.map(String.init) }

    private static func sum(_ rows: [[String]], _ column: Int) -> String {
        "\(rows.reduce(0) { $0 + (Int64($1[column]) ?? 0) })"
    }
}
