internal import CSimdjson

extension JSONView {
    /// The way from the root to this value.
    ///
    /// Found by descending the tape, so that only a failure pays for it.
    var path: String {
        var path = ""
        var container = JSONView(tape: tape, index: tape.pointee.root)
        while container.index != index, let child = container.child(towards: index) {
            path += child.component(in: container, after: path)
            container = child
        }
        return path
    }

    /// The path that a member would have, there or not.
    func path(of key: JSONKey) -> String { Self.joined(path, key.text) }

    /// The child that is, or holds, the node `target`.
    ///
    /// What lies below a child ends where its own children end, and children are in ascending order.
    private func child(towards target: UInt32) -> JSONView? {
        let children = node.first..<node.first + node.count
        let found = children.contains(target) ? target : children.first { holds($0, target) }
        return found.map { JSONView(tape: tape, index: $0) }
    }

    private func holds(_ child: UInt32, _ target: UInt32) -> Bool {
        let node = tape.pointee.nodes[Int(child)]
        let kind = csimdjson_kind(rawValue: node.kind)
        return (kind == CSIMDJSON_OBJECT || kind == CSIMDJSON_ARRAY) && target < node.first + node.count
    }

    private func component(in container: JSONView, after path: String) -> String {
        if container.tapeKind == CSIMDJSON_ARRAY { return "[\(index - container.node.first)]" }
        return String(Self.joined(path, String(decoding: key, as: UTF8.self)).dropFirst(path.count))
    }

    /// Long keys are cut: a path is read by people.
    private static func joined(_ path: String, _ key: String) -> String {
        path + (path.isEmpty ? "" : ".") + key.prefix(64)
    }
}
