// What the parties of a project say on its form, and whether they sealed and dated it: one
// fact a block. The value is what somebody wrote there, without the places to sign, to seal
// and to date; details: party, printed, state (filled, empty), date, seal (how many prints
// of a seal were seen at the block, after all other blocks of the page had theirs).
//
// It refuses to say that a seal is the party's: seen is seen.
//
// Tested by tests/finders/opinion_finder_test.cpp.
#include "extractors/finders/opinion_finder.h"

#include <algorithm>
#include <optional>
#include <string>
#include <variant>

#include "extractors/dates/date_grammar.h"
#include "extractors/finders/finder_fact.h"
#include "extractors/finders/glyphs.h"
#include "extractors/finders/opinion_blocks.h"
#include "extractors/finders/quote.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::size_t kMostFacts = 200;
constexpr unsigned kSure = 90;              // per cent
constexpr std::size_t kOwnProof = 5;        // glyphs of a label that nothing else is misread as
constexpr std::size_t kLongestHint = 60;    // bytes of （单位公章）
constexpr std::size_t kMostText = 100'000;  // bytes of a block

// 负责人（签字）： and the like, printed for whoever signs.
constexpr std::string_view kSigns[] = {
    "单位公章", "加盖公章", "盖章处", "法定代表人", "单位负责人", "负责人", "主管领导", "经办人",
    "签署人",   "盖章",     "公章",   "签章",       "签字",       "签名",   "日期",     "年月日",
};
constexpr std::string_view kMarks[] = {":", "：", ",", "，", "、", ";", "；", "_", "-", " ", "/"};

bool cut_last(std::string_view& text, std::string_view end) {
  if (!text.ends_with(end)) return false;
  text.remove_suffix(end.size());
  return true;
}
bool cut_first(std::string_view& text, std::string_view begin) {
  if (!text.starts_with(begin)) return false;
  text.remove_prefix(begin.size());
  return true;
}

bool is_hint_to_sign(std::string_view hint) {
  return contains(hint, "章") || contains(hint, "签字") || contains(hint, "签名");
}

bool cut_last_hint(std::string_view& text) {
  if (!text.ends_with("）") && !text.ends_with(")")) return false;
  const std::size_t wide = text.rfind("（"), narrow = text.rfind('(');
  const std::size_t open = wide == text.npos     ? narrow
                           : narrow == text.npos ? wide
                                                 : std::max(wide, narrow);
  if (open == text.npos || text.size() - open > kLongestHint) return false;
  if (!is_hint_to_sign(text.substr(open))) return false;
  text = text.substr(0, open);
  return true;
}

bool cut_first_hint(std::string_view& text) {
  if (!text.starts_with("（") && !text.starts_with("(")) return false;
  const std::size_t wide = text.find("）"), narrow = text.find(')');
  const std::size_t close = std::min(wide, narrow);
  if (close == text.npos || close > kLongestHint || !is_hint_to_sign(text.substr(0, close)))
    return false;
  text.remove_prefix(close + (close == narrow ? 1 : std::string_view("）").size()));
  return true;
}

bool cut_last_date(std::string_view& text) {
  const auto dates = find_dates(text);
  if (dates.empty() || dates.back().end != text.size()) return false;
  text = text.substr(0, dates.back().begin);
  return true;
}

// The words between the places to sign, seal and date.
std::string without_signs(std::string_view text) {
  bool cut = true;
  while (cut && !text.empty()) {
    cut = cut_last_hint(text) || cut_first_hint(text);
    for (std::string_view mark : kMarks) cut = cut_last(text, mark) || cut_first(text, mark) || cut;
    for (std::string_view sign : kSigns) cut = cut_last(text, sign) || cut_first(text, sign) || cut;
    cut = cut || cut_last_date(text);
  }
  return std::string(text);
}

std::string text_of(const Page& page, const OpinionBlock& block) {
  std::string text;
  for (const auto& [begin, end] : block.body) {
    if (text.size() > kMostText) break;
    text += (text.empty() ? "" : " ") + page.text.substr(begin, end - begin);
  }
  return squeeze(text);
}

std::optional<Date> last_date(std::string_view text) {
  std::optional<Date> last;
  for (const FoundDate& found : find_dates(text))
    if (found.value && !found.relative) last = found.value;
  return last;
}

