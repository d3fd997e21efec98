#include "templates/docx/docx_placeholders.h"

#include <libxml/tree.h>

#include <algorithm>

#include "pipeline/base/text.h"
#include "templates/shown_text.h"

namespace biaoshen {
namespace {

std::string braces(std::string_view mark, std::string_view name) {
  return "{{" + std::string(mark) + std::string(name) + "}}";
}

// The known name that is most like `name`, as a hint; empty where none is like it.
std::string nearest(const std::vector<const std::vector<PlaceholderName>*>& lists,
                    std::string_view mark, std::string_view name) {
  std::string_view best;
  std::size_t least = std::max<std::size_t>(2, count_code_points(name) / 2) + 1;
  for (const auto* list : lists)
    for (const PlaceholderName& one : *list)
      for (const std::string_view candidate : {one.name, one.alias}) {
        const std::size_t distance = edit_distance(name, candidate);
        if (distance < least) {
          least = distance;
          best = candidate;
        }
      }
  return best.empty() ? "" : " (did you mean " + braces(mark, best) + "?)";
}

std::string whole_text(xmlNode* node) {
  std::string out;
  for (xmlNode* paragraph : paragraphs_in(node)) out += ParagraphText(paragraph).text();
  return std::string(trim(out));
}

// Ancestors of `node` from the root down to itself.
std::vector<xmlNode*> way_to(xmlNode* node) {
  std::vector<xmlNode*> way;
  for (; node != nullptr && node->type == XML_ELEMENT_NODE; node = node->parent)
    way.push_back(node);
  std::ranges::reverse(way);
  return way;
}

// Moves both marks, which are paragraphs, up to siblings: themselves, or the table rows they are
// alone in. False where there are none.
bool become_siblings(Block& block) {
  const std::string open_text = whole_text(block.open), close_text = whole_text(block.close);
  const auto a = way_to(block.open), b = way_to(block.close);
  const auto parted = std::ranges::mismatch(a, b);
  if (parted.in1 == a.end() || parted.in2 == b.end()) return false;
  block.open = *parted.in1;
  block.close = *parted.in2;
  const bool are_paragraphs = is_word_element(block.open, "p") && is_word_element(block.close, "p");
  const bool are_rows = is_word_element(block.open, "tr") && is_word_element(block.close, "tr");
  return are_paragraphs ||
         (are_rows && whole_text(block.open) == open_text && whole_text(block.close) == close_text);
}

}  // namespace

Scan scan(std::string_view text) {
  Scan out;
  for (std::size_t at = 0; (at = text.find("{{", at)) != std::string_view::npos;) {
    const std::size_t close = text.find("}}", at);
    out.is_cut = close == std::string_view::npos;
    if (out.is_cut) break;
    Placeholder one;
    std::string_view name = trim(text.substr(at + 2, close - at - 2));
    if (name.starts_with('#')) one.kind = Placeholder::Kind::open;
    if (name.starts_with('/')) one.kind = Placeholder::Kind::close;
    if (one.kind != Placeholder::Kind::value) name = trim(name.substr(1));
    one.name = name;
    one.begin = at;
    one.end = at = close + 2;
    out.found.push_back(std::move(one));
  }
  return out;
}

std::optional<std::string_view> known(const std::vector<PlaceholderName>& names,
                                      std::string_view written) {
  for (const PlaceholderName& one : names)
    if (one.name == written || one.alias == written) return one.name;
  return std::nullopt;
}

PartReading::PartReading(xmlNode* root, const PlaceholderNames& names) : names_(names) {
  for (xmlNode* paragraph : paragraphs_in(root)) read(paragraph);
  if (!current_) return;
  paragraph_ = ParagraphText(current_->open).text();
  object(braces("#", current_->name) + " is not closed; " + braces("/", current_->name) +
         " is missing");
}

void PartReading::object(const std::string& what) {
  mistakes.push_back(what + ", in “" + brief(visible(paragraph_), 60, PersonalData::shown) + "”");
}

void PartReading::read(xmlNode* paragraph) {
  paragraph_ = ParagraphText(paragraph).text();
  const Scan scanned = scan(paragraph_);
  if (scanned.is_cut) object("a placeholder begins with {{ and does not end with }}");
  const bool has_mark = std::ranges::any_of(
      scanned.found, [](const Placeholder& one) { return one.kind != Placeholder::Kind::value; });
  if (!has_mark && !current_) outside.push_back(paragraph);
  for (const Placeholder& one : scanned.found) read(one, paragraph);
}

void PartReading::read(const Placeholder& one, xmlNode* paragraph) {
  const bool is_open = one.kind == Placeholder::Kind::open;
  if (one.kind == Placeholder::Kind::value) {
    check_value(one.name);
  } else if (one.end - one.begin != trim(paragraph_).size()) {
    object(braces(is_open ? "#" : "/", one.name) + " must stand in a paragraph of its own");
  } else if (is_open) {
    open(one.name, paragraph);
  } else {
    close(one.name, paragraph);
  }
}

void PartReading::check_value(const std::string& written) {
  const bool is_of_row = known(names_.row_values, written).has_value();
  if (known(names_.values, written) || (current_ && is_of_row)) return;
  if (is_of_row) {
    object(braces("", written) + " has a value only inside a block, such as between " +
           braces("#", names_.required_block) + " and " + braces("/", names_.required_block));
  } else {
    object("unknown placeholder " + braces("", written) +
           nearest({&names_.values, &names_.row_values}, "", written));
  }
}

void PartReading::open(const std::string& written, xmlNode* paragraph) {
  const auto name = known(names_.blocks, written);
  if (!name) {
    object("unknown block " + braces("#", written) + nearest({&names_.blocks}, "#", written));
  } else if (current_) {
    object(braces("#", written) + " stands inside " + braces("#", current_->name) +
           "; close that one first");
  } else {
    opened.insert(*name);
    current_ = Block{*name, paragraph, nullptr};
  }
}

void PartReading::close(const std::string& written, xmlNode* paragraph) {
  const auto name = known(names_.blocks, written);
  if (!name) {
    object("unknown block " + braces("/", written) + nearest({&names_.blocks}, "/", written));
  } else if (!current_ || current_->name != *name) {
    object(braces("/", written) + " closes a block that is not open");
  } else {
    current_->close = paragraph;
    if (!become_siblings(*current_))
      object(braces("#", written) + " and " + braces("/", written) +
             " must stand in the same text, the same cell, or in rows of their own of the same "
             "table");
    blocks.push_back(*current_);
    current_.reset();
  }
}

}  // namespace biaoshen
