#include "extractors/readers/web/msg_reader.h"

#include <algorithm>
#include <chrono>
#include <memory>
#include <string>
#include <utility>

#include "extractors/readers/docx/docx_pages.h"
#include "extractors/readers/office/compound_file.h"
#include "extractors/readers/web/html_images.h"
#include "extractors/readers/web/html_reader.h"
#include "extractors/readers/web/mime_text.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

// Numbers of properties (MS-OXPROPS), as names of streams have them.
constexpr std::string_view kSubject = "0037", kSender = "0C1A", kAddress = "5D01",
                           kReceivers = "0E04", kBody = "1000", kPage = "1013";
constexpr std::uint32_t kSentAt = 0x00390040;

std::string two_digits(unsigned number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

// Tenths of microseconds since 1601 as a day and a time; empty where that is no time of a mail.
std::string shown_time(std::uint64_t ticks) {
  using namespace std::chrono;
  constexpr std::uint64_t kTicks = 10'000'000, kTo1970 = 11'644'473'600, kMost = 5'000'000'000;
  const std::uint64_t seconds_since = ticks / kTicks;
  if (seconds_since <= kTo1970 || seconds_since - kTo1970 > kMost) return {};
  const sys_seconds at{seconds{static_cast<std::int64_t>(seconds_since - kTo1970)}};
  const auto day = floor<days>(at);
  const year_month_day date(day);
  const hh_mm_ss time(at - day);
  return std::to_string(int{date.year()}) + "-" + two_digits(unsigned{date.month()}) + "-" +
         two_digits(unsigned{date.day()}) + " " +
         two_digits(static_cast<unsigned>(time.hours().count())) + ":" +
         two_digits(static_cast<unsigned>(time.minutes().count())) + " UTC";
}

// The properties of a mail, each a stream of the file.
class MsgProperties {
 public:
  MsgProperties(const ByteSource& file, const Limits& limits) : file_(file), limits_(limits) {}

  std::string bytes(const std::string& name) const {
    const std::unique_ptr<ByteSource> stream = file_.stream(name);
    if (stream == nullptr) return {};
    return stream->read(0, static_cast<std::size_t>(std::min(stream->size(), limits_.xml_part)));
  }

  // Text is UTF-16, or in the code page of the machine that wrote it.
  std::string text(std::string_view property) const {
    const std::string name = "__substg1.0_" + std::string(property);
    const std::string wide = bytes(name + "001F");
    return wide.empty() ? decoded_text(bytes(name + "001E"), "") : from_utf16(wide);
  }

  std::string sent_at() const {
    constexpr std::size_t kHeader = 32, kRow = 16, kValue = 8;
    const std::string rows = bytes("__properties_version1.0");
    for (std::size_t at = kHeader; at + kRow <= rows.size(); at += kRow)
      if (number_at(rows, at, 4, ByteOrder::little) == kSentAt)
        return shown_time(number_at(rows, at + kValue, 8, ByteOrder::little));
    return {};
  }

  std::size_t attachments() const {
    const std::vector<std::string> names = file_.names();
    return static_cast<std::size_t>(std::count_if(
        names.begin(), names.end(),
        [](const std::string& name) { return name.starts_with("__attach_version1.0_"); }));
  }

 private:
  static std::string from_utf16(std::string_view bytes) {
    std::string text;
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
      char32_t c = static_cast<char32_t>(number_at(bytes, at, 2, ByteOrder::little));
      const auto next = static_cast<char32_t>(number_at(bytes, at + 2, 2, ByteOrder::little));
      if (c >= 0xD800 && c < 0xDC00 && next >= 0xDC00 && next < 0xE000) {
        c = 0x10000 + ((c - 0xD800) << 10) + (next - 0xDC00);
        at += 2;
      }
      append_utf8(text, c >= 0xD800 && c < 0xE000 ? U'\uFFFD' : c);
    }
    return text;
  }

  CompoundFile file_;
  const Limits& limits_;
};

bool write_mail(const MsgProperties& mail, const FlowPages& pages, DocxFlow& flow,
                DocumentSink& sink) {
  std::string sender = mail.text(kSender);
  if (const std::string address = mail.text(kAddress); !address.empty() && address != sender)
    sender += " <" + address + ">";
  const std::pair<const char*, std::string> fields[] = {{"主题：", mail.text(kSubject)},
                                                        {"发件人：", sender},
                                                        {"收件人：", mail.text(kReceivers)},
                                                        {"日期：", mail.sent_at()}};
  bool is_whole = true;
  for (const auto& [label, words] : fields)
    if (!words.empty()) is_whole = write_lines(label + words, pages, flow) && is_whole;
  const std::string page = mail.bytes("__substg1.0_" + std::string(kPage) + "0102");
  if (page.empty()) return write_lines(mail.text(kBody), pages, flow) && is_whole;
  EmbeddedImages images = EmbeddedImages::written_in(pages.limits());
  return read_html_page(MemoryBytes(page, page.size()), "", pages, flow, images, sink) && is_whole;
}

}  // namespace

void read_msg(const OpenFile& file, const Limits& limits, DocumentSink& sink) {
  sink.format("msg");
  const FileBytes bytes(file);
  const MsgProperties mail(bytes, limits);
  FlowPages pages(limits, sink);
  const std::vector<DocxSection> no_sections;
  DocxPages flow(pages, no_sections);
  bool is_whole = write_mail(mail, pages, flow, sink);
  pages.finish();
  if (const std::size_t attachments = mail.attachments(); attachments > 0) {
    sink.problem({"attachment", 0,
                  std::to_string(attachments) +
                      " 个附件未读取。请在 Outlook 中另存为 .eml，或将附件分别提交"});
    is_whole = false;
  }
  if (!is_whole || pages.is_incomplete()) sink.status(FileStatus::partial);
}

}  // namespace biaoshen
