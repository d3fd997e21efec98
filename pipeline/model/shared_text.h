// A text that never changes and that many places hold at once: the findings of ten thousand
// dossiers say the same few hundred things.
//
// Tested by tests/batch/shared_text_test.cpp.
#pragma once

#include <compare>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

namespace biaoshen {

class SharedText {
 public:
  SharedText() = default;
  SharedText(std::string text)  // NOLINT: a text like any other
      : text_(text.empty() ? nullptr : std::make_shared<const std::string>(std::move(text))) {}
  SharedText(const char* text) : SharedText(std::string(text)) {}  // NOLINT

  const std::string& str() const {
    static const std::string kEmpty;
    return text_ ? *text_ : kEmpty;
  }
  operator const std::string&() const { return str(); }  // NOLINT
  bool empty() const { return text_ == nullptr; }

  bool operator==(const SharedText& other) const {
    return text_ == other.text_ || str() == other.str();
  }
  std::strong_ordering operator<=>(const SharedText& other) const { return str() <=> other.str(); }

 private:
  std::shared_ptr<const std::string> text_;
};

// Lets texts that are the same be one.
class TextPool {
 public:
  void share(SharedText& text) {
    if (!text.empty()) text = texts_.try_emplace(text.str(), text).first->second;
  }

 private:
  std::unordered_map<std::string_view, SharedText> texts_;  // each key lies in its value
};

}  // namespace biaoshen
