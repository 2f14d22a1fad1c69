import JSON
import Testing

@testable import Platforms

@Suite struct PersonalDataTests {
    @Test(
        "Phones, ids and addresses are masked",
        arguments: [
            ("李书记 13800001234", "李书记 ***"),
            ("李书记138-0000-1234发货", "李书记***发货"),
            ("电话 138 0000 1234，急", "电话 ***，急"),
            ("座机0371-65550000", "座机***"),
            ("１３８００００１２３４", "***"),
            ("一三八零零零零一二三四", "***"),
            ("身份证41102419900307123X", "身份证***"),
            ("身份证411024900307123", "身份证***"),
            ("王书记推荐，建设路12号", "王书记推荐，***"),
            ("王书记 金水区建设路 12号 3栋502室 收", "王书记 *** 收"),
            ("阳光小区5栋2单元301", "***"),
            ("鲁山县下汤镇赵村3组12号", "***"),
            ("放3号楼201室", "***"),
        ])
    func masks(_ text: String, _ expected: String) {
        #expect(PersonalData.masked(text) == expected)
    }

    @Test(
        "A mobile number, with or without the country's, and a citizen's id are told from other numbers",
        arguments: [
            ("13812345678", true), ("+8613812345678", true), ("8613812345678", true),
            ("008613812345678", true),
            ("11010519491231002X", true), ("11010519491231002x", true), ("440524188001010014", true),
            // 抖店's order numbers have 18 or 19 digits; a check digit that does not fit is none.
            ("110105194912310021", false), ("4988111222333444555", false), ("6917341234567890123", false),
            ("12812345678", false), ("8512345678901", false), ("1381234567", false), ("", false),
            ("+", false),
        ])
    func numbers(_ text: String, _ isPersonal: Bool) {
        #expect(PersonalData.isPersonalNumber(text) == isPersonal)
    }

    @Test(
        "What names the secretary, the product or the day stays",
        arguments: [
            "", "赵庄村第一书记李伟", "3号链接 第一书记直播间", "2022-11-01 第二场", "20221101场次 5斤装2箱", "11月1号李书记直播", "郑州市二七区",
            "满100减20，共3箱",
        ])
    func keeps(_ text: String) {
        #expect(PersonalData.masked(text) == text)
    }

    @Test(
        "A remark is cut to 64 Unicode scalars, between two characters",
        arguments: ["好", "❤️", "🇨🇳", "e\u{301}", "\r\n", "👨‍👩‍👧‍👦"])
    func cutsWholeCharacters(character: Character) {
        let masked = PersonalData.masked(String(repeating: character, count: 99))
        #expect(masked == String(repeating: character, count: 64 / character.unicodeScalars.count))
        let mixed = PersonalData.masked(
            String(repeating: "好", count: 60) + String(repeating: character, count: 9))
        #expect((58...64).contains(mixed.unicodeScalars.count))
    }

    @Test("A remark is cut after it was masked")
    func cuts() {
        let text = String(repeating: "好", count: 60) + "13800001234"
        #expect(PersonalData.masked(text) == String(repeating: "好", count: 60) + "***")
    }

    @Test("Of a parked record the described figures and words stay, and nothing that looks like neither")
    func keepsDescribed() throws {
        var keys = DescribedKeys([["id"], ["a", "n"], ["town", "id"]], values: .figures)
        keys.insert([["title"]], values: .words)
        let body = #"""
            [{ "id": "6900000000000010010", "a": [{"buyer_words": "x", "n": 2.50}, {"n": "华小满"}, "13900001234"],
              "town": "露峰街道", "title": "山药 5斤", "mask_post_tel": "139", "\u0069d": "1" }]
            """#
        let kept = try JSONDocument(Array(body.utf8)).read { try keys.copy($0.array()[0]) }
        #expect(
            kept == #"{"id":"6900000000000010010","a":[{"n":2.50},{"n":"***"},"***"],"#
                + #""town":"***","title":"山药 5斤"}"#)
        let bare = try JSONDocument(Array(#"{"id":"13900001234"}"#.utf8)).read { keys.copy($0) }
        #expect(bare == #"{"id":"***"}"#)
        let phone = try JSONDocument(Array(#"{"title":"华小满 139-0000-1234","id":"139-0000-1234"}"#.utf8))
        #expect(phone.read { keys.copy($0) } == #"{"id":"***","title":"***"}"#)
    }
}
