// The page asks for a decision on each finding that needs one, and lets only its own script run.
#include "templates/html/decide_form.h"

#include <catch2/catch.hpp>

#include "pipeline/base/sha256.h"
#include "pipeline/model/input_digest.h"
#include "templates/html/page_template.h"
#include "tests/templates/html_reading.h"
#include "tests/templates/sample_review.h"

using namespace biaoshen;

namespace {

std::size_t open_findings(const Review& review) {
  std::size_t out = 0;
  for (const Finding& finding : review.findings) out += needs_decision(finding) ? 1 : 0;
  return out;
}

// What stands between the only <script> and its end.
std::string script_of(const std::string& page) {
  REQUIRE(count(page, "<script>") == 1);
  const std::size_t begin = page.find("<script>") + 8;
  return page.substr(begin, page.find("</script>") - begin);
}

}  // namespace

TEST_CASE("each finding that needs a decision has a form, and a form on paper") {
  const Review review = sample_review();
  const std::string page = page_of(review);
  REQUIRE(open_findings(review) > 1);
  CHECK(count(page, "<fieldset hidden>") == open_findings(review));
  CHECK(count(page, "<div class=\"paper\">") == open_findings(review));
  CHECK(count(page, "type=\"radio\"") == 3 * open_findings(review));
}

TEST_CASE("the page allows exactly the script that it carries") {
  const std::string page = page_of(sample_review());
  const std::string script = script_of(page);
  CHECK(script == template_file("decisions.js"));
  CHECK(page.find("script-src 'sha256-" + sha256_base64(script) + "'\"") != std::string::npos);
  for (const char* forbidden : {" onclick=", " onchange=", " onload=", "javascript:"})
    CHECK(page.find(forbidden) == std::string::npos);
}

TEST_CASE("the script puts no text into the page as markup and asks for nothing from outside") {
  const std::string script = template_file("decisions.js");
  for (const char* forbidden : {"innerHTML", "outerHTML", "insertAdjacentHTML", "document.write",
                                "eval(", "fetch(", "XMLHttpRequest", "import(", "</"})
    CHECK(script.find(forbidden) == std::string::npos);
}

TEST_CASE("every word that the script asks for stands in the form") {
  const std::string script = template_file("decisions.js"),
                    form = template_file("decide_form.mustache");
  std::size_t asked = 0;
  for (std::size_t at = 0; (at = script.find("words.", at)) != std::string::npos; ++asked) {
    at += 6;
    std::string name = "data-";
    for (std::size_t i = at;
         i < script.size() && std::isalpha(static_cast<unsigned char>(script[i])); ++i)
      name += std::isupper(static_cast<unsigned char>(script[i]))
                  ? std::string("-") + static_cast<char>(std::tolower(script[i]))
                  : std::string(1, script[i]);
    INFO(name);
    CHECK(form.find(" " + name + "=\"") != std::string::npos);
  }
  CHECK(asked > 15);
}

TEST_CASE("the form names the dossier and its files as decisions.json must") {
  Review review = sample_review();
  review.dossier.name = "甲 13800138000";
  const std::string page = page_of(review);
  CHECK(page.find("data-dossier=\"甲 138****8000\"") != std::string::npos);
  CHECK(page.find("data-input=\"" + input_sha256(review.dossier) + "\"") != std::string::npos);
}

TEST_CASE("a dossier in which nothing is to be decided has neither form nor script") {
  Review review = sample_review();
  std::erase_if(review.findings, needs_decision);
  const std::string page = page_of(review);
  for (const char* part : {"<script", "<fieldset", "id=\"decide\"", "id=\"decide-bar\""})
    CHECK(page.find(part) == std::string::npos);
}
