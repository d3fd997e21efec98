#include "pipeline/model/party_name.h"

#include <algorithm>
#include <utility>

#include "pipeline/base/text.h"
#include "pipeline/model/number_codes.h"

namespace biaoshen {
namespace {

using Letters = std::u32string;
using LettersView = std::u32string_view;

constexpr std::size_t kShortestOldName = 4;  // 甲（原阳）有限公司 is in 原阳, not formerly 阳
constexpr std::size_t kShortestContained = 4;  // 张三 is not part of 张三丰
constexpr std::size_t kShortestForTypo = 6;
constexpr std::size_t kMostOldNames = 8;
constexpr std::size_t kLongestName = 200;  // what is longer is no name; its beginning is compared

Letters letters_of(std::string_view print) {
  Letters out;
  const std::string text = bare(print);
  for (std::size_t at = 0; at < text.size() && out.size() < kLongestName;) {
    const char32_t c = next_code_point(text, at);
    out.push_back(c >= U'a' && c <= U'z' ? c - U'a' + U'A' : c);
  }
  return out;
}

bool drop_start(LettersView& text, LettersView start) {
  if (!text.starts_with(start)) return false;
  text.remove_prefix(start.size());
  return true;
}

// What a bracket at the end of a name says: 原…, 曾用名：…; empty where it says something else.
LettersView old_names_in(LettersView bracket) {
  for (LettersView mark : {U"曾用名", U"原名称", U"原名", U"更名前"}) {
    if (!drop_start(bracket, mark)) continue;
    for (LettersView colon : {U":", U"为", U"是"}) drop_start(bracket, colon);
    return bracket;
  }
  const bool formerly = drop_start(bracket, U"原");
  if (formerly) drop_start(bracket, U":");
  return formerly && bracket.size() >= kShortestOldName ? bracket : LettersView();
}

bool is_seal_hint(LettersView bracket) {
  return bracket == U"盖章" || bracket == U"公章" || bracket == U"签章" || bracket == U"印章" ||
         bracket == U"加盖公章" || bracket == U"单位公章" || bracket == U"单位盖章";
}

PartyName without_history(LettersView name) {
  using Form = PartyName::Form;
  constexpr std::pair<LettersView, Form> kForms[] = {
      {U"股份有限公司", Form::shares},  {U"有限责任公司", Form::limited},
      {U"责任有限公司", Form::limited}, {U"有限公司", Form::limited},
      {U"公司", Form::plain},
  };
  for (const auto& [ending, form] : kForms) {
    if (name.size() > ending.size() && name.ends_with(ending)) {
      return {Letters(name.substr(0, name.size() - ending.size())), form, {}};
    }
  }
  return {Letters(name), Form::none, {}};
}

Letters without_brackets(const Letters& stem) {
  Letters out;
  std::copy_if(stem.begin(), stem.end(), std::back_inserter(out),
               [](char32_t c) { return c != U'(' && c != U')'; });
  return out;
}

// 甲(北京)科技 -> 甲科技
Letters without_bracketed(const Letters& stem) {
  const std::size_t open = stem.find(U'('), close = stem.find(U')');
  if (open == Letters::npos || close == Letters::npos || close < open) return stem;
  return stem.substr(0, open) + stem.substr(close + 1);
}

bool differ_by_one(LettersView a, LettersView b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (a.size() < kShortestForTypo || b.size() - a.size() > 1) return false;
  const auto [in_a, in_b] = std::mismatch(a.begin(), a.end(), b.begin());
  const bool inserted = b.size() != a.size();
  return std::equal(in_a + (inserted ? 0 : in_a != a.end()), a.end(),
                    in_b + (in_b != b.end() ? 1 : 0), b.end());
}

// 11 for 北京市标准化协会; 0 where a name does not begin with a province.
int region_of(LettersView name) {
  for (int code = 11; code < 83; ++code) {
    const Letters region = letters_of(region_name(std::to_string(code)));
    if (!region.empty() && name.starts_with(region)) return code;
  }
  return 0;
}

// 山东省标准化协会 is not 山西省标准化协会 with a wrong letter.
bool are_of_two_regions(LettersView a, LettersView b) {
  const int first = region_of(a), second = region_of(b);
  return first != 0 && second != 0 && first != second;
}

bool is_in_order(LettersView letters, LettersView whole) {
  std::size_t next = 0;
  for (char32_t c : whole) next += next < letters.size() && letters[next] == c;
  return next == letters.size();
}

// 标准院 for 中国标准化研究院, 中科院 for 中国科学院: three to six of its letters in order, and so
// few that it is no name of its own; 北京大学 is not short for 北京航空航天大学.
bool is_short_form(LettersView brief, LettersView whole) {
  constexpr std::size_t kShortest = 3, kLongest = 6;
  if (brief.size() < kShortest || brief.size() > kLongest || whole.size() < brief.size() + 2)
    return false;
  for (LettersView kind : {U"大学", U"学院", U"研究院", U"研究所", U"协会", U"学会", U"商会",
                           U"联合会", U"委员会", U"中心", U"联盟", U"集团", U"医院", U"政府"}) {
    if (brief.ends_with(kind)) return false;
  }
  return is_in_order(brief, whole);
}

bool are_near(const PartyName& a, const PartyName& b) {
  const PartyName& brief = a.stem.size() <= b.stem.size() ? a : b;
  const PartyName& whole = a.stem.size() <= b.stem.size() ? b : a;
  if (brief.stem.size() >= kShortestContained && whole.stem.find(brief.stem) != Letters::npos)
    return true;
  if (differ_by_one(a.stem, b.stem)) return !are_of_two_regions(a.stem, b.stem);
  if (without_brackets(a.stem) == without_brackets(b.stem)) return true;
  if (without_bracketed(a.stem) == without_bracketed(b.stem)) {
    return a.stem.find(U'(') == Letters::npos || b.stem.find(U'(') == Letters::npos;
  }
  return brief.form == PartyName::Form::none && is_short_form(brief.stem, whole.stem);
}

PartyMatch match_one(const PartyName& a, const PartyName& b) {
  if (a.stem.empty() || b.stem.empty()) return PartyMatch::different;
  if (a.stem == b.stem) return a.form == b.form ? PartyMatch::same : PartyMatch::near;
  return are_near(a, b) ? PartyMatch::near : PartyMatch::different;
}

}  // namespace

PartyName party_name(std::string_view print) {
  const Letters all = letters_of(print);
  LettersView rest = all;
  std::vector<PartyName> former;
  while (rest.ends_with(U')')) {
    const std::size_t open = rest.rfind(U'(');
    if (open == LettersView::npos) break;
    const LettersView bracket = rest.substr(open + 1, rest.size() - open - 2);
    LettersView old = old_names_in(bracket);
    if (old.empty() && !is_seal_hint(bracket)) break;
    rest = rest.substr(0, open);
    while (!old.empty() && former.size() < kMostOldNames) {
      const std::size_t end = std::min(old.find_first_of(U"、,;"), old.size());
      if (end > 0) former.push_back(without_history(old.substr(0, end)));
      old.remove_prefix(std::min(end + 1, old.size()));
    }
  }
  PartyName name = without_history(rest);
  name.former = std::move(former);
  return name;
}

PartyMatch match(const PartyName& a, const PartyName& b) {
  PartyMatch best = match_one(a, b);
  for (const PartyName& old : a.former) best = std::max(best, match_one(old, b));
  for (const PartyName& old : b.former) best = std::max(best, match_one(a, old));
  return best;
}

PartyMatch match_parties(std::string_view a, std::string_view b) {
  return match(party_name(a), party_name(b));
}

}  // namespace biaoshen
