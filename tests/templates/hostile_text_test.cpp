// One table of hostile texts through every writer of a dossier: what comes out is read again by
// strict readers, and is the text and nothing else.
#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>

#include "docx_reading.h"
#include "hostile_texts.h"
#include "html_reading.h"
#include "html_tokens.h"
#include "pipeline/base/text.h"
#include "pipeline/base/unseen.h"
#include "sample_record.h"
#include "sample_review.h"
#include "templates/casebook/casebook_writer.h"
#include "templates/docx/docx_xml.h"
#include "templates/docx/notice_writer.h"
#include "templates/json/evidence_json.h"
#include "templates/json/json_writer.h"
#include "templates/sarif/sarif_writer.h"
#include "templates/shown_text.h"

using namespace biaoshen;

namespace {

// The review with `text` where applicants and reviewers write, also what somebody may have put
// into dossier.json by hand.
Review everywhere(const std::string& text) {
  Review review = review_full_of(text);
  DecisionSheet sheet;
  sheet.by = sheet.on = text;
  sheet.input_sha256 = std::string(64, 'a');
  for (Finding& finding : review.findings) {
    finding.title = finding.remedy = {text, text};
    for (Citation& cite : finding.cites) cite = {text, text, text};
    if (needs_decision(finding))
      sheet.decisions.push_back({finding.rule, Treatment::send_back, text, text});
  }
  review.decisions = {sheet};
  return review;
}

Record record_of_hands(const std::string& text) {
  Record record = record_like(everywhere(text));
  record.programme_title = record.duplicate_of = text;
  for (RecordedFile& file : record.files)
    for (RecordedPart& part : file.parts) part.material = text;
  return record;
}

// As people see it, up to where anything may be cut or hidden.
std::string beginning(const std::string& text) {
  const std::string shown = visible(masked(text));
  return shown.substr(0, shown.find_first_of("\n\t\r"));
}

bool is_short(const std::string& text) {
  return text.size() < 120;
}

// Every character but line ends and tabs can be seen.
bool is_seen(std::string_view bytes) {
  UnseenScan scan;
  for (std::size_t at = 0; at < bytes.size();) {
    const char32_t c = next_code_point(bytes, at);
    if (scan.is_unseen(c) && c != '\n' && c != '\t') return false;
  }
  return is_valid_utf8(bytes);
}

bool is_within(const std::set<std::string>& some, const std::set<std::string>& all) {
  return std::ranges::includes(all, some);
}

// The elements of a part of a DOCX.
std::set<std::string> shapes_of(const std::string& xml) {
  std::set<std::string> shapes;
  for (std::size_t at = 0; (at = xml.find('<', at)) != std::string::npos; ++at)
    shapes.insert(xml.substr(at, xml.find_first_of(" >", at) - at));
  return shapes;
}

void check_docx(const std::string& docx, const DocxParts& plain) {
  const auto parts = docx_parts(docx, "a.docx");
  REQUIRE(parts);
  for (const auto& [name, bytes] : *parts) {
    INFO(name);
    CHECK(parse_xml(bytes) != nullptr);
    CHECK(is_seen(bytes));
    CHECK(is_within(shapes_of(bytes), shapes_of(plain.at(name))));
    if (name.ends_with(".rels")) CHECK(bytes == plain.at(name));
  }
}

Case case_of(const Record& record, const std::string& text) {
  Case one{record, {{{text, text}, {"case.abstract"}}}, {text}};
  Fact fact;
  fact.name = "case.abstract";
  fact.quote = {"f04", 1, OnPage{}, "", text, Origin::text, 100, ""};
  one.record.facts = {fact};
  return one;
}

DocxParts opened_docx(const Result<std::string>& docx) {
  REQUIRE(docx);
  const auto parts = docx_parts(*docx, "a.docx");
  REQUIRE(parts);
  return *parts;
}

// Whether `text` is made of letters, figures and these signs.
bool is_made_of(std::string_view text, std::string_view signs) {
  return std::ranges::all_of(text, [&](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           contains(signs, std::string_view(&c, 1));
  });
}

// A place of the page itself, a crop beside it, or a picture in it.
bool is_address_of_ours(std::string_view address) {
  for (const auto& [beginning, signs] : {std::pair<std::string_view, std::string_view>{"#", ".-"},
                                         {"evidence/", ".-"},
                                         {"data:image/png;base64,", "+/="}})
    if (address.starts_with(beginning)) return is_made_of(address.substr(beginning.size()), signs);
  return false;
}

// Every text that SARIF shows, and reads links in.
void each_message(const Json& json, const std::function<void(const std::string&)>& visit) {
  if (json.is_object() && json.contains("text")) visit(json["text"].get<std::string>());
  if (json.is_structured())
    for (const Json& one : json) each_message(one, visit);
}

// Every text of a JSON document.
void each_text(const Json& json, const std::function<void(const std::string&)>& visit) {
  if (json.is_string()) visit(json.get<std::string>());
  if (json.is_structured())
    for (const Json& one : json) each_text(one, visit);
}

}  // namespace

