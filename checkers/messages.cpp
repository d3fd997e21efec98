#include "checkers/messages.h"

#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

// The next "{name}" from `at`; npos where there is none.
struct Braces {
  std::size_t open = std::string_view::npos, close = 0;
};

Braces next_braces(std::string_view text, std::size_t at) {
  const std::size_t open = text.find('{', at);
  if (open == std::string_view::npos) return {};
  const std::size_t close = text.find('}', open);
  if (close == std::string_view::npos) return {};
  return {open, close};
}

}  // namespace

std::vector<std::string> placeholders_of(std::string_view text) {
  std::vector<std::string> names;
  std::size_t at = 0;
  for (Braces b = next_braces(text, at); b.open != std::string_view::npos;
       b = next_braces(text, at)) {
    names.emplace_back(text.substr(b.open + 1, b.close - b.open - 1));
    at = b.close + 1;
  }
  return names;
}

std::string fill(std::string_view text, const Arguments& arguments) {
  std::string out;
  std::size_t at = 0;
  for (Braces b = next_braces(text, at); b.open != std::string_view::npos;
       b = next_braces(text, at)) {
    out += text.substr(at, b.open - at);
    const auto found = arguments.find(text.substr(b.open + 1, b.close - b.open - 1));
    out += found == arguments.end() ? text.substr(b.open, b.close - b.open + 1)
                                    : std::string_view(found->second);
    at = b.close + 1;
  }
  out += text.substr(at);
  return out;
}

namespace {

// A sentence of the dossier inside ours brings its full stop along.
std::string with_one_stop(std::string text) {
  for (const auto& [twice, once] :
       {std::pair{"。。", "。"}, {"。；", "；"}, {"。、", "、"}, {"。，", "，"}})
    text = replace_all(std::move(text), twice, once);
  return text;
}

}  // namespace

Wording fill(const Wording& text, const Arguments& arguments, const Wording& reason) {
  Arguments zh = arguments, en = arguments;
  zh["reason"] = reason.zh;
  en["reason"] = reason.en;
  return {with_one_stop(fill(text.zh, zh)), fill(text.en, en)};
}

}  // namespace biaoshen
