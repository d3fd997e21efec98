#include "tests/fuzz/sound_sink.h"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>

#include "extractors/readers/format_sniffer.h"
#include "extractors/readers/pictures/recognise_once.h"
#include "extractors/readers/reader_table.h"
#include "extractors/worker/wire.h"
#include "tests/fuzz/fuzz_target.h"

namespace biaoshen::fuzz {
namespace {

bool wire_takes(const wire::Frame& frame, const Limits& limits) {
  wire::Frame back;
  return wire::decode(wire::encode(frame).substr(4), limits, back);
}

// Has met every picture, and nothing was on it.
class BlankMemory final : public PictureMemory {
 public:
  std::optional<RecognisedPicture> recall(const std::string&) override {
    RecognisedPicture blank;
    blank.width = blank.height = 100;
    blank.is_blank = true;
    return blank;
  }
  void remember(const std::string&, const RecognisedPicture&) override {}
};

class MemoryFile {
 public:
  explicit MemoryFile(std::string_view bytes) : descriptor_(::memfd_create("fuzz", MFD_CLOEXEC)) {
    const auto written = ::write(descriptor_, bytes.data(), bytes.size());
    require(written == static_cast<ssize_t>(bytes.size()), "there is memory for the input");
  }
  ~MemoryFile() { ::close(descriptor_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

}  // namespace

void SoundSink::page(Page page) {
  wire::blank_controls(page);
  require(page.number == document.pages.size() + 1, "pages come in order");
  require(wire_takes(page, limits_), "the wire takes every page of a reader");
  document.pages.push_back(std::move(page));
}

void SoundSink::problem(Problem problem) {
  require(!problem.kind.empty(), "a problem has a kind");
  document.problems.push_back(std::move(problem));
}

void SoundSink::status(FileStatus status) {
  require(++statuses_ == 1, "a status is given once");
  document.status = status;
}

void SoundSink::begin_member(std::string_view path) {
  require(!is_in_member_, "members do not overlap");
  require(wire_takes(wire::MemberBegin{std::string(path)}, limits_),
          "the wire takes a member's path");
  is_in_member_ = true;
  document.members.emplace_back().path = path;
  require(document.members.size() <= limits_.entries, "no more members than allowed");
}

void SoundSink::member_bytes(std::string_view piece) {
  require(is_in_member_, "bytes belong to a member");
  produced_ += piece.size();
  document.members.back().bytes += piece.size();
  require(document.members.back().bytes <= limits_.member_bytes, "a member is within its budget");
  require(produced_ <= limits_.package_bytes, "all members are within the package's budget");
}

void SoundSink::end_member(FileStatus status, std::vector<Problem> problems) {
  require(is_in_member_, "a member that ends has begun");
  is_in_member_ = false;
  document.members.back().status = status;
  document.members.back().problems = std::move(problems);
}

void SoundSink::check_end() const {
  require(!is_in_member_, "every member ends");
  require(document.pages.size() <= limits_.pages, "no more pages than allowed");
}

Limits small_limits() {
  Limits limits;
  limits.unpacked_bytes = limits.package_bytes = 8 << 20;
  limits.xml_part = limits.member_bytes = 4 << 20;
  limits.ratio_from = 1 << 20;
  limits.page_text = 256 << 10;
  limits.pages = 50, limits.entries = 40;
  limits.megapixels = 1;
  return limits;
}

Document read_soundly(std::string_view bytes, std::initializer_list<std::string_view> formats) {
  static BlankMemory memory;
  use_memory(memory);
  const MemoryFile memory_file(bytes);
  const OpenFile file{memory_file.descriptor(), bytes.size(), ""};
  const std::string format = sniff_format(file);
  if (std::find(formats.begin(), formats.end(), format) == formats.end()) return {};
  SoundSink sink(small_limits());
  read_file(file, small_limits(), sink);
  sink.check_end();
  return sink.document;
}

}  // namespace biaoshen::fuzz
