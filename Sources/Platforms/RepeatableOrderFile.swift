/// A format of which it is known when its rows come to something else than before.
///
/// A file that was read wholly is not gone through again while this program, the format's version and the file are the same.
package protocol RepeatableOrderFile: OrderFileFormat {
    /// What else decides what rows come to: nothing of a format that is built in, a hash of the text of one that is described.
    var version: String { get }
}

extension DouyinOrderFile: RepeatableOrderFile {
    package var version: String { "" }
}
