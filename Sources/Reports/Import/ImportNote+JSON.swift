import Domain

extension ImportNote {
    /// The same for programs; reasons come as codes and as sentences of a language.
    func tree(_ language: Language) -> JSONTree {
        let own: [(name: String, value: JSONTree)] = selfReports.map { [("self_reports", $0.tree)] } ?? []
        return .object(
            [
                ("recognised", found.tree),
                ("unchanged_since", .optional(unchangedSince?.iso)),
                ("rows", .integer(rows)),
                ("orders", .integer(orders)),
                ("from", .optional(days?.lowerBound.description)),
                ("to", .optional(days?.upperBound.description)),
                ("paid_fen", .optional(paidFen)),
                ("unknown_paid_lines", .integer(unknownPaidLines)),
                ("refunded_fen", .optional(refundedFen)),
                ("notices", .array(notices.map { .text($0.text(in: language)) })),
                ("hidden_rows", .integer(hiddenRows)),
                ("totals", .array(totals.map(\.tree))),
                (
                    "other_shops",
                    .array(
                        otherShops.sorted { $0.key < $1.key }.map {
                            .object([("shop", .text($0.key)), ("orders", .integer($0.value))])
                        })
                ),
                ("parked_rows", .integer(parked.count)),
                ("damaged_ids", .integer(parked.damagedIDs)),
                ("parked", .array(parked.rows.map { $0.tree(language) })),
                ("unreadable_file", .optional(unreadable?.path)),
                ("unreadable_rows", .integer(unreadable?.rows ?? 0)),
            ] + own)
    }
}

extension ImportNote.Found {
    fileprivate var tree: JSONTree {
        func names(_ names: [String]) -> JSONTree { .array(names.map(JSONTree.text)) }
        return .object([
            ("kind", .text(kind.rawValue)),
            ("encoding", .optional(encoding)),
            ("member", .optional(member)),
            ("sheet", .optional(sheet)),
            ("header_line", .integer(Int64(headerLine))),
            ("format", .text(format)),
            ("format_is_named", .flag(isFormatNamed)),
            ("deciding_columns", names(decidingColumns)),
            ("columns_not_read", names(unreadColumns)),
            ("hidden_columns", names(hiddenColumns)),
            ("account", .optional(account.isEmpty ? nil : account)),
            ("shop", .optional(account.isEmpty ? nil : shopID)),
            ("account_is_named", .flag(isAccountNamed)),
        ])
    }
}

extension ImportNote.Total {
    fileprivate var tree: JSONTree {
        .object([
            ("line", .integer(Int64(line))), ("column", .text(column)),
            ("stated_hundredths", .integer(stated)),
            ("read_hundredths", .integer(read)), ("gap_hundredths", .integer(stated - read)),
        ])
    }
}

extension ParkedRows.Row {
    fileprivate func tree(_ language: Language) -> JSONTree {
        .object([
            ("line", .optional(line.map(Int64.init))),
            ("column", .optional(reason.column)),
            ("order_id", .text(orderID)),
            ("code", .text(reason.what.code)),
            ("what", .text(reason.what.text(in: language))),
            ("remedy", .optional(reason.remedy?.text(in: language))),
        ])
    }
}
