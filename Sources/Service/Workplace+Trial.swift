import Domain
import Foundation
package import Reports
import Store

/// What would become of the store, tried on a copy that is removed behind it.
extension Workplace {
    /// Does something with a copy of the store; where there is none and the verb would make one, with an empty one elsewhere.
    func trying<Answer>(
        _ verb: String, makesStore: Bool = false,
        _ body: (OrderStore) async throws(ServiceError) -> Answer
    ) async throws(ServiceError) -> Answer {
        var path = "\(settings.storePath).\(verb)-\(UUID().uuidString)"
        defer {
            for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
        }
        let copy: OrderStore
        do throws(StoreError) {
            do throws(StoreError) {
                _ = try OrderStore(reading: settings.storePath).backUp(to: path)
            } catch {
                guard makesStore, error.kind == .missing else { throw error }
                let folder = FileManager.default.temporaryDirectory
                path = folder.appendingPathComponent("daihuo-\(UUID().uuidString)").path
            }
            copy = try OrderStore(path: path)
        } catch {
            throw ServiceError(error)
        }
        return try await body(copy)
    }

    /// What importing files would come to, unreadable rows and all; nothing is written.
    package func tryImport(
        _ inputs: [ImportStage.Input], progress: @escaping @Sendable (StageProgress) -> Void
    ) async throws(ServiceError) -> RunReport {
        try await trying("import", makesStore: true) { store throws(ServiceError) in
            let inputs = inputs.map { input in
                var input = input
                input.unreadablePath = nil
                return input
            }
            var report = try await pipeline(store).importFiles(inputs, progress: progress)
            report.isDryRun = true
            report.reading = try await ServiceError.ofStore { () throws(StoreError) in
                try await coverage(store)
            }
            return report
        }
    }
}
