// The lists of a Word 97–2003 file: what number stands before which paragraph. As in DOCX the file
// holds no number, only how to count.
//
//   lists        each with nine levels, or one: start, format, text with the numbers of levels in
//   it overrides    what a paragraph names, from 1: a list, and levels that begin anew or look
//   different
//
// It refuses bullets: they say nothing. Tested by tests/readers/doc_lists_test.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace biaoshen {

constexpr std::size_t kDocLevels = 9;

class DocLists {
 public:
  // `lists` goes on behind its area with the levels; `size` is that of the area.
  DocLists(std::string_view lists, std::size_t size, std::string_view overrides);

  // Counts one more paragraph on a level (from 0): what stands before its text, with the blank
  // behind it if there is one. Empty where it has no number.
  std::string next(std::uint32_t override_number, std::size_t level);

 private:
  struct Level {
    std::int32_t start = 1;
    std::uint8_t format = 0;
    bool is_plain = false;  // all numbers in decimal
    bool never_restarts = false;
    bool is_close = false;  // no blank behind the number
    std::uint8_t restarts_after = 0;
    std::u16string text;  // units below nine stand for the numbers of levels
  };
  struct List {
    std::vector<Level> levels;
  };
  struct Override {
    std::uint32_t list = 0;
    std::map<std::size_t, std::int32_t> starts;
    std::map<std::size_t, Level> levels;
  };
  using Counts = std::array<std::optional<std::int32_t>, kDocLevels>;

  static Level read_level(std::string_view& rest);
  void read_lists(std::string_view lists, std::size_t size);
  void read_overrides(std::string_view overrides);
  const Level* level(const Override& named, std::size_t index) const;
  std::string shown(const Override& named, const Level& level, const Counts& counts) const;

  std::map<std::uint32_t, List> lists_;  // by their number
  std::vector<Override> overrides_;
  std::map<std::uint32_t, Counts> counts_;  // by list
  std::set<std::uint32_t> begun_;           // overrides whose own starts have been used
};

}  // namespace biaoshen
