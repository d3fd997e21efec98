// Claims about e-mails and pages saved as one file: what a person saw is read, what was attached
// is handed on under its name.
#include "extractors/readers/web/mime_reader.h"

#include <leptonica/allheaders.h>
#include <openssl/evp.h>

#include <catch2/catch.hpp>

#include "extractors/readers/format_sniffer.h"
#include "pipeline/base/text.h"
#include "tests/readers/memory_sink.h"

namespace biaoshen {
namespace {

std::string base64(const std::string& bytes) {
  std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0');
  const int size = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()),
                                   reinterpret_cast<const unsigned char*>(bytes.data()),
                                   static_cast<int>(bytes.size()));
  text.resize(static_cast<std::size_t>(size));
  return text;
}

std::string blank_png(l_int32 width, l_int32 height) {
  const PixPtr pix(pixCreate(width, height, 8));
  pixSetAll(pix.get());
  l_uint8* bytes = nullptr;
  std::size_t size = 0;
  REQUIRE(pixWriteMemPng(&bytes, &size, pix.get(), 0) == 0);
  std::string png(reinterpret_cast<const char*>(bytes), size);
  lept_free(bytes);
  return png;
}

// One part of a message; `fields` are more lines of its header.
std::string part(const std::string& type, const std::string& fields, const std::string& body) {
  return "--b\r\nContent-Type: " + type + "\r\n" + fields + "\r\n" + body + "\r\n";
}
std::string encoded_part(const std::string& type, const std::string& fields,
                         const std::string& body) {
  return part(type, fields + "Content-Transfer-Encoding: base64\r\n", base64(body));
}

std::string saved_page(const std::string& parts) {
  return "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.org/x/page.html\r\n"
         "Subject: =?utf-8?Q?=E6=A0=87=E5=87=86?=\r\nMIME-Version: 1.0\r\n"
         "Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"b\"\r\n\r\n" +
         parts + "--b--\r\n";
}

std::string mail(const std::string& parts, const std::string& fields = "") {
  return "Received: from a by b\r\nFrom: =?GB2312?B?1dTLxA==?= <zhao@example.org>\r\n"
         "To: li@example.org\r\nSubject: =?gbk?B?yeqxqLLEwc8=?=\r\n"
         "Date: Mon, 5 Aug 2024 10:00:00 +0800\r\n" +
         fields + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" + parts +
         "--b--\r\n";
}

MemorySink read_mail(const std::string& bytes, const Limits& limits = {}) {
  const MemoryFile file(bytes, "a.eml");
  MemorySink sink;
  read_eml(file.open(), limits, sink);
  REQUIRE(sink.is_consistent);
  return sink;
}

}  // namespace

TEST_CASE("messages are known by their first lines") {
  const auto format = [](const std::string& bytes) {
    const MemoryFile file(bytes, "a");
    return sniff_format(file.open());
  };
  CHECK(format(saved_page(part("text/html", "", "<p>一</p>"))) == "mht");
  CHECK(format("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b--") == "mht");
  CHECK(format(mail(part("text/plain", "", "一"))) == "eml");
  CHECK(format("From: a@b.c\nSubject: x\nTo: d@e.f\n\ntext") == "eml");
  CHECK(format("注意: 以下内容\nFrom: a\nTo: b\nDate: c\n") == "txt");
  CHECK(format("From the minutes of the meeting\nDate: 2024\n") == "txt");
}

TEST_CASE("a saved page is read as the page, in whatever encoding came with it") {
  const Document document = read_bytes(
      saved_page(encoded_part("text/html; charset=gb2312", "",
                              "<html><body><table><tr><td>\xD7\xB4\xCC\xAC<td>\xCF\xD6\xD0\xD0")),
      "a.mht");
  CHECK(document.format == "mht");
  CHECK(document.status == FileStatus::read);
  CHECK(text_of(document) == "状态\t现行\n");
  CHECK(document.pages[0].grids.size() == 1);
}

TEST_CASE("quoted-printable letters come together again, frames follow their page") {
  const Document document = read_bytes(
      saved_page(part("text/html; charset=utf-8", "Content-Transfer-Encoding: quoted-printable\r\n",
                      "<p>=E5=9B=A2=E4=BD=\r\n=93</p>") +
                 part("text/css", "", "p{}") + part("text/html", "", "<p>frame</p>")),
      "a.mht");
  REQUIRE(document.pages.size() == 2);
  CHECK(document.pages[0].text == "团体\n");
  CHECK(document.pages[1].text == "frame\n");
  CHECK(document.members.empty());
}

TEST_CASE("pictures that came with the page stand on it, by address and by number") {
  const std::string png = blank_png(20, 10);
  const Document document = read_bytes(
      saved_page(
          part("text/html", "Content-Location: https://a.org/x/page.html\r\n",
               "<p>one<img src='cid:p1@x'><img src='img/p2.png'><img src='/p3.png'>"
               "<img src='https://elsewhere.org/p4.png'>") +
          encoded_part("image/png", "Content-ID: <p1@x>\r\n", png) +
          encoded_part("image/png", "Content-Location: https://a.org/x/img/p2.png\r\n", png) +
          encoded_part("image/png", "Content-Location: https://a.org/p3.png\r\n", png)),
      "a.mht");
  REQUIRE(document.pages.size() == 1);
  REQUIRE(document.pages[0].images.size() == 3);
  CHECK(document.pages[0].images[2].width == 20);
  CHECK(document.pages[0].images[2].format == "png");
}

