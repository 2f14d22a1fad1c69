import Domain
import Foundation

/// One account's file of one day, open for adding pages.
///
/// What a process that was killed left unfinished at its end is cut off when it is opened.
final class PageFile {
    let day: BusinessDay
    private let descriptor: Int32
    private var length: Int

    /// `nil` where it cannot be opened or made.
    init?(_ folder: PageFolder, account: String, day: BusinessDay) {
        self.day = day
        folder.make(of: account)
        let path = folder.file(of: account, on: day)
        descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return nil }
        let bytes = FileManager.default.contents(atPath: path).map(Array.init) ?? []
        var frames = PageFrames(bytes)
        while frames.next() != nil {}
        length = frames.end
        guard length == bytes.count || ftruncate(descriptor, length) == 0 else { return nil }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Adds a frame whole, or answers that it could not and leaves nothing of it.
    func add(_ frame: [UInt8]) -> Bool {
        guard write(descriptor, frame, frame.count) == frame.count else {
            ftruncate(descriptor, length)
            return false
        }
        length += frame.count
        return true
    }
}
