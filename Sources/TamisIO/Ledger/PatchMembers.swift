import Tamis

/// The members of a ledger's patch that do not depend on its place.
struct PatchMembers {
    /// The members as JSON, without braces.
    let json: [UInt8]

    /// Room for nearly all members but the removed bytes.
    private static let capacity = 320

    /// The members of a finding.
    init(_ finding: Finding, document: String, isApplied: Bool, removed: ArraySlice<UInt8>) {
        var writer = JSONWriter(membersAfterOthers: false, capacity: Self.capacity + removed.count)
        writer.key("document")
        writer.string(document)
        writer.key("rule")
        writer.string(finding.rule)
        writer.range(finding.range)
        writer.evidence(finding.evidence)
        writer.key("applied")
        writer.boolean(isApplied)
        if isApplied { writer.removed(removed) }
        json = writer.take()
    }

    /// The members of a document that is left out because of a profile.
    init(violations: [Violation], document: String, isApplied: Bool, removed: ArraySlice<UInt8>) {
        var writer = JSONWriter(membersAfterOthers: false, capacity: Self.capacity + removed.count)
        writer.key("document")
        writer.string(document)
        writer.key("rule")
        writer.string(PatchMembers.requirement)
        writer.key("evidence")
        writer.beginObject()
        writer.key("violations")
        writer.violations(violations)
        writer.endObject()
        writer.key("applied")
        writer.boolean(isApplied)
        if isApplied { writer.removed(removed) }
        json = writer.take()
    }

    /// What stands for the rule in the patch of a document that is left out because of a profile.
    static let requirement = "require"

    /// The members of a change that no rule made: a rejected record, an annotation.
    init(
        rule: String, reason: String?, document: String? = nil, isApplied: Bool = true, removed: ArraySlice<UInt8>
    ) {
        var writer = JSONWriter(membersAfterOthers: false, capacity: Self.capacity + removed.count)
        if let document {
            writer.key("document")
            writer.string(document)
        }
        writer.key("rule")
        writer.string(rule)
        if let reason {
            writer.key("evidence")
            writer.beginObject()
            writer.key("error")
            writer.string(reason)
            writer.endObject()
        }
        writer.key("applied")
        writer.boolean(isApplied)
        if isApplied { writer.removed(removed) }
        json = writer.take()
    }
}

extension JSONWriter {
    /// Writes the removed bytes: as a string where they are UTF-8, else in base64.
    fileprivate mutating func removed(_ bytes: ArraySlice<UInt8>) {
        if bytes.isUTF8 {
            key("removed")
            string(bytes.span)
        } else {
            key("removed_base64")
            string(Base64.encode(bytes))
        }
    }
}
