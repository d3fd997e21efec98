#include "html_tokens.h"

#include <array>
#include <utility>

namespace biaoshen {
namespace {

constexpr std::array<std::pair<std::string_view, char>, 5> kEscapes = {
    {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}}};

bool is_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
}

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view page) : page_(page) {}

  HtmlTokens run() {
    constexpr std::string_view kDoctype = "<!DOCTYPE html>";
    if (!take(kDoctype)) mistake("no doctype");
    while (out_.mistake.empty() && at_ < page_.size()) {
      if (take("<!--"))
        comment();
      else if (page_[at_] == '<')
        tag();
      else
        out_.text += character("<>");
    }
    return std::move(out_);
  }

 private:
  bool take(std::string_view sign) {
    if (!page_.substr(at_).starts_with(sign)) return false;
    at_ += sign.size();
    return true;
  }

  void mistake(const std::string& what) {
    if (out_.mistake.empty())
      out_.mistake = what + ": " + std::string(page_.substr(at_ > 40 ? at_ - 40 : 0, 80));
  }

  // One byte of a text or a value, where none of `forbidden` may stand.
  char character(std::string_view forbidden) {
    for (const auto& [escape, sign] : kEscapes)
      if (take(escape)) return sign;
    if (page_[at_] == '&' || forbidden.find(page_[at_]) != std::string_view::npos)
      mistake("not escaped");
    return page_[at_++];
  }

  std::string until(std::string_view end) {
    const std::size_t found = page_.find(end, at_);
    if (found == std::string_view::npos) {
      mistake("without end");
      return {};
    }
    const std::string part(page_.substr(at_, found - at_));
    at_ = found + end.size();
    return part;
  }

  void comment() {
    const std::string words = until("-->");
    if (words.find_first_of("<>") != std::string::npos) mistake("in a comment");
    out_.comments.insert(words);
  }

  std::string name() {
    const std::size_t begin = at_;
    while (at_ < page_.size() && is_name(page_[at_])) ++at_;
    if (begin == at_) mistake("no name");
    return std::string(page_.substr(begin, at_ - begin));
  }

  void tag() {
    ++at_;
    const bool is_closing = take("/");
    HtmlTag tag{(is_closing ? "/" : "") + name(), {}};
    while (out_.mistake.empty() && !take(">")) attribute(tag);
    if (tag.name == "script") out_.scripts.push_back(until("</script>"));
    if (tag.name == "style") out_.styles.push_back(until("</style>"));
    out_.tags.push_back(std::move(tag));
  }

  void attribute(HtmlTag& tag) {
    if (!take(" ") && !take("\n")) return mistake("in a tag");
    while (take(" ")) {
    }
    const std::string key = name();
    std::string value;
    if (take("=")) {
      if (!take("\"")) return mistake("a value without quotes");
      while (out_.mistake.empty() && at_ < page_.size() && page_[at_] != '"')
        value += character("<>");
      if (!take("\"")) return mistake("a value without end");
    }
    if (!tag.attributes.emplace(key, value).second) mistake("an attribute twice");
  }

  std::string_view page_;
  std::size_t at_ = 0;
  HtmlTokens out_;
};

}  // namespace

std::set<std::string> HtmlTokens::values(std::string_view attribute) const {
  std::set<std::string> out;
  for (const HtmlTag& tag : tags)
    for (const auto& [name, value] : tag.attributes)
      if (name == attribute) out.insert(value);
  return out;
}

std::set<std::string> HtmlTokens::shapes() const {
  std::set<std::string> out;
  for (const HtmlTag& tag : tags) {
    out.insert(tag.name);
    for (const auto& [name, value] : tag.attributes) out.insert(tag.name + " " + name);
  }
  return out;
}

HtmlTokens html_tokens(std::string_view page) {
  return Tokenizer(page).run();
}

}  // namespace biaoshen
