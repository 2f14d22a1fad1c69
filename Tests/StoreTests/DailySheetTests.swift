import Domain
import SeededRandomness
import Testing

@testable import Store

@Suite("A sheet of daily sums")
struct DailySheetTests {
    /// What a stored sheet says: sums by cell, and the cells of each shared order.
    private struct Reading: Equatable {
        var sums: [String: CreditSums] = [:]
        var shared: [Int64: Set<String>] = [:]
        var whole: [Int64: Bool] = [:]
    }

    private static func name(_ key: CellKey) -> String {
        "\(key.leg) \(key.isOrganisation) \(key.party) \(key.county) \(key.category)"
    }

    private func read(_ bytes: [UInt8]) throws -> Reading {
        var reading = Reading()
        var names: [String] = []
        let isSheet = bytes.withUnsafeBytes { bytes in
            DailySheet.read(bytes) { key, sums in
                names.append(Self.name(key))
                reading.sums[Self.name(key)] = sums
            } sharedOrder: { order, isWhole, places in
                reading.shared[order] = Set(places.map { names[$0] })
                reading.whole[order] = isWhole
            }
        }
        try #require(isSheet)
        return reading
    }

    private func reopened(_ sheet: DailySheet) throws -> DailySheet {
        try #require(sheet.encoded().withUnsafeBytes { DailySheet($0) })
    }

    @Test("random orders added, taken back and stored in between leave the sums of those that stayed")
    func random() throws {
        var random = SeededRandom()
        print("sheet seed \(random.seed)")
        var sheet = DailySheet()
        var expected = Reading()
        var orders: [Int64: [(key: CellKey, sums: CreditSums)]] = [:]
        for round in 0..<600 {
            let number = Int64(random.next(in: 1...200))
            if let gone = orders.removeValue(forKey: number) {
                for cell in gone { sheet.add(cell.sums, at: sheet.place(of: cell.key), sign: -1) }
                sheet.remove(sharedOrder: number)
            } else {
                let parties = Set((0..<random.next(in: 2...3)).map { _ in Int64(random.next(in: -3...70)) })
                let cells = parties.map { party in
                    let fen = Int64(random.next(in: -50...1_000_000))
                    return (
                        key: CellKey(
                            leg: 1, isOrganisation: party % 2 == 0, party: party,
                            county: party % 3 == 0 ? 411_422_100_200 : 0, category: abs(party % 5)),
                        sums: CreditSums(
                            lines: 1, grossFen: fen * 2, paidFen: fen, refundedFen: fen / 3, grams: fen * 7,
                            weighedPaidFen: party % 2 == 0 ? fen : 0)
                    )
                }
                for cell in cells { sheet.add(cell.sums, at: sheet.place(of: cell.key), sign: 1) }
                let places = cells.map { sheet.place(of: $0.key) }
                sheet.add(sharedOrder: number, isWhole: number % 2 == 0, at: places)
                orders[number] = cells
            }
            if round % 50 == 0 { sheet = try reopened(sheet) }
        }
        for (number, cells) in orders {
            for cell in cells { expected.sums[Self.name(cell.key), default: CreditSums()].add(cell.sums) }
            expected.shared[number] = Set(cells.map { Self.name($0.key) })
            expected.whole[number] = number % 2 == 0
        }
        #expect(try read(sheet.encoded()) == expected, "seed \(random.seed)")
    }

    @Test("an order that is alone in its cell is counted there, and no more once taken back")
    func alone() throws {
        var sheet = DailySheet()
        let key = CellKey(leg: 2, isOrganisation: true, party: 7, county: 410_225, category: 1)
        let place = sheet.place(of: key)
        sheet.add(CreditSums(lines: 2, paidFen: 90), at: place, sign: 1)
        sheet.countOrder(at: place, 1)
        let expected = ["2 true 7 410225 1": CreditSums(orders: 1, lines: 2, paidFen: 90)]
        #expect(try read(sheet.encoded()).sums == expected)
        sheet.add(CreditSums(lines: 2, paidFen: 90), at: place, sign: -1)
        sheet.countOrder(at: place, -1)
        #expect(try read(sheet.encoded()) == Reading())
    }

    @Test("extreme amounts come back as they went in")
    func extremes() throws {
        var sheet = DailySheet()
        let most: Int64 = 1 << 51
        let sums = CreditSums(lines: most, grossFen: -most, paidFen: most, refundedFen: -1, grams: -most)
        let key = CellKey(leg: 1, isOrganisation: false, party: most, county: 411_422_100_200, category: 0)
        let place = sheet.place(of: key)
        sheet.add(sums, at: place, sign: 1)
        #expect(Array(try read(sheet.encoded()).sums.values) == [sums])
    }

    @Test("bytes that were cut or are none are no sheet, and no crash")
    func damaged() throws {
        var sheet = DailySheet()
        for party in 1...5 {
            let place = sheet.place(
                of: CellKey(leg: 1, isOrganisation: false, party: Int64(party), county: 0, category: 0))
            sheet.add(CreditSums(lines: 1, paidFen: 1_000), at: place, sign: 1)
        }
        let bytes = sheet.encoded()
        for count in 1..<bytes.count {
            #expect(bytes.prefix(count).withUnsafeBytes { DailySheet($0) } == nil)
        }
        #expect([UInt8](repeating: 0xFF, count: 40).withUnsafeBytes { DailySheet($0) } == nil)
    }
}
