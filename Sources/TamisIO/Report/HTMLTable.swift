/// What a cell of a table shows.
enum HTMLCell {
    /// A text.
    case text(String)
    /// A number or a share, set to the right.
    case number(String)
    /// A header of numbers, with their definition one click away.
    case numbers(String, Definition)
    /// A text of a document.
    case document([UInt8])
    /// A term with its definition one click away.
    case term(String, Definition)
}

extension HTMLWriter {
    /// Writes a table that can be scrolled where the page is narrow; the first cell of a row is its header.
    mutating func table(_ caption: String, _ header: [HTMLCell], _ rows: [[HTMLCell]]) {
        element("div", ["class": "wide", "tabindex": "0", "role": "region", "aria-label": caption]) { page in
            page.element("table") { page in
                page.element("caption", caption)
                page.element("thead") { page in
                    page.element("tr") { page in for cell in header { page.cell("th", "col", cell) } }
                }
                page.element("tbody") { page in
                    for row in rows {
                        page.element("tr") { page in
                            for (index, cell) in row.enumerated() {
                                if index == 0 { page.cell("th", "row", cell) } else { page.cell("td", nil, cell) }
                            }
                        }
                    }
                }
            }
        }
    }

    /// Writes a term as a link to its definition.
    mutating func term(_ text: String, _ definition: Definition) {
        element("a", ["href": "#" + definition.anchor, "class": "term"], text)
    }

    private mutating func cell(_ name: StaticString, _ scope: String?, _ cell: HTMLCell) {
        let kind =
            switch cell {
            case .number, .numbers: "number"
            case .document: "document"
            case .text, .term: "text"
            }
        let content = { (page: inout HTMLWriter) in
            switch cell {
            case .text(let text), .number(let text): page.text(text)
            case .document(let utf8): page.text(utf8)
            case .term(let text, let definition), .numbers(let text, let definition): page.term(text, definition)
            }
        }
        if let scope {
            element(name, ["class": kind, "scope": scope], content)
        } else {
            element(name, ["class": kind], content)
        }
    }
}
