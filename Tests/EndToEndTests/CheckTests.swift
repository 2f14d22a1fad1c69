import Foundation
import Testing

/// What `check` says of a store, and how it ends.
@Suite("check and the store")
struct CheckTests {
    private static let order = "7013000000000010011"

    private func bureau() throws -> Bureau {
        let bureau = try Bureau()
        try bureau.server.serve(
            try Cases.text("13-file-under-wrong-account/orders.json"), at: "order-searchList")
        try bureau.done("run")
        return bureau
    }

    @Test(
        "K18: a cell changed by hand is named with its order, what it is and what it should be, and check ends with 4",
        arguments: SpokenLanguage.allCases)
    func damaged(language: SpokenLanguage) throws {
        let bureau = try bureau()
        bureau.language = language
        #expect(try bureau.run(["check"], strict: true).status == 0)
        try bureau.change(
            """
            UPDATE credit SET paid_fen = paid_fen + 1 WHERE order_key =
                (SELECT order_key FROM orders WHERE order_id = '\(Self.order)')
            """)
        let result = try bureau.run(["check"])
        #expect(result.status == 4, "\(result.output)")
        for part in [
            language.text(
                "表 credit 的 paid_fen（店铺 9001、订单 \(Self.order)",
                "table credit, column paid_fen (shop 9001, order \(Self.order)"),
            language.text("现在是 5001，按其他记录应是 5000", "it is 5001, by the other records it should be 5000"),
        ] {
            #expect(result.output.contains(part), "\(result.output)")
        }
    }

    @Test(
        "a sample is as many orders as asked for, and sums are added up all the same",
        arguments: SpokenLanguage.allCases)
    func sample(language: SpokenLanguage) throws {
        let bureau = try bureau()
        bureau.language = language
        let sample = try bureau.run(["check", "--sample", "1"], strict: true)
        let part = language.text(
            "抽查的 1 个订单", "orders of the sample, worked out anew, come to what is stored (1)")
        #expect(sample.status == 0 && sample.output.contains(part), "\(sample.output)")
        #expect(
            try bureau.run(["check"]).output.contains(
                language.text("全部 3 个订单重新计算", "all orders, worked out anew, come to what is stored (3)")))
        try bureau.change("UPDATE daily SET paid_fen = paid_fen + 1")
        #expect(try bureau.run(["check", "--sample", "1"]).status == 4)
        #expect(try bureau.run(["check", "--sample", "0"]).status == 2)
    }

    @Test(
        "a platform that does not answer ends with 3, a store that does not fit before it with 4, settings with 2"
    )
    func ranks() throws {
        let bureau = try bureau()
        let settings = try String(
            contentsOf: bureau.folder.url.appendingPathComponent("daihuo.yaml"), encoding: .utf8)
        try bureau.folder.write(
            settings.replacingOccurrences(of: bureau.server.baseURL, with: "http://127.0.0.1:9"),
            to: "daihuo.yaml")
        let silent = try bureau.run(["check", "--patience", "1s"])
        #expect(silent.status == 3 && silent.output.contains("可能只是暂时的：a-douyin；请过几分钟再运行 daihuo check"))
        #expect(!silent.output.contains("自动"), "\(silent.output)")
        try bureau.change("UPDATE daily_read SET read_fen = read_fen + 1")
        #expect(try bureau.run(["check", "--patience", "1s"]).status == 4)
        try bureau.folder.write("store: [", to: "daihuo.yaml")
        #expect(try bureau.run(["check"]).status == 2)
    }

    @Test(
        "whoever may read the folder but not write to it gets the same answers, and nothing is made beside the store",
        arguments: [
            ["check"], ["explain", order],
            ["report", "attribution", "--from", "2022-11-01", "--to", "2022-11-30"],
        ])
    func readOnly(question: [String]) throws {
        let bureau = try bureau()
        let answer = try bureau.run(question)
        try bureau.leaveOnlyStore()
        let before = try FileManager.default.contentsOfDirectory(atPath: bureau.folder.url.path).sorted()
        let read = try bureau.runWithoutRights(question)
        // The configuration lies elsewhere for whoever may not write.
        let folder = bureau.folder.url.path + "/"
        let texts = [read, answer].map { $0.output.replacingOccurrences(of: folder, with: "") }
        #expect(read.status == 0 && texts[0] == texts[1], "\(read.output)\(read.complaints)")
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: bureau.folder.url.path).sorted() == before)
    }
}
