import JSON
import Platforms
import Testing

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

    @Test("Redacting keeps a record's figures and drops who bought")
    func redacts() throws {
        let body = #"""
            { "order_id": "1", "a": [1, {"buyer_words": "x", "n": 2.50}, "t,]}\"" ], "mask_post_tel": "139",
              "post_addr": {"town": {"id": "410423"}, "street": {"id": "1"}, "detail": "y"},
              "\u0070ost_tel": "139",
              "seller_words": "李书记 13800001234", "empty": {}, "none": [], "user_id_info": {"x": [1]} }
            """#
        let redacted = try JSONDocument(Array(body.utf8)).read { PersonalData.redacted($0) }
        #expect(
            redacted == #"{"order_id":"1","a":[1,{"n":2.50},"t,]}\""],"post_addr":{"town":{"id":"410423"}},"#
                + #""seller_words":"李书记 ***","empty":{},"none":[]}"#)
        #expect(throws: Never.self) { try JSONDocument(Array(redacted.utf8)) }
    }
}
