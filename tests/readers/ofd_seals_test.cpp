// Claims about electronic seals: names are read where they are stated, and nothing is verified.
#include "extractors/readers/ofd/ofd_seals.h"

#include <openssl/evp.h>
#include <openssl/x509.h>

#include <catch2/catch.hpp>

#include "extractors/readers/ofd/ofd_reader.h"
#include "tests/readers/memory_sink.h"
#include "tests/readers/ofd_maker.h"

namespace biaoshen {
namespace {

std::string der(int tag, const std::string& content) {
  std::string head(1, static_cast<char>(tag));
  if (content.size() < 128)
    head += static_cast<char>(content.size());
  else
    head += std::string("\x82") + static_cast<char>(content.size() >> 8) +
            static_cast<char>(content.size() & 0xFF);
  return head + content;
}
constexpr int kInteger = 2, kOctets = 4, kUtf8 = 12, kIa5 = 22, kSequence = 0x30;

std::string certificate(const std::string& common_name) {
  EVP_PKEY* key = EVP_EC_gen("P-256");
  X509* made = X509_new();
  X509_set_version(made, 2);
  ASN1_INTEGER_set(X509_get_serialNumber(made), 1);
  X509_gmtime_adj(X509_getm_notBefore(made), 0);
  X509_gmtime_adj(X509_getm_notAfter(made), 1000);
  X509_NAME_add_entry_by_NID(X509_get_subject_name(made), NID_commonName, MBSTRING_UTF8,
                             reinterpret_cast<const unsigned char*>(common_name.data()),
                             static_cast<int>(common_name.size()), -1, 0);
  X509_set_pubkey(made, key);
  REQUIRE(X509_sign(made, key, EVP_sha256()) > 0);
  unsigned char* bytes = nullptr;
  const int size = i2d_X509(made, &bytes);
  REQUIRE(size > 0);
  std::string whole(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
  OPENSSL_free(bytes);
  X509_free(made);
  EVP_PKEY_free(key);
  return whole;
}

// A seal as GB/T 38540 has it, with its maker's certificate.
std::string seal(const std::string& name) {
  const std::string header =
      der(kSequence, der(kIa5, "ES") + der(kInteger, "\x04") + der(kIa5, "厂"));
  const std::string properties = der(kSequence, der(kInteger, "\x03") + der(kUtf8, name));
  const std::string info = der(kSequence, header + der(kIa5, "id") + properties);
  return der(kSequence, info + der(kOctets, certificate("制章机构")));
}

std::string signed_value(const std::string& name, const std::string& signer) {
  return der(kSequence, der(kSequence, der(kInteger, "\x04") + seal(name)) +
                            der(kOctets, certificate(signer)));
}

}  // namespace

TEST_CASE("the seal's name and the signer's are found in the signed data") {
  const OfdSealNames names = names_in_seal(signed_value("某某协会\n公章", "某某协会"));
  CHECK(names.seal == "某某协会 公章");
  CHECK(names.signer == "某某协会");
  CHECK(names_in_seal(der(kSequence, certificate("单独"))).signer == "单独");
}

TEST_CASE("what is no signed data gives no names and no harm") {
  CHECK(names_in_seal("").seal.empty());
  CHECK(names_in_seal("\x30\x84\xFF\xFF\xFF\xFF").signer.empty());
  CHECK(names_in_seal(std::string("\x30\x80\x00\x00", 4)).seal.empty());
  std::string nested;
  for (int i = 0; i < 5000; ++i) nested = der(kSequence, nested);
  CHECK(names_in_seal(nested).seal.empty());
  const std::string whole = signed_value("章", "人");
  for (std::size_t cut = 0; cut < whole.size(); cut += 7) names_in_seal(whole.substr(0, cut));
}

TEST_CASE("a signature is a note with its page, a seal has its place") {
  Ofd ofd;
  ofd.pages = {ofd_text(20, 30, 5, "甲"), ofd_text(20, 30, 5, "乙")};
  ofd.body = "<ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures>";
  ofd.more["Doc_0/Signs/Signatures.xml"] =
      ofd_root("Signatures", "<ofd:Signature ID=\"1\" Type=\"Seal\" BaseLoc=\"S/Signature.xml\"/>");
  ofd.more["Doc_0/Signs/S/Signature.xml"] = ofd_root(
      "Signature",
      "<ofd:SignedInfo><ofd:Provider ProviderName=\"p\"/>"
      "<ofd:SignatureDateTime>20240102</ofd:SignatureDateTime>"
      "<ofd:StampAnnot ID=\"1\" PageRef=\"2\" Boundary=\"100 200 40 30\"/></ofd:SignedInfo>"
      "<ofd:SignedValue>SignedValue.dat</ofd:SignedValue>");
  ofd.more["Doc_0/Signs/S/SignedValue.dat"] = signed_value("某某协会公章", "某某协会");
  const MemoryFile file(ofd_of(ofd), "a.ofd");
  MemorySink sink;
  read_ofd(file.open(), {}, sink, {});
  REQUIRE(sink.document.pages.size() == 2);
  CHECK(sink.document.pages[0].seals.empty());
  REQUIRE(sink.document.pages[1].seals.size() == 1);
  const Seal& found = sink.document.pages[1].seals[0];
  CHECK(found.name == "某某协会公章");
  CHECK(std::get<OnPage>(found.place).box.left == Approx(100 * 72 / 25.4));
  CHECK(std::get<OnPage>(found.place).box.bottom == Approx(230 * 72 / 25.4));
  REQUIRE(sink.document.problems.size() == 1);
  CHECK(sink.document.problems[0] ==
        Problem{"digital-signature", 2,
                "印章：某某协会公章，签名人：某某协会，时间：20240102，真实性未验证"});
  CHECK(sink.document.status == FileStatus::read);
}

}  // namespace biaoshen
