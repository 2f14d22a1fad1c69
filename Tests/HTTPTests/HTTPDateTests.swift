import HTTP
import Testing

@Suite("HTTP dates")
struct HTTPDateTests {
    @Test(
        "each of the three forms is read, in any case of the header's name",
        arguments: [
            "Fri, 30 Dec 2022 01:00:00 GMT", "Friday, 30-Dec-22 01:00:00 GMT", "Fri Dec 30 01:00:00 2022",
        ])
    func forms(_ text: String) {
        let response = HTTPResponse(status: 200, headerLines: "date:  \(text) \r\n", body: [])
        #expect(response.dateSeconds("Date") == 1_672_362_000)
    }

    @Test(
        "what is no HTTP date is none, and so is one that names a zone of which several have the name",
        arguments: [
            "", "now", "120", "1672362000", "Fri, 30 Dec 2022 GMT", "30 Dec 2022",
            "Fri, 30 Dec 2022 01:00:00 CST",
            "Fri, 99 Dec 2022 01:00:00 GMT", "Thu, 01 Jan 1960 00:00:00 GMT", "2022-12-30T01:00:00Z",
        ])
    func noDates(_ text: String) {
        #expect(
            HTTPResponse(status: 200, headerLines: "Date: \(text)\n", body: []).dateSeconds("Date") == nil)
    }

    @Test("an answer without the header has no date")
    func absent() {
        #expect(HTTPResponse(status: 200, body: []).dateSeconds("Date") == nil)
    }
}
