import Domain
import Platforms
import Tabular

/// A row of a daily report, read whole or not at all.
struct SelfReportRow {
    let row: TableRow
    let columns: SelfReportColumns
    let year: SelfReportYear

    /// What it states; throws where any of it cannot be read: half a row would be taken for all that was reported.
    func report() throws(TabularError) -> SelfReport {
        let key = try key()
        var figures = SelfReport.Figures()
        figures.fen = try fen()
        (figures.grams, figures.quantity) = try weightAndQuantity()
        figures.orders = try orders()
        figures.origin = text(.origin)
        figures.remark = PersonalData.masked(text(.remark))
        return SelfReport(key, figures)
    }

    /// What it is about.
    func key() throws(TabularError) -> SelfReport.Key {
        let place = columns.places[.day]
        guard let day = try year.day(row, place) else {
            throw row.problem(place, Notice("reported.no_day"), Notice("table.write_day"))
        }
        let (reporter, region) = (text(.reporter), text(.region))
        guard !reporter.isEmpty || !region.isEmpty else {
            let place = columns.places[.reporter] ?? columns.places[.region]
            throw row.problem(place, Notice("reported.no_reporter"), Notice("reported.write_reporter"))
        }
        let word = text(.channel)
        let channel = RosterWords.channels.first { $0.isMeant(by: word) }?.value
        return SelfReport.Key(
            day: day, reporter: reporter, region: region, channel: channel,
            channelWord: channel == nil ? word : "", product: text(.product))
    }

    /// The cells that are read, without personal data, as an object of JSON.
    var body: String {
        var bytes: [UInt8] = []
        for (field, place) in columns.places.sorted(by: { $0.value < $1.value }) {
            let text = text(field)
            if text.isEmpty { continue }
            bytes.append(UInt8(ascii: bytes.isEmpty ? "{" : ","))
            bytes.append(jsonText: columns.names[place])
            bytes.append(UInt8(ascii: ":"))
            bytes.append(jsonText: text)
        }
        return String(decoding: bytes.isEmpty ? Array("{}".utf8) : bytes + [UInt8(ascii: "}")], as: UTF8.self)
    }

    private func fen() throws(TabularError) -> Fen? {
        let place = columns.places[.fen]
        guard let fen = try row.fen(place, inWan: columns.isInWan) else { return nil }
        try expectPossible(fen, place)
        return Fen(fen)
    }

    private func weightAndQuantity() throws(TabularError) -> (Grams?, Quantity?) {
        let (weight, quantity) = (columns.places[.weight], columns.places[.quantity])
        let stated = try measured(weight, columns.weightUnit, isBesideUnit: quantity == nil)
        let sold = try measured(quantity, columns.quantityUnit, isBesideUnit: true)
        let (own, other) = (try grams(stated, weight), try grams(sold, quantity))
        if stated != nil, own == nil {
            throw row.problem(weight, Notice("reported.no_weight"), Notice("table.say_unit"))
        }
        if let own, let other, own != other {
            throw row.problem(quantity, Notice("reported.weights_disagree"), Notice("table.check_cell"))
        }
        return (own ?? other, sold)
    }

    /// A figure in the unit of its cell, of its header, or of the row's column for units.
    private func measured(
        _ place: Int?, _ unitOfHeader: String, isBesideUnit: Bool
    ) throws(TabularError) -> Quantity? {
        guard let place else { return nil }
        let beside = isBesideUnit ? text(.unit) : ""
        guard unitOfHeader.isEmpty || beside.isEmpty || unitOfHeader == beside else {
            throw row.problem(place, Notice("table.units_disagree"), Notice("table.one_unit"))
        }
        return try row.quantity(place, unit: unitOfHeader.isEmpty ? beside : unitOfHeader, needsUnit: true)
    }

    /// The weight of a figure; nothing weighs nothing in any unit.
    ///
    /// Throws where it is too much to be true.
    private func grams(_ quantity: Quantity?, _ place: Int?) throws(TabularError) -> Grams? {
        guard let quantity else { return nil }
        if quantity.milli == 0 { return .zero }
        guard quantity.unit.gramsEach != nil else { return nil }
        let grams = quantity.grams
        try expectPossible(grams?.amount ?? .max, place)
        return grams
    }

    private func orders() throws(TabularError) -> Int64? {
        guard let place = columns.places[.orders] else { return nil }
        let text = row.text(place)
        let number = text.last.map { "单笔".contains($0) } == true ? String(text.dropLast()) : text
        let quantity: Quantity?
        do {
            quantity = try Cell.quantity(number)
        } catch {
            throw row.problem(place, error.what, error.remedy)
        }
        guard let quantity else { return nil }
        guard quantity.unit == .piece, quantity.milli % 1000 == 0 else {
            throw row.problem(place, Notice("reported.no_count"), Notice("reported.write_count"))
        }
        try expectPossible(quantity.milli / 1000, place)
        return quantity.milli / 1000
    }

    private func expectPossible(_ figure: Int64, _ place: Int?) throws(TabularError) {
        guard figure.magnitude <= SelfReport.figureMax.magnitude else {
            throw row.problem(place, Notice("table.amount_too_large"), Notice("table.check_cell"))
        }
    }

    /// A cell's text on one line, without personal data.
    private func text(_ field: SelfReportField) -> String {
        guard let place = columns.places[field] else { return "" }
        let text = row.text(place).split {
            $0.isWhitespace || $0.unicodeScalars.allSatisfy { $0.value < 0x20 }
        }
        .joined(separator: " ")
        return PersonalData.isIn(text) ? PersonalData.masked(text) : text
    }
}
