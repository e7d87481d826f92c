// swift-tools-version: 6.2
import PackageDescription

let own: [SwiftSetting] = [.treatAllWarnings(as: .error)]
// Needs libcld2-dev, hence off unless asked for: swift build --traits LanguageIdentification
let identification = "LanguageIdentification"

let package = Package(
    name: "tamis",
    products: [
        .library(name: "Tamis", targets: ["Tamis"]),
        .executable(name: "tamis", targets: ["TamisCLI"]),
    ],
    traits: [.trait(name: identification, description: "--identify-language, by Compact Language Detector 2")],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
    ],
    targets: [
        .target(name: "CXXHash", dependencies: ["CKernels"]),
        .target(name: "CKernels"),
        .systemLibrary(
            name: "CUTF8Proc", pkgConfig: "libutf8proc", providers: [.apt(["libutf8proc-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .target(
            name: "Tamis", dependencies: ["CXXHash", "CKernels", "CUTF8Proc"], swiftSettings: own,
            // For `rounded`: a program that imports nothing else would not be linked to it.
            linkerSettings: [.linkedLibrary("m")]),
        .target(
            name: "TamisIO",
            dependencies: [
                "Tamis", "CKernels", "CXXHash", "CSQLite", "CUTF8Proc", "CZlib", "CZstd",
                .target(name: "CCLD2", condition: .when(traits: [identification])),
            ], swiftSettings: own),
        .target(
            name: "CCLD2",
            cxxSettings: [.define("TAMIS_LANGUAGE_IDENTIFICATION", .when(traits: [identification]))],
            linkerSettings: [.linkedLibrary("cld2", .when(traits: [identification]))]),
        .executableTarget(
            name: "TamisCLI",
            dependencies: ["TamisIO", .product(name: "ArgumentParser", package: "swift-argument-parser")],
            swiftSettings: own),
        .executableTarget(name: "FurnitureTrainer", dependencies: ["Tamis"], swiftSettings: own),
        .testTarget(name: "TamisTests", dependencies: ["Tamis"], swiftSettings: own),
        .testTarget(name: "TamisIOTests", dependencies: ["TamisIO", "CZlib", "CZstd"], swiftSettings: own),
        .testTarget(name: "TamisCLITests", dependencies: ["TamisIO"], swiftSettings: own),
    ],
    swiftLanguageModes: [.v6]
)
