#include "extractors/readers/xml_stream.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlIO.h>

#include <array>
#include <cctype>
#include <charconv>
#include <memory>

#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr int kDeepest = 256;
constexpr int kOptions = XML_PARSE_NONET | XML_PARSE_NOCDATA;
// The parser is given at least so much at first: where its input ends just after the declaration
// of an encoding, libxml2 calls the part damaged.
constexpr std::size_t kFirstBytes = 1024;

struct Name {
  std::string_view uri;
  Vocabulary vocabulary;
};
constexpr Name kNames[] = {
    {"http://schemas.openxmlformats.org/wordprocessingml/2006/main", Vocabulary::word},
    {"http://purl.oclc.org/ooxml/wordprocessingml/main", Vocabulary::word},
    {"http://schemas.openxmlformats.org/spreadsheetml/2006/main", Vocabulary::sheet},
    {"http://purl.oclc.org/ooxml/spreadsheetml/main", Vocabulary::sheet},
    {"http://schemas.openxmlformats.org/drawingml/2006/main", Vocabulary::drawing},
    {"http://purl.oclc.org/ooxml/drawingml/main", Vocabulary::drawing},
    {"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
     Vocabulary::sheet_drawing},
    {"http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing", Vocabulary::sheet_drawing},
    {"http://schemas.openxmlformats.org/officeDocument/2006/relationships", Vocabulary::relations},
    {"http://purl.oclc.org/ooxml/officeDocument/relationships", Vocabulary::relations},
    {"http://schemas.openxmlformats.org/officeDocument/2006/math", Vocabulary::math},
    {"http://purl.oclc.org/ooxml/officeDocument/math", Vocabulary::math},
    {"http://schemas.openxmlformats.org/markup-compatibility/2006", Vocabulary::compat},
    {"http://schemas.openxmlformats.org/package/2006/relationships", Vocabulary::package},
    {"urn:schemas-microsoft-com:vml", Vocabulary::vml},
};

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

Vocabulary vocabulary_of(const xmlChar* uri) {
  const std::string_view wanted = view(uri);
  for (const Name& name : kNames) {
    if (name.uri == wanted) return name.vocabulary;
  }
  return Vocabulary::other;
}

// What the callbacks of one parse share.
struct Parse {
  XmlListener* listener = nullptr;
  xmlParserCtxtPtr parser = nullptr;
  const xmlChar* last_uri = nullptr;  // of a tag: the parser has each but once
  Vocabulary last_vocabulary = Vocabulary::other;
  int depth = 0;
  bool has_doctype = false, is_too_deep = false, is_undecodable = false;
};

Vocabulary vocabulary_of(const xmlChar* uri, Parse& parse) {
  if (uri == parse.last_uri) return parse.last_vocabulary;
  parse.last_uri = uri;
  return parse.last_vocabulary = vocabulary_of(uri);
}

void on_doctype(void* data, const xmlChar*, const xmlChar*, const xmlChar*) {
  auto* parse = static_cast<Parse*>(data);
  parse->has_doctype = true;
  xmlStopParser(parse->parser);
}

void on_start(void* data, const xmlChar* name, const xmlChar*, const xmlChar* uri, int,
              const xmlChar**, int count, int, const xmlChar** values) {
  auto* parse = static_cast<Parse*>(data);
  if (++parse->depth > kDeepest) {  // the push parser itself has no bound
    parse->is_too_deep = true;
    xmlStopParser(parse->parser);
    return;
  }
  parse->listener->start(XmlTag(vocabulary_of(uri, *parse), view(name), values, count));
}

void on_end(void* data, const xmlChar* name, const xmlChar*, const xmlChar* uri) {
  auto* parse = static_cast<Parse*>(data);
  --parse->depth;
  parse->listener->end(XmlTag(vocabulary_of(uri, *parse), view(name), nullptr, 0));
}

void on_text(void* data, const xmlChar* text, int length) {
  static_cast<Parse*>(data)->listener->text(
      {reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)});
}

void on_error(void*, xmlErrorPtr) {}  // well-formedness is asked for at the end

void say_nothing(void*, const char*, ...) {}  // what libxml2 would print

xmlParserInputPtr load_nothing(const char*, const char*, xmlParserCtxtPtr) {
  return nullptr;
}

xmlSAXHandler callbacks() {
  xmlSAXHandler sax{};
  sax.initialized = XML_SAX2_MAGIC;
  sax.internalSubset = on_doctype;
  sax.startElementNs = on_start;
  sax.endElementNs = on_end;
  sax.characters = on_text;
  sax.ignorableWhitespace = on_text;
  sax.cdataBlock = on_text;
  sax.serror = on_error;
  return sax;
}

struct FreeParser {
  void operator()(xmlParserCtxtPtr parser) const {
    if (parser->myDoc != nullptr) xmlFreeDoc(parser->myDoc);
    xmlFreeParserCtxt(parser);
  }
};

