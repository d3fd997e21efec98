#include <catch2/catch.hpp>

#include "extractors/readers/pdf/pdf_signer.h"
#include "tests/readers/memory_sink.h"
#include "tests/readers/pdf_builder.h"

namespace biaoshen {

using namespace testing;

namespace {

std::string tagged(unsigned char tag, const std::string& content) {
  std::string value(1, static_cast<char>(tag));
  if (content.size() >= 0x80) value += '\x82', value += static_cast<char>(content.size() >> 8);
  return value + static_cast<char>(content.size() & 0xFF) + content;
}

std::string subject_of(const std::string& name) {
  const std::string pair = tagged(0x06, "\x55\x04\x03") + tagged(0x0C, name);
  return tagged(0x30, tagged(0x31, tagged(0x30, pair)));
}

std::string certificate(const std::string& serial, const std::string& name) {
  const std::string empty = tagged(0x30, "");
  return tagged(0x30, tagged(0x30, tagged(0xA0, tagged(0x02, "\x02")) + tagged(0x02, serial) +
                                       empty + subject_of("An Issuer") + empty + subject_of(name)));
}

// The message of a signature by the holder of the certificate numbered 7.
std::string message() {
  const std::string signer = tagged(
      0x30, tagged(0x02, "\x01") + tagged(0x30, subject_of("An Issuer") + tagged(0x02, "\x07")));
  const std::string data =
      tagged(0x02, "\x01") + tagged(0x31, "") + tagged(0x30, "") +
      tagged(0xA0, certificate("\x01", "An Issuer") + certificate("\x07", "某某标准协会")) +
      tagged(0x31, signer);
  return tagged(0x30, tagged(0x06, "\x2A") + tagged(0xA0, tagged(0x30, data)));
}

// A signed PDF of which all but the signature's value is signed.
std::string signed_pdf(const std::string& about, const std::string& value = "00",
                       const std::string& tail = "") {
  const std::string holes = "0000000000 0000000000 0000000000";
  std::string pdf = pdf_of(
      {{page_saying("said")}}, "/AcroForm << /Fields [4 0 R] >>",
      {"<< /FT /Sig /T (s) /V 5 0 R >>", "<< /Type /Sig " + about + " /ByteRange [0 " + holes +
                                             "] /Contents <" + value + tail + "> >>"});
  const std::size_t begin = pdf.find("/Contents <") + 10, end = pdf.find("> >>", begin) + 1;
  std::string ranges;
  for (const std::size_t number : {begin, end, pdf.size() - end}) {
    const std::string digits = std::to_string(number);
    ranges += (ranges.empty() ? "" : " ") + std::string(10 - digits.size(), ' ') + digits;
  }
  return pdf.replace(pdf.find(holes), holes.size(), ranges);
}

}  // namespace

TEST_CASE("a signature is told with its signer, its time and that it covers the file") {
  const Document document =
      read_pdf_bytes(signed_pdf("/Name <FEFF5F204E09> /M (D:20240506123000+08'00')"));
  CHECK(detail_of(document, "digital-signature") ==
        "签署者：张三；时间：2024-05-06 12:30:00 +08:00；签名覆盖整个文件；未验证真实性");
  CHECK(document.status == FileStatus::read);
}

TEST_CASE("the signer is named by the certificate where the file does not") {
  CHECK(name_of_signer(message()) == "某某标准协会");
  CHECK(detail_of(read_pdf_bytes(signed_pdf("", in_hex(message()))), "digital-signature") ==
        "签署者：某某标准协会；时间：未写明；签名覆盖整个文件；未验证真实性");
}

TEST_CASE("a message cut anywhere or of noise names nobody and harms nothing") {
  const std::string whole = message();
  for (std::size_t length = 0; length < whole.size(); ++length)
    CHECK(name_of_signer(whole.substr(0, length)).empty());
  for (std::size_t i = 0; i < whole.size(); ++i) {
    std::string spoilt = whole;
    spoilt[i] = static_cast<char>(~spoilt[i]);
    name_of_signer(spoilt);
  }
}

TEST_CASE("what was added after signing is told") {
  const std::string pdf = signed_pdf("");
  CHECK(detail_of(read_pdf_bytes(pdf + "% more than was signed\n"), "digital-signature") ==
        "签署者：未写明；时间：未写明；签名之后文件又有追加（23 字节未覆盖）；未验证真实性");
  CHECK(detail_of(read_pdf_bytes(pdf + "\r\n"), "digital-signature").find("覆盖整个文件") !=
        std::string::npos);
}

TEST_CASE("a signature that leaves out more than its own value is told") {
  std::string pdf = signed_pdf("");
  const std::size_t range = pdf.find("/ByteRange [0 ") + 14;
  const std::size_t begin = pdf.find("/Contents <");
  std::string digits = std::to_string(begin - 5);
  digits.insert(0, 10 - digits.size(), ' ');
  pdf.replace(range, 10, digits);
  CHECK(detail_of(read_pdf_bytes(pdf), "digital-signature").find("不止签名值本身") !=
        std::string::npos);
}

TEST_CASE("ranges beyond the file or against each other are told; fields without one are none") {
  const auto with_range = [](const std::string& range) {
    return read_pdf_bytes(pdf_of(
        {{""}}, "/AcroForm << /Fields [4 0 R] >>",
        {"<< /Kids [5 0 R 4 0 R] >>", "<< /FT /Sig /T (s) /V << /ByteRange " + range + " >> >>"}));
  };
  for (const char* range : {"[0 99999999 5 5]", "[0 1 -5 5]", "[0 9 3 3]", "[0 9]", "[/a 1 2 3]",
                            "[0 9223372036854775807 9223372036854775807 9]"})
    CHECK(detail_of(with_range(range), "digital-signature").find("无法核对") != std::string::npos);
  CHECK_FALSE(
      read_pdf_bytes(pdf_of({{""}}, "/AcroForm << /Fields [4 0 R] >>", {"<< /FT /Sig /T (s) >>"}))
          .has_problem("digital-signature"));
}

}  // namespace biaoshen
