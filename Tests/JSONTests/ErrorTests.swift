import Domain
import JSON
import Reports
import Testing

@Suite("Errors say where and what")
struct ErrorTests {
    private let page = #"""
        {"data":{"empty":{},"none":[],
        "list":[{"id":1,"lines":[]},{"id":2,"lines":[{"p":[[],[0]]},{"pay":"x"}]}],
        "\u91d1\u989d":true,"last":{"deep":{"v":"secret 13800000000"}}}}
        """#

    @Test("the path of a value that was refused")
    func paths() throws {
        try withPage(page) { (root) throws in
            let data = try root.object("data")
            let line = try data.array("list")[1].array("lines")
            func path(_ body: () throws(JSONError) -> Void) -> String? {
                do throws(JSONError) {
                    try body()
                    return nil
                } catch {
                    return error.path
                }
            }
            #expect(
                path { () throws(JSONError) in _ = try line[1].fen("pay") } == "data.list[1].lines[1].pay")
            #expect(path { () throws(JSONError) in _ = try data.fen("金额") } == "data.金额")
            #expect(path { () throws(JSONError) in _ = try root.array() } == "")
            #expect(path { () throws(JSONError) in _ = try data.array("empty") } == "data.empty")
            #expect(path { () throws(JSONError) in _ = try data.object("none") } == "data.none")
            #expect(
                path { () throws(JSONError) in _ = try data.array("list")[0].text("lines") }
                    == "data.list[0].lines")
            let inner = try line[0].array("p")[1].array()[0]
            #expect(
                path { () throws(JSONError) in _ = try inner.object() } == "data.list[1].lines[0].p[1][0]")
        }
    }

    @Test("a missing member is named, whether absent, null or asked of something else")
    func missing() {
        let absent = refusal(of: page) { (root) throws(JSONError) in
            _ = try root.object("data").array("list")[0].text("order_id")
        }
        #expect(absent == JSONError(path: "data.list[0].order_id", reason: .missing))
        let ofText = refusal(of: page) { (root) throws(JSONError) in
            _ = try root.object("data").array("list")[0].array("lines").first?.text("x")
            _ = try root.at(path: ["data", "last", "deep", "v"])?.text("x")
        }
        #expect(
            ofText == JSONError(path: "data.last.deep.v", reason: .wrongKind(expected: .object, found: .text))
        )
    }

    @Test("the sentence has the path and never the value")
    func sentence() {
        let error = refusal(of: page) { (root) throws(JSONError) in
            _ = try root.object("data").object("last").object("deep").integer("v")
        }
        #expect(error?.notice.text(in: .chinese) == "data.last.deep.v：不是十进制数字，平台格式可能有变，请保留原页面并报告开发者。")
        #expect(refusal(of: "")?.notice.text(in: .chinese) == "页面：回复是空的，请稍后重新拉取，若仍如此请保留原页面并报告开发者。")
    }
}
