import JSON

/// Reads a page that must be well-formed and hands its root to `body`.
func withPage<R>(_ text: String, _ body: (JSONView) throws -> R) throws -> R {
    try JSONDocument(Array(text.utf8)).read { (root) throws(any Error) in try body(root) }
}

/// Why a page, or what `body` asks of it, is refused; nil if it isn't.
func refusal(
    of bytes: [UInt8], _ body: (JSONView) throws(JSONError) -> Void = { _ in }
) -> JSONError? {
    do throws(JSONError) {
        try JSONDocument(bytes).read(body)
        return nil
    } catch {
        return error
    }
}

/// As above, of a text.
func refusal(
    of text: String, _ body: (JSONView) throws(JSONError) -> Void = { _ in }
) -> JSONError? {
    refusal(of: Array(text.utf8), body)
}
