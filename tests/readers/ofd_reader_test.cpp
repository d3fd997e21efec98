// Claims about OFD documents: what the pages draw is read with its places, and nothing else.
#include "extractors/readers/ofd/ofd_reader.h"

#include <catch2/catch.hpp>

#include "pipeline/base/text.h"
#include "tests/readers/memory_sink.h"
#include "tests/readers/ofd_maker.h"

namespace biaoshen {
namespace {

MemorySink read_all(const std::string& bytes, const Limits& limits = {}) {
  const MemoryFile file(bytes, "申报.ofd");
  MemorySink sink;
  read_ofd(file.open(), limits, sink, {});
  REQUIRE(sink.is_consistent);
  REQUIRE(sink.statuses <= 1);
  REQUIRE((sink.document.pages.empty() || sink.counted == sink.document.pages.size()));
  return sink;
}

Document read_ofd_of(const std::string& bytes, const Limits& limits = {}) {
  return read_all(bytes, limits).document;
}

Document read_ofd_of(const Ofd& ofd) {
  return read_ofd_of(ofd_of(ofd));
}

Ofd one_page(const std::string& content) {
  Ofd ofd;
  ofd.pages = {content};
  return ofd;
}

std::string table() {
  std::string lines;
  for (const double y : {20.0, 30.0, 40.0}) lines += ofd_line(10, y, 110, y);
  for (const double x : {10.0, 50.0, 110.0}) lines += ofd_line(x, 20, x, 40);
  return lines;
}

}  // namespace

TEST_CASE("the table of formats reads OFD") {
  const Document document = read_bytes(ofd_of(one_page(ofd_text(20, 30, 5, "团体标准"))), "a.ofd");
  CHECK(document.format == "ofd");
  CHECK(document.status == FileStatus::read);
  CHECK(text_of(document) == "团体标准\n");
}

TEST_CASE("text has its place on the page in points") {
  const Document document = read_ofd_of(one_page(ofd_text(20, 30, 5, "团体标准")));
  const Page& page = document.pages[0];
  CHECK(page.source == Source::text);
  CHECK(page.width == Approx(595.3).margin(0.1));
  CHECK(page.height == Approx(841.9).margin(0.1));
  const Box& box = std::get<OnPage>(page.words[0].place).box;
  CHECK(box.left == Approx(20 * 72 / 25.4));
  CHECK(box.right == Approx(40 * 72 / 25.4));
  CHECK(box.top > 30 * 72 / 25.4 - 1);
}

TEST_CASE("lines are in reading order, whatever the order of the objects") {
  CHECK(text_of(read_ofd_of(one_page(ofd_text(20, 50, 5, "丙") + ofd_text(60, 30, 5, "乙") +
                                     ofd_text(20, 30, 5, "甲")))) == "甲 乙\n丙\n");
}

TEST_CASE("ruling lines make tables, also where they are thin rectangles") {
  const std::string words = ofd_text(12, 22, 4, "名称") + ofd_text(52, 22, 4, "标准") +
                            ofd_text(12, 32, 4, "编号") + ofd_text(52, 32, 4, "一二");
  const Document document = read_ofd_of(one_page(table() + words));
  CHECK(text_of(document) == "名称\t标准\n编号\t一二\n");
  REQUIRE(document.pages[0].grids.size() == 1);
  CHECK(document.pages[0].grids[0].rows == 2);
  std::string filled;
  for (const char* box : {"10 20 100 0.3", "10 30 100 0.3", "10 40 100 0.3", "10 20 0.3 20",
                          "50 20 0.3 20", "110 20 0.3 20"})
    filled += std::string("<ofd:PathObject Stroke=\"false\" Fill=\"true\" Boundary=\"") + box +
              "\" CTM=\"" + (std::string(box).ends_with(" 20") ? "0.3 0 0 20" : "100 0 0 0.3") +
              " 0 0\"><ofd:AbbreviatedData>M 0 0 L 1 0 L 1 1 L 0 1 C</ofd:AbbreviatedData>"
              "</ofd:PathObject>";
  CHECK(text_of(read_ofd_of(one_page(filled + words))) == "名称\t标准\n编号\t一二\n");
}

TEST_CASE("templates lie under the pages that name them") {
  Ofd ofd = one_page("");
  ofd.pages = {"", ""};
  ofd.common = "<ofd:TemplatePage ID=\"9\" BaseLoc=\"Tpls/T.xml\"/>";
  ofd.more["Doc_0/Tpls/T.xml"] =
      ofd_root("Page", "<ofd:Content><ofd:Layer>" + ofd_text(20, 10, 4, "抬头") +
                           "</ofd:Layer></ofd:Content>");
  for (const char* page : {"0", "1"})
    ofd.more["Doc_0/Pages/Page_" + std::string(page) + "/Content.xml"] =
        ofd_root("Page",
                 "<ofd:Area><ofd:PhysicalBox>0 0 100 50</ofd:PhysicalBox></ofd:Area>"
                 "<ofd:Template TemplateID=\"9\" ZOrder=\"Background\"/><ofd:Content><ofd:Layer>" +
                     ofd_text(20, 30, 4, "正文") + "</ofd:Layer></ofd:Content>");
  const Document document = read_ofd_of(ofd);
  CHECK(text_of(document) == "抬头\n正文\n抬头\n正文\n");
  CHECK(document.pages[1].height == Approx(50 * 72 / 25.4));
}

TEST_CASE("shared drawings are read where they are used") {
  Ofd ofd = one_page(
      "<ofd:CompositeObject Boundary=\"20 30 50 10\" ResourceID=\"7\" CTM=\"1 0 0 1 5 0\"/>");
  ofd.common = "<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>";
  const auto unit = [](const std::string& id, const std::string& content) {
    return "<ofd:CompositeGraphicUnit ID=\"" + id + "\"><ofd:Content>" + content +
           "</ofd:Content></ofd:CompositeGraphicUnit>";
  };
  ofd.more["Doc_0/DocumentRes.xml"] =
      ofd_root("Res", "<ofd:CompositeGraphicUnits>" + unit("6", ofd_text(0, 0, 5, "别的")) +
                          unit("7", ofd_text(1, 2, 5, "共用")) + "</ofd:CompositeGraphicUnits>");
  const Document document = read_ofd_of(ofd);
  CHECK(text_of(document) == "共用\n");
  CHECK(std::get<OnPage>(document.pages[0].words[0].place).box.left == Approx(26 * 72 / 25.4));
  // One that holds itself comes to an end and is said.
  ofd.more["Doc_0/DocumentRes.xml"] = ofd_root(
      "Res", unit("7", ofd_text(1, 2, 5, "共用") +
                           "<ofd:CompositeObject Boundary=\"0 9 9 9\" ResourceID=\"7\"/>"));
  const Document endless = read_ofd_of(ofd);
  CHECK(endless.status == FileStatus::partial);
  CHECK(says(endless, "共用"));
}

TEST_CASE("annotations belong to their page, watermarks do not count") {
  Ofd ofd;
  ofd.pages = {ofd_text(20, 30, 5, "第一页"), ofd_text(20, 30, 5, "第二页")};
  ofd.document = "<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>";
  ofd.more["Doc_0/Annots/Annotations.xml"] =
      ofd_root("Annotations", "<ofd:Page PageID=\"2\"><ofd:FileLoc>P.xml</ofd:FileLoc></ofd:Page>");
  const auto annotation = [](const std::string& attributes, const std::string& words) {
    return "<ofd:Annot " + attributes + "><ofd:Appearance Boundary=\"10 100 50 50\">" +
           ofd_text(0, 0, 5, words) + "</ofd:Appearance></ofd:Annot>";
  };
  ofd.more["Doc_0/Annots/P.xml"] =
      ofd_root("PageAnnot", annotation("Type=\"Stamp\"", "同意") +
                                annotation("Type=\"Watermark\"", "仅供审查") +
                                annotation("Type=\"Stamp\" Visible=\"false\"", "作废"));
  const Document document = read_ofd_of(ofd);
  CHECK(text_of(document) == "第一页\n第二页\n同意\n");
  CHECK(document.has_problem("watermark"));
  CHECK(detail_of(document, "hidden-text") == "2");
  CHECK(document.status == FileStatus::read);
}

TEST_CASE("letters nobody sees decide nothing and are a note") {
  const std::string seen = ofd_text(20, 30, 5, "现行");
  const std::string white = "<ofd:FillColor Value=\"255 255 255\"/>";
  for (const std::string& hidden :
       {ofd_text(20, 60, 5, "废止", "Visible=\"false\""),
        ofd_text(20, 60, 5, "废止", "Alpha=\"0\""), ofd_text(20, 60, 5, "废止", "Fill=\"false\""),
        ofd_text(20, 60, 5, "废止", "", white),
        ofd_text(20, 60, 5, "废止", "", "<ofd:FillColor Value=\"0 0 0\" Alpha=\"0\"/>"),
        ofd_text(300, 60, 5, "废止")}) {
    const Document document = read_ofd_of(one_page(seen + hidden));
    CHECK(text_of(document) == "现行\n");
    CHECK(detail_of(document, "hidden-text") == "2");
  }
}

TEST_CASE("white letters on a coloured ground are seen") {
  const std::string ground =
      "<ofd:PathObject Boundary=\"10 50 100 20\" Fill=\"true\"><ofd:FillColor Value=\"0 0 128\"/>"
      "<ofd:AbbreviatedData>M 0 0 L 100 0 L 100 20 L 0 20 C</ofd:AbbreviatedData></ofd:PathObject>";
  const Document document = read_ofd_of(
      one_page(ground + ofd_text(20, 55, 5, "标题", "", "<ofd:FillColor Value=\"255 255 255\"/>")));
  CHECK(text_of(document) == "标题\n");
  CHECK_FALSE(document.has_problem("hidden-text"));
}

TEST_CASE("hidden letters alone are a suspect page") {
  const Document document = read_ofd_of(one_page(ofd_text(20, 60, 5, "现行", "Visible=\"false\"")));
  CHECK(document.pages[0].source == Source::failed);
  CHECK(document.pages[0].reason == "hidden-text-only");
  CHECK(document.pages[0].is_suspect());
  CHECK(document.status == FileStatus::partial);
}

TEST_CASE("prefixes, paths and their slashes are taken as producers write them") {
  Parts parts;
  parts["OFD.xml"] = "<OFD><DocBody><DocRoot>\\Doc_0\\Document.xml</DocRoot></DocBody></OFD>";
  parts["Doc_0/Document.xml"] =
      "<Document xmlns=\"urn:other\"><CommonData/><Pages>"
      "<Page ID=\"1\" BaseLoc=\"/doc_0/Pages/P.XML\"/><Page ID=\"2\" "
      "BaseLoc=\"Doc_0/Pages/P.xml\"/>"
      "<Page ID=\"3\" BaseLoc=\"Pages/../Pages/P.xml\"/></Pages></Document>";
  parts["Doc_0/Pages/P.xml"] =
      "<Page><Content><Layer><TextObject Boundary=\"20 20 10 10\" Size=\"5\">"
      "<TextCode X=\"0\" Y=\"5\" "
      "DeltaX=\"5\">\n页面</TextCode></TextObject></Layer></Content></Page>";
  CHECK(text_of(read_ofd_of(zip_of(parts))) == "页面\n页面\n页面\n");
}

TEST_CASE("several documents in one file are read one after the other") {
  Ofd ofd = one_page(ofd_text(20, 30, 5, "甲"));
  ofd.more["OFD.xml"] =
      ofd_root("OFD",
               "<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>"
               "<ofd:DocBody><ofd:DocRoot>Doc_1/Document.xml</ofd:DocRoot></ofd:DocBody>");
  ofd.more["Doc_1/Document.xml"] =
      ofd_root("Document", "<ofd:Pages><ofd:Page ID=\"1\" BaseLoc=\"P.xml\"/></ofd:Pages>");
  ofd.more["Doc_1/P.xml"] =
      ofd_root("Page", "<ofd:Content><ofd:Layer>" + ofd_text(20, 30, 5, "乙") +
                           "</ofd:Layer></ofd:Content>");
  const Document document = read_ofd_of(ofd);
  REQUIRE(document.pages.size() == 2);
  CHECK(text_of(document) == "甲\n乙\n");
}

TEST_CASE("attachments are members under the names people gave") {
  Ofd ofd = one_page(ofd_text(20, 30, 5, "正文"));
  ofd.document = "<ofd:Attachments>Attachs/List.xml</ofd:Attachments>";
  ofd.more["Doc_0/Attachs/List.xml"] =
      ofd_root("Attachments",
               "<ofd:Attachment Name=\"评分表\"><ofd:FileLoc>a.xlsx</ofd:FileLoc></ofd:Attachment>"
               "<ofd:Attachment Name=\"没有\"><ofd:FileLoc>b.xlsx</ofd:FileLoc></ofd:Attachment>");
  ofd.more["Doc_0/Attachs/a.xlsx"] = "内容";
  const MemorySink reading = read_all(ofd_of(ofd));
  REQUIRE(reading.document.members.size() == 1);
  CHECK(reading.document.members[0].path == "评分表.xlsx");
  CHECK(reading.contents[0] == "内容");
  CHECK(contains(detail_of(reading.document, "attachment"), "没有"));
  Limits limits;
  limits.nesting = 0;
  const Document closed = read_ofd_of(ofd_of(ofd), limits);
  CHECK(closed.has_problem("nesting-limit"));
  CHECK(closed.status == FileStatus::partial);
}

TEST_CASE("damage is said and costs only what is damaged") {
  Ofd ofd;
  ofd.pages = {ofd_text(20, 30, 5, "甲"), ofd_text(20, 30, 5, "乙"), ofd_text(20, 30, 5, "丙")};
  ofd.more["Doc_0/Pages/Page_1/Content.xml"] =
      ofd_root("Page", "<ofd:Content><ofd:Layer>" + ofd_text(20, 30, 5, "半") + "</ofd:Lay");
  ofd.more["Doc_0/Document.xml"] =
      ofd_root("Document",
               "<ofd:Pages><ofd:Page ID=\"1\" BaseLoc=\"Pages/Page_0/Content.xml\"/>"
               "<ofd:Page ID=\"2\" BaseLoc=\"Pages/Page_1/Content.xml\"/>"
               "<ofd:Page ID=\"3\" BaseLoc=\"gone.xml\"/></ofd:Pages>");
  const Document document = read_ofd_of(ofd);
  CHECK(document.status == FileStatus::partial);
  REQUIRE(document.pages.size() == 3);
  CHECK(text_of(document) == "甲\n半\n");
  CHECK(document.has_problem("xml-damaged"));
  CHECK(document.pages[2].source == Source::failed);
}

TEST_CASE("what cannot be opened says why") {
  Ofd ofd = one_page(ofd_text(20, 30, 5, "甲"));
  ofd.more["Doc_0/Document.xml"] = std::string("\x8F\x01\x02\x03 secret", 11);
  const Document damaged = read_ofd_of(ofd);
  CHECK(damaged.status == FileStatus::unreadable);
  CHECK_FALSE(damaged.has_problem("encrypted"));
  ofd.more["Encryptions.xml"] = ofd_root("Encryptions", "");
  const Document encrypted = read_ofd_of(ofd);
  CHECK(encrypted.status == FileStatus::unreadable);
  CHECK(encrypted.has_problem("encrypted"));
  CHECK(read_ofd_of(zip_of({{"OFD.xml", ofd_root("OFD", "")}})).status == FileStatus::unreadable);
  CHECK(read_ofd_of("PK nothing").status == FileStatus::unreadable);
  const std::string bomb = "<!DOCTYPE a [<!ENTITY b 'c'>]>" + ofd_root("OFD", "");
  CHECK(read_ofd_of(zip_of({{"OFD.xml", bomb}})).status == FileStatus::refused);
}

TEST_CASE("pages beyond the limit are counted and said") {
  Limits limits;
  limits.pages = 2;
  Ofd ofd;
  ofd.pages = {ofd_text(20, 30, 5, "甲"), ofd_text(20, 30, 5, "乙"), ofd_text(20, 30, 5, "丙")};
  const Document document = read_ofd_of(ofd_of(ofd), limits);
  CHECK(document.pages.size() == 2);
  CHECK(document.status == FileStatus::partial);
  CHECK(detail_of(document, "page-limit") == "3 > 2");
}

}  // namespace biaoshen
