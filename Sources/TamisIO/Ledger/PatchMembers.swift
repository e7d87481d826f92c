import Tamis

/// The members of the ledger's patches that do not depend on their places, those of one patch behind those of another.
struct PatchMembers: Sendable {
    private var writer = JSONWriter()

    /// The members as JSON, without braces.
    var json: [UInt8] { writer.bytes }

    /// What stands for the rule in the patch of a document that is left out because of a profile.
    static let requirement = "require"

    /// Adds the members of a finding; returns where they stand in `json`.
    mutating func append(
        _ finding: Finding, document: String, isApplied: Bool, removed: ArraySlice<UInt8>
    ) -> ByteRange {
        append(rule: finding.rule, document: document, isApplied: isApplied, removed: removed) { writer in
            writer.range(finding.range)
            writer.evidence(finding.evidence)
        }
    }

    /// Adds the members of a document that is left out because of a profile.
    mutating func append(
        violations: [Violation], document: String, isApplied: Bool, removed: ArraySlice<UInt8>
    ) -> ByteRange {
        append(rule: Self.requirement, document: document, isApplied: isApplied, removed: removed) { writer in
            writer.key("evidence")
            writer.beginObject()
            writer.key("violations")
            writer.violations(violations)
            writer.endObject()
        }
    }

    /// Adds the members of a change that no rule made: a rejected record, an annotation.
    mutating func append(
        rule: String, reason: String?, document: String? = nil, isApplied: Bool = true, removed: ArraySlice<UInt8>
    ) -> ByteRange {
        append(rule: rule, document: document, isApplied: isApplied, removed: removed) { writer in
            guard let reason else { return }
            writer.key("evidence")
            writer.beginObject()
            writer.key("error")
            writer.string(reason)
            writer.endObject()
        }
    }

    private mutating func append(
        rule: String, document: String?, isApplied: Bool, removed: ArraySlice<UInt8>,
        _ evidence: (inout JSONWriter) -> Void
    ) -> ByteRange {
        let start = writer.bytes.count
        if let document {
            writer.key("document")
            writer.string(document)
        }
        writer.key("rule")
        writer.string(rule)
        evidence(&writer)
        writer.key("applied")
        writer.boolean(isApplied)
        if isApplied { writer.removed(removed) }
        defer { writer.newline() }
        return start..<writer.bytes.count
    }
}

extension JSONWriter {
    /// Writes the removed bytes: as a string where they are UTF-8, else in base64.
    fileprivate mutating func removed(_ bytes: ArraySlice<UInt8>) {
        if bytes.isUTF8 {
            key("removed")
            bytes.withUnsafeBufferPointer { string(valid: $0) }
        } else {
            key("removed_base64")
            string(Base64.encode(bytes))
        }
    }
}
