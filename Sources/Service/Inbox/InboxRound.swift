import Domain
import Reports
import Store

/// One look into the inbox: each file that nobody is writing is imported, and moved away behind that.
///
/// Whoever is killed in between leaves a file where it was: importing it again changes nothing. The caller holds the lease of
/// the inbox.
struct InboxRound: Sendable {
    let workplace: Workplace
    let folder: InboxFolder
    /// The language of the notes.
    let language: Language
    /// Opens the store with the lease of an account; `nil` where another process has that.
    let open: @Sendable (_ account: String) async throws(ServiceError) -> Workplace.Writing?
    var isStopping: @Sendable () -> Bool = { false }
    /// How long files must have been left alone before they are read.
    var quietFor = FileStamps.quietFor
    let progress: @Sendable (StageProgress) -> Void

    /// Imports what lies there, file after file; `told` is told of each that was moved away.
    ///
    /// Throws where the inbox itself cannot be used, and behind the first file where the store cannot.
    func run(told: (InboxReport.File) -> Void) async throws(ServiceError) -> InboxReport {
        var report = InboxReport()
        let accounts = Set(workplace.settings.accounts.map(\.id))
        folder.make()
        let (files, strange) = try folder.waiting(accounts: accounts)
        report.strange = strange
        if files.isEmpty { return report }
        let stamps = files.map(\.stamps)
        try? await Task.sleep(for: quietFor)
        for (file, stamps) in zip(files, stamps) where !isStopping() {
            let done = try await take(file, stamps)
            if done.movedTo != nil { told(done) }
            report.files.append(done)
        }
        return report
    }

    /// What would be done with each file; nothing is imported, and nothing moved.
    func plan() throws(ServiceError) -> InboxReport {
        var report = InboxReport()
        report.isDryRun = true
        let (files, strange) = try folder.waiting(accounts: Set(workplace.settings.accounts.map(\.id)))
        report.strange = strange
        report.files = files.map { file in
            do throws(ServiceError) {
                let input = try Self.input(file, workplace)
                return .init(name: file.name, account: input.ownAccount, outcome: .ready)
            } catch {
                return .init(name: file.name, account: file.account, outcome: .held, why: error.notices)
            }
        }
        return report
    }

    private func take(
        _ file: InboxFolder.Waiting, _ stamps: FileStamps
    ) async throws(ServiceError) -> InboxReport.File {
        guard file.stamps == stamps else { return Self.beingWritten(file) }
        let (done, report) = try await imported(file)
        guard done.outcome != .waiting else { return done }
        // What was saved while it was read has not been read.
        guard file.stamps == stamps else { return Self.beingWritten(file) }
        return moved(done, file, InboxNote(on: done, report))
    }

    private static func beingWritten(_ file: InboxFolder.Waiting) -> InboxReport.File {
        .init(
            name: file.name, account: file.account, outcome: .waiting,
            why: [Notice("inbox.being_written", file.name)])
    }

    /// Imports a file, and says whether it counts: the one place that knows what the import answers.
    private func imported(
        _ file: InboxFolder.Waiting
    ) async throws(ServiceError) -> (InboxReport.File, RunReport?) {
        var done = InboxReport.File(name: file.name, account: file.account, outcome: .held)
        let input: ImportStage.Input
        do throws(ServiceError) {
            input = try Self.input(file, workplace)
        } catch {
            done.why = error.notices
            return (done, nil)
        }
        done.account = input.ownAccount
        guard let writing = try await open(input.account) else {
            (done.outcome, done.why) = (.waiting, [Notice("inbox.account_busy", file.name, input.account)])
            return (done, nil)
        }
        defer { withExtendedLifetime(writing.leases) {} }
        do throws(ServiceError) {
            var report = try await writing.workplace.pipeline(writing.store).importFiles(
                [input], progress: progress)
            report.isClockFixed = workplace.time.isRehearsal
            let verdict = report.verdict(strict: false)
            done.outcome = verdict.exitCode == .done ? .done : .held
            (done.read, done.why) = (report.accounts.first, verdict.complaints)
            return (done, report)
        } catch  where error.exitCode != .store {
            done.why = error.notices
            return (done, nil)
        }
    }

    private static func input(
        _ file: InboxFolder.Waiting, _ workplace: Workplace
    ) throws(ServiceError) -> ImportStage.Input {
        try ImportStage.inputs([file.path], account: file.account, named: nil, in: workplace)[0]
    }

    private func moved(
        _ done: InboxReport.File, _ file: InboxFolder.Waiting, _ note: InboxNote
    ) -> InboxReport.File {
        var done = done
        do throws(InboxFolder.Immovable) {
            done.movedTo = try folder.move(
                file, to: done.outcome == .done ? .done : .held, note: note.text(in: language))
        } catch {
            (done.outcome, done.why) = (.stuck, [Notice("inbox.not_moved", file.name, Int(error.code))])
        }
        return done
    }
}
