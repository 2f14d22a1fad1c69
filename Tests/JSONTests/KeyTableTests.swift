import JSON
import Testing

@Suite("Members are found by hash")
struct KeyTableTests {
    @Test("objects whose keys have the same fingerprints share a table and keep their own keys")
    func sharedTable() throws {
        let page = #"""
            [{"prefix__1__suffix__":1,"a":2},{"prefix__2__suffix__":3,"a":4},
            {"prefix__1__suffix__":5,"prefix__2__suffix__":6},{"prefix__2__suffix__":7,"prefix__1__suffix__":8}]
            """#
        try withPage(page) { (root) throws in
            let objects = try root.array()
            #expect(
                try objects.map { (view) throws in try view.integerIfPresent("prefix__1__suffix__") } == [
                    1, nil, 5, 8,
                ])
            #expect(
                try objects.map { (view) throws in try view.integerIfPresent("prefix__2__suffix__") } == [
                    nil, 3, 6, 7,
                ])
            #expect(try objects.map { (view) throws in try view.integerIfPresent("a") } == [2, 4, nil, nil])
        }
    }

    @Test(
        "any number of keys is found, and no others are",
        arguments: [0, 1, 2, 3, 31, 32, 254, 255, 256, 257, 1000])
    func counts(count: Int) throws {
        let members = (0..<count).map { "\"key \($0) of \(count)\":\($0)" }
        try withPage("[{\(members.joined(separator: ","))}]") { (root) throws in
            let object = try root.array()[0]
            for number in 0..<count {
                #expect(try object.integer(JSONKey("key \(number) of \(count)")) == Int64(number))
            }
            for number in 0..<count + 9 { #expect(object[JSONKey("no key \(number) of \(count)")] == nil) }
        }
    }

    @Test("of equal keys the first counts, in objects of any size", arguments: [2, 100, 300])
    func duplicates(count: Int) throws {
        let members = (0..<count).map { "\"k\($0 % 50)\":\($0)" }
        try withPage("[{\(members.joined(separator: ","))}]") { (root) throws in
            let object = try root.array()[0]
            for number in 0..<min(count, 50) {
                #expect(try object.integer(JSONKey("k\(number)")) == Int64(number))
            }
        }
    }

    @Test("a page may hold more kinds of objects than there are tables")
    func manyKinds() throws {
        let objects = (0..<2000).map { "{\"id\":\($0),\"only \($0)\":1}" }
        try withPage("[\((objects + objects).joined(separator: ","))]") { (root) throws in
            for (index, object) in try root.array().enumerated() {
                #expect(try object.integer("id") == Int64(index % 2000))
                #expect(try object.integer(JSONKey("only \(index % 2000)")) == 1)
                #expect(object[JSONKey("only \(index % 2000 + 1)")] == nil)
            }
        }
    }
}
