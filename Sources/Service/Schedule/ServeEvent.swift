package import Domain
package import Reports

/// What a process that keeps the schedule tells.
package enum ServeEvent: Sendable {
    /// It begins, with so many accounts.
    case started(accounts: Int)
    /// The loop went round once more.
    case wentRound
    /// What reading an account tells while it goes on.
    case progress(StageProgress)
    /// An account was read, or failed as its report says.
    case read(RunReport.Account, took: Duration)
    /// Another process holds the account, which was read last at this time; it is looked at again soon.
    case held(account: String, readAt: Instant?)
    /// An account was left in the middle because the process is to stop; the next start reads on.
    case left(account: String)
    /// An account could not be read for a reason that is not its platform's.
    case failed(account: String, ServiceError, took: Duration)
    /// What there was to credit anew and to book is done; `nil`: there was nothing.
    case settled(RunReport?)
    /// Crediting or booking failed; it is tried again.
    case notSettled(ServiceError)
    /// A file was taken out of the inbox: imported, or held for a person.
    case filed(InboxReport.File)
    /// The inbox could not be looked into, or not to its end; it is tried again.
    case inboxFailed(ServiceError)
    /// Files of the configuration were saved.
    case configuration(KeptConfiguration.Change)
    /// It was asked to stop; so many accounts are still being read.
    case stopping(running: Int)
    case stopped
}
