// An index of earlier runs is a folder:
//
//     catalog.sqlite    runs, files, documents; see Catalog
//     7.run  12.run     sorted runs of keys and the documents' shingles; see IndexSection
//     lock              locked by the process that writes
//
// A file is complete and on the disk before the catalog's transaction makes it part of the index. What a run that was
// killed has left is no part of the index, and the next writer takes it away.
import Glibc

/// Documents of earlier runs, by their keys.
///
/// Documents are numbered in the order in which they were added. A number is never used again.
public final class DocumentIndex {
    /// The folder.
    public let path: String
    let catalog: Catalog
    private(set) var files: [RunFile] = []
    private let lock: IndexLock?

    /// Opens the index in the folder at `path` to be read; others may write to it meanwhile.
    ///
    /// - Parameter parameters: What the index must have been made with; nil for anything.
    public convenience init(reading path: String, parameters: IndexParameters? = nil) throws {
        try self.init(path, isReadOnly: true, parameters: parameters)
    }

    /// Opens the index in the folder at `path` to be changed, as only one process can; makes it where `parameters` are
    /// given and nothing is there.
    public convenience init(changing path: String, parameters: IndexParameters? = nil) throws {
        try self.init(path, isReadOnly: false, parameters: parameters)
    }

    private init(_ path: String, isReadOnly: Bool, parameters: IndexParameters?) throws {
        self.path = path
        let catalogPath = path + "/catalog.sqlite"
        if !isReadOnly, parameters != nil, mkdir(path, 0o777) != 0, errno != EEXIST {
            throw OutputError(.last, file: path)
        }
        guard Folder.exists(at: path), Folder.isFile(at: catalogPath) || (!isReadOnly && parameters != nil) else {
            throw InputError("is no index", file: path, advice: "make one with clean --index", isUsage: true)
        }
        lock = isReadOnly ? nil : try IndexLock(folder: path)
        catalog = try Catalog(path: catalogPath, isReadOnly: isReadOnly, parameters: isReadOnly ? nil : parameters)
        if let parameters, !parameters.isCompatible(with: catalog.parameters) {
            throw InputError(
                "was made with \(catalog.parameters); this run has \(parameters)", file: path,
                advice: "give the same --near and release, or another index", isUsage: true)
        }
        try openFiles()
        if !isReadOnly { try sweep() }
    }

    /// What the keys depend on.
    public var parameters: IndexParameters { catalog.parameters }

    /// Opens what the catalog lists; anew, when somebody has merged files just now.
    func openFiles() throws {
        for attempt in 1... {
            do throws(InputError) {
                files = try catalog.files.map { (file) throws(InputError) in try open(file) }
                return
            } catch {
                let known = catalog.files
                try catalog.read()
                if attempt == 10 || catalog.files == known { throw error }
            }
        }
    }

    private func open(_ entry: Catalog.File) throws(InputError) -> RunFile {
        let file = try RunFile(path: path + "/" + entry.name)
        guard file.checksum == entry.checksum, file.byteCount == entry.byteCount,
            file.sections.count == IndexSection.allCases.count, file.parameters == catalog.parameters.digest
        else {
            throw InputError(
                "is not the file that the catalog lists", file: path + "/" + entry.name,
                advice: "the index is damaged, or files of two were mixed")
        }
        return file
    }

    /// Takes away files that are no part of the index.
    func sweep() throws {
        let known = Set(catalog.files.map(\.name))
        let names: [String]
        do throws(SystemError) {
            names = try FolderEntry(path: path, relativePath: "").entries().entries.map(\.relativePath)
        } catch {
            throw InputError(error, file: path)
        }
        for name in names where name.hasSuffix(".run") || name.contains(".run.tamis-") {
            if !known.contains(name), unlink(path + "/" + name) != 0, errno != ENOENT {
                throw OutputError(.last, file: path + "/" + name)
            }
        }
    }
}
