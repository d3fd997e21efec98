#include <openssl/evp.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <numeric>

#include "tests/readers/memory_sink.h"
#include "tests/readers/pdf_builder.h"

namespace biaoshen {

using namespace testing;

namespace {

// The handler of an encryption by certificates; nobody here has the key.
const std::string kForCertificates =
    "<< /Filter /Adobe.PubSec /SubFilter /adbe.pkcs7.s4 /V 1 /R 131072 /Recipients [<3000>] >>";

const std::string kNoPassword(
    "\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08"
    "\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A",
    32);

std::string md5(const std::string& bytes) {
  std::string digest(16, '\0');
  unsigned int length = 0;
  EVP_Digest(bytes.data(), bytes.size(), reinterpret_cast<unsigned char*>(digest.data()), &length,
             EVP_md5(), nullptr);
  return digest;
}

std::string rc4(const std::string& key, std::string bytes) {
  std::vector<unsigned char> box(256);
  std::iota(box.begin(), box.end(), static_cast<unsigned char>(0));
  unsigned char j = 0;
  for (std::size_t i = 0; i < box.size(); ++i) {
    j = static_cast<unsigned char>(j + box[i] + static_cast<unsigned char>(key[i % key.size()]));
    std::swap(box[i], box[j]);
  }
  unsigned char a = 0, b = 0;
  for (char& byte : bytes) {
    a = static_cast<unsigned char>(a + 1);
    b = static_cast<unsigned char>(b + box[a]);
    std::swap(box[a], box[b]);
    const auto sum = static_cast<unsigned char>(box[a] + box[b]);
    byte = static_cast<char>(static_cast<unsigned char>(byte) ^ box[sum]);
  }
  return bytes;
}

std::string hex_string(const std::string& bytes) {
  return "<" + in_hex(bytes) + ">";
}

// A page (its content is object 6) encrypted by the format's first method, for anybody who knows
// the first 32 bytes of the password: `padded`.
std::string locked(const std::string& padded) {
  const std::string owner(32, 'o'), rights("\xD4\xFF\xFF\xFF", 4), id(16, 'i');
  const std::string key = md5(padded + owner + rights + id).substr(0, 5);
  const std::string content_key = md5(key + std::string("\x06\0\0\0\0", 5)).substr(0, 10);
  return pdf_of({{rc4(content_key, page_saying("said"))}}, "",
                {"<< /Filter /Standard /V 1 /R 2 /P -44 /O " + hex_string(owner) + " /U " +
                 hex_string(rc4(key, kNoPassword)) + " >>"},
                "/Encrypt 4 0 R /ID [" + hex_string(id) + hex_string(id) + "]");
}

std::string form_by_xfa(const std::string& catalog, const std::string& text) {
  return pdf_of({{page_saying(text)}}, "/AcroForm << /Fields [] /XFA 4 0 R >> " + catalog,
                {stream_of("", "<xdp:xdp xmlns:xdp=\"http://ns.adobe.com/xdp/\"/>")});
}

}  // namespace

TEST_CASE("a PDF that anybody may open is read, whatever its owner forbids") {
  const Document document = read_pdf_bytes(locked(kNoPassword));
  CHECK(document.status == FileStatus::read);
  CHECK(text_of(document) == "said\n");
  CHECK(document.has_problem("permissions"));
}

TEST_CASE("a PDF that asks for a password is encrypted") {
  const Document document = read_pdf_bytes(locked("secret" + kNoPassword.substr(0, 26)));
  CHECK(document.status == FileStatus::unreadable);
  CHECK(document.has_problem("encrypted"));
}

TEST_CASE("a PDF encrypted for the holders of certificates is encrypted, not damaged") {
  const Document document =
      read_pdf_bytes(pdf_of({{page_saying("said")}}, "", {kForCertificates},
                            "/Encrypt 4 0 R /ID [<00112233445566778899aabbccddeeff> <00>]"));
  CHECK(document.status == FileStatus::unreadable);
  CHECK(document.has_problem("encrypted"));
}

TEST_CASE("a PDF without pages is damaged") {
  const Document document = read_pdf_bytes(pdf_of({}));
  CHECK(document.status == FileStatus::unreadable);
  CHECK(document.has_problem("damaged-pdf"));
}

TEST_CASE("the cover of a portfolio is a page, and that it is a portfolio is told") {
  const Document document =
      read_pdf_bytes(pdf_of({{page_saying("said")}}, "/Collection << /View /T >>"));
  CHECK(text_of(document) == "said\n");
  CHECK(document.has_problem("portfolio"));
  CHECK_FALSE(read_pdf_bytes(pdf_of({{page_saying("said")}})).has_problem("portfolio"));
}

TEST_CASE("pages beside a form by XFA are read, and the form is told") {
  const Document document = read_pdf_bytes(form_by_xfa("", "Name of the applicant"));
  CHECK(document.status == FileStatus::read);
  CHECK(says(document, "Name of the applicant"));
  CHECK(document.has_problem("xfa-form"));
}

TEST_CASE("a page that asks to wait for a form by XFA is no content") {
  for (const std::string& pdf : {form_by_xfa("", "Please wait... "),
                                 form_by_xfa("/NeedsRendering true", "Whatever stands here")}) {
    const Document document = read_pdf_bytes(pdf);
    CHECK(document.status == FileStatus::partial);
    CHECK(text_of(document).empty());
    CHECK(document.pages[0].source == Source::failed);
    CHECK(document.pages[0].reason == "xfa-form");
    CHECK(document.has_problem("xfa-form"));
  }
}

TEST_CASE("without a form, a page may ask to wait") {
  const Document document =
      read_pdf_bytes(pdf_of({{"BT /F1 12 Tf 100 700 Td (Please wait... ) Tj ET\n"}}));
  CHECK(says(document, "Please wait..."));
  CHECK(document.status == FileStatus::read);
}

}  // namespace biaoshen
