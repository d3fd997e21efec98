#include "extractors/finders/platform_fields.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <utility>

#include "extractors/finders/firmness.h"
#include "extractors/finders/free_lines.h"
#include "extractors/finders/platform_labels.h"

namespace biaoshen {
namespace {

// *由<团体名称>于2018-5-17 17:13:18在团体标准信息平台公布
void add_disclosure(PlatformFields& fields, const Page& page, const Glyphs& glyphs) {
  constexpr std::size_t kLongestName = 80;
  const std::u32string_view words = U"在团体标准信息平台公布";
  const std::size_t end = find_in(glyphs, words);
  if (end == kNowhere) return;
  const std::size_t begin = end > kLongestName ? end - kLongestName : 0;
  std::size_t on = end, by = end;
  while (on > begin && glyphs[on].c != U'于') --on;
  for (by = on; by > begin && glyphs[by].c != U'由';) --by;
  const auto field = [&](std::size_t first, std::size_t last) {
    Field found;
    found.label_begin = glyphs[end].begin;
    found.label_end = glyphs[end + words.size() - 1].end;
    found.value_begin = glyphs[first].begin;
    found.value_end = glyphs[last - 1].end;
    return PlatformField{&page, found, {}};
  };
  if (glyphs[on].c != U'于' || on + 1 >= end) return;
  add(fields, "disclosed", field(on + 1, end));
  if (glyphs[by].c == U'由' && by + 1 < on) add(fields, "organization", field(by + 1, on));
}

constexpr std::u32string_view kStatuses[] = {U"即将实施", U"现行", U"废止",   U"被代替",
                                             U"作废",     U"有效", U"未实施", U"已修订"};

constexpr std::size_t kLongestStatus = 4;

// Glyphs of the status that the print begins with; 0 for none.
std::size_t status_length(const Glyphs& glyphs) {
  for (auto word : kStatuses)
    if (stands_at(glyphs, 0, word)) return word.size();
  return 0;
}

// The glyph at which a piece's status begins: the piece is nothing else, or badges stand
// side by side (推荐性 现行). None where there is no status.
std::optional<std::size_t> status_start(const Glyphs& piece) {
  if (is_status_word(piece)) return 0;
  for (std::u32string_view kind : {U"推荐性", U"强制性", U"指导性"}) {
    const std::size_t at = find_in(piece, kind);
    if (at == kNowhere) continue;
    const std::size_t start = at + kind.size();
    const Glyphs rest(piece.begin() + static_cast<std::ptrdiff_t>(start), piece.end());
    if (is_status_word(rest)) return start;
  }
  return std::nullopt;
}

// Pieces of lines, parted by wide gaps, that are a status. On a line of time (发布于 …, 实施于 …,
// 废止) the last step has not come: its word is none.
std::vector<TextRange> badges(const Page& page) {
  std::vector<TextRange> found;
  bool after_step = false;
  for (const Line& line : page.lines) {
    const Glyphs glyphs = glyphs_of(page, line.begin, line.end);
    const bool is_step = std::exchange(after_step, find_in(glyphs, U"实施于") != kNowhere);
    if (is_step) continue;
    for (std::size_t at = 0; at < glyphs.size();) {
      std::size_t end = at + 1;
      while (end < glyphs.size() && glyphs[end].gap < Gap::wide) ++end;
      const Glyphs piece(glyphs.begin() + static_cast<std::ptrdiff_t>(at),
                         glyphs.begin() + static_cast<std::ptrdiff_t>(end));
      if (const auto start = status_start(piece))
        found.emplace_back(piece[*start].begin, piece.back().end);
      at = end;
    }
  }
  return found;
}

// How far a badge is from its label; none where it cannot belong to it.
std::optional<float> distance(const Box& label, const Box& badge) {
  const float letter = std::max(height(label), 1.0F);
  const float right = badge.left - label.right, below = badge.top - label.bottom;
  const float middle = std::abs((badge.top + badge.bottom) - (label.top + label.bottom)) / 2;
  if (right > -letter && middle < letter) return right + middle;
  const bool under = badge.left < label.right + letter && badge.right > label.left - letter;
  if (below > -letter / 2 && below < 3 * letter && under) return 4 * letter + below;
  return std::nullopt;
}

// The badge nearest to the label.
std::optional<TextRange> nearest_badge(const Page& page, const Field& field,
                                       const std::vector<TextRange>& badges) {
  const auto label = box_of(page, field.label_begin, field.label_end);
  std::optional<TextRange> best;
  float least = 0;
  for (const TextRange& range : badges) {
    const auto badge = box_of(page, range.first, range.second);
    const auto far = label && badge ? distance(*label, *badge) : std::nullopt;
    if (!far || (best && *far >= least)) continue;
    best = range;
    least = *far;
  }
  return best;
}

// The status alone: 现行 of 现行 查看, or the badge that stands apart. On std.samr.gov.cn
// 标准状态 heads a row of dates, and the badge stands above it.
void mend_status(PlatformFields& fields, const Page& piece) {
  const auto status = fields.find("status");
  if (status == fields.end()) return;
  Field& field = status->second.field;
  const Glyphs glyphs = glyphs_of(piece, field.value_begin, field.value_end);
  if (const std::size_t length = field.is_empty() ? 0 : status_length(glyphs); length > 0) {
    field.value_begin = glyphs.front().begin;
    field.value_end = glyphs[length - 1].end;
    return;
  }
  const bool filled = !field.is_empty();
  const std::vector<TextRange> all = badges(piece);
  auto badge = nearest_badge(piece, field, all);
  if (!badge && filled && !all.empty()) badge = all.front();
  if (badge) {
    field.value_begin = badge->first;
    field.value_end = badge->second;
  } else if (filled && (glyphs.size() > kLongestStatus || !has_recognised_words(piece))) {
    fields.erase(status);  // what was misread in recognised print stays, to be shown as doubtful
  }
}

struct NamedField {
  std::string_view name;
  Field field;
};

std::vector<NamedField> named_fields(const Page& piece) {
  std::vector<NamedField> named;
  for (const Field& field : find_fields(piece, platform_book(piece))) {
    const std::string_view name = platform_field(field.wanted);
    if (!name.empty()) named.push_back({name, field});
  }
  return named;
}

// Where a new record begins: at the first field that the one before has already, if the
// page tells of more than one standard.
std::vector<std::size_t> record_starts(const Page& page, const std::vector<NamedField>& named) {
  std::set<std::string> numbers;
  for (const NamedField& one : named)
    if (one.name == "number" && !one.field.is_empty())
      numbers.insert(number_key(page, {one.field.value_begin, one.field.value_end}));
  numbers.erase("");
  std::vector<std::size_t> starts = {0};
  if (numbers.size() < 2) return starts;
  std::set<std::string_view> seen;
  for (std::size_t i = 0; i < named.size(); ++i) {
    if (!seen.insert(named[i].name).second) {
      starts.push_back(i);
      seen = {named[i].name};
    }
  }
  return starts;
}

}  // namespace

std::string_view PlatformField::print() const {
  if (!joined.empty()) return joined;
  return std::string_view(page->text)
      .substr(field.value_begin, field.value_end - field.value_begin);
}

void add(PlatformFields& fields, std::string_view name, const PlatformField& field) {
  const auto [place, is_new] = fields.try_emplace(std::string(name), field);
  if (!is_new && place->second.field.is_empty()) place->second = field;
}

bool is_status_word(const Glyphs& glyphs) {
  const std::size_t length = status_length(glyphs);
  return length > 0 && length == glyphs.size();
}

std::vector<PlatformRecord> platform_records(const Page& piece, const Page& page) {
  const std::vector<NamedField> named = named_fields(piece);
  const std::vector<std::size_t> starts = record_starts(piece, named);
  std::vector<PlatformRecord> records;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::size_t last = i + 1 < starts.size() ? starts[i + 1] : named.size();
    PlatformRecord record;
    record.begin = i == 0 ? 0 : records.back().end;
    record.end = last < named.size() ? named[last].field.label_begin : piece.text.size();
    for (std::size_t k = starts[i]; k < last; ++k)
      add(record.fields, named[k].name, {&page, named[k].field, {}});
    mend_status(record.fields, piece);
    add_disclosure(record.fields, page, glyphs_of(piece, record.begin, record.end));
    records.push_back(std::move(record));
  }
  return records;
}

}  // namespace biaoshen
