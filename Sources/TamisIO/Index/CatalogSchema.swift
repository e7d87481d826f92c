/// The tables of a catalog.
enum CatalogSchema {
    /// The version of the tables, SQLite's `user_version`.
    static let version = 1
    /// The statements that make them.
    static let tables = [
        // What all keys depend on.
        "CREATE TABLE parameters (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
        // A run of the command that added documents; document_count of them stayed.
        """
        CREATE TABLE runs (
            number INTEGER PRIMARY KEY, digest TEXT NOT NULL UNIQUE, tool TEXT NOT NULL, added TEXT NOT NULL,
            first_document INTEGER NOT NULL, document_limit INTEGER NOT NULL, document_count INTEGER NOT NULL)
        """,
        // Where the keys lie.
        """
        CREATE TABLE files (
            number INTEGER PRIMARY KEY, first_document INTEGER NOT NULL, document_limit INTEGER NOT NULL,
            byte_count INTEGER NOT NULL, checksum INTEGER NOT NULL)
        """,
        // Every document; survivor is the id of the one that it duplicates.
        """
        CREATE TABLE documents (
            number INTEGER PRIMARY KEY, id TEXT NOT NULL, site TEXT, run INTEGER NOT NULL, survivor TEXT, exact_key TEXT,
            checksum INTEGER NOT NULL)
        """,
        "CREATE TABLE state (next_document INTEGER NOT NULL, next_file INTEGER NOT NULL, checksum INTEGER NOT NULL)",
    ]

    /// The tables over which `state` has a checksum.
    static let sealed = ["parameters", "runs", "files"]
}
