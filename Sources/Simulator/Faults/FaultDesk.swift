/// Remembers what was asked, so that each fault strikes once.
struct FaultDesk {
    let plan: FaultPlan
    private var asked: [String: Int] = [:]
    private var struck: Set<String> = []

    init(plan: FaultPlan) {
        self.plan = plan
    }

    /// The fault for this request, if any.
    mutating func fault(for ask: Ask) -> FaultPlan.Kind? {
        let ordinal = asked[ask.path, default: 0]
        asked[ask.path] = ordinal + 1
        if let scripted = plan.scripted.first(where: { $0.path == ask.path && $0.ordinal == ordinal }) {
            return scripted.kind
        }
        let identity = ask.identity
        guard let kind = plan.drawn(for: identity), struck.insert(identity).inserted else { return nil }
        return kind
    }
}
