import Domain
import Foundation
import Platforms
import Tabular
import Testing

/// Exports that are described in YAML, the built-in ones among them.
@Suite("Described files")
struct DeclaredFileTests {
    /// What a file of the cases states: lines by their order, and the lines that are parked.
    private static func read(_ path: String, as name: String) throws -> (orders: [Order], parked: [String]) {
        let format = try #require(PlatformList.orderFiles.first { $0.name == name })
        let file = try TableFile(
            path: Fixture.root.appendingPathComponent("cases/\(path)").path, headerMatching: format.matches)
        #expect(PlatformList.orderFiles.filter { $0.matches(file.columns) }.map(\.name) == [name])
        var reader = try OrderFileReader(file, as: format, shopID: "S1")
        var (orders, parked): ([Order], [String]) = ([], [])
        while let item = try reader.next() {
            switch item {
            case .records(let records):
                orders.append(try #require(records.order))
                #expect(records.unknownWords.isEmpty)
            case .parked(let record): parked.append(record.path)
            }
        }
        return (orders, parked)
    }

    @Test("every built-in description can be read", arguments: BuiltInDescription.all)
    func builtIn(description: BuiltInDescription) throws {
        _ = try DeclaredFile(yaml: description.text, file: description.file)
    }

    @Test(
        "what an order paid counts once, however many rows repeat it",
        arguments: ["jd-order-1.csv", "jd-order-2-columns-moved.csv"])
    func repeatedAmounts(name: String) throws {
        let read = try Self.read("30-jd-amounts-repeated/\(name)", as: "jd-orders")

        #expect(read.parked.isEmpty)
        #expect(read.orders.map { $0.lines.map(\.paidFen.amount) } == [[3447, 3023], [1990], [4500]])
        #expect(read.orders.map(\.freightFen.amount) == [500, 0, 0])
        #expect(read.orders.map { $0.lines[0].closedAt != nil } == [false, true, false])
    }

    @Test("columns that stand again for each further item make a line each")
    func repeatedColumns() throws {
        let read = try Self.read("40-repeated-column-groups/relay.csv", as: "relay")

        #expect(read.parked.isEmpty)
        #expect(
            read.orders.map { $0.lines.map(\.paidFen.amount) } == [[2000, 1500], [1000], [909, 1364, 2727]])
        #expect(Set(read.orders.map(\.orderID)).count == 3)
    }
}

/// A description that is built in, by the name of its file.
struct BuiltInDescription: CustomTestStringConvertible, Sendable {
    let file, text: String
    var testDescription: String { file }

    static let all = BuiltInFiles.descriptions.map { BuiltInDescription(file: $0.file, text: $0.text) }
}
