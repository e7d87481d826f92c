import Tamis

/// Where each document of a run stands: documents are numbered in the order of the inputs.
struct DocumentTable: Sendable {
    /// The number of the first document of each file.
    private var firstDocuments: [Int] = []
    /// The record of each document in its file.
    private var records: [UInt32] = []
    /// Whether that record holds the text field twice, by document.
    private var repeatsText: [Bool] = []

    /// How many documents there are.
    var count: Int { records.count }

    /// Adds the next document, which comes in the order of the inputs.
    mutating func append(file: Int, record: Int, isTextRepeated: Bool) {
        while firstDocuments.count <= file { firstDocuments.append(records.count) }
        records.append(UInt32(truncatingIfNeeded: record))
        repeatsText.append(isTextRepeated)
    }

    /// Whether the record of a document holds the text field twice.
    func isTextRepeated(in document: Int) -> Bool { repeatsText[document] }

    /// The number of the document in a record; nil where there is none.
    ///
    /// Logarithmic in the file's documents.
    func document(file: Int, record: Int) -> Int? {
        guard file < firstDocuments.count else { return nil }
        var low = firstDocuments[file]
        let end = file + 1 < firstDocuments.count ? firstDocuments[file + 1] : records.count
        var high = end
        let record = UInt32(truncatingIfNeeded: record)
        // Where no record was left out the place is known.
        let place = low < end ? low + Int(record) - Int(records[low]) : end
        if low..<end ~= place, records[place] == record { return place }
        while low < high {
            let middle = (low + high) / 2
            if records[middle] < record { low = middle + 1 } else { high = middle }
        }
        return low < end && records[low] == record ? low : nil
    }
}
