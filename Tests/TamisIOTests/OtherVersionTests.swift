import Testing

@testable import TamisIO

/// A file of another version of its format is refused, and the error says that it is the version.
struct OtherVersionTests {
    @Test func aCatalogIsRefused() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/index"
            try IndexSample.add(["a"], run: "monday", to: path)
            try Database(path: path + "/catalog.sqlite", isReadOnly: false).run("PRAGMA user_version = 2")
            let error = #expect(throws: InputError.self) { try IndexSample.contents(of: path, forRun: "") }
            #expect(error?.description.contains("has version 2 of its tables, and this tamis reads 1") == true)
            #expect(throws: InputError.self) { try IndexSample.add(["b"], run: "tuesday", to: path) }
        }
    }

    @Test func aFileOfSortedRunsIsRefused() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/index"
            try IndexSample.add(["a"], run: "monday", to: path)
            var bytes = try #require(contents(of: path + "/1.run"))
            #expect(bytes[8] == 1)
            bytes[8] = 2
            write(bytes, to: path + "/1.run")
            let error = #expect(throws: InputError.self) { try IndexSample.contents(of: path, forRun: "") }
            #expect(error?.description.contains("another version") == true)
        }
    }
}
