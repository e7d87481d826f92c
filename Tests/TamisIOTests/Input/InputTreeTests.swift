import Glibc
import Testing

@testable import TamisIO

@Suite struct InputTreeTests {
    private static let all = InputTree.Options(isRecursive: true)

    /// The paths below `folder`.
    private func paths(_ tree: InputTree) -> [String] {
        tree.files.map(\.relativePath)
    }

    private func withTree(_ body: (String) throws -> Void) throws {
        try withTemporaryFolder { folder in
            for name in ["b", "a", "a/x", "a/x/deep", "empty"] { mkdir(folder + "/" + name, 0o700) }
            for name in ["b/2.txt", "b/1.jsonl", "a-b.txt", "a/x/deep/z.txt", "a/y.md", "B.txt"] {
                write(name, to: folder + "/" + name)
            }
            try body(folder)
        }
    }

    @Test func sortsByBytes() throws {
        try withTree { folder in
            let tree = InputTree([folder], options: Self.all)
            #expect(paths(tree) == ["B.txt", "a-b.txt", "a/x/deep/z.txt", "a/y.md", "b/1.jsonl", "b/2.txt"])
            #expect(tree.files[3].path == folder + "/a/y.md")
            #expect(tree.errors.isEmpty && tree.notices.isEmpty)
            #expect(InputTree([folder + "/"], options: Self.all).files.map(\.relativePath) == paths(tree))
        }
    }

    @Test func takesGlobs() throws {
        try withTree { folder in
            func found(_ include: [String], _ exclude: [String]) -> [String] {
                paths(InputTree([folder], options: .init(isRecursive: true, include: include, exclude: exclude)))
            }
            #expect(found(["*.txt"], []) == ["B.txt", "a-b.txt", "a/x/deep/z.txt", "b/2.txt"])
            #expect(found(["*.txt", "*.md"], ["a-*"]) == ["B.txt", "a/x/deep/z.txt", "a/y.md", "b/2.txt"])
            #expect(found(["*/*.txt"], []) == ["b/2.txt"])
            #expect(found([], ["a", "b"]) == ["B.txt", "a-b.txt"])
        }
    }

    @Test func refusesWhatCannotBeRead() throws {
        try withTree { folder in
            let tree = InputTree([folder, folder + "/none", folder + "/b/2.txt"])
            #expect(tree.files == [InputFile(path: folder + "/b/2.txt", relativePath: "2.txt")])
            #expect(tree.errors.map(\.isUsage) == [true, false])
            #expect(tree.errors[0].advice.contains("-r"))
            #expect(tree.errors[1].what == "No such file or directory")
        }
    }

    @Test func countsAFileOnce() throws {
        try withTree { folder in
            link(folder + "/B.txt", folder + "/c.txt")
            let tree = InputTree([folder + "/b/2.txt", folder + "//b/2.txt", folder], options: Self.all)
            #expect(paths(tree) == ["2.txt", "B.txt", "a-b.txt", "a/x/deep/z.txt", "a/y.md", "b/1.jsonl"])
            #expect(tree.notices.map(\.file) == ["//b/2.txt", "/b/2.txt", "/c.txt"].map { folder + $0 })
            #expect(InputTree(["-", "-"]).files.count == 1)
            #expect(InputTree.isSameFile(folder + "/B.txt", folder + "/c.txt"))
            #expect(!InputTree.isSameFile(folder + "/B.txt", folder + "/b/2.txt"))
            #expect(!InputTree.isSameFile(folder + "/none", folder + "/none"))
            #expect(InputTree.isSameFile(folder, folder + "/a/.."))
            #expect(!InputTree.isSameFile("/dev/null", "/dev/null"))
        }
    }

    @Test func passesOverLoopsPipesAndTheOutput() throws {
        try withTree { folder in
            symlink("..", folder + "/a/loop")
            symlink("self", folder + "/a/self")
            symlink("nowhere", folder + "/a/dangling")
            symlink("../b/2.txt", folder + "/a/alias.txt")
            mkfifo(folder + "/pipe", 0o600)
            var options = Self.all
            options.excludedFolder = FileIdentity(path: folder + "/a/x")
            let tree = InputTree([folder], options: options)
            #expect(paths(tree) == ["B.txt", "a-b.txt", "a/alias.txt", "a/y.md", "b/1.jsonl"])
            let passedOver = ["/pipe", "/a/dangling", "/a/loop", "/a/self", "/a/x", "/b/2.txt"]
            #expect(tree.notices.map(\.file) == passedOver.map { folder + $0 })
            #expect(tree.errors.isEmpty)
            // Named as an input it is a mistake.
            let same = InputTree([folder + "/a/x"], options: options)
            #expect(same.files.isEmpty && same.errors.map(\.isUsage) == [true])
        }
    }

    @Test func namesThatAreNotUTF8AreReported() throws {
        try withTemporaryFolder { folder in
            write("good", to: folder + "/good")
            let path = Array((folder + "/").utf8).map { CChar(bitPattern: $0) } + [CChar(bitPattern: 0xFF), 0]
            close(open(path, O_CREAT | O_WRONLY, 0o600))
            let tree = InputTree([folder], options: Self.all)
            #expect(paths(tree) == ["good"])
            #expect(tree.errors.map(\.what) == ["the name is not UTF-8"])
            unlink(path)
        }
    }
}
