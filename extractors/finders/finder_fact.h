// Puts facts together: name and material from the call, quote from the page,
// doubt from the reading, from firmness.h, or else from the page. And reads a
// call's parameters.
//
// It refuses to look for anything; finders do.
//
// Tested by tests/finders/label_finder_test.cpp.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "extractors/finders/field_layout.h"
#include "extractors/finders/typed_value.h"
#include "pipeline/model/dossier.h"
#include "pipeline/model/fact.h"
#include "pipeline/model/profile.h"

namespace biaoshen {

// Where a finder is at work; all of it outlives the finder's call.
struct FactPlace {
  const File& file;
  const Part& part;
  const Page& page;
  const FactSpec& spec;
  std::optional<int> published = std::nullopt;  // year of publication printed on the page
};

// A fact whose quote is bytes [begin, end) of the page.
Fact fact_at(const FactPlace& at, std::size_t begin, std::size_t end, TypedValue value,
             ValueType type = ValueType::text);

// The facts of a field: its readings, or one with the empty value and the label as quote.
std::vector<Fact> facts_of_field(const FactPlace& at, const Field& field, ValueType type,
                                 DateRole role);

// A parameter of the call; empty where it is not given.
std::string_view parameter(const FactSpec& spec, std::string_view name);
// Its parts between `|`, without blanks around them and without empty ones.
std::vector<std::string_view> list_parameter(const FactSpec& spec, std::string_view name);
std::vector<std::string_view> split_list(std::string_view list, char separator);

}  // namespace biaoshen
