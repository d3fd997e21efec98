// Whatever an applicant wrote stays text: no markup, no turned writing, no personal data.
#include <catch2/catch.hpp>

#include "html_reading.h"
#include "pipeline/base/text.h"
#include "sample_review.h"

using namespace biaoshen;

namespace {

const char* const kAttacks[] = {
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "</style><iframe src=//x.example>",
    "<!--",
    "--><base href=//x.example>",
    "]]><svg/onload=alert(1)>",
    "&lt;b&gt;",
    "{{{css}}} {{> finding}} {{#files}}",
    "javascript:alert(1)",
};

}  // namespace

TEST_CASE("markup from outside never becomes markup of the page") {
  const std::string plain = page_of(sample_review());
  const std::set<std::string> ours = tag_names(plain);
  for (const char* attack : kAttacks) {
    INFO(attack);
    const std::string html = page_of(review_full_of(attack));
    for (const std::string& name : tag_names(html)) CHECK(ours.contains(name));
    CHECK(first_unbalanced_tag(html) == "");
    CHECK(count(html, "<!--") == count(plain, "<!--"));  // the places filled in later
    CHECK(count(html, "-->") == count(plain, "-->"));
    CHECK(count(html, "</style>") == 1);
    for (const char* handler : {" onerror=", " onmouseover=", " onload="})
      CHECK(attribute_values(
                html, std::string_view(handler).substr(1, std::string_view(handler).size() - 2))
                .empty());
    for (const std::string& target : attribute_values(html, "href")) CHECK(target.starts_with("#"));
  }
}

TEST_CASE("tags of a template in a value are not carried out") {
  const std::string html = page_of(review_full_of("{{{css}}}"));
  CHECK(html.find("{{{css}}}") != std::string::npos);
  CHECK(count(html, "--accent:") == count(page_of(sample_review()), "--accent:"));
}

TEST_CASE("characters that turn or hide text are shown as codes") {
  const std::string html = page_of(review_full_of("文本\u202Efdp.exe\u2066\u200B\u0007"));
  for (const char* hidden : {"\u202E", "\u2066", "\u200B", "\u0007"})
    CHECK(html.find(hidden) == std::string::npos);
  CHECK(html.find("文本[U+202E]fdp.exe[U+2066][U+200B][U+0007]") != std::string::npos);
}

TEST_CASE("characters of four bytes stay and broken bytes are replaced") {
  CHECK(page_of(review_full_of("𠮷𪚥")).find("𠮷𪚥") != std::string::npos);
  const std::string html = page_of(review_full_of("a\xF0\x9F\xFF\xC0z"));
  CHECK(is_valid_utf8(html));
  CHECK(html.find("\uFFFD") != std::string::npos);
}

TEST_CASE("endless text does not make an endless page") {
  const std::string html = page_of(review_full_of(std::string(200'000, 'x')));
  CHECK(html.size() < 400'000);
  CHECK(html.find("全文共 200000 字") != std::string::npos);
}

TEST_CASE("personal data is masked wherever it was written") {
  const std::string html =
      page_of(review_full_of("李某13812345678 110101199003071234 li.mou@example.com"));
  CHECK(html.find("13812345678") == std::string::npos);
  CHECK(html.find("19900307") == std::string::npos);
  CHECK(html.find("li.mou") == std::string::npos);
  CHECK(html.find("李某138****5678 110101********1234 l***@example.com") != std::string::npos);
}

TEST_CASE("personal data is masked where a difference would take it apart") {
  Review review = sample_review();
  review.matrix[0].readings[0].value = "13812345678";
  review.matrix[0].readings[1].value = "13812345679";
  review.matrix[0].readings[2].value = "13812345670";
  const std::string html = page_of(review);
  CHECK(html.find("1381234") == std::string::npos);
}
