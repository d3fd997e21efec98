#include "pipeline/app/plain_output.h"

#include <unistd.h>

#include <algorithm>

#include "pipeline/base/text.h"
#include "pipeline/base/untrusted_path.h"
#include "pipeline/base/write_all.h"

namespace biaoshen {
namespace {

std::size_t length_of_character(unsigned char first) {
  return first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1;
}

// Bytes at the end of `text` that begin a character and do not end it.
std::size_t begun_at_end(std::string_view text) {
  for (std::size_t back = 1; back <= std::min<std::size_t>(3, text.size()); ++back) {
    const auto byte = static_cast<unsigned char>(text[text.size() - back]);
    if ((byte & 0xC0) != 0x80) return length_of_character(byte) > back ? back : 0;
  }
  return 0;
}

}  // namespace

PlainOutput::PlainOutput(std::ostream& stream) : stream_(stream), under_(stream.rdbuf(this)) {}

PlainOutput::~PlainOutput() {
  if (!begun_.empty()) under_->sputn("\uFFFD", 3);
  under_->pubsync();
  stream_.rdbuf(under_);
}

PlainOutput::int_type PlainOutput::overflow(int_type c) {
  if (traits_type::eq_int_type(c, traits_type::eof())) return traits_type::not_eof(c);
  const char one = traits_type::to_char_type(c);
  return xsputn(&one, 1) == 1 ? c : traits_type::eof();
}

std::streamsize PlainOutput::xsputn(const char* text, std::streamsize size) {
  const std::lock_guard lock(access_);
  begun_.append(text, static_cast<std::size_t>(size));
  const std::string bytes = begun_.substr(0, begun_.size() - begun_at_end(begun_));
  begun_.erase(0, bytes.size());
  return put(bytes) ? size : 0;
}

bool PlainOutput::put(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const char32_t c = next_code_point(bytes, at);
    if (scan_.is_unseen(c) && c != '\n' && c != '\t')
      append_escape(out, c);
    else
      append_utf8(out, c);
  }
  const auto size = static_cast<std::streamsize>(out.size());
  return under_->sputn(out.data(), size) == size;
}

int PlainOutput::sync() {
  const std::lock_guard lock(access_);
  return under_->pubsync();
}

void write_over_line(std::string_view text) {
  write_all(STDERR_FILENO, "\r\x1b[K" + escape_unseen(text));
}

}  // namespace biaoshen
