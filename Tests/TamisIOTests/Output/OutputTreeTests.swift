import Glibc
import Testing

@testable import TamisIO

@Suite struct OutputTreeTests {
    private func put(_ text: String, at path: String, in tree: OutputTree) throws {
        let file = try tree.file(at: path)
        try file.write(Array(text.utf8))
        try file.finish()
    }

    @Test func mirrors() throws {
        try withTemporaryFolder { folder in
            let tree = try OutputTree(path: folder + "/new/out/")
            try put("1", at: "a.txt", in: tree)
            try put("2", at: "a/b/c.txt", in: tree)
            #expect(contents(of: folder + "/new/out/a/b/c.txt") == Array("2".utf8))
            #expect(names(in: folder + "/new/out") == ["a", "a.txt"])
            try put("3", at: "a.txt", in: OutputTree(path: folder + "/new/out"))
            #expect(contents(of: folder + "/new/out/a.txt") == Array("3".utf8))
        }
    }

    @Test(arguments: ["../x", "a/../../x", "/etc/x", "", "a/", "a//b", ".", "..", "a/./b", "x\u{0}y"])
    func staysInside(_ path: String) throws {
        try withTemporaryFolder { folder in
            let tree = try OutputTree(path: folder + "/out")
            #expect(throws: OutputError.self) { try tree.file(at: path) }
            #expect(names(in: folder) == ["out"] && names(in: folder + "/out") == [])
        }
    }

    @Test func doesNotFollowLinks() throws {
        try withTemporaryFolder { folder in
            for name in ["out", "outside"] { mkdir(folder + "/" + name, 0o700) }
            write("safe", to: folder + "/outside/file")
            symlink("../outside", folder + "/out/link")
            symlink("../outside/file", folder + "/out/file")
            mkfifo(folder + "/out/pipe", 0o600)
            let tree = try OutputTree(path: folder + "/out")
            for path in ["link/x", "link/file", "file", "pipe", "link", String(repeating: "n", count: 256)] {
                #expect(throws: OutputError.self, "\(path)") { try put("x", at: path, in: tree) }
            }
            #expect(contents(of: folder + "/outside/file") == Array("safe".utf8))
            #expect(names(in: folder + "/outside") == ["file"])
        }
    }

    /// é as one character and as two: other bytes, other files.
    @Test func namesAreBytes() throws {
        try withTemporaryFolder { folder in
            let tree = try OutputTree(path: folder)
            let names = ["caf\u{E9}.txt", "cafe\u{301}.txt"]
            for (name, text) in zip(names, ["1", "2"]) { try put(text, at: name, in: tree) }
            #expect(names.map { contents(of: folder + "/" + $0) } == [Array("1".utf8), Array("2".utf8)])
        }
    }

    @Test func refusesCollisions() throws {
        try withTemporaryFolder { folder in
            let tree = try OutputTree(path: folder)
            try put("1", at: "a.txt", in: tree)
            let error = #expect(throws: OutputError.self) { try tree.file(at: "a.txt") }
            #expect(error?.what == "two inputs would be written here")
            link(folder + "/a.txt", folder + "/A.TXT")
            #expect(throws: OutputError.self) { try tree.file(at: "A.TXT") }
            #expect(throws: OutputError.self) { try tree.file(at: "a.txt/b") }
            #expect(contents(of: folder + "/a.txt") == Array("1".utf8))
        }
    }
}
