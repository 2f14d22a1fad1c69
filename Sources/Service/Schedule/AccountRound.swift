import Domain
import Foundation
import Reports
import Store
import Sync

/// One reading of one account by the schedule: takes its lease, reads what is new, lets go.
struct AccountRound: Sendable {
    let id: String
    let workplace: Workplace
    let environment: SyncEnvironment
    let progress: @Sendable (StageProgress) -> Void

    enum Outcome: Sendable {
        case read(RunReport.Account)
        /// Another process has the account; when it was read last, as the store knows.
        case held(readAt: Instant?)
        case failed(ServiceError)

        /// Whether it is to be tried again sooner.
        var hasFailed: Bool {
            switch self {
            case .read(let account): !account.failures.isEmpty
            case .held: false
            case .failed: true
            }
        }
    }

    /// Reads the account; the store is opened for this alone, so that one that was restored meanwhile is the one that is written.
    func run() async -> Outcome {
        do throws(StoreError) {
            guard let writing = try await workplace.openedAtOnce(for: [.account(id)]) else {
                return .held(readAt: await lastRead())
            }
            defer { withExtendedLifetime(writing.leases) {} }
            return await read(writing)
        } catch {
            // Whoever makes, migrates or restores the store has it for a while: that is no failure of the account.
            return error.kind == .busy ? .held(readAt: nil) : .failed(ServiceError(error))
        }
    }

    /// When the account was read last, as far as the store can be asked.
    private func lastRead() async -> Instant? {
        guard let store = try? OrderStore(reading: workplace.settings.storePath) else { return nil }
        return try? await store.lastAsked()[id]
    }

    private func read(_ writing: Workplace.Writing) async -> Outcome {
        do throws(ServiceError) {
            let accounts = try workplace.accounts([id])
            let report = try await workplace.pipeline(writing.store).sync(
                accounts, days: nil, environment, progress: progress)
            return .read(report.accounts.first ?? RunReport.Account(id: id))
        } catch {
            return .failed(error)
        }
    }
}

/// What follows the readings: crediting by a roster that has changed, and booking.
struct SettlingRound: Sendable {
    let workplace: Workplace
    let progress: @Sendable (StageProgress) -> Void

    enum Outcome: Sendable {
        /// What was done; `nil` where there was nothing to do.
        case settled(RunReport?)
        /// Another process credits or seals.
        case held
        case failed(ServiceError)
    }

    func run() async -> Outcome {
        do throws(StoreError) {
            guard let writing = try await workplace.openedAtOnce(for: [.seal]) else { return .held }
            defer { withExtendedLifetime(writing.leases) {} }
            return await settle(writing)
        } catch {
            return error.kind == .busy ? .held : .failed(ServiceError(error))
        }
    }

    private func settle(_ writing: Workplace.Writing) async -> Outcome {
        do throws(ServiceError) {
            let report = try await workplace.pipeline(writing.store).settle(progress: progress)
            return .settled(report.attribution == nil && report.posting?.entries == 0 ? nil : report)
        } catch {
            return .failed(error)
        }
    }
}

extension Workplace {
    /// Opens the store for writing with these leases; `nil` where another process holds one of them.
    func openedAtOnce(
        for subjects: Set<Lease.Subject>
    ) async throws(StoreError) -> Writing? {
        // Never a second store in the place of one that is gone: what was booked would be booked once more.
        if isStoreGone { throw StoreError(.missing, Notice("serve.store_gone", settings.storePath)) }
        let leases: [Lease]
        do throws(StoreError) {
            leases = try await Lease.take(
                subjects, Lease.Asking(path: settings.storePath, verb: "serve", patience: .zero),
                waiting: { _ in })
        } catch {
            if error.kind == .busy { return nil }
            throw error
        }
        // Others open it, too, each for a moment.
        let asking = Lease.Asking(path: settings.storePath, verb: "serve", patience: .seconds(30))
        return try await opened(with: leases, asking, waiting: { _ in })
    }
}

extension Workplace {
    /// Whether there is no store, or an empty file in its place, although pages that were read into one lie beside it.
    var isStoreGone: Bool {
        let attributes = try? FileManager.default.attributesOfItem(atPath: settings.storePath)
        return attributes?[.size] as? Int ?? 0 == 0 && pages.isKept
    }
}
