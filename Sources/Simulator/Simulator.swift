package import Domain

/// The platforms on loopback: right shapes, signatures, paging, windows and limits over a scenario with known truth.
///
/// ```swift
/// let simulator = Simulator(scenario: Scenario(seed: 7, scale: 0.02), faults: .demo)
/// let port = try await simulator.start(port: 0)
/// await simulator.setNow(scenario.finalNow)
/// ```
package actor Simulator {
    let scenario: Scenario
    private var faultDesk: FaultDesk
    private(set) var books: Books
    var tokens = TokenDesk()
    private var running: Task<Void, any Error>?
    /// The clock that somebody else drives.
    private var clock: (@Sendable () -> Instant)?

    /// A simulator whose clock stands at the scenario's `firstNow`; nothing listens yet.
    package init(scenario: Scenario, faults: FaultPlan) {
        self.scenario = scenario
        faultDesk = FaultDesk(plan: faults)
        books = Self.books(scenario, at: scenario.firstNow)
    }

    /// Listens on 127.0.0.1 and returns the port (0 asks for any free one); throws where it cannot.
    package func start(port: Int) async throws(SimulatorError) -> Int {
        let (ports, continuation) = AsyncStream<Int>.makeStream()
        running = Task {
            defer { continuation.finish() }
            try await serve(port: port) { continuation.yield($0) }
        }
        for await bound in ports { return bound }
        running = nil
        throw SimulatorError(port: port)
    }

    /// Sets the clock: records newer than it are not to be seen, and windows and reach are judged by it.
    package func setNow(_ now: Instant) {
        books = Self.books(scenario, at: now)
    }

    /// Has the clock go by another one from now on, which is looked at with each request.
    package func follow(_ clock: @escaping @Sendable () -> Instant) {
        self.clock = clock
    }

    /// Stops listening; requests under way are dropped.
    package func stop() async {
        running?.cancel()
        _ = await running?.result
        running = nil
    }

    /// What to answer from, and the fault that strikes this request, if any.
    func prepare(_ ask: Ask) -> (books: Books, fault: FaultPlan.Kind?, slowMilliseconds: Int) {
        if let now = clock?(), now.seconds != books.now { setNow(now) }
        var books = books
        books.tokens = tokens
        return (books, faultDesk.fault(for: ask), faultDesk.plan.slowMilliseconds)
    }

    private static func books(_ scenario: Scenario, at now: Instant) -> Books {
        Books(scenario: scenario, shelves: Shelf.all(of: scenario, at: now), now: now.seconds)
    }
}
