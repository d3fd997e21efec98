// Claims about what of a Word document is content, and what is only noted.
#include <catch2/catch.hpp>
#include <utility>

#include "tests/readers/memory_sink.h"
#include "tests/readers/office_maker.h"

namespace biaoshen {
namespace {

Document read_docx_body(std::string_view body, const Parts& more = {},
                        std::string_view relations = "") {
  return read_bytes(docx_of(body, more, relations), "申报书.docx");
}

std::string run(std::string_view text) {
  return "<w:r><w:t>" + std::string(text) + "</w:t></w:r>";
}
std::string field(std::string_view type, std::string_view inside = "") {
  return "<w:r><w:fldChar w:fldCharType=\"" + std::string(type) + "\">" + std::string(inside) +
         "</w:fldChar></w:r>";
}
std::string box(std::string_view text) {
  return "<w:txbxContent>" + para(text) + "</w:txbxContent>";
}

}  // namespace

TEST_CASE("a paragraph is one line and one word, numbered from 1 with the empty ones counted") {
  const Document document = read_docx_body(para("团体标准") + "<w:p/>" + "<w:p>" + run("T/CAS ") +
                                           run("290—2017") + "</w:p>");
  REQUIRE(document.format == "docx");
  REQUIRE(document.status == FileStatus::read);
  REQUIRE(document.problems.empty());
  REQUIRE(document.pages.size() == 1);
  const Page& page = document.pages[0];
  CHECK(page.text == "团体标准\nT/CAS 290—2017\n");
  REQUIRE(page.words.size() == 2);
  CHECK(page.words[0].place == Place{InFlow{1}});
  CHECK(page.words[1].place == Place{InFlow{3}});
}

TEST_CASE("a text box that is written in two wordings is content once, after its paragraph") {
  const Document document = read_docx_body(
      "<w:p>" + run("封面") + "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\">" +
      box("2022-12-01 实施") + "</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>" +
      box("2022-12-01 实施") +
      "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>");
  CHECK(text_of(document) == "封面\n2022-12-01 实施\n");
}

TEST_CASE("a text box in the old wording alone is content") {
  CHECK(text_of(read_docx_body("<w:p><w:r><w:pict><v:textbox>" + box("代替") +
                               "</v:textbox></w:pict></w:r></w:p>")) == "代替\n");
  CHECK(text_of(read_docx_body("<w:p><w:r><mc:AlternateContent><mc:Fallback>" + box("代替") +
                               "</mc:Fallback></mc:AlternateContent></w:r></w:p>")) == "代替\n");
}

TEST_CASE("a date in a deletion is not content, one in an insertion is, and both are noted") {
  const Document document = read_docx_body(
      "<w:p><w:del><w:r><w:delText>2021-01-01</w:delText><w:t>2021-01-02</w:t></w:r></w:del>"
      "<w:ins>" +
      run("2022-12-01") +
      "</w:ins>"
      "<w:moveFrom>" +
      run("旧处") + "</w:moveFrom><w:moveTo>" + run("新处") + "</w:moveTo></w:p>");
  CHECK(text_of(document) == "2022-12-01新处\n");
  CHECK(document.status == FileStatus::read);
  CHECK(detail_of(document, "revisions").starts_with("4 "));
}

TEST_CASE("what letters looked like before a change hides nothing") {
  CHECK(text_of(read_docx_body(
            para("现行", "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>"))) == "现行\n");
}

TEST_CASE("hidden letters are not content and are noted, by their own or their style's word") {
  const Parts styles = {
      {"word/styles.xml",
       story("styles",
             "<w:style w:type=\"character\" w:styleId=\"base\"><w:rPr><w:vanish/></w:rPr></w:style>"
             "<w:style w:type=\"character\" w:styleId=\"hint\"><w:basedOn "
             "w:val=\"base\"/></w:style>")}};
  const Document document =
      read_docx_body(para("提示", "<w:vanish/>") + para("说明", "<w:rStyle w:val=\"hint\"/>") +
                         para("正文", "<w:vanish w:val=\"0\"/>"),
                     styles, relation("r1", "styles", "styles.xml"));
  CHECK(text_of(document) == "正文\n");
  CHECK(detail_of(document, "hidden-text").find("提示说明") != std::string::npos);
}

TEST_CASE("a hidden paragraph mark hides no text") {
  CHECK(text_of(read_docx_body("<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>" + run("可见") +
                               "</w:p>")) == "可见\n");
}

TEST_CASE("the result of a field is content and its instruction is not") {
  const std::string form =
      "<w:ffData><w:textInput><w:default w:val=\"请填写\"/></w:textInput></w:ffData>";
  CHECK(text_of(read_docx_body(
            "<w:p>" + field("begin", form) + "<w:r><w:instrText> FORMTEXT </w:instrText></w:r>" +
            field("separate") + run("北京某某公司") + field("end") + "</w:p>")) ==
        "北京某某公司\n");
  CHECK(text_of(read_docx_body("<w:p>" + field("begin") +
                               "<w:r><w:instrText> IF </w:instrText></w:r>" + field("begin") +
                               field("separate") + run("条件") + field("end") + field("separate") +
                               run("结果") + field("end") + "</w:p>")) == "结果\n");
}

TEST_CASE(
    "a field that never says where its result begins does not swallow the paragraphs after it") {
  CHECK(text_of(read_docx_body("<w:p>" + field("begin") + "</w:p>" + para("后文"))) == "后文\n");
}

TEST_CASE("old form fields show their check and their choice") {
  const std::string boxes =
      field("begin",
            "<w:ffData><w:checkBox><w:default w:val=\"0\"/><w:checked/></w:checkBox></w:ffData>") +
      field("end") + run("是 ") +
      field("begin", "<w:ffData><w:checkBox><w:default w:val=\"0\"/></w:checkBox></w:ffData>") +
      field("end") + run("否 ");
  const std::string list =
      field("begin",
            "<w:ffData><w:ddList><w:result w:val=\"1\"/><w:listEntry w:val=\"甲\"/>"
            "<w:listEntry w:val=\"乙\"/></w:ddList></w:ffData>") +
      field("end");
  CHECK(text_of(read_docx_body("<w:p>" + boxes + list + "</w:p>")) == "☑是 □否 乙\n");
}

TEST_CASE("signs are read as what they look like") {
  CHECK(text_of(read_docx_body(
            "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\" w:pos=\"420\"/></w:tabs></w:pPr>"
            "<w:r><w:t>GB</w:t><w:noBreakHyphen/><w:t>T</w:t><w:tab/><w:softHyphen/>"
            "<w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/><w:sym w:font=\"Wingdings\" "
            "w:char=\"F021\"/></w:r></w:p>")) == "GB-T\t☑\uFFFD\n");
}

TEST_CASE("a line break makes two lines of one paragraph") {
  const Document document =
      read_docx_body("<w:p>" + run("第一行") + "<w:r><w:br/></w:r>" + run("第二行") + "</w:p>");
  REQUIRE(document.pages[0].lines.size() == 2);
  CHECK(document.pages[0].words[0].place == document.pages[0].words[1].place);
}

TEST_CASE("reading aids over characters are not content") {
  CHECK(text_of(read_docx_body("<w:p><w:ruby><w:rt>" + run("biāo") + "</w:rt><w:rubyBase>" +
                               run("标") + "</w:rubyBase></w:ruby></w:p>")) == "标\n");
}

TEST_CASE("letters drawn as art are a line of their own") {
  CHECK(text_of(read_docx_body(
            "<w:p>" + run("封面") +
            "<w:r><w:pict><v:shape><v:textpath string=\"征求意见稿\"/></v:shape></w:pict>"
            "</w:r></w:p>")) == "封面\n征求意见稿\n");
}

TEST_CASE("headers come first, footers and notes last, and each of them once") {
  const Parts more = {
      {"word/header1.xml", story("hdr", para("T/CAS 290—2017"))},
      {"word/header2.xml", story("hdr", para("T/CAS 290—2017"))},
      {"word/footer1.xml", story("ftr", para("中国标准化协会"))},
      {"word/footnotes.xml",
       story("footnotes", "<w:footnote w:id=\"2\">" + para("脚注") + "</w:footnote>")},
      {"word/endnotes.xml",
       story("endnotes", "<w:endnote w:id=\"2\">" + para("尾注") + "</w:endnote>")}};
  const Document document = read_docx_body(
      para("正文"), more,
      relation("r1", "header", "header1.xml") + relation("r2", "header", "header2.xml") +
          relation("r3", "footer", "footer1.xml") + relation("r4", "footnotes", "footnotes.xml") +
          relation("r5", "endnotes", "endnotes.xml"));
  CHECK(text_of(document) == "T/CAS 290—2017\n正文\n中国标准化协会\n脚注\n尾注\n");
}

TEST_CASE("comments are noted and are not content") {
  const Parts more = {
      {"word/comments.xml", story("comments", "<w:comment>" + para("此处有误") + "</w:comment>")}};
  const Document document =
      read_docx_body("<w:p>" + run("正文") + "<w:r><w:commentReference w:id=\"0\"/></w:r></w:p>",
                     more, relation("r1", "comments", "comments.xml"));
  CHECK(text_of(document) == "正文\n");
  CHECK(document.has_problem("comments"));
}

TEST_CASE("images are kept in order on the page where they stand, with their pixels") {
  const Parts more = {{"word/media/a.png", png_of(800, 600)}, {"word/media/b.png", png_of(30, 40)}};
  const std::string relations =
      relation("r1", "image", "media/a.png") + relation("r2", "image", "/word/media/b.png");
  const Document document = read_docx_body(
      "<w:p>" + run("截图") +
          "<w:r><w:drawing><a:blip r:embed=\"r1\"/></w:drawing></w:r></w:p>"
          "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p><w:p><w:r><w:pict><v:imagedata "
          "r:id=\"r2\"/></w:pict></w:r></w:p>",
      more, relations);
  REQUIRE(document.pages.size() == 2);
  REQUIRE(document.pages[0].images.size() == 1);
  CHECK(document.pages[0].images[0].width == 800);
  CHECK(document.pages[0].images[0].format == "png");
  CHECK(document.pages[0].source == Source::text);
  REQUIRE(document.pages[1].images.size() == 1);
  CHECK(document.pages[1].images[0].height == 40);
  CHECK(document.pages[1].source == Source::failed);
  CHECK(document.status == FileStatus::partial);
}

TEST_CASE("what lies outside the package is noted and not loaded") {
  const std::string link =
      "<Relationship Id=\"r1\" Type=\"x/image\" Target=\"http://127.0.0.1:9/a.png\" "
      "TargetMode=\"External\"/>"
      "<Relationship Id=\"r2\" Type=\"x/image\" Target=\"../../../etc/passwd\"/>"
      "<Relationship Id=\"r3\" Type=\"x/hyperlink\" Target=\"http://127.0.0.1:9/\" "
      "TargetMode=\"External\"/>";
  const Document document = read_docx_body(
      para("正文") + "<w:p><w:r><a:blip r:embed=\"r1\"/><a:blip r:embed=\"r2\"/></w:r></w:p>", {},
      link);
  CHECK(document.status == FileStatus::read);
  CHECK(detail_of(document, "external-reference") == "http://127.0.0.1:9/a.png");
  CHECK(detail_of(document, "unsafe-name") == "../../../etc/passwd");
  CHECK(document.pages[0].images.empty());
}

TEST_CASE("macros and what Word would insert on opening are noted and not read") {
  const Document document =
      read_docx_body(para("正文") + "<w:altChunk r:id=\"r1\"/>",
                     {{"word/vbaProject.bin", "x"}, {"word/afchunk.htm", "<html>外来</html>"}},
                     relation("r1", "aFChunk", "afchunk.htm"));
  CHECK(document.has_problem("macro"));
  CHECK(detail_of(document, "alt-chunk") == "word/afchunk.htm");
  CHECK(text_of(document) == "正文\n");
  CHECK(document.status == FileStatus::read);
}

TEST_CASE("what an unfilled control asks for is no answer; what somebody typed is") {
  const Parts styles = {
      {"word/styles.xml",
       story("styles",
             "<w:style w:type=\"character\" w:styleId=\"a3\"><w:name w:val=\"Placeholder "
             "Text\"/></w:style>")}};
  const auto control = [](std::string_view properties, std::string_view content) {
    return "<w:sdt><w:sdtPr>" + std::string(properties) + "</w:sdtPr><w:sdtContent>" +
           std::string(content) + "</w:sdtContent></w:sdt>";
  };
  const std::string hint = para("单击此处输入文字。", "<w:rStyle w:val=\"a3\"/>");
  const Document document = read_docx_body(
      control("<w:showingPlcHdr/>", hint) + control("<w:showingPlcHdr/>", para("甲单位")) +
          control("", para("乙单位", "<w:rStyle w:val=\"a3\"/>")),
      styles, relation("r1", "styles", "styles.xml"));
  CHECK(text_of(document) == "甲单位\n乙单位\n");
  CHECK(detail_of(document, "unfilled-control") == "单击此处输入文字。");
}

TEST_CASE("a style may begin a page, and a paragraph may say that it does not") {
  const Parts styles = {
      {"word/styles.xml", story("styles",
                                "<w:style w:type=\"paragraph\" w:styleId=\"base\"><w:pPr>"
                                "<w:pageBreakBefore/></w:pPr></w:style>"
                                "<w:style w:type=\"paragraph\" w:styleId=\"h\"><w:basedOn "
                                "w:val=\"base\"/></w:style>")}};
  const auto headed = [](std::string_view text, std::string_view more = "") {
    return "<w:p><w:pPr><w:pStyle w:val=\"h\"/>" + std::string(more) + "</w:pPr>" + run(text) +
           "</w:p>";
  };
  const Document document = read_docx_body(
      headed("前言") + headed("引言") + headed("续", "<w:pageBreakBefore w:val=\"0\"/>"), styles,
      relation("r1", "styles", "styles.xml"));
  REQUIRE(document.pages.size() == 2);
  CHECK(document.pages[1].text == "引言\n续\n");
}

TEST_CASE("a form field shows the text it came with as long as nobody typed another") {
  const std::string form =
      "<w:ffData><w:textInput><w:default w:val=\"请填写\"/></w:textInput>"
      "</w:ffData>";
  const std::string begin =
      field("begin", form) + "<w:r><w:instrText> FORMTEXT </w:instrText></w:r>" + field("separate");
  CHECK(text_of(read_docx_body("<w:p>" + begin + run("请填写") + field("end") + "</w:p>")) ==
        "请填写\n");
  CHECK(text_of(read_docx_body("<w:p>" + begin + field("end") + "</w:p>")).empty());
}

TEST_CASE("the words of charts and diagrams stand behind the paragraph that shows them, once") {
  const std::string drawing = "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"";
  const Parts more = {
      {"word/charts/chart1.xml",
       "<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" " +
           drawing +
           "><a:p><a:r><a:t>历年</a:t></a:r><a:r><a:t>服务次数</a:t></a:r></a:p><c:cat><c:strCache>"
           "<c:pt><c:v>2021年</c:v></c:pt></c:strCache></c:cat><c:val><c:numCache><c:pt><c:v>42"
           "</c:v></c:pt></c:numCache></c:val></c:chartSpace>"},
      {"word/diagrams/data1.xml",
       "<d:dataModel xmlns:d=\"http://schemas.openxmlformats.org/drawingml/2006/diagram\" " +
           drawing +
           "><a:p><a:r><a:t>立项</a:t></a:r></a:p><a:p><a:t>发布</a:t></a:p>"
           "</d:dataModel>"}};
  const std::string shown =
      "<w:p>" + run("见图") +
      "<w:r><w:drawing><c:chart "
      "xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" r:id=\"c\"/>"
      "<d:relIds xmlns:d=\"http://schemas.openxmlformats.org/drawingml/2006/diagram\" "
      "r:dm=\"d\"/></w:drawing></w:r></w:p>";
  CHECK(text_of(read_docx_body(shown + shown, more,
                               relation("c", "chart", "charts/chart1.xml") +
                                   relation("d", "diagramData", "diagrams/data1.xml"))) ==
        "见图\n历年服务次数\n2021年\n立项\n发布\n见图\n");
}

TEST_CASE("paragraphs in frames are read where they stand in the file") {
  const auto framed = [](std::string_view text) {
    return "<w:p><w:pPr><w:framePr w:wrap=\"around\" w:hAnchor=\"margin\" w:y=\"500\"/></w:pPr>" +
           run(text) + "</w:p>";
  };
  CHECK(text_of(read_docx_body(framed("ICS 03.080") + framed("T/CAS 290—2017") +
                               para("团体标准"))) == "ICS 03.080\nT/CAS 290—2017\n团体标准\n");
}

TEST_CASE("the size of a line is that of its first letters, by run, style or default") {
  const Parts styles = {
      {"word/styles.xml", story("styles",
                                "<w:docDefaults><w:rPrDefault><w:rPr><w:sz "
                                "w:val=\"21\"/></w:rPr></w:rPrDefault></w:docDefaults>"
                                "<w:style w:type=\"paragraph\" w:styleId=\"t\"><w:rPr><w:sz "
                                "w:val=\"52\"/></w:rPr></w:style>")}};
  const Document document = read_docx_body(para("甲", "<w:sz w:val=\"32\"/>") +
                                               "<w:p><w:pPr><w:pStyle w:val=\"t\"/></w:pPr>" +
                                               run("乙") + "</w:p>" + para("丙"),
                                           styles, relation("r1", "styles", "styles.xml"));
  REQUIRE(document.pages[0].lines.size() == 3);
  CHECK(document.pages[0].lines[0].size == 16);
  CHECK(document.pages[0].lines[1].size == 26);
  CHECK(document.pages[0].lines[2].size == 10.5f);
  CHECK(read_docx_body(para("丁")).pages[0].lines[0].size == 0);
}

TEST_CASE("text in tags nobody knows is kept") {
  CHECK(text_of(read_docx_body(
            "<w:sdt><w:sdtContent><w:p><w:hyperlink><w:unheardOf>" + run("团体标准") +
            "</w:unheardOf></w:hyperlink></w:p></w:sdtContent></w:sdt>")) == "团体标准\n");
}

TEST_CASE("a package without its main part is damaged") {
  const Document document =
      read_bytes(zip_of({{"[Content_Types].xml", "wordprocessingml"}}), "a.docx");
  CHECK(document.status == FileStatus::unreadable);
  CHECK(document.has_problem("damaged-office"));
}

TEST_CASE("a main part that breaks off keeps what came before") {
  std::string part = story("document", "<w:body>" + para("前文") + para("后文") + "</w:body>");
  part.resize(part.find("后文") + 3);
  const Document document = read_bytes(docx_of_part(part), "a.docx");
  CHECK(document.status == FileStatus::partial);
  CHECK(document.has_problem("xml-damaged"));
  CHECK(says(document, "前文"));
}

TEST_CASE("nothing is taken from a document with a document type, or one nested too deep") {
  const Document entity = read_bytes(
      docx_of_part("<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                   "<w:document "
                   "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/"
                   "main\"><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:document>"),
      "a.docx");
  CHECK(entity.status == FileStatus::refused);
  CHECK(entity.has_problem("xml-doctype"));
  CHECK(entity.pages.empty());
  std::string deep;
  for (int i = 0; i < 300; ++i) deep += "<w:sdt>";
  const Document nested = read_bytes(docx_of_part(story("document", deep)), "a.docx");
  CHECK(nested.status == FileStatus::unreadable);
  CHECK(nested.has_problem("xml-depth-limit"));
}

TEST_CASE("a main part that explodes is refused, a picture that would is left alone") {
  const Document bomb = read_bytes(docx_of(para(std::string(12 << 20, 'A'))), "a.docx");
  CHECK(bomb.status == FileStatus::refused);
  CHECK(bomb.has_problem("ratio-limit"));
  const Document picture = read_bytes(
      docx_of(para("正文"), {{"word/media/a.png", std::string(12 << 20, 'A')}}), "a.docx");
  CHECK(picture.status == FileStatus::partial);
  CHECK(picture.has_problem("ratio-limit"));
  CHECK(says(picture, "正文"));
}

TEST_CASE("strict documents, templates and documents with macros are read like others") {
  const std::string office = "http://purl.oclc.org/ooxml/officeDocument/relationships";
  const std::string strict = zip_of(
      {{"[Content_Types].xml", "<Types>wordprocessingml</Types>"},
       {"_rels/.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        "<Relationship Id=\"r\" Type=\"" +
            office + "/officeDocument\" Target=\"/word/document2.xml\"/></Relationships>"},
       {"word/document2.xml",
        "<w:document xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><w:body>" +
            para("团体标准") + "</w:body></w:document>"}});
  CHECK(text_of(read_bytes(strict, "a.docx")) == "团体标准\n");
  for (const auto& [type, name] :
       {std::pair{"application/vnd.ms-word.document.macroEnabled.main+xml", "a.docm"},
        std::pair{
            "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
            "a.dotx"}}) {
    const Document document =
        read_bytes(docx_of(para("正文"),
                           {{"[Content_Types].xml", "<Types>" + std::string(type) + "</Types>"}}),
                   name);
    CHECK(document.format == "docx");
    CHECK(text_of(document) == "正文\n");
    CHECK(document.problems.empty());
  }
}

TEST_CASE("what WPS adds of its own disturbs nothing") {
  const Document document = read_bytes(
      docx_of("<w:p><w:r><w:t>正文</w:t></w:r><k:ext "
              "xmlns:k=\"http://www.wps.cn/officeDocument/2013/wpsCustomData\"><k:t>私有</k:t>"
              "</k:ext></w:p>",
              {{"docProps/custom.xml", "<p name=\"KSOProductBuildVer\"/>"}},
              "<Relationship Id=\"k\" Type=\"http://www.wps.cn/officeDocument/2018/kso\" "
              "Target=\"../customXml/item1.xml\"/>"),
      "a.docx");
  CHECK(text_of(document) == "正文\n");
  CHECK(document.status == FileStatus::read);
  CHECK(document.problems.empty());
}

}  // namespace biaoshen
