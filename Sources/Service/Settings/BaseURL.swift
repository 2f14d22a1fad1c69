import Domain

/// `http(s)://host[:port]` and nothing behind it.
///
/// Plain `http` is taken for this machine only: elsewhere tokens and buyers' data would go over the wire in
/// clear.
struct BaseURL {
    let text: String
    /// 127.0.0.0/8, `localhost` or `::1`.
    let isLoopback: Bool

    /// Why an address is not taken; the address itself may hold a password and is not repeated.
    enum Fault: Error {
        case malformed, clear

        /// What is wrong with the key of this name.
        func notice(of key: Notice) -> Notice {
            switch self {
            case .malformed: Notice("settings.address_malformed", key)
            case .clear: Notice("settings.address_in_clear", key)
            }
        }
    }

    init(_ text: String) throws(Fault) {
        guard let scheme = ["https://", "http://"].first(where: text.hasPrefix),
            let host = Self.host(text.dropFirst(scheme.count))
        else { throw .malformed }
        isLoopback = Self.isLoopback(host)
        guard isLoopback || scheme == "https://" else { throw .clear }
        self.text = text
    }

    /// The host before an optional port; `nil` where it is not one.
    private static func host(_ authority: Substring) -> String? {
        var host = authority
        if host.hasPrefix("["), let end = host.firstIndex(of: "]") {
            guard isPort(host[host.index(after: end)...]) else { return nil }
            host = host[host.index(after: host.startIndex)..<end]
            return consists(host, of: "0123456789abcdefABCDEF:.") && host.contains(":") ? String(host) : nil
        }
        if let colon = host.firstIndex(of: ":") {
            guard isPort(host[colon...]) else { return nil }
            host = host[..<colon]
        }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        let letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_"
        return labels.allSatisfy { !$0.isEmpty && consists($0, of: letters) } ? String(host) : nil
    }

    /// Nothing, or `:1` to `:65535`.
    private static func isPort(_ text: Substring) -> Bool {
        guard let colon = text.first else { return true }
        let digits = text.dropFirst()
        return colon == ":" && digits.utf8.count <= 5 && consists(digits, of: "0123456789")
            && (1...65_535).contains(Int(digits) ?? 0)
    }

    private static func consists(_ text: Substring, of letters: String) -> Bool {
        let letters = Array(letters.utf8)
        return text.utf8.allSatisfy(letters.contains)
    }

    /// All four numbers count: `127.0.0.1.example.com` is somewhere else.
    private static func isLoopback(_ host: String) -> Bool {
        let numbers = host.split(separator: ".", omittingEmptySubsequences: false)
        let isAddress = numbers.count == 4 && numbers.allSatisfy { UInt8($0) != nil && $0.first != "+" }
        return host.lowercased() == "localhost" || host == "::1" || isAddress && numbers[0] == "127"
    }
}
