import Domain
import Reports
import Store

/// One look into the inbox by the schedule: takes its lease, imports what lies there, lets go.
struct InboxJob: Sendable {
    let workplace: Workplace
    let path: String
    let language: Language
    let stop: StopSign
    let progress: @Sendable (StageProgress) -> Void
    let told: @Sendable (InboxReport.File) -> Void

    /// How often it is looked into.
    static let beat = Duration.seconds(60)

    enum Outcome: Sendable {
        /// How many files landed.
        case looked(imported: Int)
        /// Another process looks into it.
        case held
        case failed(ServiceError)
    }

    func run() async -> Outcome {
        let asking = Lease.Asking(path: workplace.settings.storePath, verb: "serve", patience: .zero)
        let leases: [Lease]
        do throws(StoreError) {
            leases = try await Lease.take([.inbox], asking, waiting: { _ in })
        } catch {
            return error.kind == .busy ? .held : .failed(ServiceError(error))
        }
        defer { withExtendedLifetime(leases) {} }
        do throws(ServiceError) {
            let report = try await round.run(told: told)
            if let stuck = report.files.first(where: { $0.outcome == .stuck }) {
                return .failed(ServiceError(.source, stuck.why))
            }
            return .looked(imported: report.files.count { $0.outcome == .done })
        } catch {
            return .failed(error)
        }
    }

    private var round: InboxRound {
        InboxRound(
            workplace: workplace, folder: InboxFolder(path: path), language: language,
            open: { [workplace] account async throws(ServiceError) in
                try await ServiceError.ofStore { () throws(StoreError) in
                    try await workplace.openedAtOnce(for: [.account(account)])
                }
            }, isStopping: { [stop] in stop.isRaised }, progress: progress)
    }
}
