import Foundation
import Testing

/// A bureau in whose files and pages no Chinese stands: what is Chinese in an answer is daihuo's own.
extension Bureau {
    /// An order with after-sales, one of them under an unknown word, and an after-sale whose order never came.
    static func english() throws -> Bureau {
        let bureau = try Bureau([zone, douyin])
        try bureau.employInEnglish("fs-01")
        try bureau.describe(inEnglish)
        let folder = "22-order-discount-over-three-lines"
        var orders = try Cases.records("\(folder)/orders.json")
        let items = try #require(orders[0]["items"] as? [[String: Any]])
        orders[0]["items"] = items.map { $0.merging(["title": "Sweet potatoes 2.5kg"]) { $1 } }
        var refunds = try Cases.records("\(folder)/refunds.json")
        for (place, word) in ["DONE", "DONE", "MAYBE"].enumerated() { refunds[place]["status"] = word }
        refunds.append(refunds[0].merging(["id": "RF9", "order": "F9", "line": "F9-1"]) { $1 })
        try bureau.server.serve(orders, at: "orders")
        try bureau.server.serve(refunds, at: "refunds")
        return bureau
    }

    /// The description of `t-decl` without its Chinese.
    static func inEnglish(_ text: String) -> String {
        [("试验平台", "Trial"), ("退款成功", "DONE"), ("退款关闭", "SHUT"), ("退款中", "OPEN")].reduce(text) {
            $0.replacingOccurrences(of: $1.0, with: $1.1)
        }
    }

    /// As `employ`, with names that are not Chinese.
    func employInEnglish(_ party: String) throws {
        try employ(party)
        try folder.write(
            """
            party,name,kind,region,organisation
            fs-01,One,first_secretary,410423,
            fs-02,Two,first_secretary,410423,

            """, to: "roster/parties.csv")
        try folder.write(
            """
            party,region,role,from,to
            fs-01,410423,first_secretary,2021-01-01,2022-11-10
            fs-02,410423,first_secretary,2022-11-10,

            """, to: "roster/tenures.csv")
        try folder.write(
            "campaign,name,from,to,channel,category,region,party\nc-1,Feast,2022-11-05,2022-11-09,,,,\n",
            to: "roster/campaigns.csv")
    }

    /// Runs a verb as somebody who reads English does, told of everything that goes on.
    func runInEnglish(_ arguments: [String]) throws -> DaihuoProcess.Result {
        let clock = arguments.contains("--now") ? [] : ["--now", now]
        return try DaihuoProcess.run(["--lang", "en"] + clock + arguments, in: folder.url)
    }
}

extension DaihuoProcess.Result {
    /// The lines that hold a Chinese character, or a sign of Chinese punctuation.
    var chineseLines: [Substring] {
        (output + complaints).split(separator: "\n").filter { line in
            line.unicodeScalars.contains { scalar in
                [0x201C...0x201D, 0x3000...0x9FFF, 0xFF00...0xFFEF].contains { $0.contains(scalar.value) }
            }
        }
    }
}
