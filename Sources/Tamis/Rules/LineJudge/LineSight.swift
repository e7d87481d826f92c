/// What a line is at first sight, from longest to shortest; numbered as the kernels do.
enum LineSight: Int {
    case prose, sentence, long, short, label, bare
}

extension FurniturePhrase.Kind {
    /// The place among all kinds.
    var number: Int {
        switch self {
        case .commentForm: 0
        case .shareBar: 1
        case .consent: 2
        case .newsletter: 3
        case .related: 4
        case .breadcrumb: 5
        case .pagination: 6
        case .advertisement: 7
        case .navigation: 8
        case .credit: 9
        case .footer: 10
        case .placeholder: 11
        }
    }
}
