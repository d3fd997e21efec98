// A page of ours, read by a tokenizer that knows only the markup that our templates write:
// lower-case names, values in double quotes, five escapes. Anything else is a mistake, for it can
// only come from a value that was not escaped.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace biaoshen {

struct HtmlTag {
  std::string name;  // "/p" where it closes
  std::map<std::string, std::string> attributes;
};

struct HtmlTokens {
  std::vector<HtmlTag> tags;
  std::set<std::string> comments;
  std::vector<std::string> scripts, styles;  // as they stand
  std::string text;                          // what is read, escapes decoded
  std::string mistake;                       // the first; empty: none

  std::set<std::string> values(std::string_view attribute) const;
  std::set<std::string> shapes() const;  // each tag with the names of its attributes: "a href"
};

HtmlTokens html_tokens(std::string_view page);

}  // namespace biaoshen
