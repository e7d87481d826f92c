import Testing

@testable import TamisIO

/// A changed bit or a missing byte is an error or makes no difference; it never traps and never gives another answer.
struct DamagedFileTests {
    /// An index of two runs in which `name` is about to be damaged, and what a third run sees in it.
    private func withIndex(
        damaging name: String, _ body: (_ path: String, _ bytes: [UInt8], _ expected: [String]) throws -> Void
    ) throws {
        try withTemporaryFolder { folder in
            let path = folder + "/index"
            try IndexSample.add(["a", "b", "c"], run: "monday", to: path)
            try IndexSample.add(["d", "e"], run: "tuesday", to: path)
            let expected = try IndexSample.contents(of: path, forRun: "")
            #expect(expected.count == 5)
            let bytes = try #require(contents(of: path + "/" + name))
            try body(path, bytes, expected)
        }
    }

    /// Reads everything; true when that is an error.
    private func isNoticed(_ path: String, _ expected: [String], _ damage: String) throws -> Bool {
        do {
            let found = try IndexSample.contents(of: path, forRun: "")
            #expect(found == expected, "\(damage) is not noticed")
            return false
        } catch is InputError {
            return true
        }
    }

    private func expectNotice(_ path: String, _ expected: [String], _ damage: String) throws {
        let isNoticed = try isNoticed(path, expected, damage)
        #expect(isNoticed, "\(damage) is not noticed")
    }

    @Test func everyBitOfARunFileIsChecked() throws {
        try withIndex(damaging: "1.run") { path, bytes, expected in
            for position in bytes.indices {
                // All bits where the format is defined, one of each byte of the data.
                let isData = (200..<bytes.count - 200).contains(position)
                for bit in isData ? position % 8..<position % 8 + 1 : 0..<8 {
                    var damaged = bytes
                    damaged[position] ^= 1 << bit
                    write(damaged, to: path + "/1.run")
                    try expectNotice(path, expected, "bit \(bit) of byte \(position)")
                }
            }
        }
    }

    @Test func everyMissingByteOfARunFileIsNoticed() throws {
        try withIndex(damaging: "1.run") { path, bytes, expected in
            for count in 0..<bytes.count {
                write(Array(bytes[..<count]), to: path + "/1.run")
                try expectNotice(path, expected, "a cut after \(count) bytes")
            }
            write(bytes + [0], to: path + "/1.run")
            try expectNotice(path, expected, "a byte at the end")
        }
    }

    @Test func damageToTheCatalogIsNoticedOrHarmless() throws {
        try withIndex(damaging: "catalog.sqlite") { path, bytes, expected in
            for position in bytes.indices where position < 200 || bytes[position] != 0 || position % 16 == 0 {
                var damaged = bytes
                damaged[position] ^= 1 << (position % 8)
                write(damaged, to: path + "/catalog.sqlite")
                _ = try isNoticed(path, expected, "bit \(position % 8) of byte \(position)")
            }
            for count in stride(from: 0, to: bytes.count, by: 61) {
                write(Array(bytes[..<count]), to: path + "/catalog.sqlite")
                try expectNotice(path, expected, "a cut after \(count) bytes")
            }
        }
    }

    @Test func filesThatChangedPlacesAreNoticed() throws {
        try withIndex(damaging: "1.run") { path, bytes, expected in
            let other = try #require(contents(of: path + "/2.run"))
            write(other, to: path + "/1.run")
            write(bytes, to: path + "/2.run")
            try expectNotice(path, expected, "the exchange")
        }
    }
}
