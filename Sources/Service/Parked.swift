package import Domain
package import Reports
import Store

/// What is held, and how a person dismisses it.
extension Pipeline {
    /// All that is held and fits every condition, `kind=orphan` or `account=pds-douyin`; the oldest first.
    ///
    /// Throws where a condition is none, or names what is not there.
    package func parked(only conditions: [String]) async throws(ServiceError) -> ParkedReport {
        let filters = try conditions.map { condition throws(ServiceError) in try HeldFilter(condition) }
        try await expectAccounts(filters)
        let held = try await held(orderID: nil)
        return ParkedReport(
            records: held.filter { record in filters.allSatisfy { $0.holds(record) } }, asOf: now())
    }

    /// Throws where a condition names an account of which nothing is stored.
    private func expectAccounts(_ filters: [HeldFilter]) async throws(ServiceError) {
        let asked = filters.filter { $0.key == "account" }.map(\.value)
        if asked.isEmpty { return }
        let known = try await ServiceError.ofStore { () throws(StoreError) in
            try await store.names().sources.sorted()
        }
        if let error = ServiceError(unknown: asked, among: known, "parked.unknown_account") { throw error }
    }

    func held(orderID: String?) async throws(ServiceError) -> [HeldRecord] {
        try await ServiceError.ofStore { () throws(StoreError) in try await store.held(orderID: orderID) }
    }

    /// How much of what is stored is still open.
    package func openCounts() async throws(ServiceError) -> OpenCounts {
        try await ServiceError.ofStore { () throws(StoreError) in try await store.openCounts() }
    }

    /// Dismisses what is held under these names (`p12`, `c3`), all of it or nothing.
    ///
    /// Throws where a name is none, or nothing held has it.
    package func dismiss(_ names: [String], why: String) async throws(ServiceError) -> DismissReport {
        if why.allSatisfy(\.isWhitespace) {
            throw ServiceError(.usage, [Notice("parked.no_reason")])
        }
        let asked = names.map { (name: $0, record: HeldRecord.dismissible($0)) }
        let at = now()
        let missing = try await ServiceError.ofStore { () throws(StoreError) in
            try await store.write { session in
                let missing = try asked.filter { try $0.record.map { try !session.isHeld($0, $1) } ?? true }
                if missing.isEmpty {
                    for (kind, number) in asked.compactMap(\.record) {
                        try session.dismiss(kind, number, why: why, at: at)
                    }
                }
                return missing.map(\.name)
            }
        }
        if !missing.isEmpty { throw Self.notHeld(missing) }
        return DismissReport(ids: names, dismissal: .init(at: at, why: why))
    }

    private static func notHeld(_ names: [String]) -> ServiceError {
        ServiceError(.usage, names.map { Notice("parked.not_held", $0) })
    }
}

/// A condition of `daihuo parked --only`.
private struct HeldFilter {
    let key: String
    let value: String

    init(_ text: String) throws(ServiceError) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, ["kind", "account"].contains(parts[0]) else {
            throw ServiceError(.usage, [Notice("parked.no_condition", text)])
        }
        (key, value) = (String(parts[0]), String(parts[1]))
        if key == "kind", HeldRecord.Kind(rawValue: value) == nil {
            let known = HeldRecord.Kind.allCases.map(\.rawValue)
            throw ServiceError(.usage, [Notice("parked.unknown_kind", text, known)])
        }
    }

    func holds(_ record: HeldRecord) -> Bool {
        key == "kind" ? record.kind.rawValue == value : record.source == value
    }
}
