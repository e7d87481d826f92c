import Tamis

/// The ranks of a run's documents in the order ≺, behind those of an index.
struct Ranks: Sendable {
    /// How many index documents come before.
    let indexCount: UInt32
    /// How many documents there are, those of the index included.
    let count: Int
    /// The document at each rank and the rank of each document; empty where the input's order decides.
    private let documents: [UInt32]
    private let ranks: [UInt32]

    init(documentCount: Int, order: DocumentOrder, indexCount: UInt32 = 0) {
        self.indexCount = indexCount
        count = documentCount + Int(indexCount)
        documents = order.count == 0 ? [] : order.positions()
        ranks = DocumentOrder.ranks(of: documents, first: indexCount)
    }

    /// Whether the documents' numbers ascend with their ranks.
    var isInputOrder: Bool { ranks.isEmpty }

    /// The rank of a document of the run.
    func rank(of document: Int) -> UInt32 {
        ranks.isEmpty ? indexCount + UInt32(document) : ranks[document]
    }

    /// The document of the run at a rank; nil for an index document.
    func document(at rank: UInt32) -> Int? {
        guard rank >= indexCount else { return nil }
        let place = Int(rank - indexCount)
        return documents.isEmpty ? place : Int(documents[place])
    }
}
