// Claims about Outlook's mails: head and text are read, attachments are counted and said.
#include "extractors/readers/web/msg_reader.h"

#include <catch2/catch.hpp>

#include "pipeline/base/text.h"
#include "tests/readers/compound_maker.h"
#include "tests/readers/memory_sink.h"
#include "tests/readers/office_maker.h"

namespace biaoshen {
namespace {

std::string utf16(std::string_view text) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size();)
    bytes += number_bytes(next_code_point(text, at), 2, false);
  return bytes;
}

// Properties with the time of sending, 2024-08-05 02:00 UTC.
std::string properties() {
  return std::string(32, '\0') + number_bytes(0x00390040, 4, false) + number_bytes(0, 4, false) +
         number_bytes((1722823200ull + 11'644'473'600ull) * 10'000'000, 8, false);
}

Streams mail() {
  return {{"__properties_version1.0", properties()},
          {"__substg1.0_0037001F", utf16("申报材料")},
          {"__substg1.0_0C1A001F", utf16("赵四")},
          {"__substg1.0_5D01001F", utf16("zhao@example.org")},
          {"__substg1.0_0E04001F", utf16("李五")},
          {"__substg1.0_1000001F", utf16("您好\r\n\r\n见附件")}};
}

}  // namespace

TEST_CASE("a mail of Outlook is who, when, about what and its text") {
  const Document document = read_bytes(compound_file_of(mail()), "a.msg");
  CHECK(document.format == "msg");
  CHECK(document.status == FileStatus::read);
  CHECK(text_of(document) ==
        "主题：申报材料\n发件人：赵四 <zhao@example.org>\n收件人：李五\n"
        "日期：2024-08-05 02:00 UTC\n您好\n见附件\n");
}

TEST_CASE("where the mail has a page the page is read, in whatever letters the rest is") {
  Streams streams = mail();
  streams.push_back({"__substg1.0_10130102", "<html><p>page</p></html>"});
  streams[1] = {"__substg1.0_0037001E", "\xC9\xEA\xB1\xA8\xB2\xC4\xC1\xCF"};
  const Document document = read_bytes(compound_file_of(streams), "a.msg");
  CHECK(says(document, "主题：申报材料\n"));
  CHECK(says(document, "page\n"));
  CHECK_FALSE(says(document, "见附件"));
}

TEST_CASE("attachments that are not opened are counted") {
  Streams streams = mail();
  streams.push_back({"__attach_version1.0_#00000000", "x"});
  streams.push_back({"__attach_version1.0_#00000001", "y"});
  const Document document = read_bytes(compound_file_of(streams), "a.msg");
  CHECK(document.status == FileStatus::partial);
  CHECK(contains(detail_of(document, "attachment"), "2 个附件"));
}

TEST_CASE("broken mails give what they have") {
  const std::string whole = compound_file_of(mail());
  for (std::size_t cut = 1; cut < whole.size(); cut += 97) {
    const MemoryFile file(whole.substr(0, cut), "a.msg");
    MemorySink sink;
    read_msg(file.open(), {}, sink);
    CHECK(sink.is_consistent);
    CHECK(sink.document.pages.size() == 1);
  }
}

}  // namespace biaoshen
