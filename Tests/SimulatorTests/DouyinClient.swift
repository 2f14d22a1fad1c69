import Digest
import Domain
import Foundation
import Hummingbird
import HummingbirdTesting

@testable import Simulator

/// Asks the simulated shop platform as a right client would, unless told to err.
struct DouyinClient {
    let client: any TestClientProtocol
    let account: Account
    var token: String?
    var signMethod = "hmac-sha256"
    var tamper = ""

    /// The decoded answer of one call.
    func call(_ path: String, _ body: String) async throws -> Answer {
        let bytes = try await send(path, body)
        let object = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] ?? [:]
        let data = object["data"] as? [String: Any] ?? [:]
        let key = path == "/order/searchList" ? "shop_order_list" : "items"
        return Answer(
            code: object["code"] as? Int ?? 0, subCode: object["sub_code"] as? String ?? "",
            total: data["total"] as? Int ?? 0, rows: data[key] as? [[String: Any]] ?? [])
    }

    /// The bytes of one call.
    func send(_ path: String, _ body: String) async throws -> [UInt8] {
        let method = path.dropFirst().replacingOccurrences(of: "/", with: ".")
        let timestamp = "1671494400"
        let plain =
            "\(account.appSecret)app_key\(account.appKey)method\(method)param_json\(body)timestamp\(timestamp)v2"
            + account.appSecret
        let code = HMACSHA256.code(of: Array(plain.utf8), key: Array(account.appSecret.utf8))
        let sign = code.hexadecimal + tamper
        let query =
            "app_key=\(account.appKey)&method=\(method)&access_token=\(token ?? account.accessToken)"
            + "&timestamp=\(timestamp)&v=2&sign_method=\(signMethod)&sign=\(sign)"
        let response = try await client.execute(
            uri: "\(path)?\(query)", method: .post, body: ByteBuffer(string: body))
        return Array(response.body.readableBytesView)
    }

    /// Every row of a window, page by page.
    func all(_ path: String, from: Int64, to: Int64, size: Int = 100) async throws -> [[String: Any]] {
        let (start, end) =
            path == "/order/searchList"
            ? ("update_time_start", "update_time_end") : ("update_start_time", "update_end_time")
        let order =
            path == "/order/searchList"
            ? #""order_asc":true,"order_by":"update_time""# : #""order_by":["update_time asc"]"#
        var rows: [[String: Any]] = []
        for page in 0..<10_000 {
            let answer = try await call(
                path, #"{\#(order),"page":\#(page),"size":\#(size),"\#(end)":\#(to),"\#(start)":\#(from)}"#)
            rows += answer.rows
            if (page + 1) * size >= answer.total { break }
        }
        return rows
    }

    struct Answer {
        let code: Int
        let subCode: String
        let total: Int
        let rows: [[String: Any]]
    }
}
