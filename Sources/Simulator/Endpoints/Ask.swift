import Foundation

/// A request as an endpoint sees it.
struct Ask: Sendable {
    /// `GET` or `POST`.
    let method: String
    let path: String
    /// As sent, without `?`.
    let rawQuery: String
    /// Decoded.
    let query: [String: String]
    /// By lower-case name.
    let headers: [String: String]
    let body: [UInt8]

    /// What the body says, numbers and texts alike as text; empty where it is no JSON object.
    var fields: [String: String] {
        guard let object = try? JSONSerialization.jsonObject(with: Data(body)) as? [String: Any] else {
            return [:]
        }
        return object.mapValues { value in
            if let list = value as? [Any] { return list.map { "\($0)" }.joined(separator: ",") }
            if let flag = value as? Bool, "\(value)" == "true" || "\(value)" == "false" { return "\(flag)" }
            return "\(value)"
        }
    }

    /// What tells this request from others when it is asked again: not its timestamp and signature.
    var identity: String {
        let parameters = query.filter { !["timestamp", "sign"].contains($0.key) }.sorted { $0.key < $1.key }
        let text = parameters.map { "\($0.key)=\($0.value)" }.joined(separator: "&")
        return "\(method) \(path)?\(text) \(String(decoding: body, as: UTF8.self))"
    }
}

/// An answer before it is sent.
struct Reply: Sendable {
    var status = 200
    var contentType = "application/json; charset=utf-8"
    var body: [UInt8]

    init(status: Int = 200, json: JSONBytes) {
        self.status = status
        body = json.bytes
    }

    init(status: Int, contentType: String, text: String) {
        self.status = status
        self.contentType = contentType
        body = Array(text.utf8)
    }
}

/// What endpoints answer from: the scenario as it shows itself at one instant.
struct Books: Sendable {
    let scenario: Scenario
    let shelves: [Shelf]
    /// Epoch seconds.
    let now: Int64
    var tokens = TokenDesk()

    /// The order of an account that is asked for, in its newest version; `nil` where there is none to be seen.
    func order(
        of account: Int, where isAskedFor: (OrderSpec) -> Bool
    ) -> (order: OrderSpec, version: OrderSpec.Version)? {
        guard let order = scenario.orders.first(where: { $0.account == account && isAskedFor($0) }) else {
            return nil
        }
        return order.version(at: now).map { (order, $0) }
    }
}
