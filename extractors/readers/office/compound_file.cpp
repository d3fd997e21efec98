#include "extractors/readers/office/compound_file.h"

#include <algorithm>
#include <utility>

#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kHeader = 512;
constexpr std::size_t kEntry = 128;
constexpr std::size_t kListedInHeader = 109;  // sectors of the table
constexpr std::uint64_t kSmallSector = 64;
constexpr std::uint64_t kMostDirectory = 8 << 20;  // bytes
constexpr std::uint32_t kLastSector = 0xFFFFFFFA;  // and above: marks
constexpr std::uint8_t kStream = 2, kRoot = 5;

std::uint32_t u32(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint32_t>(number_at(bytes, at, 4, ByteOrder::little));
}

void append_numbers(std::string_view sector, std::vector<std::uint32_t>& numbers) {
  for (std::size_t at = 0; at + 4 <= sector.size(); at += 4) numbers.push_back(u32(sector, at));
}

std::string entry_name(std::string_view entry) {
  const std::size_t length = std::min<std::size_t>(number_at(entry, 64, 2, ByteOrder::little), 64);
  std::string name;
  for (std::size_t i = 0; i + 2 < length; i += 2) {  // without the zero at its end
    append_utf8(name, static_cast<char32_t>(number_at(entry, i, 2, ByteOrder::little)));
  }
  return name;
}

// A stream as stretches of the file.
class StretchedBytes final : public ByteSource {
 public:
  explicit StretchedBytes(const ByteSource& bytes) : bytes_(bytes) {}

  void add(std::uint64_t place, std::uint64_t count) {
    if (!stretches_.empty() && stretches_.back().place + stretches_.back().count == place) {
      stretches_.back().count += count;
    } else {
      stretches_.push_back({size_, place, count});
    }
    size_ += count;
  }

  std::uint64_t size() const override { return size_; }

  std::string read(std::uint64_t offset, std::size_t count) const override {
    std::string out;
    if (offset >= size_) return out;
    auto stretch =
        std::upper_bound(stretches_.begin(), stretches_.end(), offset,
                         [](std::uint64_t at, const Stretch& one) { return at < one.begin; });
    for (--stretch; stretch != stretches_.end() && out.size() < count; ++stretch) {
      const std::uint64_t skip = offset + out.size() - stretch->begin;
      const auto take = static_cast<std::size_t>(
          std::min<std::uint64_t>(stretch->count - skip, count - out.size()));
      const std::string piece = bytes_.read(stretch->place + skip, take);
      out += piece;
      if (piece.size() < take) break;  // the file is cut
    }
    return out;
  }

 private:
  struct Stretch {
    std::uint64_t begin, place, count;  // byte of the stream, byte of the file, bytes
  };
  const ByteSource& bytes_;
  std::vector<Stretch> stretches_;
  std::uint64_t size_ = 0;
};

}  // namespace

bool is_compound_file(std::string_view beginning) {
  return beginning.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv);
}

CompoundFile::CompoundFile(const ByteSource& bytes) : bytes_(bytes) {
  const std::string header = bytes.read(0, kHeader);
  if (header.size() < kHeader || !is_compound_file(header)) return;
  const std::uint64_t shift = number_at(header, 30, 2, ByteOrder::little);
  if (shift != 9 && shift != 12) return;
  sector_size_ = 1ull << shift;
  small_limit_ = u32(header, 56);
  read_table(header);
  read_directory(u32(header, 48));
  walk_root();
  const auto root = std::find_if(entries_.begin(), entries_.end(),
                                 [](const Entry& entry) { return entry.kind == kRoot; });
  if (root == entries_.end()) return;
  small_chain_ = chain(table_, root->first, root->size);
  append_numbers(sectors(chain(table_, u32(header, 60), bytes.size())), small_table_);
}

