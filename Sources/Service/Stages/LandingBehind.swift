import Store

/// Lands pages one after the other, each while the next is read: reading a file takes about as long as landing it.
struct LandingBehind {
    /// What became of the pages that have landed.
    private(set) var counts = LandedCounts()
    private let stage: LandingStage
    private var landing: Task<Result<LandedCounts, StoreError>, Never>?

    /// Nothing on its way.
    init(_ stage: LandingStage) {
        self.stage = stage
    }

    /// Begins to land a page, once the one before it has landed; throws as that does.
    mutating func land(_ page: PreparedPage) async throws(ServiceError) {
        try await finish()
        landing = Task { [stage] in
            do throws(StoreError) {
                return .success(try await stage.land([page]))
            } catch {
                return .failure(error)
            }
        }
    }

    /// Waits for what is on its way.
    mutating func finish() async throws(ServiceError) {
        guard let landing else { return }
        self.landing = nil
        let landed = await landing.value
        counts.add(try await ServiceError.ofStore { () throws(StoreError) in try landed.get() })
    }
}
