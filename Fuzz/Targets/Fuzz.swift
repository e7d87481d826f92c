import Glibc

/// What is fuzzed: a function of bytes that traps where a promise is broken.
let targets: [String: @Sendable ([UInt8]) -> Void] = [
    "segments": segments,
    "records": records,
    "tables": tables,
    "archives": archives,
    "containers": containers,
    "escapes": escapes,
    "kernels": kernels,
    "rules": rules,
    "roundtrip": roundTrip,
    "ledger": ledger,
    "runfile": runFile,
    "settings": settings,
]

/// The target that `FUZZ_TARGET` names.
let target: @Sendable ([UInt8]) -> Void = {
    let name = getenv("FUZZ_TARGET").map { String(cString: $0) } ?? ""
    guard let target = targets[name] else {
        preconditionFailure("FUZZ_TARGET names none of: \(targets.keys.sorted().joined(separator: " "))")
    }
    return target
}()

/// Called by libFuzzer with every input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    target(Array(UnsafeBufferPointer(start: bytes, count: count)))
    return 0
}
