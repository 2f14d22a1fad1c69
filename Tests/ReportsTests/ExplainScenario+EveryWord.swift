import Domain
import Reports

extension ExplainScenario {
    /// An order in which every word of the closed lists stands, without a Chinese name or title.
    static func everyWord(_ channel: Channel) -> ExplainReport {
        let fundSources = FundSource.allCases
        let sales = [SaleState.sale(saleAt)] + NotSaleReason.allCases.map { .notSale($0) }
        let lines = sales.enumerated().map { place, sale in
            OrderLine(
                lineID: "\(place)", title: "cabbage",
                quantity: Quantity(milli: 1000, unit: word(place)), grossFen: Fen(100),
                grossOrigin: word(place), paidFen: Fen(100), paidOrigin: word(place + 1),
                sale: sale)
        }
        let order = Order(
            channel: channel, shopID: "1", orderID: "2", status: "?", createdAt: nil, paidAt: nil,
            updatedAt: saleAt, headerPaidFen: nil, fundSource: fundSources[channel.rawValue % 3], lines: lines
        )
        let versions = [SourceKind.api, .file, .erp].map { kind in
            ExplainReport.Version(
                kind: kind, source: "s", file: kind == .file ? "f.csv" : nil, fetchedAt: saleAt,
                updatedAt: saleAt, pageHash: "00", outcome: kind == .api ? .conflict : .filled)
        }
        let words = lines.enumerated().map { place, line in
            ExplainReport.Line(
                line: line, refundedFen: .zero, refunds: refunds(order),
                grams: place == 0 ? nil : Grams(1000),
                weightEvidence: word(place), county: nil, category: "", credits: credits(place),
                lost: [
                    .init(
                        leg: word(place), evidence: word(place), partyIDs: ["p", "q"],
                        why: Notice("attribution.no_match"))
                ])
        }
        return ExplainReport(order: order, versions: versions, lines: words, journal: [])
    }

    private static func refunds(_ order: Order) -> [ExplainReport.RefundRecord] {
        Refund.State.allCases.map { state in
            refund(order, line: "1", fen: 1, milli: 1000, state: state, isDerived: state == .open)
        }
    }

    private static func credits(_ place: Int) -> [ExplainReport.CreditRecord] {
        PartyKind.allCases.map { kind in
            let party = Party(id: "p", name: "p", kind: kind, region: nil, organisation: "")
            let credit = Credit(leg: word(place), partyID: "p", share: .whole, evidence: word(place))
            return .init(
                credit: credit, party: party, evidenceValue: "", paidFen: Fen(100), refundedFen: .zero,
                grams: nil)
        }
            + UnassignedReason.allCases.map { reason in
                .init(
                    credit: Credit(
                        unassigned: word(place), share: .whole, reason: reason, evidence: .none),
                    party: nil, evidenceValue: "", paidFen: Fen(100), refundedFen: .zero, grams: nil)
            }
    }

    private static func word<Word: CaseIterable>(_ place: Int) -> Word where Word.AllCases == [Word] {
        Word.allCases[place % Word.allCases.count]
    }
}
