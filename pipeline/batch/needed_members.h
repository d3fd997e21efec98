// A text of JSON without the members that nobody asks for, found by looking for brackets and
// quotation marks alone: nine tenths of a dossier.json are evidence, which laying results side by
// side does not read, and making a tree of it took most of the time of a hundred thousand.
//
//   needed {a, b{c}}   {"a": [1], "b": [{"c": 2, "d": 3}], "e": {"a": 4}}  ->
//   {"a":[1],"b":[{"c":2}]}
//
// Lists are looked into. It refuses to judge what it leaves out or takes whole: whether that is
// JSON only the parser says, of what it gets. Tested by tests/batch/needed_members_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace biaoshen {

struct NeededMember {
  std::string_view name;              // as it stands in the text, which is as our writers write it
  std::vector<NeededMember> members;  // of it, or of each element of the list; none: all of it
};

// None: its brackets and quotation marks do not make a text of JSON.
std::optional<std::string> with_needed(std::string_view json,
                                       const std::vector<NeededMember>& needed);

}  // namespace biaoshen
