import Hummingbird
import Logging

@testable import Simulator

extension Simulator {
    /// The simulator behind an application, as Hummingbird's tests ask for it.
    nonisolated var application: Application<CallbackResponder<BasicRequestContext>> {
        Application(
            responder: CallbackResponder { request, _ in try await self.response(to: request) },
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
            logger: Logger(label: "simulator") { _ in SwiftLogNoOpLogHandler() })
    }
}
