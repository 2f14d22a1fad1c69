import Domain

extension GapsReport.Known {
    /// What is known, in a word or two.
    func name(in language: Language) -> String {
        switch state {
        case .toCome: language.text("待同步", "to come")
        case .empty: language.text("无记录", "empty")
        case .read: language.text("已读", "read")
        case .changed: language.text("重读有变", "changed on re-ask")
        case .imported: language.text("已导入", "imported")
        case .readOtherwise: language.text("须按新描述重读", "mapped otherwise")
        case .outOfReach: language.text("平台不再提供", "out of reach")
        case .neverAsked: language.text("从未读过", "never asked")
        case .left: language.text("未轮到", "left")
        case .failed: language.text("失败", "failed")
        }
    }

    /// Why it is as it is, in words; nothing where the name says all.
    func why(in language: Language) -> String { (reason ?? ownReason)?.text(in: language) ?? "" }

    /// What no sync and no platform has said.
    private var ownReason: Notice? {
        switch state {
        case .readOtherwise: Notice("gaps.mapped_otherwise")
        case .outOfReach: Notice("gaps.out_of_reach")
        case .neverAsked: Notice("gaps.never_asked")
        default: nil
        }
    }
}

extension GapsReport.Feed {
    /// What closes a gap: days to read again, or what to import.
    func next(_ gap: GapsReport.Part) -> Notice {
        gap.known.state == .outOfReach ? instead : .reading(account, gap.span)
    }
}

extension Notice {
    /// The command that reads the days of a span again.
    static func reading(_ account: String, _ span: ReadSpan) -> Notice {
        let isPlain = account.allSatisfy { $0.isLetter || $0.isNumber || "-_.".contains($0) }
        let word = isPlain ? account : "'\(account.replacing("'", with: #"'\''"#))'"
        return Notice("gaps.read", word, span.from.day, span.wholeDays.to.advanced(byMilliseconds: -1).day)
    }
}

extension ReadSpan {
    /// The days of Beijing that it has a part in.
    var wholeDays: ReadSpan {
        ReadSpan(
            from: from.day.start, to: to.advanced(byMilliseconds: -1).day.advanced(by: 1).start)
    }
}
