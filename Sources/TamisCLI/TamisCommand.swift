import ArgumentParser

@main
struct TamisCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "tamis", abstract: "Cleans scraped articles.")
}