PartEnd end_of(const Parse& parse, std::string_view part) {
  const std::string name = clean_utf8(part);
  if (parse.has_doctype) return {FileStatus::refused, "xml-doctype", name + "：含有 DOCTYPE 声明"};
  if (parse.is_too_deep) {
    return {FileStatus::unreadable, "xml-depth-limit",
            name + "：嵌套超过 " + std::to_string(kDeepest) + " 层"};
  }
  if (parse.parser->wellFormed == 0 || parse.is_undecodable)
    return {FileStatus::partial, "xml-damaged", name};
  return {};
}

// Whether the declaration calls the encoding UTF-8 by whatever name ("UTF8-", "UTF8//IGNORE"). By
// one of iconv's, libxml2 would convert it, and fail where a piece of the input cuts a character.
bool declares_utf8(std::string_view beginning) {
  const std::string_view declaration = beginning.substr(0, beginning.find("?>"));
  const std::size_t at = declaration.find("encoding");
  if (at == std::string_view::npos) return false;
  std::string name;
  for (const char c : declaration.substr(at))
    if (c != '-' && c != '_')
      name += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return contains(name, "utf8");
}

// Where bytes are no characters of the part's encoding libxml2 only stops; it does not call
// the part malformed.
void feed(Parse& parse, std::string_view piece, int is_last) {
  const int error =
      xmlParseChunk(parse.parser, piece.data(), static_cast<int>(piece.size()), is_last);
  parse.is_undecodable = parse.is_undecodable || error == XML_ERR_INVALID_ENCODING ||
                         error == XML_I18N_CONV_FAILED || error == XML_IO_ENCODER ||
                         (is_last == 0 && parse.parser->instate == XML_PARSER_EOF);
}

}  // namespace

PartEnd read_xml(const XmlPieces& pieces, std::string_view part, XmlListener& listener) {
  xmlSetExternalEntityLoader(load_nothing);
  xmlSetGenericErrorFunc(nullptr, say_nothing);
  Parse parse;
  parse.listener = &listener;
  xmlSAXHandler sax = callbacks();
  const std::unique_ptr<xmlParserCtxt, FreeParser> parser(
      xmlCreatePushParserCtxt(&sax, &parse, nullptr, 0, nullptr));
  if (parser == nullptr) return {FileStatus::partial, "xml-damaged", clean_utf8(part)};
  parse.parser = parser.get();
  xmlCtxtUseOptions(parser.get(), kOptions);

  const auto is_stopped = [&] {
    return parse.has_doctype || parse.is_too_deep || parse.is_undecodable ||
           parser->wellFormed == 0;
  };
  std::string first;
  bool has_begun = false;
  const auto begin = [&] {
    has_begun = true;
    if (declares_utf8(first)) xmlCtxtUseOptions(parser.get(), kOptions | XML_PARSE_IGNORE_ENC);
    feed(parse, first, 0);
  };
  PartEnd end = pieces([&](std::string_view piece) {
    if (has_begun) {
      feed(parse, piece, 0);
    } else if ((first += piece).size() >= kFirstBytes) {
      begin();
    }
    return !is_stopped();
  });
  if (!has_begun) begin();
  if (end.is_complete() && !is_stopped()) feed(parse, {}, 1);
  return end.is_complete() ? end_of(parse, part) : end;
}

PartEnd read_xml(ZipPackage& package, std::string_view part, XmlListener& listener) {
  const auto pieces = [&](const std::function<bool(std::string_view)>& take) {
    return package.read(part, package.limits().xml_part, take);
  };
  return read_xml(pieces, part, listener);
}

namespace {

// In attribute values libxml2 leaves an ampersand as &#38; for a tree builder to resolve.
std::string resolved(const xmlChar* begin, const xmlChar* end) {
  const std::string_view raw(reinterpret_cast<const char*>(begin),
                             static_cast<std::size_t>(end - begin));
  return replace_all(std::string(raw), "&#38;", "&");
}

}  // namespace

std::optional<std::string> XmlTag::value(std::string_view name) const {
  for (int i = 0; i < count_; ++i) {
    const xmlChar** row = values_ + std::ptrdiff_t{5} * i;  // name, prefix, uri, begin, end
    if (view(row[0]) == name) return resolved(row[3], row[4]);
  }
  return std::nullopt;
}

std::optional<std::string> XmlTag::value(Vocabulary vocabulary, std::string_view name) const {
  for (int i = 0; i < count_; ++i) {
    const xmlChar** row = values_ + std::ptrdiff_t{5} * i;
    if (view(row[0]) == name && vocabulary_of(row[2]) == vocabulary) {
      return resolved(row[3], row[4]);
    }
  }
  return std::nullopt;
}

bool is_on(const XmlTag& tag) {
  const std::optional<std::string> value = tag.value("val");
  return !value || (*value != "0" && *value != "false" && *value != "off");
}

std::int64_t number_of(const std::optional<std::string>& value, std::int64_t otherwise) {
  std::int64_t number = otherwise;
  if (value) std::from_chars(value->data(), value->data() + value->size(), number);
  return number;
}

}  // namespace biaoshen
