internal import Domain
internal import YAML

/// How one page, or one order, is asked for.
struct DeclaredRequest: Sendable {
    private let method: String
    private let path: RequestTemplate
    private let query: [(name: String, value: RequestTemplate)]
    private let body: BodyTemplate?

    /// Reads a request that may hold these fields.
    init(_ section: DescriptionSection, allowed: [RequestField]) {
        let method = section.word("method", [("GET", "GET"), ("POST", "POST")]) ?? "GET"
        let pathText = section.required(text: "path")
        let pathLine = section.lineOfValue("path")
        if !pathText.isEmpty, !Self.isPath(pathText) {
            section.problems.add(pathLine, Notice("declared.bad_url_path", section.name("path")))
        }
        let body = section.node("body")
        if let body, method == "GET" {
            section.problems.add(body.line, Notice("declared.get_with_body"))
        }
        self.method = method
        path = RequestTemplate(
            pathText, allowed: allowed, line: pathLine, problems: section.problems)
        query = Self.query(section.section("query"), allowed: allowed)
        self.body = body.map { BodyTemplate($0, allowed: allowed, problems: section.problems) }
        section.finish()
    }

    /// Whether the field stands in path, query or body.
    func holds(_ field: RequestField) -> Bool {
        path.holds(field) || query.contains { $0.value.holds(field) } || body?.holds(field) == true
    }

    /// The request; `values` are completed with its parts for whoever signs it.
    func request(
        _ values: inout RequestValues, headers: [(name: String, value: RequestTemplate)], pageIsText: Bool,
        authorisation: DeclaredAuthorisation
    ) throws(PlatformError) -> PlatformRequest {
        values.method = method
        values.path = try path.filled(values, encoded: PercentEncoding.encode)
        values.queryText = try queryText(values)
        if let body {
            try body.write(values, pageIsText: pageIsText, into: &values.body)
        }
        var fields = [PlatformRequest.Header("Accept", "application/json")]
        if body != nil { fields.append(PlatformRequest.Header("Content-Type", "application/json")) }
        for header in headers {
            fields.append(PlatformRequest.Header(header.name, try header.value.filled(values)))
        }
        if let field = try authorisation.header(values) { fields.append(field) }
        try Self.refuseControls(in: fields)
        let tail = values.queryText.isEmpty ? "" : "?\(values.queryText)"
        return PlatformRequest(
            method: method, url: values.account.baseURL + values.path + tail, headers: fields,
            body: Array(values.body.utf8))
    }

    private func queryText(_ values: RequestValues) throws(PlatformError) -> String {
        var parts: [String] = []
        for parameter in query {
            let value = try parameter.value.filled(values)
            if !value.isEmpty { parts.append("\(parameter.name)=\(PercentEncoding.encode(value))") }
        }
        return parts.joined(separator: "&")
    }

    /// A secret that ends in a line break would otherwise become a header of its own.
    private static func refuseControls(in fields: [PlatformRequest.Header]) throws(PlatformError) {
        for field in fields where field.value.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
            throw PlatformError(
                .stopAccount, code: field.name, advice: Notice("declared.header_has_controls", field.name))
        }
    }

    private static func isPath(_ text: String) -> Bool {
        let marks = Array("/-._~{}%:@,".utf8)
        return text.hasPrefix("/")
            && text.utf8.allSatisfy { marks.contains($0) || PercentEncoding.isUnreserved($0) }
    }

    private static func query(
        _ section: DescriptionSection?, allowed: [RequestField]
    ) -> [(name: String, value: RequestTemplate)] {
        guard let section else { return [] }
        return section.freeEntries().map { entry in
            (PercentEncoding.encode(entry.key), template(entry, section, allowed: allowed))
        }
    }

    /// Header fields of every request.
    static func headers(_ section: DescriptionSection?) -> [(name: String, value: RequestTemplate)] {
        guard let section else { return [] }
        return section.freeEntries().map { entry in
            section.reportBadHeader(entry.key, line: entry.line)
            return (entry.key, template(entry, section, allowed: RequestField.ofHeader))
        }
    }

    private static func template(
        _ entry: YAMLNode.Entry, _ section: DescriptionSection, allowed: [RequestField]
    ) -> RequestTemplate {
        if entry.value.text == nil {
            section.problems.add(entry.line, Notice("declared.no_single_value", entry.key))
        }
        return RequestTemplate(
            entry.text, allowed: allowed, line: entry.line, problems: section.problems)
    }
}
