import Domain
import Foundation
import JSON
import Platforms
import Reports
import Testing

/// What platforms, their descriptions and their files are said to do wrong, in English.
@Suite struct EnglishTests {
    @Test(
        "what is wrong with a description is said without a Chinese character",
        arguments: ["keys", "syntax", "empty", "twice", "money", "refunds", "lookup"])
    func descriptions(name: String) throws {
        let yaml = try DeclaredFixture.text("malformed/\(name).yaml")

        let error = try #require(throws: DeclaredError.self) {
            try DeclaredPlatform(yaml: yaml, file: "p.yaml")
        }

        for problem in error.problems { problem.what.expectEnglish() }
    }

    @Test("so is why a record is parked", arguments: Fixture.pages)
    func parked(_ fixture: Fixture) throws {
        for record in try fixture.page(fixture.bytes()).parked { record.reason.expectEnglish() }
    }

    @Test("so is why a row is parked", arguments: OrderFileTests.files)
    func rows(_ fixture: Fixture) throws {
        let items = try OrderFileText.items(of: fixture)
        for record in OrderFileText.parked(items) { record.reason.expectEnglish() }
    }

    @Test("so is every error of a platform", arguments: PlatformList.platforms.map(\.name))
    func errors(_ name: String) throws {
        let fixture = Fixture(platform: name, path: "errors.txt")
        let (platform, access) = (try fixture.builtIn(), Fixture.access)
        for line in try fixture.lines() {
            let body = line.split(separator: " ", maxSplits: 1).last ?? ""
            for feed in platform.feeds {
                let error = try #require(throws: PlatformError.self, "\(line)") {
                    try JSONDocument(Array(body.utf8)).read { root throws(PlatformError) in
                        try platform.page(root, query: Fixture.query(feed), account: access)
                    }
                }
                error.notice.expectEnglish()
            }
        }
    }

    @Test(
        "what a platform's message is about is told in the language of the reader, the message is not",
        arguments: [
            ("签名错误，张三", "签名", "signature"), ("Invalid SIGN for 13912345678", "签名", "signature"),
            ("请求频繁，token 已过期", "令牌、过期、频繁", "token, expired, too often"),
            ("forbidden: limit", "禁止、限制", "forbidden, limit"), ("", nil, nil),
        ] as [(String, String?, String?)])
    func subjects(message: String, chinese: String?, english: String?) throws {
        let platform = try DeclaredPlatform(yaml: Self.yaml, file: "p.yaml")
        let body = Array(#"{"code":7,"msg":"\#(message)"}"#.utf8)

        let error = try #require(throws: PlatformError.self) {
            try DeclaredFixture.page(platform, "refunds", body)
        }

        let advice = "平台拒绝了请求，请核对账号的密钥和权限，以及描述文件里的地址和参数"
        #expect(error.advice.text(in: .chinese) == advice + (chinese.map { "；平台提到：\($0)" } ?? ""))
        let text = error.advice.text(in: .english)
        #expect(
            english.map { text.hasSuffix("; the platform mentions: \($0)") } ?? !text.contains("mentions"))
        error.notice.expectEnglish()
    }

    private static let yaml = """
        name: p
        title: 测试
        channel: other
        feeds:
          - name: refunds
            time: seconds
            request: {path: /r}
            paging: {kind: none}
            answer: {success: {path: code, value: 0}, message: msg, records: rows}
            refund: {id: id, order: id, money: fen, amount: a, updated_at: at}
        """
}

extension Notice {
    /// Expects an English sentence in which nothing but what a file says itself is Chinese.
    fileprivate func expectEnglish() {
        var text = text(in: .english)
        // The longest first, as one may stand in another.
        for part in arguments.flatMap(\.texts).sorted(by: { $0.count > $1.count }) where !part.isEmpty {
            text = text.replacing(part, with: "…")
        }
        #expect(!text.isEmpty && text != code)
        #expect(!text.contains(/[\u{2018}-\u{201D}\u{3000}-\u{9FFF}\u{FF00}-\u{FFEF}]/), "\(text)")
    }
}

extension Notice.Argument {
    /// The names, numbers and paths in it.
    fileprivate var texts: [String] {
        switch self {
        case .text(let text): [text]
        case .notice(let notice): notice.arguments.flatMap(\.texts)
        case .list(let elements): elements.flatMap(\.texts)
        }
    }
}
