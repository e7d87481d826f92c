import Testing

@testable import TamisIO

struct DocumentIndexTests {
    @Test func aRunSeesTheRunsBeforeIt() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/index"
            try IndexSample.add(["a", "b"], run: "monday", to: path)
            try IndexSample.add(["c"], run: "tuesday", to: path)
            let monday = ["0 a 1", "1 b 1"]
            #expect(try IndexSample.contents(of: path, forRun: "monday") == [])
            #expect(try IndexSample.contents(of: path, forRun: "tuesday") == monday)
            #expect(try IndexSample.contents(of: path, forRun: "wednesday") == monday + ["3 c 2"])
        }
    }

    @Test func aRunIsAddedOnce() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/index"
            try IndexSample.add(["a", "b"], run: "monday", to: path)
            try IndexSample.add(["a", "b"], run: "monday", to: path)
            #expect(try IndexSample.contents(of: path, forRun: "").count == 2)
        }
    }

    @Test func withoutCommitNothingIsAdded() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/index"
            try IndexSample.add(["a"], run: "monday", to: path)
            do {
                let index = try DocumentIndex(changing: path)
                let addition = try #require(try index.begin(run: "tuesday", memoryBytes: 0))
                try addition.add(IndexSample.document("b"))
            }
            #expect(names(in: path) == ["1.run", "catalog.sqlite", "lock"])
            try IndexSample.add(["c"], run: "tuesday", to: path)
            #expect(try IndexSample.contents(of: path, forRun: "") == ["0 a 1", "2 c 2"])
        }
    }

    @Test func manySmallRunsBecomeFewFiles() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/index"
            for run in 0..<30 { try IndexSample.add((0..<5).map { "\(run)-\($0)" }, run: "\(run)", to: path) }
            #expect(names(in: path).count <= 8)
            let all = try IndexSample.contents(of: path, forRun: "")
            #expect(all.count == 150)
            for run in 0..<30 {
                #expect(try IndexSample.contents(of: path, forRun: "\(run)") == Array(all.prefix(5 * run)))
            }
        }
    }

    @Test func aSecondWriterIsRefused() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/index"
            let first = try DocumentIndex(changing: path, parameters: IndexSample.parameters)
            let error = try #require(throws: InputError.self) {
                try IndexSample.add(["a"], run: "monday", to: path)
            }
            #expect(
                error.description == "\(path): another run is writing to this index; run again when it is done")
            #expect(first.parameters == IndexSample.parameters)
            #expect(throws: Never.self) { try IndexSample.contents(of: path, forRun: "") }
        }
    }

    @Test func otherParametersAreRefused() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/index"
            try IndexSample.add(["a"], run: "monday", to: path)
            let error = try #require(throws: InputError.self) {
                _ = try DocumentIndex(reading: path, parameters: IndexParameters(bandCount: 40, rowCount: 3))
            }
            #expect(
                error.description
                    == "\(path): was made with 20 bands of 6 rows, algorithm 1, seed 0; this run has 40 bands "
                    + "of 3 rows, algorithm 1, seed 0; give the same --near and release, or another index")
            #expect(error.isUsage)
        }
    }

    @Test(arguments: ["", "/none", "/file"])
    func whatIsNoIndexIsNotRead(name: String) throws {
        try withTemporaryFolder { folder in
            write("text", to: folder + "/file")
            let error = try #require(throws: InputError.self) {
                _ = try DocumentIndex(reading: folder + name)
            }
            #expect(error.description == "\(folder + name): is no index; make one with clean --index")
        }
    }

    @Test func leftoversAreSwept() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/index"
            try IndexSample.add(["a"], run: "monday", to: path)
            write("half a file", to: path + "/2.run")
            write("half a file", to: path + "/.2.run.tamis-1-1")
            write("mine", to: path + "/notes.txt")
            _ = try IndexSample.contents(of: path, forRun: "")
            #expect(names(in: path).contains("2.run"), "a reader changes nothing")
            try IndexSample.add(["b"], run: "tuesday", to: path)
            #expect(names(in: path) == ["1.run", "2.run", "catalog.sqlite", "lock", "notes.txt"])
            #expect(try IndexSample.contents(of: path, forRun: "").count == 2)
        }
    }
}
