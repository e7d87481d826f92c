import Tamis

let text = """
    Prices Rise Again

    BREAKING … BREAKING …
    BREAKING … BREAKING …
    Read more …
    """
var settings = Settings()
settings.signals = ["word_count", "excess_line_fraction"].flatMap { Signal.named($0) ?? [] }
try settings.require("gopher")

let judged = Pipeline(settings: settings).clean(Document(id: "prices", utf8: Array(text.utf8)))
let measured = settings.signals.map { signal in
    "\(signal.name) \(judged.before[signal.name] ?? 0) then \(judged.after[signal.name] ?? 0)"
}
let violations = judged.violations ?? []
// snippet.hide
for line in measured { print(line) }
for violation in violations { print(violation) }