// The sectors of the table are listed in the header, and on from there in sectors of which each
// names the next in its last number.
void CompoundFile::read_table(std::string_view header) {
  const std::uint64_t most = bytes_.size() / sector_size_ + 1;  // sectors of the file
  const std::uint64_t most_listed = most / (sector_size_ / 4) + 1;
  std::vector<std::uint32_t> listed;
  append_numbers(header.substr(76, kListedInHeader * 4), listed);
  std::uint32_t more = u32(header, 68);
  while (more < kLastSector && listed.size() < most_listed + kListedInHeader) {
    const std::string sector = bytes_.read(place(more), static_cast<std::size_t>(sector_size_));
    append_numbers(sector, listed);
    if (sector.size() < sector_size_) break;
    more = listed.back();
    listed.pop_back();
  }
  for (const std::uint32_t sector : listed) {
    if (sector >= kLastSector || table_.size() >= most) break;
    append_numbers(bytes_.read(place(sector), static_cast<std::size_t>(sector_size_)), table_);
  }
}

void CompoundFile::read_directory(std::uint32_t first) {
  const std::string directory = sectors(chain(table_, first, kMostDirectory));
  for (std::size_t at = 0; at + kEntry <= directory.size(); at += kEntry) {
    const std::string_view entry = std::string_view(directory).substr(at, kEntry);
    entries_.push_back({entry_name(entry), static_cast<std::uint8_t>(entry[66]), u32(entry, 68),
                        u32(entry, 72), u32(entry, 76), u32(entry, 116), u32(entry, 120)});
  }
}

// The names of a storage are a tree of siblings.
void CompoundFile::walk_root() {
  std::vector<bool> seen(entries_.size(), false);
  std::vector<std::uint32_t> open;
  for (const Entry& entry : entries_) {
    if (entry.kind == kRoot) open.push_back(entry.child);
  }
  while (!open.empty()) {
    const std::uint32_t index = open.back();
    open.pop_back();
    if (index >= entries_.size() || seen[index]) continue;
    seen[index] = true;
    root_.push_back(index);
    open.push_back(entries_[index].left);
    open.push_back(entries_[index].right);
  }
  std::sort(root_.begin(), root_.end());
  if (!root_.empty()) return;
  for (std::size_t i = 0; i < entries_.size(); ++i) root_.push_back(i);
}

// Sectors from `first` on for `most` bytes.
std::vector<std::uint32_t> CompoundFile::chain(const std::vector<std::uint32_t>& table,
                                               std::uint32_t first, std::uint64_t most) const {
  const std::uint64_t size = &table == &small_table_ ? kSmallSector : sector_size_;
  const std::uint64_t count = std::min<std::uint64_t>((most + size - 1) / size, table.size());
  std::vector<std::uint32_t> sectors;
  for (std::uint32_t sector = first; sectors.size() < count && sector < table.size();
       sector = table[sector]) {
    sectors.push_back(sector);
  }
  return sectors;
}

std::string CompoundFile::sectors(const std::vector<std::uint32_t>& chain) const {
  std::string all;
  for (const std::uint32_t sector : chain)
    all += bytes_.read(place(sector), static_cast<std::size_t>(sector_size_));
  return all;
}

const CompoundFile::Entry* CompoundFile::find(std::string_view name) const {
  for (const std::size_t index : root_) {
    if (is_same_stream(entries_[index].name, name)) return &entries_[index];
  }
  return nullptr;
}

std::vector<std::string> CompoundFile::names() const {
  std::vector<std::string> names;
  for (const std::size_t index : root_) names.push_back(entries_[index].name);
  return names;
}

std::unique_ptr<ByteSource> CompoundFile::stream(std::string_view name) const {
  const Entry* entry = find(name);
  if (entry == nullptr || entry->kind != kStream) return nullptr;
  auto stream = std::make_unique<StretchedBytes>(bytes_);
  std::uint64_t left = entry->size;
  const bool is_small = entry->size < small_limit_;
  for (const std::uint32_t sector :
       chain(is_small ? small_table_ : table_, entry->first, entry->size)) {
    std::uint64_t at = place(sector);
    if (is_small) {
      const std::uint64_t in_small = sector * kSmallSector;
      if (in_small / sector_size_ >= small_chain_.size()) break;
      at = place(small_chain_[in_small / sector_size_]) + in_small % sector_size_;
    }
    const std::uint64_t count = std::min(left, is_small ? kSmallSector : sector_size_);
    stream->add(at, count);
    left -= count;
  }
  return stream;
}

bool is_same_stream(std::string_view one, std::string_view other) {
  const auto low = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                    [&](char a, char b) { return low(a) == low(b); });
}

std::vector<std::string> compound_names(const ByteSource& bytes) {
  return CompoundFile(bytes).names();
}

}  // namespace biaoshen
