package import Foundation

extension Pipe {
    /// The next bytes of a child; none at the end.
    ///
    /// A signal to this process, by which Foundation's own reading ends the tests, only begins it again.
    package func next() -> [UInt8] {
        let descriptor = fileHandleForReading.fileDescriptor
        var bytes = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(descriptor, &bytes, bytes.count)
            if count >= 0 { return Array(bytes.prefix(count)) }
            if errno != EINTR { return [] }
        }
    }

    /// All that a child writes.
    package func all() -> [UInt8] {
        var all: [UInt8] = []
        while true {
            let bytes = next()
            if bytes.isEmpty { return all }
            all += bytes
        }
    }
}
