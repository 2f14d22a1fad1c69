import JSON
import SeededRandomness
import Testing

@Suite("A key that stands twice")
struct RepeatedKeyTests {
    @Test(
        "outside of arrays it ends the page, wherever it stands and however it is written",
        arguments: [
            #"{"a":1,"a":1}"#, #"{"a":1,"\u0061":2}"#, #"{"code":0,"data":{"x":{"t":1,"t":2},"list":[]}}"#,
            #"{"":1,"":2}"#, #"{"list":[],"list":[{}]}"#,
        ])
    func envelope(page: String) {
        #expect(refusal(of: page) == JSONError(path: "", reason: .repeatedKey))
    }

    @Test("in an array it is its record's, at whatever depth, and no other's")
    func record() throws {
        for record in [
            #"{"a":1,"a":2}"#, #"{"x":{"y":[[{"b":1,"b":1}]]}}"#, #"{"a":"a","b":[{"\u0062":1,"b":2}]}"#,
        ] {
            try withPage(#"{"list":[{"a":1,"b":{"a":1}},\#(record),{}]}"#) { (root) throws in
                let records = try root.array("list")
                #expect(throws: Never.self) { try records[0].expectKeysOnce() }
                #expect(throws: JSONError(path: "list[1]", reason: .repeatedKey)) {
                    try records[1].expectKeysOnce()
                }
                #expect(throws: Never.self) { try records[2].expectKeysOnce() }
            }
        }
    }

    @Test(
        "it is found in objects of any size, and behind any number of kinds of objects",
        arguments: [2, 3, 255, 256, 900])
    func anySize(count: Int) throws {
        var random = SeededRandom()
        let kinds = (0..<2000).map { "{\"id\":\($0),\"only \($0)\":1}" }
        for others in [[], kinds] {
            var keys = (0..<count).map { "key \($0)" }
            func page() -> String {
                let members = keys.map { "\"\($0)\":0" }.joined(separator: ",")
                return "[\((others + ["{\(members)}"]).joined(separator: ","))]"
            }
            #expect(refusal(of: page()) { (root) throws(JSONError) in try root.expectKeysOnce() } == nil)
            let place = random.next(in: 1...count - 1)
            keys[place] = keys[random.next(in: 0...place - 1)]
            #expect(
                refusal(of: page()) { (root) throws(JSONError) in try root.expectKeysOnce() }?.reason
                    == .repeatedKey, "seed \(random.seed)")
        }
    }
}
