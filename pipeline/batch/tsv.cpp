#include "pipeline/batch/tsv.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace biaoshen {
namespace {

constexpr std::array<std::pair<char, char>, 4> kEscapes = {
    {{'\t', 't'}, {'\n', 'n'}, {'\r', 'r'}, {'\\', '\\'}}};

std::string escaped(std::string_view name) {
  std::string out;
  for (const char c : name) {
    const auto escape = std::find_if(kEscapes.begin(), kEscapes.end(),
                                     [&](const auto& one) { return one.first == c; });
    if (escape == kEscapes.end()) {
      out += c;
    } else {
      out += {'\\', escape->second};
    }
  }
  return out;
}

std::optional<std::string> unescaped(std::string_view written) {
  std::string out;
  for (std::size_t i = 0; i < written.size(); ++i) {
    if (written[i] != '\\') {
      out += written[i];
      continue;
    }
    if (++i == written.size()) return std::nullopt;
    const auto escape = std::find_if(kEscapes.begin(), kEscapes.end(),
                                     [&](const auto& one) { return one.second == written[i]; });
    if (escape == kEscapes.end()) return std::nullopt;
    out += escape->first;
  }
  return out;
}

template <typename Number>
bool read(std::string_view text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() && number >= 0;
}

}  // namespace

std::string tsv_line(const std::vector<std::string>& fields) {
  std::string line;
  for (const std::string& field : fields)
    line += (&field == fields.data() ? "" : "\t") + escaped(field);
  return line + "\n";
}

std::optional<std::vector<std::string>> tsv_fields(std::string_view line) {
  std::vector<std::string> fields;
  for (std::size_t begin = 0; begin <= line.size();) {
    const std::size_t end = std::min(line.find('\t', begin), line.size());
    auto field = unescaped(line.substr(begin, end - begin));
    if (!field) return std::nullopt;
    fields.push_back(std::move(*field));
    begin = end + 1;
  }
  return fields;
}

bool read_number(std::string_view text, std::uint64_t& number) {
  return read(text, number);
}

bool read_number(std::string_view text, double& number) {
  return read(text, number);
}

}  // namespace biaoshen
