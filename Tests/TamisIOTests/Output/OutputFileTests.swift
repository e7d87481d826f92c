import Glibc
import Testing

@testable import TamisIO

@Suite struct OutputFileTests {
    @Test func appearsOnlyWhenFinished() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/a.txt"
            do {
                let output = try OutputFile(path: path)
                try output.write(Array("lost".utf8))
                try output.flush()
                #expect(FileIdentity(path: path) == nil)
            }
            #expect(names(in: folder) == [])
            let output = try OutputFile(path: path)
            try output.write(Array("kept ".utf8))
            try output.write([UInt8](repeating: 0x61, count: 1_000_000))
            #expect(output.byteCount == 1_000_005)
            try output.finish()
            #expect(contents(of: path) == Array("kept ".utf8) + [UInt8](repeating: 0x61, count: 1_000_000))
            #expect(names(in: folder) == ["a.txt"])
        }
    }

    @Test func keepsTheModeAndFollowsLinks() throws {
        try withTemporaryFolder { folder in
            write("old", to: folder + "/a")
            chmod(folder + "/a", 0o640)
            symlink("a", folder + "/link")
            let output = try OutputFile(path: folder + "/link")
            try output.write(Array("new".utf8))
            try output.finish()
            #expect(contents(of: folder + "/a") == Array("new".utf8))
            var status = stat()
            #expect(stat(folder + "/a", &status) == 0 && status.st_mode & 0o7777 == 0o640)
            #expect(lstat(folder + "/link", &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
            symlink("nowhere", folder + "/broken")
            #expect(throws: OutputError.self) { try OutputFile(path: folder + "/broken") }
        }
    }

    @Test(arguments: ["/dev/fd/", "/proc/self/fd/"])
    func addsToAFileThatIsOpen(folder: String) throws {
        try withTemporaryFolder { temporary in
            let number = open(temporary + "/a", O_WRONLY | O_CREAT, 0o600)
            defer { close(number) }
            #expect(write(number, "before ", 7) == 7)
            let output = try OutputFile(path: folder + "\(number)")
            try output.write(Array("text".utf8))
            try output.finish()
            #expect(write(number, " after", 6) == 6)
            #expect(contents(of: temporary + "/a") == Array("before text after".utf8))
            #expect(names(in: temporary) == ["a"])
        }
        #expect(throws: OutputError.self) { try OutputFile(path: folder + "99999") }
    }

    @Test func reportsAFullDisk() throws {
        let output = try OutputFile(path: "/dev/full")
        try output.write(Array("a".utf8))
        let error = #expect(throws: OutputError.self) { try output.finish() }
        #expect(error?.description == "/dev/full: byte 0: No space left on device; make room and run again")
    }

    @Test func takesTheUsualMode() throws {
        try withTemporaryFolder { folder in
            try OutputFile(path: folder + "/a").finish()
            write("", to: folder + "/usual")
            var mine = stat()
            var usual = stat()
            #expect(stat(folder + "/a", &mine) == 0 && stat(folder + "/usual", &usual) == 0)
            #expect(mine.st_mode == usual.st_mode)
        }
    }

    @Test(arguments: ["", "a/", "a/b", "/tmp", ".", String(repeating: "n", count: 256)])
    func impossibleNamesAreToldAtOnce(_ name: String) throws {
        try withTemporaryFolder { folder in
            let path = name.isEmpty || name.hasPrefix("/") ? name : folder + "/" + name
            #expect(throws: OutputError.self) { try OutputFile(path: path) }
            #expect(names(in: folder) == [])
        }
    }

    @Test func aLongNameLeavesRoomForTheTemporaryOne() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/" + String(repeating: "n", count: 255)
            try OutputFile(path: path).finish()
            #expect(contents(of: path) == [])
        }
    }

    @Test func writesOnceOnly() throws {
        try withTemporaryFolder { folder in
            let output = try OutputFile(path: folder + "/a")
            try output.finish()
            #expect(throws: OutputError.self) { try output.finish() }
        }
    }

    @Test func reportsAMissingFolder() {
        let error = #expect(throws: OutputError.self) { try OutputFile(path: "/nowhere/a") }
        #expect(error?.description == "/nowhere/a: No such file or directory; make the folder first")
    }
}
