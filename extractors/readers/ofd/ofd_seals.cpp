#include "extractors/readers/ofd/ofd_seals.h"

#include <openssl/asn1.h>
#include <openssl/err.h>
#include <openssl/x509.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "extractors/readers/ofd/ofd_elements.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::uint64_t kMostSealBytes = 16ull << 20;  // the seal's picture is in it
constexpr std::size_t kMostSignatures = 200, kMostStamps = 2000;
constexpr int kDeepest = 24;
constexpr int kMostNodes = 20'000, kMostCertificates = 40;
constexpr std::size_t kLongestName = 300;  // bytes

// One element of DER: its tag, its content, all its bytes.
struct Node {
  int tag = 0;
  bool is_constructed = false;
  std::string_view content, whole;
};

// The element at the beginning of `der`; nothing where there is none that lies within it.
std::optional<Node> node_at(std::string_view der) {
  const auto* begin = reinterpret_cast<const unsigned char*>(der.data());
  const unsigned char* at = begin;
  long length = 0;
  int tag = 0, kind = 0;
  const int flags = ASN1_get_object(&at, &length, &tag, &kind, static_cast<long>(der.size()));
  ERR_clear_error();
  if ((flags & 0x80) != 0 || (flags & 1) != 0 || length < 0) return std::nullopt;
  const auto header = static_cast<std::size_t>(at - begin);
  const auto bytes = static_cast<std::size_t>(length);
  if (bytes > der.size() - header) return std::nullopt;
  Node node;
  node.tag = kind == V_ASN1_UNIVERSAL ? tag : -1;
  node.is_constructed = (flags & V_ASN1_CONSTRUCTED) != 0;
  node.content = der.substr(header, bytes);
  node.whole = der.substr(0, header + bytes);
  return node;
}

std::string name_in(const X509_NAME* name, int field) {
  const int at = X509_NAME_get_index_by_NID(name, field, -1);
  if (at < 0) return {};
  const ASN1_STRING* value = X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at));
  unsigned char* utf8 = nullptr;
  const int bytes = ASN1_STRING_to_UTF8(&utf8, value);
  if (bytes < 0) return {};
  std::string text(reinterpret_cast<const char*>(utf8), static_cast<std::size_t>(bytes));
  OPENSSL_free(utf8);
  return text;
}

struct FreeCertificate {
  void operator()(X509* certificate) const { X509_free(certificate); }
};

// Whose certificate these bytes are; nothing where they are none.
std::optional<std::string> subject_of(std::string_view der) {
  const auto* at = reinterpret_cast<const unsigned char*>(der.data());
  const std::unique_ptr<X509, FreeCertificate> certificate(
      d2i_X509(nullptr, &at, static_cast<long>(der.size())));
  ERR_clear_error();
  if (certificate == nullptr) return std::nullopt;
  const X509_NAME* subject = X509_get_subject_name(certificate.get());
  const std::string common = name_in(subject, NID_commonName);
  const std::string organisation = name_in(subject, NID_organizationName);
  ERR_clear_error();
  return common.empty() ? organisation : common;
}

std::string shown(std::string_view name) {
  std::string clean = clean_utf8(name.substr(0, kLongestName));
  std::replace(clean.begin(), clean.end(), '\n', ' ');
  return std::string(trim(clean));
}

// Looks through the signed data for the seal's properties and for certificates.
class SealSearch {
 public:
  OfdSealNames names;

  // The elements of `der`, one after the other.
  void look(std::string_view der, int depth) {
    std::vector<Node> nodes;
    for (std::optional<Node> node; !der.empty() && (node = node_at(der)).has_value();) {
      if (++nodes_ > kMostNodes) return;
      der.remove_prefix(node->whole.size());
      nodes.push_back(*node);
    }
    take_seal_name(nodes);
    if (depth >= kDeepest) return;
    for (const Node& node : nodes) {
      const bool may_be_certificate =
          node.tag == V_ASN1_SEQUENCE || node.tag == V_ASN1_OCTET_STRING;
      if (may_be_certificate && take_certificate(node)) continue;
      if (node.is_constructed) look(node.content, depth + 1);
    }
  }

 private:
  // SES_SealInfo: a header that begins with "ES", an ID, the properties: a type, the name, …
  void take_seal_name(const std::vector<Node>& nodes) {
    if (nodes.size() < 3 || nodes[0].tag != V_ASN1_SEQUENCE || nodes[2].tag != V_ASN1_SEQUENCE)
      return;
    const std::optional<Node> mark = node_at(nodes[0].content);
    if (!mark || mark->tag != V_ASN1_IA5STRING || mark->content != "ES") return;
    const std::optional<Node> type = node_at(nodes[2].content);
    if (!type || type->tag != V_ASN1_INTEGER) return;
    const std::optional<Node> name = node_at(nodes[2].content.substr(type->whole.size()));
    if (name && (name->tag == V_ASN1_UTF8STRING || name->tag == V_ASN1_PRINTABLESTRING) &&
        names.seal.empty())
      names.seal = shown(name->content);
  }

