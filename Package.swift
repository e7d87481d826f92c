// swift-tools-version: 6.2
import PackageDescription

let own: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
    name: "tamis",
    products: [
        .library(name: "Tamis", targets: ["Tamis"]),
        .executable(name: "tamis", targets: ["TamisCLI"]),
    ],
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
        .target(name: "Tamis", dependencies: ["CXXHash", "CKernels", "CUTF8Proc"], swiftSettings: own),
        .target(
            name: "TamisIO", dependencies: ["Tamis", "CKernels", "CXXHash", "CZlib", "CZstd"], swiftSettings: own),
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
