import ArgumentParser
import TamisIO

/// `tamis doctor`.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Print version, instruction set, memory and library versions.",
        discussion: """
            What a report of a fault should hold; nothing of it leaves this machine.

            EXAMPLES
              tamis doctor
              tamis doctor | grep zstd
            """)

    func run() throws {
        try reportingFailures {
            let output = try OutputFile(path: "-")
            let width = Diagnosis.rows.map(\.name.count).max() ?? 0
            for row in Diagnosis.rows {
                let gap = String(repeating: " ", count: width - row.name.count + 2)
                try output.write(Array((row.name + gap + TerminalText.escaped(row.value) + "\n").utf8))
            }
            try output.finish()
        }
    }
}
