// swift-tools-version: 6.2
import PackageDescription

/// Set by `make check`, `make test` and `make build`; whoever only wants to use daihuo is spared a newer compiler's warnings.
let warnings: [SwiftSetting] =
    Context.environment["WARNINGS_AS_ERRORS"] == nil ? [] : [.treatAllWarnings(as: .error)]

/// The same for every Swift target.
let settings: [SwiftSetting] =
    warnings + [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
    ]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let hummingbirdTesting = Target.Dependency.product(name: "HummingbirdTesting", package: "hummingbird")
let coreMetrics = Target.Dependency.product(name: "CoreMetrics", package: "swift-metrics")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let nio = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

/// A stage of the flow; its folder is named after it.
func stage(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// The Swift face of a foreign C library.
func edge(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, path: "Sources/Edge/\(name)", swiftSettings: settings)
}

/// The tests of a module, in Tests/<name>Tests.
func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: "\(name)Tests", dependencies: dependencies, swiftSettings: settings)
}

/// Only for `make fuzz`: its `main` is libFuzzer's, so that nothing else can link it.
let fuzzer: [Target] =
    Context.environment["LIBFUZZER"] == nil
    ? []
    : [
        .executableTarget(
            name: "Fuzzer", dependencies: ["Fuzzing"], path: "Tests/Fuzzer", swiftSettings: settings)
    ]

