import Tamis

/// The members of the ledger's patches that do not depend on their places, those of one patch behind those of another.
struct PatchMembers: Sendable {
    private var writer: JSONWriter

    /// Holds no members yet, and has room for so many bytes of them.
    init(capacity: Int = 0) {
        writer = JSONWriter(membersAfterOthers: false, capacity: capacity)
    }

    /// The members as JSON, without braces.
    var json: [UInt8] { writer.bytes }

    /// What stands for the rule in the patch of a document that is left out because of a profile.
    static let requirement = "require"

    /// The member that names a document, with a comma; made once for all patches of a document.
    struct DocumentMember: Sendable {
        fileprivate let json: [UInt8]

        init(_ id: String) {
            var writer = JSONWriter()
            writer.key("document")
            writer.string(id)
            json = writer.take() + [UInt8(ascii: ",")]
        }
    }

    /// Adds the members of a finding; returns where they stand in `json`.
    mutating func append(
        _ finding: Finding, document: DocumentMember, isApplied: Bool, removed: ArraySlice<UInt8>
    ) -> ByteRange {
        append(
            rule: finding.rule, range: finding.range, document: document, isApplied: isApplied, removed: removed
        ) { writer in
            writer.evidence(finding.evidence)
        }
    }

    /// Adds the members of a document that is left out because of a profile.
    mutating func append(
        violations: [Violation], document: DocumentMember, isApplied: Bool, removed: ArraySlice<UInt8>
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
        rule: String, reason: String?, document: DocumentMember? = nil, isApplied: Bool = true,
        removed: ArraySlice<UInt8>
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
        rule: String, range: ByteRange? = nil, document: DocumentMember?, isApplied: Bool, removed: ArraySlice<UInt8>,
        _ evidence: (inout JSONWriter) -> Void
    ) -> ByteRange {
        let start = writer.bytes.count
        let document = document?.json ?? []
        writer.compose(upTo: document.count + rule.utf8.count + 32 + 2 * JSONNumber.byteLimit) { members in
            document.withUnsafeBufferPointer { members.add($0) }
            // Names of rules have letters and hyphens.
            members.add(literal: #""rule":""#)
            members.add(plain: rule)
            members.add(literal: "\"")
            guard let range else { return }
            members.add(literal: #","range":["#)
            members.add(integer: range.lowerBound)
            members.add(literal: ",")
            members.add(integer: range.upperBound)
            members.add(literal: "]")
        }
        evidence(&writer)
        if isApplied { writer.applied(removed) } else { writer.literal(#""applied":false"#) }
        defer { writer.newline() }
        return start..<writer.bytes.count
    }
}

extension JSONWriter {
    /// Writes that a change was made and the removed bytes: as a string where they are UTF-8, else in base64.
    fileprivate mutating func applied(_ removed: ArraySlice<UInt8>) {
        guard removed.isUTF8, removed.count <= 1024 else {
            literal(#""applied":true"#)
            return self.removed(removed)
        }
        removed.withUnsafeBufferPointer { removed in
            compose(upTo: 32 + 6 * removed.count) { members in
                members.add(literal: #""applied":true,"removed":"#)
                members.add(string: removed)
            }
        }
    }

    private mutating func removed(_ bytes: ArraySlice<UInt8>) {
        if bytes.isUTF8 {
            key("removed")
            bytes.withUnsafeBufferPointer { string(valid: $0) }
        } else {
            key("removed_base64")
            string(Base64.encode(bytes))
        }
    }
}
