import Testing

/// Compressed in, compressed out, and back; as `gzip` and `zstd` make and read it.
@Suite struct CompressionTests {
    private static let records = String(repeating: Article.record, count: 40)
    private static let cleanRecords = String(repeating: Article.cleanRecord, count: 40)

    /// A folder with `in.jsonl`, `in.jsonl.gz` and `in.jsonl.zst`.
    private func workspace() throws -> Workspace {
        let workspace = try Workspace(["in.jsonl": Self.records])
        #expect(
            try workspace.shell(
                "gzip -k in.jsonl && (head -c 999 in.jsonl | zstd -q; tail -c +1000 in.jsonl | zstd -q) > in.jsonl.zst"
            ).isDone)
        return workspace
    }

    @Test(.enabled(if: hasTools), arguments: ["gz", "zst"])
    func isReadWhereverItComesFrom(suffix: String) throws {
        let workspace = try workspace()
        let file = try workspace.tamis("clean -q --scope document --no-annotation in.jsonl.\(suffix)")
        #expect(file.isDone && file.text == Self.cleanRecords, "\(file)")
        let pipe = try workspace.tamis(
            "clean -q --scope document --no-annotation -", input: workspace.bytes("in.jsonl.\(suffix)"))
        #expect(pipe.isDone && pipe.text == Self.cleanRecords)
        let pieces = try workspace.shell(
            "dd bs=16 status=none if=in.jsonl.\(suffix) | tamis clean -q --scope document --no-annotation")
        #expect(pieces.isDone && pieces.text == Self.cleanRecords)
    }

    @Test(.enabled(if: hasTools), arguments: ["gz", "zst"])
    func theNameOfTheOutputDecides(suffix: String) throws {
        let workspace = try workspace()
        let unpack = suffix == "gz" ? "gzip -dc" : "zstd -dcq"
        let run = try workspace.tamis(
            "clean --scope document --no-annotation in.jsonl -o out.jsonl.\(suffix) --ledger l.jsonl.\(suffix)")
        #expect(run.isDone && workspace.bytes("out.jsonl.\(suffix)").count < 1000, "\(run)")
        #expect(try workspace.shell("\(unpack) out.jsonl.\(suffix)").text == Self.cleanRecords)
        let back = try workspace.tamis("restore out.jsonl.\(suffix) --ledger l.jsonl.\(suffix)")
        #expect(back.isDone && back.text == Self.records, "\(back)")
        #expect(try workspace.tamis("restore --ledger l.jsonl.\(suffix) -o again.\(suffix)").isDone)
        #expect(try workspace.shell("\(unpack) again.\(suffix)").text == Self.records)
    }

    @Test(.enabled(if: hasTools))
    func aTreeKeepsItsNames() throws {
        let workspace = try workspace()
        #expect(try workspace.shell("mkdir tree && mv in.jsonl* tree").isDone)
        let run = try workspace.tamis("clean -r tree -o out --scope document --no-annotation --ledger ledger")
        #expect(run.isDone, "\(run)")
        #expect(try workspace.shell("zcat out/in.jsonl.gz").text == Self.cleanRecords)
        #expect(try workspace.shell("zstd -dcq out/in.jsonl.zst").text == Self.cleanRecords)
        #expect(workspace.text("out/in.jsonl") == Self.cleanRecords)
        #expect(try workspace.tamis("restore out --ledger ledger -o again").isDone)
        let same = "cmp <(zcat again/in.jsonl.gz) tree/in.jsonl && cmp <(zstd -dcq again/in.jsonl.zst) tree/in.jsonl"
        #expect(try workspace.shell(same).isDone)
        #expect(workspace.text("ledger").contains(#""container":"zstd","container_bytes":"#))
    }

    @Test(.enabled(if: hasTools), arguments: ["gz", "zst"])
    func inPlaceStaysCompressed(suffix: String) throws {
        let workspace = try workspace()
        #expect(try workspace.shell("mv in.jsonl.\(suffix) a").isDone)
        #expect(try workspace.tamis("clean -i --scope document --no-annotation a").isDone)
        #expect(try workspace.shell(suffix == "gz" ? "gzip -dc < a" : "zstd -dcq < a").text == Self.cleanRecords)
        #expect(try workspace.tamis("restore a --ledger a.ledger.jsonl").text == Self.records)
    }

    @Test(.enabled(if: hasTools), arguments: ["gz", "zst"])
    func aCutStreamGivesWhatStandsBefore(suffix: String) throws {
        let workspace = try workspace()
        // Records that differ, so that the cut is not in the checksum.
        let lines = (0..<12_000).map { #"{"id":\#($0),"text":"\#($0 * 7919 % 10007) boats passed."}"# + "\n" }
        workspace.write(Array(lines.joined().utf8), to: "many")
        #expect(try workspace.shell("\(suffix == "gz" ? "gzip" : "zstd -q") -c many > many.c").isDone)
        let cut = workspace.bytes("many.c").count / 2
        #expect(try workspace.shell("head -c \(cut) many.c > cut").isDone)
        let run = try workspace.tamis("clean --scope document --no-annotation cut --ledger ledger")
        #expect(run.failed("cut: byte \(cut): ", "ends too early"), "\(run.messages)")
        #expect(run.text.count > 1000 && lines.joined().hasPrefix(run.text) && run.text.hasSuffix("}\n"))
        workspace.write(run.output, to: "out")
        let back = try workspace.tamis("restore out --ledger ledger")
        #expect(back.isDone && lines.joined().hasPrefix(back.text) && back.text.count > run.text.count)
        #expect(try workspace.tamis("clean --scope document --no-annotation cut -o one").failed("byte \(cut)"))
        #expect(workspace.bytes("one") == run.output)
        // A file of a tree, or one in place, is complete or not there.
        #expect(try workspace.tamis("clean cut -o tree/").failed("byte \(cut)"))
        #expect(!workspace.has("tree/cut"))
        let before = workspace.bytes("cut")
        #expect(try workspace.tamis("clean -i cut").failed("byte \(cut)"))
        #expect(workspace.bytes("cut") == before)
    }

    @Test(arguments: [
        "-o b.zst --level 0", "-o b.zst --level 23", "-o b.zst --level x", "-o b.gz --level 10", "-o b --level 3",
        "--level 3",
    ])
    func levelsAreBounded(options: String) throws {
        let workspace = try Workspace(["a": "A"])
        #expect(try workspace.tamis("clean a \(options)").refused("level"))
        #expect(!workspace.has("b") && !workspace.has("b.gz") && !workspace.has("b.zst"))
    }

    @Test func levelsMatter() throws {
        let words = (0..<20_000).map { "\($0 * 7919 % 10007)" }.joined(separator: " ")
        let workspace = try Workspace(["a": words])
        for (suffix, highest) in [("gz", 9), ("zst", 19)] {
            for level in [1, highest] {
                #expect(try workspace.tamis("clean a -o \(level).\(suffix) --level \(level)").isDone)
            }
            #expect(workspace.bytes("\(highest).\(suffix)").count < workspace.bytes("1.\(suffix)").count)
        }
    }
}

private let hasTools: Bool = (try? Workspace().shell("gzip --version && zstd --version"))?.isDone == true
