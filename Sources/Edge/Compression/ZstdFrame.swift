internal import Clibzstd

/// One stretch of bytes as a frame of Zstandard: it tells its own length, and by a checksum whether it is whole.
///
/// Frames that follow each other are a file that `zstd -dc` reads.
package enum ZstdFrame {
    /// The bytes with which a frame begins.
    private static let start: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD]

    /// Makes frames, one after the other; its working memory, more than a megabyte, is taken once.
    package final class Maker {
        private let context: OpaquePointer
        private static let level: Int32 = 3

        /// `nil` where memory does not suffice.
        package init?() {
            guard let context = ZSTD_createCCtx() else { return nil }
            self.context = context
            let settings = [(ZSTD_c_compressionLevel, Self.level), (ZSTD_c_checksumFlag, 1)]
            guard settings.allSatisfy({ ZSTD_isError(ZSTD_CCtx_setParameter(context, $0.0, $0.1)) == 0 })
            else { return nil }
        }

        deinit { ZSTD_freeCCtx(context) }

        /// The frame of these bytes; `nil` where memory does not suffice.
        package func frame(of bytes: [UInt8]) -> [UInt8]? {
            var frame = [UInt8](repeating: 0, count: ZSTD_compressBound(bytes.count))
            let count = ZSTD_compress2(context, &frame, frame.count, bytes, bytes.count)
            guard ZSTD_isError(count) == 0 else { return nil }
            frame.removeLast(frame.count - count)
            return frame
        }
    }

    /// The frame of these bytes; `nil` where memory does not suffice.
    package static func compressed(_ bytes: [UInt8]) -> [UInt8]? { Maker()?.frame(of: bytes) }

    /// The bytes of a frame; `nil` where it is damaged, or its bytes are more than so many.
    package static func content(_ frame: ArraySlice<UInt8>, bytesMax: Int) -> [UInt8]? {
        frame.withUnsafeBufferPointer { frame in
            // All of ours tell it; whatever does not is none of ours.
            let stated = ZSTD_getFrameContentSize(frame.baseAddress, frame.count)
            guard stated <= UInt64(clamping: bytesMax) else { return nil }
            var content = [UInt8](repeating: 0, count: Int(stated))
            let count = ZSTD_decompress(&content, content.count, frame.baseAddress, frame.count)
            return ZSTD_isError(count) == 0 && count == content.count ? content : nil
        }
    }

    /// Where the next frame stands whose own length lies within these bytes; what lies before it belongs to none.
    ///
    /// It may still be damaged.
    package static func next(in bytes: [UInt8], from place: Int) -> Range<Int>? {
        var at = place
        while let begin = nextStart(in: bytes, from: at) {
            let count = bytes[begin...].withUnsafeBufferPointer {
                ZSTD_findFrameCompressedSize($0.baseAddress, $0.count)
            }
            if ZSTD_isError(count) == 0 { return begin..<(begin + count) }
            at = begin + 1
        }
        return nil
    }

    private static func nextStart(in bytes: [UInt8], from place: Int) -> Int? {
        var at = place
        while at + start.count <= bytes.count {
            if bytes[at] == start[0], bytes[at..<at + start.count].elementsEqual(start) { return at }
            at += 1
        }
        return nil
    }
}