// A rectangle on the page (image 0) or in a picture of it.
struct Area {
  Box box;
  std::uint32_t image = 0;
};

std::optional<Area> area_of(const Place& place) {
  if (const auto* at = std::get_if<OnPage>(&place)) return Area{at->box, 0};
  if (const auto* at = std::get_if<InImage>(&place)) return Area{at->box, at->image};
  return std::nullopt;
}

std::optional<Area> area_of(const Page& page, const OpinionBlock& block) {
  auto area = area_of(page.place_of(block.label.first, block.label.second));
  for (const auto& [begin, end] : block.body) {
    const auto more = area_of(page.place_of(begin, end));
    if (area && more && more->image == area->image) area->box = unite(area->box, more->box);
  }
  return area;
}

float outside(float at, float low, float high) {
  return std::max({low - at, at - high, 0.F});
}

// Seals belong to the block they touch or stand nearest to: a seal's height above or below
// it, some seals' widths beside it (the body's cell may have no words).
std::vector<std::size_t> seals_of(const Page& page, const std::vector<OpinionBlock>& blocks) {
  constexpr float kWidest = 4;
  std::vector<std::size_t> count(blocks.size());
  std::vector<std::optional<Area>> areas;
  for (const OpinionBlock& block : blocks) areas.push_back(area_of(page, block));
  for (const Seal& seal : page.seals) {
    const auto print = area_of(seal.place);
    if (!print) continue;
    const float x = (print->box.left + print->box.right) / 2;
    const float y = (print->box.top + print->box.bottom) / 2;
    std::optional<std::size_t> best;
    float nearest = 0;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      const auto& block = areas[i];
      if (!block || block->image != print->image) continue;
      const float beside = outside(x, block->box.left, block->box.right);
      const float above = outside(y, block->box.top, block->box.bottom);
      if (above > height(print->box) || beside > kWidest * width(print->box)) continue;
      if (best && kWidest * above + beside >= nearest) continue;
      best = i;
      nearest = kWidest * above + beside;
    }
    if (best) ++count[*best];
  }
  return count;
}

Fact block_fact(const FactPlace& at, const OpinionBlock& block, std::string_view party,
                std::size_t seals) {
  const Page& page = at.page;
  const std::string text = text_of(page, block);
  const auto date = last_date(text);
  std::size_t end = block.label.second;
  for (const TextRange& range : block.body) end = std::max(end, range.second);
  const bool after = block.body.empty() || block.body.front().first >= block.label.first;
  TypedValue value{without_signs(text), {}, "", 0, 0};
  const bool filled = !value.value.empty() || date.has_value();
  Fact fact = fact_at(at, block.label.first, after ? end : block.label.second, std::move(value));
  const std::string printed =
      page.text.substr(block.label.first, block.label.second - block.label.first);
  const bool proof = block.is_spelt_exactly && characters_of(printed).size() >= kOwnProof;
  if (fact.doubt == "ocr" && filled && proof && fact.quote.confidence >= kSure) fact.doubt.clear();
  fact.details = {{"party", std::string(party)},
                  {"printed", squeeze(printed)},
                  {"state", filled ? "filled" : "empty"},
                  {"seal", std::to_string(seals)}};
  if (date) fact.details.emplace_back("date", to_string(*date));
  return fact;
}

}  // namespace

std::vector<Fact> find_opinion(const Dossier& dossier, const Part& part, const FactSpec& spec) {
  std::vector<std::string_view> parties;
  std::vector<PartyLabel> labels;
  for (std::string_view group : list_parameter(spec, "parties")) {
    const auto names = split_list(group, '/');
    if (names.empty()) continue;
    for (std::string_view name : names) labels.push_back({characters_of(name), parties.size()});
    parties.push_back(names.front());
  }
  std::vector<Fact> facts;
  for (const Page* page : pages_of(dossier, part)) {
    const FactPlace at{file_of(dossier, part), part, *page, spec};
    const auto blocks = opinion_blocks(*page, labels);
    const auto seals = seals_of(*page, blocks);
    for (std::size_t i = 0; i < blocks.size() && facts.size() < kMostFacts; ++i)
      facts.push_back(block_fact(at, blocks[i], parties[blocks[i].party], seals[i]));
  }
  return facts;
}

}  // namespace biaoshen