let package = Package(
    name: "daihuo",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", exact: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        // Without traits it does not read its settings from swift-configuration, which is another 47 files.
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        // The flow, left to right.
        stage("Domain"),
        stage("Tabular", ["Domain", "Archive", "XML"]),
        stage("Platforms", ["Domain", "JSON", "Tabular", "YAML", "Digest"]),
        stage("Sync", ["Domain", "Platforms", "HTTP", "JSON", "Hash"]),
        stage("Attribution", ["Domain", "Digest"]),
        stage("Books", ["Domain"]),
        stage("Store", ["Domain", "Compression", "CSQLiteSettings", grdb, sqlite]),
        stage("Ledger", ["Domain", "Digest"]),
        stage("Reports", ["Domain"]),
        stage("Simulator", ["Domain", "Digest", hummingbirdCore, logging, nio, nioPosix]),
        stage(
            "Service",
            [
                "Domain", "Tabular", "Platforms", "Sync", "HTTP", "Attribution", "Books", "Store", "Ledger",
                "Reports", "Spreadsheet", "YAML", "Digest", coreMetrics, hummingbirdCore, logging, nio,
                nioPosix,
            ]),
        stage("Demo", ["Domain", "Reports", "Service", "Simulator"]),
        .executableTarget(
            name: "daihuo",
            dependencies: ["Service", "Demo", "Reports", "Domain", "Simulator", argumentParser, logging],
            swiftSettings: settings),

        // Foreign libraries. C and C++ are optimised in debug builds too: at -O0 they are 15 times slower.
        .systemLibrary(
            name: "Clibcurl", path: "Sources/Edge/Clibcurl", pkgConfig: "libcurl",
            providers: [.apt(["libcurl4-openssl-dev"])]),
        .target(
            name: "CCurlShim", dependencies: ["Clibcurl"], path: "Sources/Edge/CCurlShim",
            cSettings: [.unsafeFlags(["-O2"])]),
        edge("HTTP", ["CCurlShim"]),
        .target(
            name: "CSimdjson", path: "Sources/Edge/CSimdjson", cxxSettings: [.unsafeFlags(["-O2"])],
            linkerSettings: [.linkedLibrary("simdjson")]),
        .systemLibrary(
            name: "Clibcrypto", path: "Sources/Edge/Clibcrypto", pkgConfig: "libcrypto",
            providers: [.apt(["libssl-dev"])]),
        edge("Digest", ["Clibcrypto"]),
        .systemLibrary(
            name: "Clibzstd", path: "Sources/Edge/Clibzstd", pkgConfig: "libzstd",
            providers: [.apt(["libzstd-dev"])]),
        edge("Compression", ["Clibzstd"]),
        .systemLibrary(
            name: "Clibarchive", path: "Sources/Edge/Clibarchive", pkgConfig: "libarchive",
            providers: [.apt(["libarchive-dev"])]),
        edge("Archive", ["Clibarchive"]),
        .systemLibrary(
            name: "Clibexpat", path: "Sources/Edge/Clibexpat", pkgConfig: "expat",
            providers: [.apt(["libexpat1-dev"])]),
        edge("XML", ["Clibexpat"]),
        .systemLibrary(
            name: "Clibxlsxwriter", path: "Sources/Edge/Clibxlsxwriter", pkgConfig: "xlsxwriter",
            providers: [.apt(["libxlsxwriter-dev"])]),
        edge("Spreadsheet", ["Clibxlsxwriter"]),
        edge("YAML", [yams, "Domain"]),
        edge("JSON", ["CSimdjson", "Domain"]),
        .target(name: "CXXHash", path: "Sources/Edge/CXXHash", cSettings: [.unsafeFlags(["-O2"])]),
        edge("Hash", ["CXXHash", "Domain"]),
        .target(
            name: "CSQLiteSettings", path: "Sources/Edge/CSQLiteSettings", cSettings: [.unsafeFlags(["-O2"])]),

        .target(name: "CSpawn", path: "Tests/CSpawn"),
        .target(
            name: "ChildProcesses", dependencies: ["CSpawn"], path: "Tests/ChildProcesses",
            swiftSettings: settings),
        .target(name: "WrittenTables", path: "Tests/WrittenTables", swiftSettings: settings),
        .target(
            name: "SeededRandomness", dependencies: ["Domain"], path: "Tests/SeededRandomness",
            swiftSettings: settings),
        .target(
            name: "Fuzzing",
            dependencies: [
                "Tabular", "JSON", "YAML", "Archive", "Platforms", "Domain", "WrittenTables",
                "SeededRandomness",
            ],
            path: "Tests/Fuzzing", swiftSettings: settings),
        tests("Attribution", ["Attribution", "Domain", "SeededRandomness", "Reports"]),
        tests("Books", ["Books", "Attribution", "Domain", "SeededRandomness", "Reports"]),
        tests("Compression", ["Compression", "SeededRandomness"]),
        tests("daihuo", ["daihuo", "Service", "Reports", "Domain", "SeededRandomness", logging]),
        tests("Demo", ["Demo", "Simulator", "Service", "Reports", "Domain", "daihuo", argumentParser]),
        tests("Digest", ["Digest", "Domain"]),
        tests("Domain", ["Domain", "SeededRandomness", "Reports"]),
        tests("EndToEnd", ["SeededRandomness", "ChildProcesses", "Compression"]),
        tests("Fuzz", ["Fuzzing", "SeededRandomness"]),
        tests("Hash", ["Hash"]),
        tests(
            "History", ["Service", "Books", "Store", "Attribution", "Reports", "Domain", "SeededRandomness"]),
        tests("HTTP", ["HTTP", "SeededRandomness", "ChildProcesses"]),
        tests("JSON", ["JSON", "SeededRandomness", "Domain", "Reports"]),
        tests("Ledger", ["Ledger", "Domain"]),
        tests(
            "Platforms",
            ["Platforms", "Domain", "JSON", "Tabular", "SeededRandomness", "Reports", "WrittenTables"]),
        tests("Reports", ["Reports", "Domain", "SeededRandomness"]),
        tests("Roster", ["Service", "Attribution", "Tabular", "Domain", "Reports"]),
        tests(
            "Service",
            [
                "Service", "Store", "Books", "Attribution", "Ledger", "Platforms", "Reports", "Sync",
                "Domain",
                "JSON", "SeededRandomness", "Spreadsheet", "Tabular", grdb,
            ]),
        tests(
            "Watch",
            [
                "Service", "Store", "Sync", "Reports", "Domain", "HTTP", "SeededRandomness", "ChildProcesses",
                coreMetrics,
                hummingbirdCore, logging, nio, nioPosix,
            ]),
        tests("Settings", ["Service", "Domain", "Platforms", "Reports"]),
        tests("Simulator", ["Simulator", "Domain", "Digest", hummingbird, hummingbirdTesting, logging]),
        tests("Spreadsheet", ["Spreadsheet", "Archive", "Tabular", "Domain"]),
        tests("Store", ["Store", "Books", "Ledger", "Domain", grdb, "SeededRandomness", "Reports"]),
        tests(
            "Sync",
            [
                "Sync", "Domain", "HTTP", "JSON", "Platforms", "Store", "SeededRandomness", hummingbird,
                hummingbirdCore, hummingbirdTesting, logging, nio, nioPosix, "Reports",
            ]),
        tests("Tabular", ["Tabular", "Archive", "SeededRandomness", "Domain", "Reports", "WrittenTables"]),
    ] + fuzzer,
    cxxLanguageStandard: .cxx17
)
