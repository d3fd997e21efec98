// The small readings that several parts of a profile share: wordings, words of a
// list, whole numbers, parameters, names that must be declared elsewhere. Each
// notes its mistake with the line and goes on.
//
// Tested by tests/checkers/profile_reader_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "checkers/profile_names.h"
#include "checkers/profile_xml.h"
#include "pipeline/model/profile.h"

namespace biaoshen {

using Mistakes = std::vector<ProfileMistake>;

std::string in_quotes(std::string_view name);
void note(Mistakes& mistakes, const XmlNode& node, std::string message);

// <zh> and <en> of `node`; null gives nothing (the grammar has said so).
Wording wording_of(const XmlNode* node, Mistakes& mistakes);

std::optional<int> whole_number(std::string_view text);

// All attributes but `others`; blanks around | and / in lists are left out.
Parameters parameters_of(const XmlNode& node, const KnownNames& others);

// Names that must be declared before they are used.
void check_material_name(const Profile& profile, const XmlNode& node, std::string_view id,
                         Mistakes& mistakes);
void check_fact_name(const Profile& profile, const XmlNode& node, std::string_view name,
                     Mistakes& mistakes);

// The value that the word of an attribute stands for; the first where it is none of them.
template <typename Value, std::size_t count>
Value word_of(const XmlNode& node, std::string_view attribute,
              const std::pair<std::string_view, Value> (&words)[count], Mistakes& mistakes) {
  KnownNames known;
  for (const auto& [word, value] : words) {
    if (node.attribute(attribute) == word) return value;
    known.push_back(word);
  }
  std::string choice;
  for (std::string_view word : known) choice += (choice.empty() ? "" : ", ") + std::string(word);
  note(mistakes, node, std::string(attribute) + " must be one of: " + choice);
  return words[0].second;
}

}  // namespace biaoshen
