import Fuzzing
import Glibc

/// libFuzzer's own main function, which calls `test` with one input after the other.
@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// Which reader is fuzzed: one program is linked once for all of them, so the environment tells.
private let reader: FuzzedReader = {
    let name = getenv("FUZZED_READER").map { String(cString: $0) } ?? ""
    guard let reader = FuzzedReader(rawValue: name) else {
        print("FUZZED_READER must be one of", FuzzedReader.allCases.map(\.rawValue).joined(separator: " "))
        exit(2)
    }
    return reader
}()

@main
enum Fuzzer {
    static func main() {
        if let folder = getenv("FUZZ_SEEDS") {
            writeSeeds(into: String(cString: folder))
            return
        }
        var count = CommandLine.argc
        var arguments = CommandLine.unsafeArgv
        exit(
            runDriver(&count, &arguments) { bytes, count in
                reader.read(Array(UnsafeBufferPointer(start: bytes, count: count)))
                return 0
            })
    }

    private static func writeSeeds(into folder: String) {
        for (number, seed) in Seeds.of(reader).enumerated() {
            guard let file = fopen("\(folder)/seed-\(number)", "w") else { exit(1) }
            fwrite(seed, 1, seed.count, file)
            fclose(file)
        }
    }
}
