#include "checkers/batch/dossier_index.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace biaoshen;

namespace {

RecommendedRow row_of(const std::string& project, const std::string& number = "") {
  return {0, nullptr, {}, project, number};
}

bool finds(const DossierIndex& index, const RecommendedRow& row, const NamedDossier& dossier) {
  return std::ranges::count(index.candidates(row), &dossier) == 1;
}

}  // namespace

TEST_CASE("a dossier is found by its name and by each name that is one character apart") {
  const std::vector<std::u32string> letters = {U"机器人安全技术要求", U"机器人安全技术",
                                               U"冷链仓储监测站"};
  const auto utf8 = [](const std::u32string& text) {
    std::string out;
    for (const char32_t c : text) {
      out += static_cast<char>(0xE0 | (c >> 12));
      out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
      out += static_cast<char>(0x80 | (c & 0x3F));
    }
    return out;
  };
  for (const std::u32string& name : letters) {
    const std::vector<NamedDossier> dossiers = {{7, {"别的", utf8(name)}, {}}};
    const DossierIndex index(dossiers);
    for (std::size_t at = 0; at <= name.size(); ++at) {
      std::u32string more = name, fewer = name, other = name;
      more.insert(at, U"甲");
      if (at < name.size()) fewer.erase(at, 1), other[at] = U'甲';
      for (const std::u32string& apart : {name, more, fewer, other}) {
        INFO(utf8(apart));
        CHECK(match(row_of(utf8(apart)), dossiers[0]) != RowMatch::none);
        CHECK(finds(index, row_of(utf8(apart)), dossiers[0]));
      }
    }
  }
}

TEST_CASE("a dossier is found by its number, and by a row that names no project") {
  const std::vector<NamedDossier> dossiers = {{0, {"T/BAIIA015-2022"}, {}},
                                              {1, {"别的项目名称"}, {}}};
  const DossierIndex index(dossiers);
  CHECK(finds(index, row_of("随便什么", "T/BAIIA015-2022"), dossiers[0]));
  CHECK_FALSE(finds(index, row_of("随便什么", "T/BAIIA015-2022"), dossiers[1]));
  CHECK(index.candidates(row_of("")).size() == 2);
}

TEST_CASE("names that have nothing in common are not asked about") {
  const std::vector<NamedDossier> dossiers = {{0, {"机器人安全技术要求"}, {}}};
  CHECK(DossierIndex(dossiers).candidates(row_of("冷链仓储监测数据接入规范")).empty());
}
