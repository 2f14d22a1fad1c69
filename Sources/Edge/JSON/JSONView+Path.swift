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
    /// Children are in the order of the page, so the one is looked for by halves: a page may hold a million.
    private func child(towards target: UInt32) -> JSONView? {
        let children = node.first..<node.first + node.count
        if children.contains(target) { return JSONView(tape: tape, index: target) }
        let start = tape.pointee.nodes[Int(target)].start
        var (low, high) = (children.lowerBound, children.upperBound)
        while low < high {
            let middle = low + (high - low) / 2
            if tape.pointee.nodes[Int(middle)].end <= start { low = middle + 1 } else { high = middle }
        }
        return low < children.upperBound ? JSONView(tape: tape, index: low) : nil
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
