// What an applicant wrote, wherever a report shows it. The page has the tags and attributes that it
// has without it, and no others; the JSON says what was written.
#include <nlohmann/json.hpp>
#include <set>

#include "pipeline/base/text.h"
#include "pipeline/batch/record_reader.h"
#include "templates/html/html_writer.h"
#include "templates/json/json_writer.h"
#include "tests/fuzz/fuzz_target.h"
#include "tests/templates/sample_review.h"

namespace biaoshen {

using fuzz::require;

namespace {

// Where the end tag of an element ends whose content is no markup.
std::size_t end_of_raw(std::string_view html, std::string_view name, std::size_t at) {
  const std::string end_tag = "</" + std::string(name);
  const std::size_t end = html.find(end_tag, at);
  require(end != std::string_view::npos, "style and script end");
  return html.find('>', end) + 1;
}

// The tag from `at` to its '>', as its name, and the name with each of its attributes' names.
// Values stand in double quotes; no other form is ours.
std::size_t read_tag(std::string_view html, std::size_t at, std::set<std::string>& seen) {
  const auto word = [&] {
    const std::size_t from = at;
    while (at < html.size() && (std::isalnum(static_cast<unsigned char>(html[at])) ||
                                contains("-/!:_", html.substr(at, 1))))
      ++at;
    require(at > from, "tags and attributes have names");
    return std::string(html.substr(from, at - from));
  };
  ++at;
  const std::string name = word();
  seen.insert(name);
  while (at < html.size() && html[at] != '>') {
    if (html[at] == ' ' || html[at] == '\n') {
      ++at;
      continue;
    }
    seen.insert(name + ' ' + word());
    if (at >= html.size() || html[at] != '=') continue;
    require(html.substr(at, 2) == "=\"", "values are quoted");
    at = html.find('"', at + 2) + 1;
    require(at != 0, "quotes are closed");
  }
  require(at < html.size(), "tags are closed");
  return name == "style" || name == "script" ? end_of_raw(html, name, at) : at + 1;
}

struct Markup {
  std::set<std::string> seen;
  int comments = 0;
};

Markup markup_of(std::string_view html) {
  Markup markup;
  for (std::size_t at = html.find('<'); at < html.size(); at = html.find('<', at)) {
    if (html.substr(at).starts_with("<!--")) {
      ++markup.comments;
      at = html.find("-->", at);
      require(at != std::string_view::npos, "comments end");
      continue;
    }
    at = read_tag(html, at, markup.seen);
  }
  return markup;
}

std::string page_saying(const std::string& text) {
  return write_html(review_full_of(text), Language::zh).value();
}

}  // namespace

FUZZ_TARGET(reports) {
  static const Markup ours = markup_of(page_saying("文"));
  const std::string text(bytes.substr(0, 4000));
  const std::string page = page_saying(text);
  require(is_valid_utf8(page), "a page is UTF-8");
  const Markup markup = markup_of(page);
  require(std::ranges::includes(ours.seen, markup.seen), "no markup comes from outside");
  require(markup.comments == ours.comments, "no comment comes from outside");

  const std::string written = write_json(review_full_of(text), Language::zh).value();
  const auto json = nlohmann::json::parse(written);
  if (is_valid_utf8(text)) require(json.at("name") == text, "the JSON says what was written");
  require(record_of(written, "dossier.json").has_value(), "the JSON is a record again");
}

}  // namespace biaoshen
