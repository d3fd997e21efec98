#include "pipeline/batch/needed_members.h"

#include <algorithm>

namespace biaoshen {
namespace {

constexpr std::string_view kBlank = " \t\r\n";
const std::vector<NeededMember> kAll;

class Trimming {
 public:
  explicit Trimming(std::string_view json) : json_(json) { out_.reserve(json.size() / 2); }

  std::optional<std::string> whole(const std::vector<NeededMember>& needed) {
    if (!take(needed) || next() != '\0') return std::nullopt;
    return std::move(out_);
  }

 private:
  // The next sign that is not blank; 0 at the end.
  char next() {
    at_ = std::min(json_.find_first_not_of(kBlank, at_), json_.size());
    return at_ < json_.size() ? json_[at_] : '\0';
  }

  bool take(const std::vector<NeededMember>& needed) {
    const char first = next();
    if (first == '{' && !needed.empty()) return take_members(needed);
    if (first == '[' && !needed.empty()) return take_elements(needed);
    const std::size_t begin = at_;
    if (!skip()) return false;
    out_ += json_.substr(begin, at_ - begin);
    return true;
  }

  bool take_members(const std::vector<NeededMember>& needed) {
    out_ += '{';
    bool is_first = true;
    do {
      ++at_;
      if (is_first && next() == '}') break;
      const std::size_t begin = next() == '"' ? at_ : json_.size();
      if (begin == json_.size() || !skip()) return false;
      const std::string_view name = json_.substr(begin, at_ - begin);
      if (next() != ':') return false;
      ++at_;
      const auto member =
          std::ranges::find(needed, name.substr(1, name.size() - 2), &NeededMember::name);
      if (member == needed.end()) {
        if (next() == '\0' || !skip()) return false;
        continue;
      }
      if (!is_first) out_ += ',';
      is_first = false;
      out_ += name;
      out_ += ':';
      if (!take(member->members)) return false;
    } while (next() == ',');
    return close('}');
  }

  bool take_elements(const std::vector<NeededMember>& needed) {
    out_ += '[';
    bool is_first = true;
    do {
      ++at_;
      if (is_first && next() == ']') break;
      if (!is_first) out_ += ',';
      is_first = false;
      if (!take(next() == '[' ? kAll : needed)) return false;  // no list of lists, however deep
    } while (next() == ',');
    return close(']');
  }

  bool close(char bracket) {
    if (next() != bracket) return false;
    ++at_;
    out_ += bracket;
    return true;
  }

  // Goes behind the value that stands here.
  bool skip() {
    std::size_t depth = 0;
    do {
      const char first = next();
      if (first == '\0') return false;
      if (first == '"') {
        if (!skip_text()) return false;
      } else if (first == '{' || first == '[') {
        ++depth;
        ++at_;
      } else if (first == '}' || first == ']') {
        if (depth == 0) return false;
        --depth;
        ++at_;
      } else if (first == ',' || first == ':') {
        if (depth == 0) return false;
        ++at_;
      } else {
        at_ = std::min(json_.find_first_of(",:]}[{\" \t\r\n", at_), json_.size());
      }
    } while (depth > 0);
    return true;
  }

  bool skip_text() {
    for (;;) {
      const std::size_t end = json_.find('"', at_ + 1);
      if (end == std::string_view::npos) return false;
      std::size_t signs = end;
      while (json_[signs - 1] == '\\') --signs;
      at_ = end;
      if ((end - signs) % 2 == 0) break;
    }
    ++at_;
    return true;
  }

  std::string_view json_;
  std::string out_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<std::string> with_needed(std::string_view json,
                                       const std::vector<NeededMember>& needed) {
  return Trimming(json).whole(needed);
}

}  // namespace biaoshen
