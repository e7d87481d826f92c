import Tamis

extension Templates {
    /// Maps the file of templates at `path` and checks it.
    init(path: String) throws(InputError) {
        let file = try FrozenBytes.mapping(path)
        do throws(TemplateFileError) {
            try self.init(file: file)
        } catch {
            throw InputError(error.description, file: path, isUsage: true)
        }
    }
}
