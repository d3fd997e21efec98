// Whether a recognised value may decide alone. Words of the file itself need none of
// this; for words recognised from pixels a value is firm
//   - where a second engine, which knows nothing of the first, reads the same value
//     in the same place (the grammar reads both), or
//   - where the grammar holds as it stands, recognition was sure (0.90), and something
//     independent agrees: the year of a number with the year of publication printed
//     beside it, a status with the closed list of statuses.
// Otherwise the value is given all the same, with a doubt:
//   ocr          nothing confirms it
//   ocr-differs  the second engine read another value: detail `second`
//   no-blank     where code and sequence part cannot be told: T/ABC2020015; detail
//                `second` has the other reading
//   repaired     look-alikes were exchanged: detail `raw` has the print
//
// The blank of T/ABC2020 015 is never guessed: it comes from the gap on the picture or
// from the second engine. Agreement with another material is for pipeline/stages.
//
// Tested by tests/finders/firmness_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "extractors/finders/typed_value.h"
#include "pipeline/model/document.h"

namespace biaoshen {

// Whether a word of the range, of the page, was recognised from pixels.
bool is_recognised(const Page& page, std::size_t begin, std::size_t end);
bool has_recognised_words(const Page& page);

// `value` was read from bytes [begin, end) of the page; what comes back has the doubt, the
// details and, for numbers, the blank. `published` is the year of publication printed on the
// same page. `type` status: 现行, 废止, … Values from the file's own words come back as they are.
TypedValue with_firmness(const Page& page, std::size_t begin, std::size_t end, TypedValue value,
                         std::optional<int> published = std::nullopt,
                         ValueType type = ValueType::text);

// The confidence of a recognised number, date or score: however sure the engine was, one that
// is in doubt is worth no more than an even chance.
std::uint8_t confidence_in(const TypedValue& value, std::uint8_t recognised);

// What the second engine read where bytes [begin, end) stand; nothing unless it looked at all
// of them.
std::optional<std::string> second_reading(const Page& page, std::size_t begin, std::size_t end);

}  // namespace biaoshen
