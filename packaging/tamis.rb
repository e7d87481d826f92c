# A formula for Homebrew on Linux. Before a release the address and the digest of its tarball go in:
#
#   sha256sum packages/tamis-*.tar.gz
#
# Limits: it was never installed by brew in the tests; it takes the static tarball, which is for Linux on x86-64. There is no
# package for macOS: the kernels and the files of TamisIO are written for Linux.
class Tamis < Formula
  desc "Cleaner of scraped articles that explains every cut"
  homepage "https://example.org/tamis"
  url "https://example.org/tamis/tamis-0.1.0-linux-x86_64.tar.gz"
  sha256 "0000000000000000000000000000000000000000000000000000000000000000"
  license "Apache-2.0"

  depends_on arch: :x86_64
  depends_on :linux

  def install
    bin.install "bin/tamis"
    man1.install Dir["share/man/man1/*.1"]
    bash_completion.install "share/completions/tamis.bash" => "tamis"
    zsh_completion.install "share/completions/tamis.zsh" => "_tamis"
    fish_completion.install "share/completions/tamis.fish"
  end

  test do
    (testpath/"article.txt").write("A day at sea\n\nWe left at noon.\n\nA day at sea\n")
    assert_match "A day at sea", shell_output("#{bin}/tamis clean -q article.txt")
  end
end
