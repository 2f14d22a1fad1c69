import Domain

extension ImportNote {
    /// What is told of the file, below its name.
    func paragraph(in language: Language) -> [String] {
        ["", path] + lines.map { "  \($0.mark) \($0.what.text(in: language))" }
    }

    /// A sentence a line, each with the mark of what it is.
    private var lines: [(mark: String, what: Notice)] {
        var lines: [(String, Notice)] = [("=", recognition), ("=", owner)]
        if let unchangedSince {
            return lines + [
                ("=", Notice("import.unchanged", unchangedSince, rows.grouped, orders.grouped))
            ]
        }
        if let selfReports { lines += selfReports.lines(of: self) } else { lines.append(("=", content)) }
        lines += notices.map { ("!", $0) }
        if !found.unreadColumns.isEmpty {
            lines.append(("=", Notice("import.columns_unread", found.unreadColumns)))
        }
        if !found.hiddenColumns.isEmpty {
            lines.append(("=", Notice("import.hidden_columns", found.hiddenColumns)))
        }
        if hiddenRows > 0 { lines.append(("=", Notice("import.hidden_rows", hiddenRows.grouped))) }
        for (shop, count) in otherShops.sorted(by: { $0.key < $1.key }) {
            lines.append(
                ("!", Notice("import.shop_confirmed", count.grouped, shop, found.account, found.shopID))
            )
        }
        return lines + totalLines + parkedLines
    }

    private var recognition: Notice {
        let why =
            found.isFormatNamed
            ? Notice("import.by_name")
            : found.decidingColumns.isEmpty
                ? Notice("hint.none")
                : Notice("import.by_columns", found.decidingColumns.map { Notice("quoted", $0) })
        return Notice("import.recognised", found.format, place, found.headerLine, why)
    }

    private var place: Notice {
        let encoding = found.encoding ?? ""
        let kind =
            switch found.kind {
            case .commas: Notice("import.kind_text", encoding, Notice("import.commas"))
            case .tabs: Notice("import.kind_text", encoding, Notice("import.tabs"))
            case .semicolons: Notice("import.kind_text", encoding, Notice("import.semicolons"))
            case .workbook: Notice("import.kind_workbook")
            case .workbookAsXML: Notice("import.kind_workbook_as_xml", encoding)
            case .page: Notice("import.kind_page", encoding)
            }
        let names = [found.member, found.sheet].compactMap(\.self)
        if names.isEmpty { return kind }
        return Notice("import.in_table", kind, names.joined(separator: " › "))
    }

    private var owner: Notice {
        if selfReports != nil { return Notice("reported.of_nobody") }
        return found.isAccountNamed
            ? Notice("import.account_named", found.account, found.shopID)
            : Notice("import.account_only", found.account, found.shopID, found.platform)
    }

    private var content: Notice {
        let days =
            days.map { Notice("import.days", $0.lowerBound, $0.upperBound) } ?? Notice("import.no_days")
        let refunds =
            refundedFen.map { Notice("import.refunded", Fen($0).grouped) } ?? Notice("hint.none")
        var paid = paidFen.map { Notice("import.paid", Fen($0).grouped) } ?? Notice("import.too_much")
        if unknownPaidLines > 0 { paid = Notice("import.paid_unknown", paid, unknownPaidLines) }
        return Notice("import.content", rows.grouped, orders.grouped, days, paid, refunds)
    }

    private var totalLines: [(String, Notice)] {
        let fitting = totals.filter { $0.stated == $0.read }
        let gaps = totals.filter { $0.stated != $0.read }.map { total in
            (
                "!",
                Notice(
                    "import.total_gap", total.line, total.column, Fen(total.stated).grouped,
                    Fen(total.read).grouped, Fen(total.stated - total.read).grouped)
            )
        }
        if fitting.isEmpty { return gaps }
        let names = fitting.map { Notice("import.total", $0.column, Fen($0.stated).grouped) }
        return [("=", Notice("import.total_fits", fitting[0].line, names))] + gaps
    }

    private var parkedLines: [(String, Notice)] {
        let groups = parked.byReason
        var lines = groups.prefix(Self.reasonsShownMax).map { ("!", notice($0)) }
        if groups.count > Self.reasonsShownMax {
            lines.append(("!", Notice("import.more_reasons", groups.count - Self.reasonsShownMax)))
        }
        guard let unreadable else { return lines }
        lines.append(("→", written(unreadable)))
        if unreadable.rows < parked.count {
            lines.append(
                (
                    "→",
                    Notice(
                        selfReports == nil ? "import.unreadable_left" : "reported.unreadable_left",
                        parked.count - unreadable.rows)
                ))
        }
        return lines
    }

    private func written(_ unreadable: Unreadable) -> Notice {
        let command = unreadable.path.shellWord
        guard let selfReports else {
            return Notice(
                "import.unreadable_written", unreadable.rows, unreadable.path, command,
                found.account.shellWord)
        }
        guard let year = selfReports.yearGiven else {
            return Notice("reported.unreadable_written", unreadable.rows, unreadable.path, command)
        }
        // The rows beside it, by which its dates had their year, are not in it.
        return Notice("reported.unreadable_of_year", unreadable.rows, unreadable.path, command, year)
    }

    private func notice(_ group: ParkedRows.Group) -> Notice {
        let lines = group.rows.compactMap(\.line)
        let more = group.count > group.rows.count ? Notice("import.more_stretches") : Notice("hint.none")
        let place =
            lines.isEmpty
            ? Notice("import.of_orders", group.rows.map(\.orderID), more)
            : Notice("import.at_lines", lines, more)
        let column = group.reason.column.map { Notice("import.in_column", $0) } ?? Notice("hint.none")
        return Notice(
            "import.parked", group.count, place, column, group.reason.what,
            group.reason.remedy ?? Notice("import.see_parked"))
    }

    private static let reasonsShownMax = 20
}
