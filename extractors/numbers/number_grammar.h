// The grammar of standard numbers: Chinese ones of every class, and the foreign
// ones that Chinese documents cite.
//
//   number   := head sequence ( dash year )? suffix*
//   head     := GB | GB/T | DB11/T | T/CAS | Q/ABC | ISO/IEC | …
//   sequence := 1270.3, 0171, 0001S, F20, 61000-4-2
//   suffix   := /XG1-2006 | （2018年版） | （所有部分） | /ISO 5509:2000 | 第2号修改单
//
// It prefers to miss an odd number over inventing one: phone numbers, document
// numbers (国标委联〔2022〕6号), plan numbers and product names are left alone. A
// bare industry code without a year (GA 36) counts only where a standard is named.
// It does not know which numbers exist, and it does not judge what it reads: a
// group number without a year or with a reserved code is found, rules complain.
//
// Doubts (StandardNumber::doubt; empty exactly if neither repaired nor uncertain):
//   repaired   founder: letters of a Founder font     dash: 一 for the dash
//              spaced: blanks inside the year
//   uncertain  dash: ~ or - in an odd place           dash-lost: 00552024, "17825.4 1999"
//              slash-lost: GBT in running text, TCAS, DGTJ, GBZ with a long sequence
//              split: broken by a line end or cell    year-range: no likely year (2926)
//              footnote: 20031                        year-part: a year cut short
//              range: 9001-9004                       lower-case: t/cas
//              unknown-code: AB/T                     unknown-region: DB99
//              early-form: T/310101009-C007           character-set: GB2312
//              ambiguous: DB323700; what is printed   incomplete: DB34T- without sequence
//              of it would be read as another number
//              glued: letters follow directly         spaced: blanks inside the sequence
//
// Tested by tests/numbers/.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/model/standard_number.h"

namespace biaoshen {

struct FoundNumber {
  StandardNumber number;
  std::size_t begin = 0, end = 0;  // bytes of the print
};

enum class NumberContext {
  text,
  file_name,  // also titles of web pages: slash and dash are often lost or '_'
  citation,   // lines of 规范性引用文件: at the start of a line a bare code is a standard
};

// All standard numbers in `print` (UTF-8 as printed, may hold line ends), in order, not
// overlapping. The role is `replaced` right after 代替, 替代 or 取代, through a list; else
// `mentioned`.
std::vector<FoundNumber> find_numbers(std::string_view print,
                                      NumberContext context = NumberContext::text);

// The one number that all of `print` (trimmed) is.
std::optional<StandardNumber> parse_number(std::string_view print);

// Template placeholders where a number or its parts should stand (GB/T XXXXX—XXXX,
// T/CSAE xx—20xx, Q/LB.□XXXXX-XXXX), as ranges of the print.
std::vector<std::pair<std::size_t, std::size_t>> find_number_placeholders(std::string_view print);

}  // namespace biaoshen
