#include "extractors/readers/web/html_stream.h"

#include <libxml/HTMLparser.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <limits>
#include <memory>
#include <string>

#include "extractors/readers/text_encoding.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::size_t kPiece = 4 << 10;
constexpr int kDeepest = 2000;  // pages that never close their <font> go down hundreds
// The parser compares every attribute of a tag with every other.
constexpr std::size_t kMostAttributes = 500;
constexpr std::ptrdiff_t kLongTag = 8 << 10;
constexpr std::size_t kMetaWithin = 4 << 10;

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// --- encoding ---

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter converter_of(const char* name) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(name, &status));
  return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

struct PageEncoding {
  Converter converter;
  std::size_t mark = 0;  // bytes of the byte order mark
};

PageEncoding encoding_of(std::string_view sample, SampleIs is, std::string_view came_with) {
  const std::optional<TextEncoding> seen = detect_encoding(sample, is);
  const std::string_view name = seen ? seen->name : "";
  if (seen && (seen->mark > 0 || name.starts_with("UTF")))
    return {converter_of(seen->name), seen->mark};
  std::string stated(came_with.empty() ? stated_encoding(sample) : came_with);
  // Pages that say GB2312 or GBK use what came after it; no page that names UTF-16 in ASCII is in
  // it.
  if (contains(stated, "gb") || contains(stated, "GB")) stated = "gb18030";
  if (!stated.empty() && !stated.starts_with("utf") && !stated.starts_with("UTF")) {
    if (Converter converter = converter_of(stated.c_str())) return {std::move(converter)};
  }
  return {converter_of(seen ? seen->name : "gb18030")};
}

// Bytes to UTF-8 without zero bytes, piece by piece.
class Decoder {
 public:
  explicit Decoder(Converter from) : from_(std::move(from)), to_(converter_of("UTF-8")) {}

  std::string decoded(std::string_view bytes, bool is_last) {
    std::string text;
    if (from_ == nullptr || to_ == nullptr) return text;
    const char* in = bytes.data();
    const char* const in_end = in + bytes.size();
    UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
    while (status == U_BUFFER_OVERFLOW_ERROR) {
      char buffer[kPiece];
      char* out = buffer;
      status = U_ZERO_ERROR;
      ucnv_convertEx(to_.get(), from_.get(), &out, buffer + sizeof buffer, &in, in_end, pivot_,
                     &pivot_source_, &pivot_target_, pivot_ + std::size(pivot_), false, is_last,
                     &status);
      text.append(buffer, out);
    }
    text.erase(std::remove(text.begin(), text.end(), '\0'), text.end());
    has_bad_ = has_bad_ || contains(text, "\xEF\xBF\xBD");
    return text;
  }
  bool has_bad() const { return has_bad_; }

 private:
  Converter from_, to_;
  UChar pivot_[1024] = {};
  UChar *pivot_source_ = pivot_, *pivot_target_ = pivot_;
  bool has_bad_ = false;
};

// --- parser ---

struct Parse {
  HtmlListener* listener = nullptr;
  htmlParserCtxtPtr parser = nullptr;
  int depth = 0;
  bool is_too_deep = false;
};

void on_start(void* data, const xmlChar* name, const xmlChar** attributes) {
  auto* parse = static_cast<Parse*>(data);
  if (++parse->depth > kDeepest) {
    parse->is_too_deep = true;
    xmlStopParser(parse->parser);
    return;
  }
  parse->listener->start(HtmlTag(view(name), attributes));
}

void on_end(void* data, const xmlChar* name) {
  auto* parse = static_cast<Parse*>(data);
  --parse->depth;
  if (!parse->is_too_deep) parse->listener->end(view(name));
}

void on_text(void* data, const xmlChar* text, int length) {
  static_cast<Parse*>(data)->listener->text(
      {reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)});
}

void on_error(void*, xmlErrorPtr) {}  // every page has some

htmlSAXHandler callbacks() {
  htmlSAXHandler sax{};
  sax.initialized = XML_SAX2_MAGIC;
  sax.startElement = on_start;
  sax.endElement = on_end;
  sax.characters = on_text;
  sax.ignorableWhitespace = on_text;
  sax.cdataBlock = on_text;
  sax.serror = on_error;
  return sax;
}

struct FreeParser {
  void operator()(htmlParserCtxtPtr parser) const {
    if (parser->myDoc != nullptr) xmlFreeDoc(parser->myDoc);
    htmlFreeParserCtxt(parser);
  }
};

