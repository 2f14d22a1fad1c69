import Domain
import Tabular
import Testing

@Suite("Quantities in staff's units")
struct QuantityTests {
    @Test(
        "A quantity is read as it is written, with its unit in the cell or beside it",
        arguments: [
            ("13", "", 13_000, Quantity.Unit.piece), ("13.5", "吨", 13_500, .tonne),
            ("13吨", "", 13_000, .tonne),
            ("13 吨", "吨", 13_000, .tonne), ("8千斤", "", 8_000_000, .jin), ("2.6万斤", "", 26_000_000, .jin),
            ("2.6万斤", "斤", 26_000_000, .jin), ("2.6万", "斤", 26_000_000, .jin),
            ("2.6", "万斤", 26_000_000, .jin),
            ("500公斤", "", 500_000, .kilogram), ("3千克", "", 3_000, .kilogram), ("0.5t", "", 500, .tonne),
            ("１２", "箱", 12_000, .piece), ("1,200", "件", 1_200_000, .piece), ("0.00001", "万吨", 100, .tonne),
            ("0", "吨", 0, .tonne), ("2 千克", "kg", 2_000, .kilogram),
        ] as [(String, String, Int64, Quantity.Unit)])
    func reads(_ text: String, _ unit: String, _ milli: Int64, _ expected: Quantity.Unit) throws {
        #expect(try Cell.quantity(text, unit: unit) == Quantity(milli: milli, unit: expected))
    }

    @Test("Nothing is nothing, not 0", arguments: ["", "-", "——", "无", " "])
    func empty(_ text: String) throws {
        #expect(try Cell.quantity(text, unit: "吨") == nil)
    }

    @Test(
        "What is no exact figure, or not clear, is refused with its reason",
        arguments: [
            ("约5吨", "", "table.only_about"), ("5吨左右", "", "table.only_about"),
            ("5吨多", "", "table.only_about"),
            ("100余斤", "", "table.only_about"), ("1-2吨", "", "table.from_to"), ("1吨至2吨", "", "table.from_to"),
            ("1～2", "吨", "table.from_to"), ("13吨", "斤", "table.units_disagree"),
            ("1.2万", "万斤", "table.units_disagree"),
            ("5斤", "万斤", "table.units_disagree"), ("13", "车", "table.no_unit"), ("13车", "", "table.no_unit"),
            ("十吨", "", "table.no_quantity"), ("1.2345", "吨", "table.quantity_too_fine"),
            ("-3", "吨", "table.no_quantity"),
            ("#N/A", "吨", "table.excel_error"), ("99999999999999999999", "吨", "table.amount_too_large"),
            ("1.2.3", "吨", "table.no_quantity"), ("1,20", "吨", "table.no_quantity"),
        ])
    func refuses(_ text: String, _ unit: String, _ code: String) {
        #expect { try Cell.quantity(text, unit: unit) } throws: { error in
            (error as? Cell.Refusal)?.what.code == code
        }
    }

    @Test(
        "An amount that is only about so much says so",
        arguments: [("约5万", "table.only_about"), ("1-2万", "table.from_to"), ("五万", "table.no_amount")])
    func roughAmounts(_ text: String, _ code: String) {
        #expect { try Cell.fen(text, allowsWan: true) } throws: { error in
            (error as? Cell.Refusal)?.what.code == code
        }
    }
}
