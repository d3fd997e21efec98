#include "extractors/readers/pdf/pdf_signatures.h"

#include <poppler/Catalog.h>
#include <poppler/PDFDoc.h>

#include <algorithm>
#include <optional>
#include <set>

#include "extractors/readers/byte_source.h"
#include "extractors/readers/pdf/pdf_signer.h"
#include "extractors/readers/pdf/pdf_strings.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr int kDeepest = 32;
constexpr std::size_t kMostFields = 20'000, kMostSignatures = 50;
constexpr std::uint64_t kLongestValue = 4 << 20;  // of a signature, in the file
constexpr std::size_t kLongestName = 200;         // bytes shown

// The dictionaries of all signatures that the form holds.
class SignatureSearch {
 public:
  explicit SignatureSearch(XRef* xref) : xref_(xref) {}

  void look_at(const Object& place, bool is_signature, int depth) {
    if (depth > kDeepest || looks_++ > kMostFields) return;
    if (place.isRef() && !seen_.insert(place.getRefNum()).second) return;
    const Object field = place.fetch(xref_);
    if (!field.isDict()) return;
    const Object type = field.dictLookup("FT");
    if (type.isName()) is_signature = type.isName("Sig");
    Object value = is_signature ? field.dictLookup("V") : Object(objNull);
    if (value.isDict() && value.dictLookup("ByteRange").isArray())
      return found.push_back(std::move(value));
    const Object kids = field.dictLookup("Kids");
    for (int i = 0; kids.isArray() && i < kids.arrayGetLength(); ++i)
      look_at(kids.arrayGetNF(i), is_signature, depth + 1);
  }

  std::vector<Object> found;

 private:
  XRef* xref_;
  std::set<int> seen_;
  std::size_t looks_ = 0;
};

std::optional<std::uint64_t> number_at(const Object& array, int index) {
  const Object number = array.arrayGet(index);
  if (!number.isIntOrInt64() || number.getIntOrInt64() < 0) return std::nullopt;
  return static_cast<std::uint64_t>(number.getIntOrInt64());
}

// What is between the two signed ranges may only be the signature's own value: <00ff…>, of which
// some programs sign the brackets.
bool is_only_value(const OpenFile& file, std::uint64_t begin, std::uint64_t end) {
  if (end == begin || end - begin > kLongestValue) return false;
  const std::string gap = FileBytes(file).read(begin, end - begin);
  if (gap.size() != end - begin) return false;
  std::string_view digits = gap;
  if (digits.starts_with('<')) digits.remove_prefix(1);
  if (digits.ends_with('>')) digits.remove_suffix(1);
  return digits.find_first_not_of("0123456789abcdefABCDEF \t\r\n") == std::string_view::npos;
}

//   0 ... first  <value>  second ... second + length    the rest
//   |_____________|       |________________|
//        signed                 signed
std::string coverage(const Object& ranges, const OpenFile& file) {
  if (ranges.arrayGetLength() != 4) return "签名范围写法异常，无法核对";
  const auto start = number_at(ranges, 0), first = number_at(ranges, 1);
  const auto second = number_at(ranges, 2), length = number_at(ranges, 3);
  if (!start || !first || !second || !length || *start > file.bytes || *first > file.bytes ||
      *second > file.bytes || *length > file.bytes - *second || *start + *first > *second)
    return "签名范围与文件不符，无法核对";
  if (*start > 0) return "签名未覆盖文件开头";
  if (!is_only_value(file, *first, *second)) return "签名未覆盖的部分不止签名值本身";
  const std::uint64_t rest = file.bytes - *second - *length;
  if (rest == 0) return "签名覆盖整个文件";
  const std::string tail =
      FileBytes(file).read(*second + *length, std::min<std::uint64_t>(rest, 8));
  if (rest <= 8 && trim(replace_all(replace_all(tail, "\r", ""), "\n", "")).empty())
    return "签名覆盖整个文件";
  return "签名之后文件又有追加（" + std::to_string(rest) + " 字节未覆盖）";
}

// D:20240506123000+08'00' says 2024-05-06 12:30:00 +08:00.
std::string time_in_words(const std::string& stated) {
  std::string digits = stated.starts_with("D:") ? stated.substr(2) : stated;
  const std::size_t end = std::min(digits.find_first_not_of("0123456789"), digits.size());
  std::string zone = digits.substr(end);
  digits.resize(end);
  if (digits.size() < 8) return {};
  digits.resize(14, '0');
  zone.erase(std::remove(zone.begin(), zone.end(), '\''), zone.end());
  const bool has_zone = zone.size() >= 5 && (zone[0] == '+' || zone[0] == '-');
  return digits.substr(0, 4) + "-" + digits.substr(4, 2) + "-" + digits.substr(6, 2) + " " +
         digits.substr(8, 2) + ":" + digits.substr(10, 2) + ":" + digits.substr(12, 2) +
         (has_zone ? " " + zone.substr(0, 3) + ":" + zone.substr(3, 2) : "");
}

std::string signer_of(const Object& signature) {
  std::string name = text_in(signature.dictLookup("Name"));
  if (trim(name).empty()) {
    const Object value = signature.dictLookup("Contents");
    if (value.isString()) {
      const GooString* bytes = value.getString();
      name = name_of_signer({bytes->c_str(), static_cast<std::size_t>(bytes->getLength())});
    }
  }
  name = replace_all(std::string(trim(name)), "\n", " ");
  return name.size() > kLongestName ? std::string() : name;
}

std::string in_words(const Object& signature, const OpenFile& file) {
  const std::string signer = signer_of(signature);
  const std::string time = time_in_words(text_in(signature.dictLookup("M")));
  return "签署者：" + (signer.empty() ? "未写明" : signer) + "；时间：" +
         (time.empty() ? "未写明" : time) + "；" +
         coverage(signature.dictLookup("ByteRange"), file) + "；未验证真实性";
}

}  // namespace

void report_signatures(PDFDoc& document, const OpenFile& file, DocumentSink& sink) {
  const Object* form = document.getCatalog()->getAcroForm();
  if (form == nullptr || !form->isDict()) return;
  const Object fields = form->dictLookup("Fields");
  SignatureSearch search(document.getXRef());
  for (int i = 0; fields.isArray() && i < fields.arrayGetLength(); ++i)
    search.look_at(fields.arrayGetNF(i), false, 0);
  const std::size_t shown = std::min(search.found.size(), kMostSignatures);
  for (std::size_t i = 0; i < shown; ++i)
    sink.problem({"digital-signature", 0, in_words(search.found[i], file)});
  if (search.found.size() > shown)
    sink.problem({"digital-signature", 0,
                  "另有 " + std::to_string(search.found.size() - shown) + " 个签名未列出"});
}

}  // namespace biaoshen
