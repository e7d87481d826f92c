// Two kinds of drawings, both of plain rectangles and text:
//
//     bars         one row per thing, one bar per series, the value at the bar's end
//     histogram    ten bins side by side, the bounds of profiles as marked lines
//
// A chart has a title and a description for those who do not see it, and stands beside a table of the same numbers.

/// Draws charts as SVG.
enum Chart {
    /// A row of bars.
    struct Row {
        let label: String
        /// The length of each series' bar, 0…1 of the width.
        let lengths: [Double]
        /// What stands at the end of each bar.
        let values: [String]
    }

    /// Draws bars; colours follow the series.
    static func bars(_ id: String, _ title: String, series: [String], _ rows: [Row], to page: inout HTMLWriter) {
        let barHeight = 14
        let rowHeight = 15 + barHeight * max(1, series.count) + 6
        let top = series.count > 1 ? 18 * ((series.count + 1) / 2) : 0
        let description = rows.map { row in
            let values = zip(series, row.values).map { series.count > 1 ? "\($0) \($1)" : $1 }
            return "\(row.label): \(values.joined(separator: ", "))"
        }
        page.chart(
            id, title, description.joined(separator: "; "), width: 400, height: top + rowHeight * rows.count,
            kind: "bars"
        ) { page in
            for (index, name) in series.enumerated() where series.count > 1 {
                let (x, y) = (index % 2 * 130, index / 2 * 18)
                page.rectangle(x: Double(x), y: Double(y + 3), width: 10, height: 10, kind: "s\(index)")
                page.label(name, x: x + 14, y: y + 12)
            }
            for (index, row) in rows.enumerated() {
                let y = top + index * rowHeight
                page.label(shortened(row.label), x: 0, y: y + 12)
                for (number, length) in row.lengths.enumerated() {
                    let width = max(0, min(1, length)) * 320
                    let barY = y + 16 + number * barHeight
                    page.rectangle(
                        x: 0, y: Double(barY), width: length > 0 ? max(width, 1) : 0, height: Double(barHeight - 2),
                        kind: "s\(number)")
                    page.label(row.values[number], x: 5 + Int(width), y: barY + 10)
                }
            }
        }
    }

    /// A bound on a histogram.
    struct Mark {
        /// Where it stands, 0…1 of the width; below or above that where it lies beyond the axis.
        let position: Double
        let name: String
    }

    /// Draws counts in bins, before and after, with bounds; `ends` label the first and the last bin.
    static func histogram(
        _ id: String, _ title: String, bins: [Int], ends: (String, String), marks: [Mark], to page: inout HTMLWriter
    ) {
        let most = max(1, bins.max() ?? 1)
        let description =
            "From \(ends.0) to \(ends.1), by tenths: \(bins.map(String.init).joined(separator: ", "))"
            + (marks.isEmpty ? "" : "; bounds: " + marks.map(\.name).joined(separator: ", "))
        let shown = marks.prefix(6)
        let top = 6 + 13 * shown.count
        page.chart(id, title, description, width: 320, height: top + 92, kind: "histogram") { page in
            for (index, count) in bins.enumerated() {
                let height = count == 0 ? 0 : max(1, Double(count) / Double(most) * 70)
                page.rectangle(
                    x: Double(10 + index * 30), y: Double(top + 70) - height, width: 28, height: height, kind: "s0")
            }
            page.rectangle(x: 10, y: Double(top + 70), width: 298, height: 1, kind: "axis")
            page.label(ends.0, x: 10, y: top + 84)
            page.label(ends.1, x: 308, y: top + 84, anchor: "end")
            for (index, mark) in shown.enumerated() {
                let x = 10 + max(0, min(1, mark.position)) * 298
                let isRight = mark.position > 0.5
                if (0...1).contains(mark.position) {
                    page.rectangle(
                        x: x, y: Double(8 + 13 * index), width: 1.5, height: Double(top + 62 - 13 * index), kind: "mark"
                    )
                }
                let name = mark.position < 0 ? "← \(mark.name)" : mark.position > 1 ? "\(mark.name) →" : mark.name
                page.label(name, x: Int(x) + (isRight ? -4 : 5), y: 14 + 13 * index, anchor: isRight ? "end" : "start")
            }
        }
    }

    private static func shortened(_ label: String) -> String {
        label.count <= 56 ? label : "\(label.prefix(55))…"
    }
}

extension HTMLWriter {
    fileprivate mutating func chart(
        _ id: String, _ title: String, _ description: String, width: Int, height: Int, kind: String,
        _ content: (inout HTMLWriter) -> Void
    ) {
        element(
            "svg",
            [
                "viewBox": "0 0 \(width) \(height)", "role": "img", "aria-labelledby": "\(id)-title \(id)-text",
                "class": kind,
            ]
        ) { page in
            page.element("title", ["id": "\(id)-title"], title)
            page.element("desc", ["id": "\(id)-text"], description)
            content(&page)
        }
    }

    fileprivate mutating func rectangle(x: Double, y: Double, width: Double, height: Double, kind: String) {
        element(
            "rect",
            [
                "x": PlainNumber.short(x), "y": PlainNumber.short(y), "width": PlainNumber.short(width),
                "height": PlainNumber.short(height), "class": kind,
            ]
        ) { _ in }
    }

    fileprivate mutating func label(_ text: String, x: Int, y: Int, anchor: String = "start") {
        element("text", ["x": "\(x)", "y": "\(y)", "text-anchor": anchor], text)
    }
}
