package import Domain
import Store

extension Workplace {
    /// Why nothing can be fetched or booked at this moment, for `/readyz`; nothing where it can.
    ///
    /// Secrets are read, and the store is opened for reading. That there is none yet is no obstacle: whoever writes makes
    /// it, and brings one of an earlier version up to date.
    package func obstacles() async -> [Notice] {
        let secrets = settings.secretProblems(environment: environment).map(\.notice)
        do {
            _ = try await OrderStore(reading: settings.storePath).newestBatch()
            return secrets
        } catch  where error.kind == .missing || error.kind == .older {
            return secrets
        } catch {
            return secrets + [error.notice]
        }
    }
}
