// What one print of a platform's page says, label by label; platform_page.h tells
// whether it is such a page at all.
//
// A status is often a badge that stands apart from its label: the nearest word of the
// list of statuses in the label's row, or below it, is taken.
//
// It refuses to fill a field from elsewhere: where the label is cut off, there is none.
//
// Tested by tests/finders/platform_page_test.cpp.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/finders/field_layout.h"
#include "extractors/finders/glyphs.h"
#include "pipeline/model/document.h"

namespace biaoshen {

// A field as bytes of its page's text.
struct PlatformField {
  const Page* page = nullptr;
  Field field;
  std::string joined;  // a value in several pieces: what they say together
  // The value as printed; empty where it is not filled.
  std::string_view print() const;
};

// status, number, title, title-en, organization, registration, published, implemented,
// abolished, disclosed, scope, main-content, patent; only those whose label (or sentence) is there.
using PlatformFields = std::map<std::string, PlatformField, std::less<>>;

// A filled reading wins over an empty one, the first over later ones.
void add(PlatformFields& fields, std::string_view name, const PlatformField& field);

// The records of a print: one, or one for each standard where several screenshots stand on
// it. `piece` is read, `page` is what the fields point to.
struct PlatformRecord {
  PlatformFields fields;
  std::size_t begin = 0, end = 0;  // bytes that it takes up
};
std::vector<PlatformRecord> platform_records(const Page& piece, const Page& page);

// The rows of a list of standards, by its head of labels.
std::vector<PlatformFields> platform_rows(const Page& piece, const Page& page);

bool is_status_word(const Glyphs& glyphs);

}  // namespace biaoshen
