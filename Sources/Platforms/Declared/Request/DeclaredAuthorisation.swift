internal import Digest
internal import Domain

/// How a request shows that it may be answered.
enum DeclaredAuthorisation: Sendable {
    case none
    case header(name: String, value: RequestTemplate)
    case bearer
    /// HMAC-SHA256 with the app secret as key, lower-case hexadecimal.
    case hmac(header: String, template: RequestTemplate)

    /// The header that authorises the request; `values` hold its method, path, query and body.
    func header(_ values: RequestValues) throws(PlatformError) -> PlatformRequest.Header? {
        switch self {
        case .none: return nil
        case .header(let name, let value): return PlatformRequest.Header(name, try value.filled(values))
        case .bearer:
            return PlatformRequest.Header("Authorization", "Bearer " + (try values.value(.accessToken)))
        case .hmac(let header, let template):
            let text = try template.filled(values)
            let secret = try values.value(.appSecret)
            let code = HMACSHA256.code(of: Array(text.utf8), key: Array(secret.utf8))
            return PlatformRequest.Header(header, code.hexadecimal)
        }
    }

    init(_ section: DescriptionSection?) {
        guard let section else {
            self = .none
            return
        }
        self = Self.read(section)
        section.finish()
    }

    private enum Kind { case none, header, bearer, hmac }

    private static func read(_ section: DescriptionSection) -> DeclaredAuthorisation {
        let kinds: [(String, Kind)] = [
            ("none", .none), ("header", .header), ("bearer", .bearer), ("hmac-sha256", .hmac),
        ]
        if !section.has("kind") { section.missing("kind") }
        switch section.word("kind", kinds) ?? .none {
        case .none: return .none
        case .bearer: return .bearer
        case .header:
            let value = template(section, "value", allowed: RequestField.ofAuthorisation)
            return .header(name: section.headerName("name"), value: value)
        case .hmac:
            let template = template(section, "template", allowed: RequestField.ofSignature)
            return .hmac(header: section.headerName("header"), template: template)
        }
    }

    private static func template(
        _ section: DescriptionSection, _ key: String, allowed: [RequestField]
    ) -> RequestTemplate {
        let line = section.lineOfValue(key)
        return RequestTemplate(
            section.required(text: key), allowed: allowed, line: line, problems: section.problems)
    }
}

extension DescriptionSection {
    /// The name of a header field: letters, digits and `-`.
    fileprivate func headerName(_ key: String) -> String {
        let name = required(text: key)
        reportBadHeader(name, line: lineOfValue(key))
        return name
    }

    /// Reports a header's name that cannot be sent.
    func reportBadHeader(_ name: String, line: Int) {
        let isName = name.utf8.allSatisfy { byte in
            byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || Character(Unicode.Scalar(byte)).isLetter
                || Character(Unicode.Scalar(byte)).isNumber
        }
        if !isName { problems.add(line, Notice("declared.bad_header_name", name)) }
    }
}