TEST_CASE("an e-mail is who, when, about what and its text") {
  const MemorySink reading = read_mail(
      mail(encoded_part("text/plain; charset=gbk", "", "\xB8\xBD\xBC\xFE\r\n\r\n\xBC\xFB")));
  CHECK(reading.document.format == "eml");
  CHECK(reading.document.status == FileStatus::read);
  CHECK(text_of(reading.document) ==
        "主题：申报材料\n发件人：赵四 <zhao@example.org>\n收件人：li@example.org\n"
        "日期：Mon, 5 Aug 2024 10:00:00 +0800\n附件\n见\n");
}

TEST_CASE("where a text is sent twice the page is read") {
  const MemorySink reading =
      read_mail(mail("--b\r\nContent-Type: multipart/alternative; boundary=c\r\n\r\n"
                     "--c\r\nContent-Type: text/plain\r\n\r\nplain\r\n"
                     "--c\r\nContent-Type: text/html\r\n\r\n<b>page</b>\r\n--c--\r\n"));
  CHECK(says(reading.document, "page\n"));
  CHECK_FALSE(says(reading.document, "plain"));
  CHECK(reading.document.members.empty());
}

TEST_CASE("attachments are members under their names, however these are written") {
  const std::string png = blank_png(8, 8);
  const MemorySink reading = read_mail(
      mail(part("text/plain", "", "text") +
           encoded_part(
               "application/pdf",
               "Content-Disposition: attachment; filename=\"=?GB2312?B?yeqxqNDQLnBkZg==?=\"\r\n",
               "%PDF-1") +
           encoded_part("application/octet-stream",
                        "Content-Disposition: attachment;\r\n filename*=UTF-8''%E8%A1%A8.xlsx\r\n",
                        "xx") +
           encoded_part("text/plain; name=\"\xB1\xED/..\\.txt\"",
                        "Content-Disposition: attachment\r\n", "yyy") +
           encoded_part("image/png", "", png) +
           part("message/rfc822", "", "From: a@b.c\r\nSubject: inner\r\n\r\nforwarded")));
  std::vector<std::string> names;
  for (const Member& member : reading.document.members) names.push_back(member.path);
  CHECK(names ==
        std::vector<std::string>{"申报行.pdf", "表.xlsx", "表_...txt", "附件4", "inner.eml"});
  REQUIRE(reading.contents.size() == 5);
  CHECK(reading.contents[0] == "%PDF-1");
  CHECK(reading.contents[2] == "yyy");
  CHECK(reading.contents[3] == png);
  CHECK(contains(reading.contents[4], "forwarded"));
}

TEST_CASE("budgets hold for attachments") {
  Limits limits;
  limits.member_bytes = 10;
  const MemorySink reading = read_mail(
      mail(encoded_part("application/pdf", "Content-Disposition: attachment; filename=a.pdf\r\n",
                        std::string(50, 'a')) +
           encoded_part("application/pdf", "Content-Disposition: attachment; filename=b.pdf\r\n",
                        "short")),
      limits);
  REQUIRE(reading.document.members.size() == 2);
  CHECK(reading.document.members[0].status == FileStatus::refused);
  CHECK(reading.document.members[1].status == FileStatus::read);
  limits.nesting = 0;
  CHECK(read_mail(mail(encoded_part("application/pdf", "", "a")), limits).document.status ==
        FileStatus::partial);
}

TEST_CASE("messages that cannot be read say why, broken ones give what they have") {
  const Document encrypted = read_bytes(
      "From: a@b.c\nTo: d@e.f\nSubject: x\nMIME-Version: 1.0\n"
      "Content-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nMIIB",
      "a.eml");
  CHECK(encrypted.status == FileStatus::unreadable);
  CHECK(encrypted.has_problem("encrypted"));
  const std::string whole = mail(part("text/plain", "", "begin") + encoded_part("a/b", "", "rest"));
  for (std::size_t cut = 0; cut < whole.size(); cut += 11)
    CHECK(read_mail(whole.substr(0, cut)).document.pages.size() <= 1);
  CHECK(says(read_mail(whole.substr(0, whole.size() - 30)).document, "begin"));
  std::string deep = "From: a@b.c\nTo: d@e.f\nSubject: deep\nMIME-Version: 1.0\n";
  for (int i = 0; i < 3000; ++i) {
    const std::string boundary = "b" + std::to_string(i);
    deep += "Content-Type: multipart/mixed; boundary=" + boundary + "\n\n--" + boundary + "\n";
  }
  CHECK(says(read_mail(deep).document, "deep"));
}

}  // namespace biaoshen
