/// What sites in Indonesian write around an article.
extension FurniturePhrase {
    static let indonesian: [FurniturePhrase] = [
        .init(.shareBar, .anywhere, "bagikan ke facebook", matches: ["Bagikan ke Facebook"]),
        .init(.shareBar, .anywhere, "bagikan artikel ini", matches: ["Bagikan artikel ini"]),
        .init(.shareBar, .anywhere, "bagikan ini", opensBlock: true, matches: ["Bagikan ini:"]),
        .init(.shareBar, [.edge, .neighbour], "bagikan", matches: ["Bagikan"]),
        .init(.shareBar, .anywhere, "salin tautan", matches: ["Salin tautan"]),
        .init(.shareBar, .edge, "ikuti kami *", wordLimit: 6, matches: ["Ikuti kami di Facebook"]),
        .init(.commentForm, .anywhere, "batalkan balasan *", wordLimit: 8, matches: ["Batalkan balasan"]),
        .init(
            .commentForm, .anywhere, "alamat email anda tidak akan *", wordLimit: 16,
            matches: ["Alamat email Anda tidak akan dipublikasikan."]),
        .init(
            .commentForm, .anywhere, "ruas yang wajib ditandai *", wordLimit: 8, matches: ["Ruas yang wajib ditandai *"]
        ),
        .init(.commentForm, .tail, "tinggalkan balasan", opensBlock: true, matches: ["Tinggalkan balasan"]),
        .init(.commentForm, .tail, "tinggalkan komentar", opensBlock: true, matches: ["Tinggalkan komentar"]),
        .init(.commentForm, .tail, "tulis komentar", opensBlock: true, matches: ["Tulis komentar"]),
        .init(.commentForm, .tail, "komentar", opensBlock: true, matches: ["Komentar"]),
        .init(.commentForm, .edge, "tidak ada komentar", matches: ["Tidak ada komentar"]),
        .init(.commentForm, .tail, "balas", matches: ["Balas"]),
        .init(.related, .tail, "artikel terkait", opensBlock: true, matches: ["Artikel terkait"]),
        .init(.related, .tail, "berita terkait", opensBlock: true, matches: ["Berita terkait"]),
        .init(.related, .tail, "berita lainnya", opensBlock: true, matches: ["Berita lainnya"]),
        .init(.related, .tail, "terpopuler", opensBlock: true, matches: ["Terpopuler"]),
        .init(.related, .tail, "berita terpopuler", opensBlock: true, matches: ["Berita terpopuler"]),
        .init(.related, .tail, "berita terkini", opensBlock: true, matches: ["Berita terkini"]),
        .init(.related, .tail, "pos pos terbaru", opensBlock: true, matches: ["Pos-pos terbaru"]),
        .init(.related, .tail, "rekomendasi untuk anda", opensBlock: true, matches: ["Rekomendasi untuk Anda"]),
        .init(.credit, .anywhere, "baca juga *", wordLimit: 16, matches: ["Baca juga: Pelabuhan tak pernah tidur"]),
        .init(.credit, .anywhere, "baca selengkapnya", matches: ["Baca selengkapnya"]),
        .init(.credit, .anywhere, "lanjutkan membaca", matches: ["Lanjutkan membaca"]),
        .init(
            .newsletter, .anywhere, "berlangganan buletin kami *", wordLimit: 12, matches: ["Berlangganan buletin kami"]
        ),
        .init(.newsletter, .edge, "berlangganan", matches: ["Berlangganan"]),
        .init(
            .consent, .edge, "situs web ini menggunakan cookie *", wordLimit: 60,
            matches: ["Situs web ini menggunakan cookie"]),
        .init(.consent, .edge, "kami menggunakan cookie *", wordLimit: 60, matches: ["Kami menggunakan cookie"]),
        .init(.footer, .edge, "kebijakan privasi", matches: ["Kebijakan privasi"]),
        .init(.footer, .edge, "syarat dan ketentuan", matches: ["Syarat dan ketentuan"]),
        .init(.footer, .edge, "pedoman media siber", matches: ["Pedoman media siber"]),
        .init(
            .footer, .edge, "hak cipta dilindungi undang undang *", wordLimit: 14,
            matches: ["Hak cipta dilindungi undang-undang"]),
        .init(.advertisement, .anywhere, "iklan", matches: ["Iklan"]),
        .init(
            .advertisement, .anywhere, "gulir ke bawah *", wordLimit: 6, matches: ["Gulir ke bawah untuk melanjutkan"]),
        .init(.navigation, .anywhere, "langsung ke konten", matches: ["Langsung ke konten"]),
        .init(.navigation, .anywhere, "lewati ke konten", matches: ["Lewati ke konten"]),
        .init(.navigation, .anywhere, "kembali ke atas", matches: ["Kembali ke atas"]),
        .init(.navigation, .edge, "beranda", matches: ["Beranda"]),
        .init(.navigation, .edge, "daftar akun", matches: ["Daftar akun"]),
        .init(.navigation, .edge, "lupa kata sandi", matches: ["Lupa kata sandi?"]),
        .init(
            .pagination, .tail, "artikel sebelumnya *", wordLimit: 12, opensBlock: true, matches: ["Artikel sebelumnya"]
        ),
        .init(
            .pagination, .tail, "artikel selanjutnya *", wordLimit: 12, opensBlock: true,
            matches: ["Artikel selanjutnya"]),
        .init(.pagination, .edge, "halaman selanjutnya", matches: ["Halaman selanjutnya"]),
        .init(.pagination, .edge, "lihat semua", matches: ["Lihat semua"]),
        .init(.pagination, .edge, "muat lebih banyak", matches: ["Muat lebih banyak"]),
    ]
}
