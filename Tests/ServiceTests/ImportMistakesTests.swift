import Domain
import Foundation
import Reports
import Testing

@testable import Service

/// A file whose shop nobody can tell: what to do depends on which accounts there are.
@Suite("Files of no account")
struct ImportMistakesTests {
    private static let douyin = """
          - {id: north, platform: douyin, shop: "1", base_url: "http://127.0.0.1:9", app_key: k, app_secret: s,
             access_token: t, since: 2022-11-01}

        """
    private static let fair = """
          - {id: fair, platform: p832, shop: "3", base_url: "http://127.0.0.1:9", app_key: k, app_secret: s,
             since: 2022-11-01}

        """

    @Test(
        "each is told what there is to do, and no list in a sentence is empty",
        arguments: [
            ("", nil, "import.no_accounts"), ("", "north", "import.no_accounts"),
            (fair, nil, "import.no_account_of_platform"),
            (fair, "north", "workplace.unknown_account"), (fair, "fair", "import.other_platform"),
            (douyin + douyin.replacing("north", with: "south"), nil, "import.shop_unsaid"),
        ])
    func refused(accounts: String, account: String?, code: String) throws {
        let folder = try TemporaryFolder()
        func write(_ name: String, _ text: String) throws {
            try Data(text.utf8).write(to: URL(filePath: "\(folder.path)/\(name)"))
        }
        try write("parties.csv", "party,name,kind,region,organisation\n")
        try write("orders.csv", "主订单编号,子订单编号,商品数量,订单应付金额,订单提交时间,订单状态\n")
        let head = "store: s.sqlite\nroster: .\naccounts:"
        try write("daihuo.yaml", head + (accounts.isEmpty ? " []\n" : "\n" + accounts))
        let workplace = try Workplace(config: "\(folder.path)/daihuo.yaml", environment: [:], time: .wall)
        let error = try #require(throws: ServiceError.self) {
            try ImportStage.inputs(
                ["\(folder.path)/orders.csv"], account: account, named: nil, in: workplace)
        }
        #expect(error.exitCode == .usage && error.notices.first?.code == code)
        for sentence in [error.notices[0].text(in: .chinese), error.notices[0].text(in: .english)] {
            #expect(!sentence.contains("（）") && !sentence.contains("()") && !sentence.contains("{"))
        }
    }
}
