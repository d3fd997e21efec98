#include <catch2/catch.hpp>

#include "tests/readers/memory_sink.h"
#include "tests/readers/pdf_builder.h"

namespace biaoshen {

using namespace testing;

namespace {

// A page with one field, which is object 4; `more` objects follow it.
Document with_field(const std::string& field, const std::string& content = "",
                    const std::string& form = "", const std::vector<std::string>& more = {}) {
  std::vector<std::string> objects = {"<< /Type /Annot /Subtype /Widget /Rect [200 690 400 710] " +
                                      field + " >>"};
  objects.insert(objects.end(), more.begin(), more.end());
  return read_pdf_bytes(pdf_of(
      {{content, "[0 0 600 800]", "/Annots [4 0 R]"}},
      "/AcroForm << /Fields [4 0 R] " + form + " /DR << /Font << /F1 3 0 R >> >> >>", objects));
}

const std::string kShown =
    "/Subtype /Form /BBox [0 0 200 20] /Resources << /Font << /F1 3 0 R >> >>";

}  // namespace

TEST_CASE("the value of a field without an appearance stands in its box") {
  const Document document = with_field("/FT /Tx /T (n) /V <FEFF5F204E09> /DA (/F1 10 Tf 0 g)",
                                       text_at(100, 695, "Applicant:"));
  CHECK(text_of(document) == "Applicant: 张三\n");
  const Box box = std::get<OnPage>(document.pages[0].words.back().place).box;
  CHECK(box.left >= 200);
  CHECK(box.right <= 400);
  CHECK(box.top >= 90);
  CHECK(box.bottom <= 110);
}

TEST_CASE("a value that the page draws is read once") {
  const Document document =
      with_field("/FT /Tx /T (n) /V (Zhang San) /AP << /N 5 0 R >>", "", "",
                 {stream_of(kShown, "BT /F1 10 Tf 2 5 Td (Zhang San) Tj ET")});
  CHECK(text_of(document) == "Zhang San\n");
}

TEST_CASE("an appearance that shows nothing does not hide its value") {
  const Document document = with_field("/FT /Tx /T (n) /V (Zhang San) /AP << /N 5 0 R >>", "", "",
                                       {stream_of(kShown, "/Tx BMC EMC")});
  CHECK(text_of(document) == "Zhang San\n");
  CHECK(document.pages[0].source == Source::text);
}

TEST_CASE("where viewers draw the fields anew, the value counts and not what was drawn") {
  const Document document =
      with_field("/FT /Tx /T (n) /V (new) /AP << /N 5 0 R >>", "", "/NeedAppearances true",
                 {stream_of(kShown, "BT /F1 10 Tf 2 5 Td (old) Tj ET")});
  CHECK(text_of(document) == "new\n");
}

TEST_CASE("a value printed on the page below its field is read once") {
  CHECK(text_of(with_field("/FT /Tx /T (n) /V (2024)", text_at(210, 695, "2024"))) == "2024\n");
}

TEST_CASE("a value of several lines is several lines") {
  CHECK(text_of(with_field("/FT /Tx /Ff 4096 /T (n) /V (one\\rtwo)")) == "one\ntwo\n");
}

TEST_CASE("a choice is read by its name, inherited values by their parent") {
  CHECK(text_of(with_field("/FT /Ch /T (n) /V (2) /Opt [[(1) (pilot)] [(2) (demo)]]")) == "demo\n");
  CHECK(text_of(with_field("/Parent 5 0 R", "", "",
                           {"<< /FT /Tx /T (n) /V (from above) /Kids [4 0 R] >>"})) ==
        "from above\n");
}

TEST_CASE("boxes to be ticked are read as ticked or not, whatever their ticks look like") {
  const std::string drawing = "/Subtype /Form /BBox [0 0 20 20]";
  const auto box = [&](const std::string& field) {
    return text_of(with_field("/FT /Btn /T (n) /AP << /N << /Yes 5 0 R /Off 6 0 R >> >> " + field,
                              text_at(410, 695, "pilot"), "",
                              {stream_of(drawing, "0 0 m 20 20 l S"), stream_of(drawing, "")}));
  };
  CHECK(box("/AS /Yes /V /Yes") == "☑ pilot\n");
  CHECK(box("/AS /Off /V /Off") == "☐ pilot\n");
  CHECK(box("/V /Yes") == "☑ pilot\n");
  CHECK(box("/Ff 32768 /AS /Off /V /Other") == "☐ pilot\n");
}

TEST_CASE("hidden fields and passwords have no value, a button for pressing is no option") {
  CHECK(text_of(with_field("/FT /Tx /T (n) /V (secret) /F 2")).empty());
  CHECK(text_of(with_field("/FT /Tx /Ff 8192 /T (n) /V (secret)")).empty());
  CHECK(text_of(with_field("/FT /Btn /Ff 65536 /T (n)")).empty());
}

TEST_CASE("a field that is its own parent ends") {
  CHECK(text_of(with_field("/Parent 4 0 R", text_at(10, 10, "said"))) == "said\n");
}

}  // namespace biaoshen
