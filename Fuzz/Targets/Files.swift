import Glibc
import Tamis

@testable import TamisIO

private let folder: String = {
    let path = "/dev/shm/tamis-fuzz-\(getpid())"
    mkdir(path, 0o700)
    return path
}()

private func write(_ bytes: [UInt8], to name: String) -> String {
    let path = folder + "/" + name
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    precondition(file >= 0 && Glibc.write(file, bytes, bytes.count) == bytes.count, "cannot write \(path)")
    close(file)
    return path
}

private func contents(of path: String) -> [UInt8] {
    (try? wholeFile(path)) ?? []
}

private let formats: [InputFormat?] = [nil, .text, .jsonl, .csv, .tsv, .warc]

/// The first byte chooses a format, the rest is an input: what is written and its ledger give it back.
@Sendable func roundTrip(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let input = Array(bytes.dropFirst())
    let path = write(input, to: "input")
    var options = CleanOptions()
    options.settings.signals = []
    options.keepsLedger = true
    options.format = formats[Int(first) % formats.count]
    options.annotationField = first & 0x40 == 0 ? nil : "tamis"
    options.limits = RecordLimits(maxRecordBytes: 2000)
    var hasFailed = false
    do {
        let run = CleanRun(
            options, to: .single(try OutputFile(path: folder + "/output")),
            ledger: try LedgerWriter(try OutputFile(path: folder + "/ledger"), options: options),
            onError: { if $0.record == nil || $0.description.contains("header") { hasFailed = true } })
        try run.clean(InputTree([path]).files)
    } catch {
        return
    }
    if hasFailed { return }
    let restorer = Restorer(ledgerPath: folder + "/ledger", outputs: [folder + "/output"], choice: .all)
    do {
        try restorer.restore(to: .single(try OutputFile(path: folder + "/restored")))
    } catch {
        preconditionFailure("\(error)")
    }
    precondition(contents(of: folder + "/restored") == contents(of: path), "another input comes back")
}

/// A ledger of any bytes: an error or a file, never a trap.
@Sendable func ledger(_ bytes: [UInt8]) {
    let path = write(bytes, to: "hostile")
    let output = write(Array("One line.\nAnother line.\n".utf8), to: "cleaned")
    guard let file = try? OutputFile(path: folder + "/restored") else { return }
    try? Restorer(ledgerPath: path, outputs: [output], choice: .all).restore(to: .single(file))
}

/// A file of sorted runs whose checksums are right, whatever it says: an error or answers, never a trap.
@Sendable func runFile(_ bytes: [UInt8]) {
    let path = write(withChecksum(bytes), to: "1.run")
    guard let file = try? RunFile(path: path) else { return }
    for section in file.sections {
        let reader = RunReader(section.run)
        while let pair = try? reader.next() { _ = pair }
    }
    _ = try? file.record(at: 0, number: 1)
}

/// The trailer's checksum is set right where there is room for one, so that the footer is looked at.
private func withChecksum(_ bytes: [UInt8]) -> [UInt8] {
    let footerBytes = bytes.count / 16 * 8
    guard bytes.count >= 64 else { return bytes }
    let body = Array(bytes[..<(bytes.count - footerBytes - 0)])
    let words = stride(from: body.count, to: body.count + footerBytes, by: 8).map { start in
        (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[start + $1]) << UInt64($1 * 8) }
    }
    let trailer = [UInt64(footerBytes), RunFileFormat.checksum(footer: words), RunFileFormat.end]
    return littleEndian(RunFileFormat.header) + body + littleEndian(words) + littleEndian(trailer)
}

private func littleEndian(_ words: [UInt64]) -> [UInt8] {
    words.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64($0 * 8)) } }
}

/// A settings file of any bytes.
@Sendable func settings(_ bytes: [UInt8]) {
    guard let file = try? SettingsFile(path: write(bytes, to: "settings")) else { return }
    var settings = Settings()
    guard (try? file.apply(to: &settings)) != nil else { return }
    _ = Pipeline(settings: settings).clean(Document(id: "", utf8: Array("One.\n\nOne.\n\nA river runs here.\n".utf8)))
}
