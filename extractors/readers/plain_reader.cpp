#include "extractors/readers/plain_reader.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <memory>
#include <string>

#include "extractors/readers/byte_source.h"
#include "extractors/readers/flow_pages.h"
#include "extractors/readers/text_encoding.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::size_t kPiece = 64 << 10;

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

// Gathers characters to lines and hands them to the pages.
class PlainLines {
 public:
  PlainLines(const Limits& limits, DocumentSink& sink)
      : most_(limits.page_text / 2), pages_(limits, sink) {}

  void take(char32_t c) {
    const bool was_return = is_after_return_;
    is_after_return_ = c == '\r';
    if (c == '\n' && was_return) return;
    switch (c) {
      case '\n':
      case '\r':
        end_line();
        return;
      case '\f':
        end_line();
        pages_.cut();
        return;
      case '\v':
        c = ' ';
        break;
      case 0xFFFD:
        has_bad_ = true;
        break;
      default:
        break;
    }
    if (c < 0x20 && c != '\t') return;
    append_utf8(line_, c);
    if (line_.size() + 4 > most_) hand_on();  // a line longer than half a page goes on in the next
  }

  void finish() {
    end_line();
    pages_.finish();
  }
  bool has_bad() const { return has_bad_; }
  bool is_full() const { return pages_.is_full(); }
  bool is_incomplete() const { return pages_.is_incomplete(); }

 private:
  void end_line() {
    hand_on();
    ++number_;
  }
  void hand_on() {
    pages_.make_room(line_.size());
    pages_.writer().line(line_, InFlow{number_});
    line_.clear();
  }

  std::size_t most_;
  FlowPages pages_;
  std::string line_;
  std::uint32_t number_ = 1;
  bool is_after_return_ = false, has_bad_ = false;
};

// Decodes the file piece by piece; what is no character becomes U+FFFD.
void decode(const OpenFile& file, const TextEncoding& encoding, PlainLines& lines) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(encoding.name, &status));
  if (U_FAILURE(status)) return;
  const FileBytes bytes(file);
  std::u16string text(kPiece + 16, u'\0');
  char16_t lead = 0;
  for (std::uint64_t at = encoding.mark; at < bytes.size();) {
    std::string piece = bytes.read(at, kPiece);
    if (piece.empty()) break;
    at += piece.size();
    if (encoding.has_zeros) piece.erase(std::remove(piece.begin(), piece.end(), '\0'), piece.end());
    UChar* out = text.data();
    const char* in = piece.data();
    status = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &out, text.data() + text.size(), &in,
                   piece.data() + piece.size(), nullptr, at >= bytes.size(), &status);
    for (const UChar* unit = text.data(); unit != out; ++unit) {
      if (*unit >= 0xD800 && *unit < 0xDC00) {
        lead = *unit;
      } else if (*unit >= 0xDC00 && *unit < 0xE000) {
        lines.take(lead == 0 ? U'\uFFFD' : 0x10000u + ((lead - 0xD800u) << 10) + (*unit - 0xDC00u));
        lead = 0;
      } else {
        lines.take(*unit);
      }
    }
    if (lines.is_full()) break;
  }
}

}  // namespace

void read_plain(const OpenFile& file, const Limits& limits, DocumentSink& sink) {
  sink.format("txt");
  const std::string sample = FileBytes(file).read(0, kEncodingSample);
  const auto encoding =
      detect_encoding(sample, sample.size() == file.bytes ? SampleIs::whole : SampleIs::cut);
  if (!encoding) {
    sink.problem({"format-unknown", 0, "不是文本"});
    sink.status(FileStatus::unreadable);
    return;
  }
  PlainLines lines(limits, sink);
  decode(file, *encoding, lines);
  lines.finish();
  if (lines.has_bad() || encoding->has_zeros) {
    sink.problem({"text-suspect", 0, std::string("含有无法解码的字节，编码 ") + encoding->name});
  }
  if (lines.has_bad() || encoding->has_zeros || lines.is_incomplete())
    sink.status(FileStatus::partial);
}

}  // namespace biaoshen
