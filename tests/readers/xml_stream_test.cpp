// Claims about the XML stream: encodings, ends, names.
#include <catch2/catch.hpp>

#include "extractors/readers/xml_stream.h"
#include "tests/readers/memory_sink.h"
#include "tests/readers/office_maker.h"

namespace biaoshen {

using namespace std::string_literals;

namespace {

class Notes final : public XmlListener {
 public:
  void start(const XmlTag& tag) override {
    said += "<" + std::string(tag.name());
    if (const auto value = tag.value("val")) said += "=" + *value;
    if (tag.value(Vocabulary::relations, "id")) said += " related";
    said += ">";
    is_word = is_word || tag.vocabulary() == Vocabulary::word;
  }
  void end(const XmlTag&) override { said += "</>"; }
  void text(std::string_view piece) override { said += piece; }
  std::string said;
  bool is_word = false;
};

PartEnd read_part(const std::string& xml, Notes& notes) {
  const MemoryFile file(zip_of({{"part", xml}}), "a");
  const auto package = ZipPackage::open(file.open(), Limits{});
  REQUIRE(package != nullptr);
  return read_xml(*package, "part", notes);
}

}  // namespace

TEST_CASE("tags, values and text come in order, with ampersands resolved") {
  Notes notes;
  CHECK(read_part("<a val=\"R&amp;D&lt;\">甲&amp;<b/>乙<![CDATA[<丙>]]></a>", notes).is_complete());
  CHECK(notes.said == "<a=R&D<>甲&<b></>乙<丙></>");
}

TEST_CASE("both editions of a vocabulary are the same, and prefixes mean nothing") {
  for (const char* uri : {"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                          "http://purl.oclc.org/ooxml/wordprocessingml/main"}) {
    Notes notes;
    read_part("<x:p xmlns:x=\""s + uri + "\"/>", notes);
    CHECK(notes.is_word);
  }
  Notes notes;
  read_part("<a id=\"1\"/>", notes);
  CHECK(notes.said == "<a></>");
}

TEST_CASE("parts in GB18030 and UTF-16 are read") {
  Notes gb;
  CHECK(read_part("<?xml version=\"1.0\" encoding=\"GB18030\"?><a>\xB1\xEA\xD7\xBC</a>", gb)
            .is_complete());
  CHECK(gb.said == "<a>标准</>");
  Notes wide;
  CHECK(read_part("\xFF\xFE<\0a\0>\0\x07\x68<\0/\0a\0>\0"s, wide).is_complete());
  CHECK(wide.said == "<a>标</>");
}

TEST_CASE("bytes that are no characters of the part's encoding are damage, wherever they stand") {
  const std::string head = "<?xml version=\"1.0\" encoding=\"GB18030\"?><a>\xB1\xEA";
  for (const std::size_t padding : {0, 100'000}) {
    for (const char* rest : {"\xFF\xFF</a>", "</a>\xFF"}) {
      Notes notes;
      CHECK(read_part(head + std::string(padding, 'x') + rest, notes).kind == "xml-damaged");
    }
  }
}

TEST_CASE("text before an error is kept and the error told") {
  Notes notes;
  const PartEnd end = read_part("<a>前文</b>", notes);
  CHECK(end.kind == "xml-damaged");
  CHECK(end.status == FileStatus::partial);
  CHECK(notes.said.find("前文") != std::string::npos);
  Notes cut;
  CHECK(read_part("<a>前文<b", cut).kind == "xml-damaged");
  Notes nothing;
  CHECK(read_part("", nothing).kind == "xml-damaged");
}

TEST_CASE("a document type stops the stream before anything of it is used") {
  Notes notes;
  const PartEnd end = read_part("<!DOCTYPE a [<!ENTITY x \"甲\">]><a>&x;</a>", notes);
  CHECK(end.kind == "xml-doctype");
  CHECK(end.status == FileStatus::refused);
  CHECK(notes.said.empty());
}

TEST_CASE("nesting is bounded") {
  std::string deep, closed;
  for (int i = 0; i < 256; ++i) deep += "<a>", closed += "</a>";
  Notes within, beyond;
  CHECK(read_part(deep + closed, within).is_complete());
  const PartEnd end = read_part("<a>" + deep + closed + "</a>", beyond);
  CHECK(end.kind == "xml-depth-limit");
  CHECK(end.status == FileStatus::unreadable);
}

}  // namespace biaoshen
