#include "tests/fuzz/listed_package.h"

#include <zlib.h>

#include <cstdint>

namespace biaoshen::fuzz {
namespace {

using namespace std::string_literals;

std::string little(std::uint64_t number, int bytes) {
  std::string out;
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(number >> 8 * i & 0xFF);
  return out;
}

class StoredZip {
 public:
  void add(std::string_view name, std::string_view content) {
    const auto sum =
        crc32(0, reinterpret_cast<const Bytef*>(content.data()), static_cast<uInt>(content.size()));
    const std::string about = little(0x800, 2) + std::string(6, '\0') + little(sum, 4) +
                              little(content.size(), 4) + little(content.size(), 4) +
                              little(name.size(), 2) + little(0, 2);
    directory_ += "PK\1\2"s + little(20, 2) + little(20, 2) + about + std::string(10, '\0') +
                  little(bytes_.size(), 4);
    directory_.append(name);
    bytes_ += "PK\3\4"s + little(20, 2) + about;
    bytes_.append(name).append(content);
    ++entries_;
  }
  std::string finished() const {
    return bytes_ + directory_ + "PK\5\6"s + little(0, 4) + little(entries_, 2) +
           little(entries_, 2) + little(directory_.size(), 4) + little(bytes_.size(), 4) +
           little(0, 2);
  }

 private:
  std::string bytes_, directory_;
  std::uint64_t entries_ = 0;
};

constexpr std::string_view kMark = "@@ ";

// Where the next line begins that names a part.
std::size_t next_mark(std::string_view listing, std::size_t from) {
  for (std::size_t at = from; at < listing.size(); ++at) {
    if (listing.substr(at).starts_with(kMark) && (at == 0 || listing[at - 1] == '\n')) return at;
  }
  return listing.size();
}

}  // namespace

std::string package_of(std::string_view listing) {
  StoredZip zip;
  for (std::size_t at = next_mark(listing, 0); at < listing.size();) {
    const std::size_t next = next_mark(listing, at + kMark.size());
    const std::string_view part = listing.substr(at + kMark.size(), next - at - kMark.size());
    const std::size_t line_end = part.find('\n');
    if (line_end != std::string_view::npos && line_end < 200)
      zip.add(part.substr(0, line_end), part.substr(line_end + 1));
    at = next;
  }
  return zip.finished();
}

}  // namespace biaoshen::fuzz
