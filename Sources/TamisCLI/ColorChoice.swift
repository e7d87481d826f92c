import ArgumentParser
import Glibc
import TamisIO

/// Whether output is coloured.
enum ColorChoice: String, Choice {
    case auto
    case always
    case never

    /// Colour on a terminal that has it, unless NO_COLOR is set.
    var isOn: Bool {
        switch self {
        case .always: true
        case .never: false
        case .auto:
            isatty(STDOUT_FILENO) == 1 && Environment.value("NO_COLOR") == nil && Environment.value("TERM") != "dumb"
        }
    }
}
