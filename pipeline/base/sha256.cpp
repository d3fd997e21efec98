#include "pipeline/base/sha256.h"

#include <openssl/evp.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <fstream>
#include <memory>

namespace biaoshen {
namespace {

class Digest {
 public:
  Digest() : context_(EVP_MD_CTX_new(), EVP_MD_CTX_free) {
    EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr);
  }
  void add(std::string_view bytes) { EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()); }
  std::string hex() {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string out;
    for (const unsigned char byte : value()) {
      out.push_back(kDigits[byte >> 4]);
      out.push_back(kDigits[byte & 15]);
    }
    return out;
  }
  std::string base64() {
    const auto bytes = value();
    std::array<unsigned char, 4 * ((kBytes + 2) / 3) + 1> out{};  // and the end that OpenSSL writes
    const int length = EVP_EncodeBlock(out.data(), bytes.data(), kBytes);
    return {out.begin(), out.begin() + length};
  }

 private:
  static constexpr int kBytes = 32;
  std::array<unsigned char, kBytes> value() {
    std::array<unsigned char, kBytes> bytes{};
    EVP_DigestFinal_ex(context_.get(), bytes.data(), nullptr);
    return bytes;
  }

  std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> context_;
};

}  // namespace

std::string sha256(std::string_view bytes) {
  Digest digest;
  digest.add(bytes);
  return digest.hex();
}

std::string sha256_base64(std::string_view bytes) {
  Digest digest;
  digest.add(bytes);
  return digest.base64();
}

Result<std::string> sha256_of_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return fail(ErrorCode::input, "cannot be opened");
  Digest digest;
  std::array<char, 1 << 16> buffer{};
  while (in.read(buffer.data(), buffer.size()) || in.gcount() > 0)
    digest.add({buffer.data(), static_cast<std::size_t>(in.gcount())});
  if (in.bad()) return fail(ErrorCode::input, "cannot be read to its end");
  return digest.hex();
}

Result<std::string> sha256_of_open_file(int descriptor) {
  Digest digest;
  std::array<char, 1 << 16> buffer{};
  for (off_t at = 0;;) {
    const ssize_t got = ::pread(descriptor, buffer.data(), buffer.size(), at);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return fail(ErrorCode::input, "cannot be read to its end");
    if (got == 0) return digest.hex();
    digest.add({buffer.data(), static_cast<std::size_t>(got)});
    at += got;
  }
}

}  // namespace biaoshen
