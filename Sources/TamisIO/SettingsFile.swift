import Tamis

/// A settings file: a JSON object of limits by full name, and of the rules to switch on or off.
///
///     {"near-repeat.jaccard": 0.9, "page-furniture": false}
public struct SettingsFile: Sendable {
    private let path: String
    private let members: [JSONValue.Member]

    /// Reads the file at `path`.
    ///
    /// - Throws: `InputError` where it cannot be read or is no JSON object.
    public init(path: String) throws(InputError) {
        self.path = path
        let bytes = try wholeFile(path)
        do throws(JSONError) {
            guard let members = try JSONValue(parsing: bytes).members else {
                throw JSONError(reason: .notAnObject, offset: 0)
            }
            self.members = members
        } catch {
            throw InputError(
                error.reason.rawValue, file: path, byteOffset: error.offset, advice: "mend the settings", isUsage: true)
        }
    }

    /// Applies every setting of the file, in its order.
    ///
    /// - Throws: `InputError` that names the file and the setting that cannot be taken.
    public func apply(to settings: inout Settings) throws(InputError) {
        for member in members {
            let name = String(decoding: member.key, as: UTF8.self)
            do throws(SettingsError) {
                if let isOn = member.value.boolean {
                    try settings.set(rule: name, isOn: isOn)
                } else if let value = member.value.double {
                    try settings.set(limit: name, to: value)
                } else {
                    throw .notAValue(name)
                }
            } catch {
                throw InputError(error.description, file: path, isUsage: true)
            }
        }
    }

    /// The settings as such a file: every rule and every limit, one a line, in the order of the tables.
    public static func text(of settings: Settings) -> [UInt8] {
        var members: [(String, String)] = []
        for (index, rule) in Rule.all.enumerated() {
            members.append((rule.name, "\(settings.isOn[index])"))
            for (limit, value) in zip(rule.limits, settings.limits[index]) {
                members.append(("\(rule.name).\(limit.name)", "\(value)"))
            }
        }
        for (index, profile) in Profile.all.enumerated() {
            for (bound, limit) in zip(profile.bounds, settings.profileLimits[index]) {
                members.append(("\(profile.name).\(bound.name)", "\(limit)"))
            }
        }
        return Array(("{\n" + members.map { "  \"\($0.0)\": \($0.1)" }.joined(separator: ",\n") + "\n}\n").utf8)
    }
}
