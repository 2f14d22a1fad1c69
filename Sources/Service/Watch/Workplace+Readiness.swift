package import Domain
import Store

extension Workplace {
    /// Why nothing can be fetched or booked at this moment, for `/readyz`; nothing where it can.
    ///
    /// Secrets are read, of which one account's suffice, and the store is opened for reading. That there is none yet is no obstacle: whoever writes makes
    /// it, and brings one of an earlier version up to date.
    package func obstacles() async -> [Notice] {
        // One account without its secrets keeps none of the others from being read.
        let broken = settings.readAccounts.filter { $0.secretProblem(environment: environment) != nil }
        let secrets =
            broken.count == settings.readAccounts.count
            ? broken.compactMap { $0.secretProblem(environment: environment)?.notice } : []
        if isStoreGone { return secrets + [Notice("serve.store_gone", settings.storePath)] }
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
