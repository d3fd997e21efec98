#include "html_reading.h"

#include <catch2/catch.hpp>
#include <vector>

#include "templates/html/html_writer.h"

namespace biaoshen {
namespace {

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// Calls visit(name, is_closing) for each tag, in order.
template <typename Visit>
void each_tag(std::string_view html, Visit visit) {
  for (std::size_t at = 0; (at = html.find('<', at)) != std::string_view::npos;) {
    ++at;
    const bool is_closing = at < html.size() && html[at] == '/';
    if (is_closing) ++at;
    std::size_t end = at;
    while (end < html.size() && is_letter_or_digit(html[end])) ++end;
    if (end > at) visit(std::string(html.substr(at, end - at)), is_closing);
    at = end;
  }
}

}  // namespace

std::string page_of(const Review& review, Language language) {
  const auto out = write_html(review, language);
  REQUIRE(out);
  return *out;
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t out = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != std::string_view::npos; at += part.size())
    ++out;
  return out;
}

std::set<std::string> attribute_values(std::string_view html, std::string_view name) {
  std::set<std::string> out;
  const std::string start = " " + std::string(name) + "=\"";
  for (std::size_t at = 0; (at = html.find(start, at)) != std::string_view::npos;) {
    at += start.size();
    out.insert(std::string(html.substr(at, html.find('"', at) - at)));
  }
  return out;
}

std::set<std::string> tag_names(std::string_view html) {
  std::set<std::string> out;
  each_tag(html, [&](const std::string& name, bool) { out.insert(name); });
  return out;
}

std::string first_unbalanced_tag(std::string_view html) {
  const std::set<std::string> void_tags{"meta", "img", "br", "input"};
  std::vector<std::string> open;
  std::string wrong;
  each_tag(html, [&](const std::string& name, bool is_closing) {
    if (void_tags.contains(name) || !wrong.empty()) return;
    if (!is_closing) {
      open.push_back(name);
    } else if (open.empty() || open.back() != name) {
      wrong = "/" + name + " after " + (open.empty() ? "nothing" : open.back());
    } else {
      open.pop_back();
    }
  });
  if (!wrong.empty()) return wrong;
  return open.empty() ? "" : open.back();
}

}  // namespace biaoshen
