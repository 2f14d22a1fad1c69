package import Domain
package import Reports

/// Kept pages mapped again.
extension Workplace {
    /// The right to map pages of these accounts again; a store that is not there has none to put right.
    package func needs(replaying ids: [String]) -> Needs {
        Needs(accounts: settings.readAccounts.map(\.id).filter { ids.isEmpty || ids.contains($0) })
    }

    /// Maps the kept pages of these accounts again into a store that the caller may write to.
    package func replay(
        _ ids: [String], days: ClosedRange<BusinessDay>?, into pipeline: Pipeline,
        progress: @escaping @Sendable (StageProgress) -> Void
    ) async throws(ServiceError) -> ReplayReport {
        try await pipeline.replay(
            try accounts(ids), days: days, from: pages.folder, isDryRun: false, progress: progress)
    }

    /// What mapping pages again would change, tried on a copy of the store that is removed behind it.
    package func tryReplay(
        _ ids: [String], days: ClosedRange<BusinessDay>?,
        progress: @escaping @Sendable (StageProgress) -> Void
    ) async throws(ServiceError) -> ReplayReport {
        let accounts = try accounts(ids)
        return try await trying("replay") { copy throws(ServiceError) in
            try await pipeline(copy).replay(
                accounts, days: days, from: pages.folder, isDryRun: true, progress: progress)
        }
    }
}
