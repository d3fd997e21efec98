// Claims about the numbers of lists in Word 97–2003 files.
#include <catch2/catch.hpp>

#include "extractors/readers/doc/doc_lists.h"
#include "tests/readers/office_maker.h"

namespace biaoshen {
namespace {

struct LevelMade {
  int start = 1;
  unsigned format = 0;
  std::u16string text = {};
  unsigned flags = 0, behind = 0;
};

std::string level_of(const LevelMade& made) {
  std::string bytes = little(static_cast<std::uint32_t>(made.start), 4) + little(made.format, 1) +
                      little(made.flags, 1) + std::string(9, '\0') + little(made.behind, 1) +
                      std::string(12, '\0') + little(made.text.size(), 2);
  for (const char16_t unit : made.text) bytes += little(unit, 2);
  return bytes;
}

// Two lists: 7 with nine levels, of which these are the first ones, and 8 with only the last one.
struct ListsMade {
  std::string lists, overrides;
  std::size_t size = 0;
};
ListsMade lists_of(const std::vector<LevelMade>& levels, const LevelMade& single,
                   const std::string& overrides) {
  ListsMade made;
  made.lists = little(2, 2) + little(7, 4) + std::string(24, '\0') + little(8, 4) +
               std::string(22, '\0') + '\1' + '\0';
  made.size = made.lists.size();
  for (std::size_t i = 0; i < 9; ++i)
    made.lists += level_of(i < levels.size() ? levels[i] : LevelMade{});
  made.lists += level_of(single);
  made.overrides = overrides;
  return made;
}
std::string named(std::uint32_t list, unsigned changes = 0) {
  return little(list, 4) + std::string(8, '\0') + little(changes, 1) + std::string(3, '\0');
}
DocLists read_lists(const ListsMade& made) {
  return DocLists(made.lists, made.size, made.overrides);
}
std::vector<LevelMade> clauses() {
  return {{1, 0, std::u16string(1, u'\0')},
          {1, 0, std::u16string{u'\0', u'.', u'\1'}},
          {1, 4, std::u16string{u'\2', u')'}, 0, 2}};
}

}  // namespace

TEST_CASE("clauses are counted by level, deeper ones anew under each") {
  DocLists lists = read_lists(lists_of(clauses(), {}, little(1, 4) + named(7)));
  CHECK(lists.next(1, 0) == "1 ");
  CHECK(lists.next(1, 1) == "1.1 ");
  CHECK(lists.next(1, 1) == "1.2 ");
  CHECK(lists.next(1, 2) == "a)");
  CHECK(lists.next(1, 2) == "b)");
  CHECK(lists.next(1, 0) == "2 ");
  CHECK(lists.next(1, 1) == "2.1 ");
  CHECK(lists.next(1, 2) == "a)");
}

TEST_CASE("names of one list share its count; one that begins anew does so once") {
  const std::string change = little(0, 4) + little(5, 4) + little(0x10, 4);
  DocLists lists = read_lists(lists_of(
      clauses(), {}, little(3, 4) + named(7) + named(7) + named(7, 1) + little(0, 8) + change));
  CHECK(lists.next(1, 0) == "1 ");
  CHECK(lists.next(2, 0) == "2 ");
  CHECK(lists.next(3, 0) == "5 ");
  CHECK(lists.next(3, 0) == "6 ");
}

TEST_CASE("Chinese formats count in Chinese, bullets say nothing") {
  const LevelMade chapter{3, 37, std::u16string{u'第', u'\0', u'章'}};
  DocLists lists =
      read_lists(lists_of({{1, 23, u"•"}}, chapter, little(2, 4) + named(8) + named(7)));
  CHECK(lists.next(1, 0) == "第三章 ");
  CHECK(lists.next(2, 0).empty());
}

TEST_CASE("what names no list has no number") {
  DocLists lists = read_lists(lists_of(clauses(), {}, little(2, 4) + named(7) + named(99)));
  CHECK(lists.next(0, 0).empty());
  CHECK(lists.next(2, 0).empty());
  CHECK(lists.next(3, 0).empty());
  CHECK(lists.next(1, 9).empty());
  CHECK(DocLists("", 0, little(0xFFFFFFFF, 4)).next(1, 0).empty());
}

}  // namespace biaoshen
