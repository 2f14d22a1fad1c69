import Domain

extension GapsReport {
    /// What cells are counted as; each is one of them.
    enum Count: String, CaseIterable {
        case read, empty, changed, imported
        case gaps
        case toCome = "to_come"

        /// How many cells of a feed are so.
        func of(_ feed: Feed) -> Int { feed.cells.count { Self($0.known) == self } }

        /// What a cell is counted as.
        init(_ known: Known) {
            self =
                switch known.state {
                case .read: .read
                case .empty: .empty
                case .changed: .changed
                case .imported: .imported
                case .toCome: .toCome
                case .readOtherwise, .outOfReach, .neverAsked, .left, .failed: .gaps
                }
        }

        /// Whether a table has it even where no cell is so.
        var isAlwaysShown: Bool { self != .imported && self != .toCome }

        /// What a column of it is called.
        func title(_ language: Language) -> String {
            switch self {
            case .read: language.text("已读", "read")
            case .empty: language.text("无记录", "empty")
            case .changed: language.text("重读有变", "changed")
            case .imported: language.text("已导入", "imported")
            case .gaps: language.text("缺口", "gaps")
            case .toCome: language.text("待同步", "to come")
            }
        }
    }
}
