#include "checkers/profile_parts.h"

#include <charconv>

#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

// Lists may be broken over lines and spaced for reading: "a | b / c" is "a|b/c".
std::string tidy(std::string_view text, char mark) {
  std::string out;
  bool first = true;
  for (std::string_view piece : split(text, mark)) {
    if (!first) out += mark;
    out += trim(piece);
    first = false;
  }
  return out;
}

void check_name(std::string_view name, const KnownNames& known, const XmlNode& node,
                const std::string& what, Mistakes& mistakes) {
  if (is_known(name, known)) return;
  note(mistakes, node, what + " " + in_quotes(name) + did_you_mean(name, known));
}

}  // namespace

std::string in_quotes(std::string_view name) {
  return "“" + std::string(name) + "”";
}

void note(Mistakes& mistakes, const XmlNode& node, std::string message) {
  mistakes.push_back({node.line, std::move(message)});
}

Wording wording_of(const XmlNode* node, Mistakes& mistakes) {
  if (node == nullptr) return {};
  const XmlNode *zh = node->child("zh"), *en = node->child("en");
  Wording out{zh == nullptr ? "" : zh->text, en == nullptr ? "" : en->text};
  if (out.zh.empty()) note(mistakes, *node, "<" + node->name + "> has no Chinese text");
  if (out.en.empty()) note(mistakes, *node, "<" + node->name + "> has no English text");
  return out;
}

std::optional<int> whole_number(std::string_view text) {
  int number = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failed != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

Parameters parameters_of(const XmlNode& node, const KnownNames& others) {
  Parameters out;
  for (const auto& [name, text] : node.attributes) {
    if (!is_known(name, others)) out.emplace(name, tidy(tidy(text, '|'), '/'));
  }
  return out;
}

void check_material_name(const Profile& profile, const XmlNode& node, std::string_view id,
                         Mistakes& mistakes) {
  KnownNames known{"other"};
  for (const Material& material : profile.materials) known.push_back(material.id);
  check_name(id, known, node, "there is no material", mistakes);
}

void check_fact_name(const Profile& profile, const XmlNode& node, std::string_view name,
                     Mistakes& mistakes) {
  KnownNames known;
  for (const FactSpec& fact : profile.facts) known.push_back(fact.name);
  check_name(name, known, node, "no finder makes a fact", mistakes);
}

}  // namespace biaoshen
