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
        if gap.known.state == .outOfReach { return instead }
        let reading = Notice.reading(account, gap.span)
        return gap.known.reason?.asksForToken == true
            ? Notice("reading.and", Notice("gaps.replace_token", account), reading) : reading
    }
}

extension Notice {
    /// Whether it says that the platform does not accept the token of an account any more: asking again helps nothing then.
    var asksForToken: Bool {
        Self.codesOfTokens.contains(code)
            || arguments.contains { argument in
                if case .notice(let notice) = argument { notice.asksForToken } else { false }
            }
    }

    private static let codesOfTokens: Set<String> = [
        "douyin.authorisation_expired", "douyin.token_expired", "douyin.token_unknown",
        "declared.token_expired", "sync.http_status_unauthorised",
    ]

    /// The command that reads the days of a span again.
    static func reading(_ account: String, _ span: ReadSpan) -> Notice {
        Notice(
            "gaps.read", account.shellWord, span.from.day, span.wholeDays.to.advanced(byMilliseconds: -1).day)
    }
}

extension ReadSpan {
    /// The days of Beijing that it has a part in.
    var wholeDays: ReadSpan {
        ReadSpan(
            from: from.day.start, to: to.advanced(byMilliseconds: -1).day.advanced(by: 1).start)
    }
}
