import HTTP
import Testing

@Suite("HTTPClient, cancellation and shutdown", .timeLimit(.minutes(20)))
struct HTTPClientLifetimeTests {
    private enum Event {
        case began, ended
    }

    /// Writes without end and reports when a client came and when it had gone.
    private func endlessServer() throws -> (server: ScriptedServer, events: AsyncStream<Event>) {
        let (events, sink) = AsyncStream<Event>.makeStream()
        let server = try ScriptedServer { connection in
            guard connection.readRequest() != nil else { return }
            connection.write(Array("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".utf8))
            sink.yield(.began)
            while connection.write(Array("4\r\nmore\r\n".utf8)) {}
            sink.yield(.ended)
        }
        return (server, events)
    }

    private func count(_ count: Int, _ event: Event, of events: AsyncStream<Event>) async {
        var left = count
        for await next in events where next == event {
            left -= 1
            if left == 0 { return }
        }
    }

    private func send(_ url: String, by client: HTTPClient) -> Task<HTTPError?, Never> {
        Task {
            do throws(HTTPError) {
                _ = try await client.send(HTTPRequest(url: url))
                return nil
            } catch {
                return error
            }
        }
    }

    @Test("cancelling the task ends its transfer and leaves the client usable")
    func taskIsCancelled() async throws {
        let client = try HTTPClient(configuration: HTTPConfiguration())
        let (server, events) = try endlessServer()
        let other = try ScriptedServer.answering { answer($0.path) }

        let task = send(server.url(), by: client)
        await count(1, .began, of: events)
        task.cancel()
        let error = await task.value
        await count(1, .ended, of: events)

        #expect(error?.code == .cancelled)
        #expect(error?.isTransient == false)
        let response = try await client.send(HTTPRequest(url: other.url("/after")))
        #expect(response.body == Array("/after".utf8))
    }

    @Test("a task that is cancelled already reaches no server")
    func cancelledBefore() async throws {
        let client = try HTTPClient(configuration: HTTPConfiguration())
        let server = try ScriptedServer { $0.waitForEnd() }
        let url = server.url()

        let error = await Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return await send(url, by: client, inheriting: ())
        }.value

        #expect(error?.code == .cancelled)
        #expect(server.connectionCount == 0)
    }

    private func send(_ url: String, by client: HTTPClient, inheriting _: Void) async -> HTTPError? {
        do throws(HTTPError) {
            _ = try await client.send(HTTPRequest(url: url))
            return nil
        } catch {
            return error
        }
    }

    @Test("requests cancelled while they wait for a connection spoil none that follow")
    func cancelledInQueue() async throws {
        let client = try HTTPClient(configuration: HTTPConfiguration(connectionsPerHostMax: 1))
        let (server, events) = try endlessServer()
        let other = try ScriptedServer.answering { answer($0.path) }

        let holding = send(server.url(), by: client)
        await count(1, .began, of: events)
        let waiting = (0..<5).map { _ in send(server.url(), by: client) }
        // Gives the five time to reach the client; whether all do decides nothing but how much this proves.
        _ = try await client.send(HTTPRequest(url: other.url("/between")))
        for task in waiting { task.cancel() }
        for task in waiting { #expect(await task.value?.code == .cancelled) }

        for number in 0..<10 {
            let response = try await client.send(HTTPRequest(url: other.url("/\(number)")))
            #expect(response.body == Array("/\(number)".utf8))
        }
        #expect(server.connectionCount == 1)
        holding.cancel()
        _ = await holding.value
    }

    @Test("cancelling at any moment gives an answer or the cancellation", arguments: 0..<8)
    func cancelledAnyMoment(round: Int) async throws {
        let client = try HTTPClient(configuration: HTTPConfiguration())
        let server = try ScriptedServer.answering { answer($0.path) }
        let tasks = (0..<50).map { send(server.url("/\($0)"), by: client) }

        for task in tasks.dropFirst(round * 5) { task.cancel() }

        for (number, task) in tasks.enumerated() {
            let error = await task.value
            #expect(error == nil || (number >= round * 5 && error?.code == .cancelled))
        }
    }

    @Test("shutdown cancels what is in flight, and later requests are refused")
    func shutdown() async throws {
        let client = try HTTPClient(configuration: HTTPConfiguration())
        let (server, events) = try endlessServer()

        let tasks = (0..<12).map { _ in send(server.url(), by: client) }
        await count(8, .began, of: events)
        await client.shutdown()
        for task in tasks { #expect(await task.value?.code == .cancelled) }
        await count(8, .ended, of: events)

        for _ in 0..<3 { #expect(await send(server.url(), by: client).value?.code == .cancelled) }
        await client.shutdown()
        #expect(server.connectionCount == 8)
    }

    @Test("requests and shutdown from many tasks at once all come to an end")
    func shutdownRace() async throws {
        let server = try ScriptedServer.answering { answer($0.path) }
        for _ in 0..<20 {
            let client = try HTTPClient(configuration: HTTPConfiguration())
            let tasks = (0..<20).map { send(server.url("/\($0)"), by: client) }
            async let first: Void = client.shutdown()
            async let second: Void = client.shutdown()
            _ = await (first, second)
            for task in tasks {
                let error = await task.value
                #expect(error == nil || error?.code == .cancelled)
            }
        }
    }

    @Test("a client that nobody holds any more closes its connections")
    func dropped() async throws {
        let (events, sink) = AsyncStream<Event>.makeStream()
        let server = try ScriptedServer { connection in
            guard connection.readRequest() != nil else { return }
            connection.write(answer("kept"))
            connection.waitForEnd()
            sink.yield(.ended)
        }

        do {
            let client = try HTTPClient(configuration: HTTPConfiguration())
            _ = try await client.send(HTTPRequest(url: server.url()))
        }

        await count(1, .ended, of: events)
    }
}
