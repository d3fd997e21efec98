#include "extractors/readers/docx/docx_numbering.h"

#include <algorithm>

#include "extractors/readers/docx/docx_number_text.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::size_t kMostLists = 20'000;
constexpr std::size_t kMostLevelText = 256;  // bytes

std::int64_t number_in(const XmlTag& tag, std::string_view name) {
  return number_of(tag.value(name), -1);
}

std::size_t level_in(const XmlTag& tag) {
  return static_cast<std::size_t>(std::clamp<std::int64_t>(number_in(tag, "ilvl"), 0, 8));
}

bool shows_numbers(std::string_view format) {
  return format != "bullet";
}

}  // namespace

// --- what the lists are ---

PartEnd DocxNumbering::read(ZipPackage& package, const Relations& relations) {
  const Relation* part = relations.by_type("numbering");
  if (part == nullptr || !package.has(part->target)) return {};
  return read_xml(package, part->target, *this);
}

void DocxNumbering::start(const XmlTag& tag) {
  if (tag.vocabulary() != Vocabulary::word) return;
  const std::string_view name = tag.name();
  if (name == "abstractNum" && definitions_.size() < kMostLists) {
    definition_ = &definitions_[number_in(tag, "abstractNumId")];
  } else if (name == "num" && lists_.size() < kMostLists) {
    list_ = &lists_[number_in(tag, "numId")];
  } else if (name == "numStyleLink" && definition_ != nullptr) {
    definition_->list_style = tag.value("val").value_or("");
  } else if (name == "abstractNumId" && list_ != nullptr) {
    list_->definition = number_in(tag, "val");
  } else if (name == "lvlOverride") {
    override_ = level_in(tag);
  } else if (name == "startOverride" && list_ != nullptr) {
    list_->starts[override_] = number_of(tag.value("val"), 1);
  } else if (name == "lvl") {
    start_level(tag);
  } else if (level_ != nullptr) {
    take_level(tag);
  }
}

void DocxNumbering::start_level(const XmlTag& tag) {
  if (definition_ != nullptr) {
    level_ = &definition_->levels[level_in(tag)];
  } else if (list_ != nullptr) {
    level_ = &list_->own_levels[override_];
  }
}

void DocxNumbering::take_level(const XmlTag& tag) {
  const std::string_view name = tag.name();
  const std::string value = tag.value("val").value_or("");
  if (name == "start") level_->start = number_of(value, 1);
  if (name == "numFmt") level_->format = value;
  if (name == "lvlText") level_->text = clean_utf8(value.substr(0, kMostLevelText));
  if (name == "pStyle") level_->style = value;
  if (name == "lvlRestart") level_->restart = number_of(value, 0);
  if (name == "isLgl") level_->is_plain = is_on(tag);
  if (name == "suff") level_->is_close = value == "nothing";
}

void DocxNumbering::end(const XmlTag& tag) {
  if (tag.vocabulary() != Vocabulary::word) return;
  if (tag.name() == "abstractNum") definition_ = nullptr;
  if (tag.name() == "num") list_ = nullptr;
  if (tag.name() == "lvl") level_ = nullptr;
}

const DocxList* DocxNumbering::list(std::int64_t id) const {
  const auto found = lists_.find(id);
  return found == lists_.end() ? nullptr : &found->second;
}

std::int64_t DocxNumbering::definition_of(const DocxList& list, const DocxStyles& styles) const {
  const auto own = definitions_.find(list.definition);
  if (own == definitions_.end() || own->second.list_style.empty()) return list.definition;
  const auto linked = styles.look(own->second.list_style).list;
  const DocxList* other = linked ? this->list(*linked) : nullptr;
  return other == nullptr ? list.definition : other->definition;
}

const DocxLevel* DocxNumbering::level(const DocxList& list, std::int64_t definition,
                                      std::size_t level) const {
  const auto own = list.own_levels.find(level);
  if (own != list.own_levels.end()) return &own->second;
  const auto found = definitions_.find(definition);
  return found == definitions_.end() ? nullptr : &found->second.levels[level];
}

std::size_t DocxNumbering::level_of_style(const DocxList& list, std::int64_t definition,
                                          std::string_view style) const {
  for (std::size_t i = 0; i < kDocxLevels; ++i) {
    const DocxLevel* one = level(list, definition, i);
    if (one != nullptr && !style.empty() && one->style == style) return i;
  }
  return 0;
}

// --- counting ---

std::string DocxCounters::next(const DocxLook& look, std::string_view style) {
  const DocxList* list = look.list ? numbering_.list(*look.list) : nullptr;
  if (list == nullptr) return {};
  const std::int64_t definition = numbering_.definition_of(*list, styles_);
  const std::size_t level =
      look.level ? static_cast<std::size_t>(std::clamp<std::int64_t>(*look.level, 0, 8))
                 : numbering_.level_of_style(*list, definition, style);
  const DocxLevel* found = numbering_.level(*list, definition, level);
  if (found == nullptr) return {};
  count(*look.list, *list, definition, level);
  if (!shows_numbers(found->format)) return {};
  std::string text = shown(*list, definition, level);
  if (!trim(text).empty() && !found->is_close) text += ' ';
  return text;
}

void DocxCounters::count(std::int64_t id, const DocxList& list, std::int64_t definition,
                         std::size_t level) {
  Counts& counts = counts_[definition];
  if (begun_.insert(id).second) {
    for (const auto& [at, start] : list.starts) counts[at] = start - 1;
  }
  const std::int64_t before = numbering_.level(list, definition, level)->start - 1;
  counts[level] = std::clamp<std::int64_t>(counts[level].value_or(before), -1, 1'000'000'000) + 1;
  for (std::size_t below = level + 1; below < kDocxLevels; ++below) {
    const DocxLevel* one = numbering_.level(list, definition, below);
    const std::int64_t after = one->restart.value_or(static_cast<std::int64_t>(below));
    if (static_cast<std::int64_t>(level) < after) counts[below].reset();
  }
}

std::string DocxCounters::shown(const DocxList& list, std::int64_t definition,
                                std::size_t level) const {
  const DocxLevel& own = *numbering_.level(list, definition, level);
  const Counts& counts = counts_.at(definition);
  std::string text;
  for (std::size_t i = 0; i < own.text.size(); ++i) {
    const bool is_number = own.text[i] == '%' && i + 1 < own.text.size() &&
                           own.text[i + 1] >= '1' && own.text[i + 1] <= '9';
    if (!is_number) {
      text += own.text[i];
      continue;
    }
    const auto other = static_cast<std::size_t>(own.text[++i] - '1');
    const DocxLevel& counted = *numbering_.level(list, definition, other);
    // A level that has not come up yet counts as begun.
    text += number_text(counts[other].value_or(counted.start),
                        own.is_plain ? "decimal" : counted.format);
  }
  return text;
}

}  // namespace biaoshen
