import JSON
import Testing

@Suite("Members, elements and paths")
struct LookupTests {
    @Test("keys of all lengths are found, as literal and at run time")
    func keys() throws {
        let keys = (0...40).map { String("order_amount_of_every_line_in_this_shop_x".prefix($0)) }
        let page = "{" + keys.enumerated().map { "\"\($1)\":\($0)" }.joined(separator: ",") + "}"
        try withPage(page) { (root) throws in
            for (index, key) in keys.enumerated() {
                #expect(try root.integer(JSONKey(key)) == Int64(index))
                #expect(root.at(path: [key])?.textIfPresent() == "\(index)")
            }
            #expect(try root.integer("") == 0)
            #expect(try root.integer("o") == 1)
            #expect(try root.integer("order_am") == 8)
            #expect(try root.integer("order_amount") == 12)
            #expect(root["order_amounT"] == nil)
            #expect(root.at(path: ["orders"]) == nil)
        }
    }

    @Test("keys that agree in length and both ends are told apart")
    func similarKeys() throws {
        try withPage(#"{"prefix__1__suffix__":1,"prefix__2__suffix__":2}"#) { (root) throws in
            #expect(try root.integer("prefix__2__suffix__") == 2)
            #expect(root["prefix__3__suffix__"] == nil)
        }
    }

    @Test("escaped and Chinese keys match, on either side")
    func escapedKeys() throws {
        try withPage(#"{"\u8ba2\u5355":1,"金额":2,"a\"b\\":3,"\ud83d\ude00":4,"plain":5}"#) { (root) throws in
            #expect(try root.integer("订单") == 1)
            #expect(try root.integer("金额") == 2)
            #expect(try root.integer("a\"b\\") == 3)
            #expect(try root.integer("😀") == 4)
            #expect(try root.integer("plain") == 5)
        }
    }

    @Test("of equal keys the first counts, however it is written")
    func duplicates() throws {
        #expect(try withPage(#"[{"a":1,"a":2,"\u0061":3}]"#) { try $0.array()[0].integer("a") } == 1)
        #expect(try withPage(#"[{"\u0061":3,"a":1}]"#) { try $0.array()[0].integer("a") } == 3)
    }

    @Test("arrays know their count and elements, nested or empty")
    func arrays() throws {
        try withPage(#"{"a":[[1,2],[],[{"b":[3]}],4],"e":[],"n":null,"t":"","o":{}}"#) { (root) throws in
            let outer = try root.array("a")
            #expect(outer.count == 4)
            #expect(try outer[0].array().map { $0.textIfPresent() } == ["1", "2"])
            #expect(try outer[1].array().isEmpty)
            #expect(try outer[2].array()[0].array("b")[0].integer() == 3)
            #expect(try outer[3].integer() == 4)
            #expect(try root.array("e").isEmpty)
            #expect(try root.arrayIfPresent("e")?.count == 0)
            for key in ["n", "t", "absent"] as [JSONKey] {
                #expect(try root.arrayIfPresent(key) == nil)
            }
            #expect(throws: JSONError.self) { try root.arrayIfPresent("o") }
        }
    }

    @Test("run-time paths go through objects and arrays")
    func runtimePaths() throws {
        try withPage(#"{"data":{"list":[{"id":"a"},{"id":"b"}],"0":"key"}}"#) { (root) throws in
            #expect(root.at(path: ["data", "list", "1", "id"])?.textIfPresent() == "b")
            #expect(root.at(path: ["data", "0"])?.textIfPresent() == "key")
            #expect(root.at(path: [])?.kind == .object)
            for missing in [
                ["data", "list", "2"], ["data", "list", "-1"], ["data", "x"], ["data", "0", "0"],
            ] {
                #expect(root.at(path: missing) == nil)
            }
        }
    }

    @Test("kinds and raw bytes are as the page wrote them")
    func rawBytes() throws {
        let page =
            "{\"a\" : [ 1 , {\"b\":[ ]} ] ,\n \"t\" : \"x\\ny\" , \"u\":{ } , \"z\":-1.50e3\n, \"f\":false}"
        try withPage(page) { (root) throws in
            func raw(_ view: JSONView?) -> String? {
                view?.withRawBytes { String(decoding: $0, as: UTF8.self) }
            }
            #expect(raw(root) == page)
            #expect(raw(root["a"]) == "[ 1 , {\"b\":[ ]} ]")
            #expect(raw(root.at(path: ["a", "1"])) == "{\"b\":[ ]}")
            #expect(raw(root["t"]) == "\"x\\ny\"")
            #expect(raw(root["u"]) == "{ }")
            #expect(raw(root["z"]) == "-1.50e3")
            #expect(raw(root["f"]) == "false")
            #expect(
                ["a", "t", "u", "z", "f"].map { root[JSONKey($0)]?.kind }
                    == [.array, .text, .object, .number, .boolean])
        }
    }
}