  // Makers of the seal come before the signer.
  bool take_certificate(const Node& node) {
    const std::string_view der = node.tag == V_ASN1_SEQUENCE ? node.whole : node.content;
    if (!der.starts_with('\x30') || certificates_ >= kMostCertificates) return false;
    if (node.tag == V_ASN1_SEQUENCE && !begins_like_certificate(node)) return false;
    ++certificates_;
    const std::optional<std::string> subject = subject_of(der);
    if (subject && !subject->empty()) names.signer = shown(*subject);
    return subject.has_value();
  }

  // Certificate: SEQUENCE of a SEQUENCE that begins with its version in [0] or its number.
  static bool begins_like_certificate(const Node& node) {
    const std::optional<Node> signed_part = node_at(node.content);
    if (!signed_part || signed_part->tag != V_ASN1_SEQUENCE) return false;
    return signed_part->content.starts_with("\xA0\x03\x02\x01");
  }

  int nodes_ = 0, certificates_ = 0;
};

std::string bytes_of(ZipPackage& package, const std::string& part) {
  std::string bytes;
  package.read(part, kMostSealBytes, [&](std::string_view piece) {
    bytes += piece;
    return true;
  });
  return bytes;
}

// One signature: its description, then the names in the data it points to.
class SignatureFile {
 public:
  SignatureFile(ZipPackage& package, std::string part)
      : package_(package), part_(std::move(part)) {}

  PartEnd read(OfdSignature& signature) {
    std::string value, seal;
    OfdElements elements(
        [&](const XmlTag& tag) {
          if (tag.name() == "Provider") signature.provider = tag.value("ProviderName").value_or("");
          if (tag.name() == "StampAnnot") take_stamp(tag, signature);
        },
        [&](std::string_view name, std::string_view parent, std::string_view text) {
          if (name == "SignatureDateTime") signature.time = shown(text);
          if (name == "SignedValue") value = ofd_part(package_, part_, text);
          if (name == "BaseLoc" && parent == "Seal") seal = ofd_part(package_, part_, text);
        });
    PartEnd end = read_xml(package_, part_, elements);
    const OfdSealNames signed_names = names_in_seal(bytes_of(package_, value));
    signature.signer = signed_names.signer;
    signature.seal = signed_names.seal;
    if (signature.seal.empty() && !seal.empty())
      signature.seal = names_in_seal(bytes_of(package_, seal)).seal;
    signature.provider = shown(signature.provider);
    return end;
  }

 private:
  static void take_stamp(const XmlTag& tag, OfdSignature& signature) {
    const auto box = ofd_box(tag.value("Boundary").value_or(""));
    if (!box || signature.stamps.size() >= kMostStamps) return;
    OfdStamp stamp{tag.value("PageRef").value_or(""), *box};
    // A seal across the edges of pages shows a strip on each.
    if (const auto clip = ofd_box(tag.value("Clip").value_or("")))
      stamp.box = {box->left + clip->left, box->top + clip->top, clip->width, clip->height};
    signature.stamps.push_back(std::move(stamp));
  }

  ZipPackage& package_;
  std::string part_;
};

}  // namespace

OfdSealNames names_in_seal(std::string_view der) {
  SealSearch search;
  search.look(der, 0);
  return search.names;
}

PartEnd read_ofd_signatures(ZipPackage& package, const std::string& list,
                            std::vector<OfdSignature>& signatures) {
  std::vector<std::string> parts;
  OfdElements elements(
      [&](const XmlTag& tag) {
        if (tag.name() == "Signature" && parts.size() < kMostSignatures)
          parts.push_back(ofd_part(package, list, tag.value("BaseLoc").value_or("")));
      },
      [](std::string_view, std::string_view, std::string_view) {});
  PartEnd end = read_xml(package, list, elements);
  for (const std::string& part : parts) {
    PartEnd one = SignatureFile(package, part).read(signatures.emplace_back());
    if (end.is_complete()) end = std::move(one);
  }
  return end;
}

std::string words_for(const OfdSignature& signature) {
  std::string words;
  const auto add = [&](std::string_view label, const std::string& value) {
    if (!value.empty()) words += std::string(label) + value + "，";
  };
  add("印章：", signature.seal);
  add("签名人：", signature.signer);
  add("时间：", signature.time);
  if (signature.seal.empty() && signature.signer.empty()) words += "未能读出印章和签名人的名称，";
  return words + "真实性未验证";
}

}  // namespace biaoshen
