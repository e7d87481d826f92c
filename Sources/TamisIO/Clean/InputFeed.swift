import Tamis

/// A step of a run: what the reading side hands on, in the order of the inputs.
enum InputStep: Sendable {
    /// A file begins.
    case begin(InputName, InputFile)
    /// Records of the file begun last.
    case batch(RecordBatch, InputName)
    /// The file begun last ends.
    case end
    /// A file could not be opened, or not be read to its end.
    case failure(InputError)
}

extension InputStep {
    /// The bytes it holds.
    var byteCount: Int {
        if case .batch(let batch, _) = self { batch.bytes.count } else { 0 }
    }
}

/// Reads the inputs of a run one after another.
struct InputFeed {
    private let items: [InputFile]
    private let options: CleanOptions
    private var next = 0
    private var reader: (any RecordReader)?
    private var name: InputName?
    private var pending: InputStep?
    private var source: FileSource?

    init(_ items: [InputFile], _ options: CleanOptions) {
        self.items = items
        self.options = options
    }

    /// Whether the next step would come at once; results are not kept waiting for a slow input.
    var isReady: Bool { pending != nil || reader == nil || source?.isReady ?? true }

    /// The next step; nil when all inputs have been read.
    mutating func step() -> InputStep? {
        if let step = pending.take() { return step }
        if reader == nil {
            guard next < items.count else { return nil }
            let item = items[next]
            next += 1
            do throws(InputError) {
                return .begin(try open(item), item)
            } catch {
                return .failure(error)
            }
        }
        return readOn()
    }

    private mutating func readOn() -> InputStep? {
        guard var current = reader, let name else { return nil }
        reader = nil
        do throws(InputError) {
            guard let batch = try current.nextBatch() else { return .end }
            reader = current
            return .batch(batch, name)
        } catch {
            pending = .end
            return .failure(error)
        }
    }

    private mutating func open(_ item: InputFile) throws(InputError) -> InputName {
        let file = try FileSource(path: item.path, spool: item.spool)
        self.source = file
        var source = PeekedSource(file)
        var encoding = options.encoding
        if encoding == .utf16 {
            _ = try source.peek(2)
            encoding = source.peeked.starts(with: ByteOrderMark.utf16BigEndian) ? .utf16BigEndian : .utf16LittleEndian
        }
        if let encoding { source = PeekedSource(ConvertedSource(source, from: encoding, file: item.path)) }
        let format: InputFormat
        if let known = options.format {
            format = known
        } else {
            format = try FormatDetector(file: item.path, limits: options.limits).format(of: &source)
        }
        switch format {
        case .jsonl: reader = JSONLReader(source, limits: options.limits)
        case .text: reader = TextReader(source, limits: options.limits)
        }
        let name = InputName(
            number: next - 1, path: item.path, id: item.relativePath, site: item.site, format: format,
            encoding: encoding)
        self.name = name
        return name
    }
}
