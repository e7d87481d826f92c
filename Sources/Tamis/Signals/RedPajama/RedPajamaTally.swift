/// What RedPajama's signals measure.
public struct RedPajamaTally: Sendable {
    init() {}
    init(_ text: SplitText, table: inout HashTable) {}
}