// Blanks between the attributes of a tag that does not end; 0 where it does. Quotes count only
// behind '=', as for the parser.
std::size_t blanks_in_open_tag(std::string_view waiting) {
  std::size_t blanks = 0;
  char quote = '\0';
  bool is_value_next = false;
  for (const char c : waiting) {
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if (is_value_next && (c == '"' || c == '\'')) {
      quote = c;
    } else if (c == '>') {
      return 0;
    } else if (is_blank(c) || c == '/') {
      ++blanks;
      continue;
    }
    is_value_next = c == '=';
  }
  return blanks;
}

bool is_too_wide(const htmlParserCtxt& parser) {
  const xmlParserInput* input = parser.input;
  if (input == nullptr || input->end - input->cur < kLongTag) return false;
  const std::string_view waiting(reinterpret_cast<const char*>(input->cur),
                                 static_cast<std::size_t>(input->end - input->cur));
  return waiting[0] == '<' && is_letter(waiting[1]) &&
         blanks_in_open_tag(waiting) > kMostAttributes;
}

}  // namespace

std::optional<std::string_view> HtmlTag::value(std::string_view attribute) const {
  for (const xmlChar** at = attributes_; at != nullptr && *at != nullptr; at += 2) {
    if (view(at[0]) == attribute) return view(at[1]);
  }
  return std::nullopt;
}

std::string_view stated_encoding(std::string_view beginning) {
  constexpr std::string_view kSign = "charset";
  beginning = beginning.substr(0, kMetaWithin);
  std::size_t at = beginning.find(kSign);
  if (at == std::string_view::npos) at = beginning.find("CHARSET");
  if (at == std::string_view::npos) return {};
  at += kSign.size();
  const auto skip = [&](std::string_view what) {
    while (at < beginning.size() && contains(what, beginning.substr(at, 1))) ++at;
  };
  skip(" \t\r\n");
  if (slice(beginning, at, 1) != "=") return {};
  ++at;
  skip(" \t\r\n\"'");
  const std::size_t begin = at;
  const auto is_of_name = [](char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_';
  };
  while (at < beginning.size() && at < begin + 32 && is_of_name(beginning[at])) ++at;
  return beginning.substr(begin, at - begin);
}

HtmlEnd read_html_stream(const ByteSource& bytes, std::string_view came_with, std::uint64_t most,
                         HtmlListener& listener, const std::function<bool()>& is_enough) {
  Parse parse;
  parse.listener = &listener;
  htmlSAXHandler sax = callbacks();
  const std::unique_ptr<htmlParserCtxt, FreeParser> parser(
      htmlCreatePushParserCtxt(&sax, &parse, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8));
  if (parser == nullptr) return HtmlEnd::stopped;
  parse.parser = parser.get();
  htmlCtxtUseOptions(parser.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                       HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);

  // Behind </html> the parser would read nothing more; so many of those ends it passes over.
  parser->depth = std::numeric_limits<int>::max() / 2;

  const std::string sample = bytes.read(0, kEncodingSample);
  PageEncoding encoding = encoding_of(
      sample, sample.size() == bytes.size() ? SampleIs::whole : SampleIs::cut, came_with);
  Decoder decoder(std::move(encoding.converter));
  const std::uint64_t last = std::min<std::uint64_t>(bytes.size(), most);
  for (std::uint64_t at = encoding.mark; at < last;) {
    const std::string piece =
        bytes.read(at, static_cast<std::size_t>(std::min<std::uint64_t>(kPiece, last - at)));
    if (piece.empty()) break;
    at += piece.size();
    const std::string text = decoder.decoded(piece, at >= last);
    htmlParseChunk(parser.get(), text.data(), static_cast<int>(text.size()), 0);
    if (parse.is_too_deep) return HtmlEnd::too_deep;
    if (is_too_wide(*parser)) return HtmlEnd::too_wide;
    if (is_enough()) return HtmlEnd::stopped;
  }
  htmlParseChunk(parser.get(), nullptr, 0, 1);
  if (parse.is_too_deep) return HtmlEnd::too_deep;
  if (last < bytes.size()) return HtmlEnd::too_long;
  return decoder.has_bad() ? HtmlEnd::undecodable : HtmlEnd::complete;
}

}  // namespace biaoshen
