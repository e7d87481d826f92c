// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "tamis-benchmarks",
    dependencies: [.package(name: "tamis", path: "..")],
    targets: [
        .executableTarget(
            name: "MicroBenchmark", dependencies: [.product(name: "Tamis", package: "tamis")],
            swiftSettings: [.treatAllWarnings(as: .error)])
    ],
    swiftLanguageModes: [.v6]
)