TEST_CASE(
    "no text of the table becomes an element, an attribute, an address or a style of the page") {
  HtmlTokens plain = html_tokens(page_of(everywhere("甲")));
  REQUIRE(plain.mistake == "");
  const HtmlTokens english = html_tokens(page_of(everywhere("甲"), Language::en));
  REQUIRE(english.mistake == "");
  std::set<std::string> shapes = plain.shapes();
  shapes.merge(english.shapes());
  for (const char* where : {"span class", "p class"}) REQUIRE(shapes.contains(where));
  for (const std::string& text : hostile_texts())
    for (const Language language : {Language::zh, Language::en}) {
      INFO(text.substr(0, 100));
      const std::string page = page_of(everywhere(text), language);
      const HtmlTokens tokens = html_tokens(page);
      CHECK(tokens.mistake == "");
      CHECK(is_seen(page));
      for (const std::string& shape : tokens.shapes()) {
        INFO(shape);
        CHECK((shapes.contains(shape) || shape == "span" || shape == "/span"));
      }
      CHECK(is_within(tokens.comments, plain.comments));
      CHECK(tokens.scripts == plain.scripts);
      CHECK(tokens.styles.size() == 1);
      CHECK(tokens.values("style") == plain.values("style"));
      CHECK(is_within(tokens.values("id"), plain.values("id")));
      for (const char* attribute : {"href", "src"})
        for (const std::string& value : tokens.values(attribute)) CHECK(is_address_of_ours(value));
      if (is_short(text)) CHECK(contains(tokens.text, beginning(text)));
    }
}

TEST_CASE("the page allows nothing but its own style, its one script and pictures that are in it") {
  const HtmlTokens tokens = html_tokens(page_of(sample_review()));
  std::string policy;
  for (const HtmlTag& tag : tokens.tags)
    if (tag.attributes.contains("http-equiv")) policy = tag.attributes.at("content");
  for (const char* rule :
       {"default-src 'none'", "img-src data:", "script-src 'sha256-", "base-uri 'none'",
        "form-action 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'"})
    CHECK(contains(policy, rule));
  for (const char* hole : {"http", "*", "unsafe-eval", "script-src 'unsafe"})
    CHECK_FALSE(contains(policy, hole));
}

TEST_CASE("dossier.json says every text verbatim and shows none of its bytes that are unseen") {
  for (const std::string& text : hostile_texts()) {
    INFO(text.substr(0, 100));
    const std::string clean =
        Json::parse(Json(text).dump(-1, ' ', false, Json::error_handler_t::replace));
    const auto json = write_json(everywhere(text), Language::zh);
    REQUIRE(json);
    CHECK(is_seen(*json));
    CHECK_FALSE(contains(*json, "<"));
    std::size_t found = 0;
    each_text(Json::parse(*json), [&](const std::string& one) { found += one == clean; });
    CHECK(found > 50);
  }
}

TEST_CASE("in findings.sarif no text becomes an address, a link or a character that is unseen") {
  for (const std::string& text : hostile_texts()) {
    INFO(text.substr(0, 100));
    const std::string sarif = write_sarif(record_of_hands(text));
    CHECK(is_seen(sarif));
    std::size_t messages = 0;
    each_message(Json::parse(sarif), [&](const std::string& one) {
      ++messages;
      CHECK_FALSE(contains(one, "]("));
    });
    CHECK(messages > 50);
    const Json run = Json::parse(sarif)["runs"][0];
    for (const Json& artifact : run["artifacts"])
      CHECK(is_made_of(artifact["location"]["uri"].get<std::string>(), "._~/%-"));
  }
}

TEST_CASE("the notice and the casebook are the same documents, whatever was written") {
  const auto plain = write_notice(record_of_hands("甲"), {});
  REQUIRE(plain);
  REQUIRE(*plain);
  const DocxParts notice = opened_docx(**plain);
  const DocxParts casebook =
      opened_docx(write_casebook({case_of(record_of_hands("甲"), "甲")}, {}));
  for (const std::string& text : hostile_texts()) {
    INFO(text.substr(0, 100));
    const Record record = record_of_hands(text);
    const auto letter = write_notice(record, {});
    REQUIRE(letter);
    REQUIRE(*letter);
    check_docx(**letter, notice);
    const auto book = write_casebook({case_of(record, text)}, {});
    REQUIRE(book);
    check_docx(*book, casebook);
    if (!is_short(text)) continue;
    const std::string words(trim(beginning(text)));
    CHECK(contains(text_of_docx(**letter), words));
    CHECK(contains(text_of_docx(*book), words));
  }
}

TEST_CASE("a line of ten million bytes is written in moments and read again whole") {
  const std::string line = endless_line();
  Review review = sample_review();
  review.subject.title = line;
  std::get<Quote>(review.findings[0].evidence[0]).text = line;
  const std::string page = page_of(review);
  CHECK(page.size() < 1'000'000);
  CHECK(html_tokens(page).mistake == "");
  const auto json = write_json(review, Language::zh);
  REQUIRE(json);
  CHECK(Json::parse(*json)["subject"]["title"] == line);
}
