// Facts and evidence. A fact is one reading of one thing with exactly one
// verbatim quote; several readings of the same thing are several facts, and
// choosing among them is a rule's business.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "pipeline/model/date.h"
#include "pipeline/model/document.h"
#include "pipeline/model/standard_number.h"

namespace biaoshen {

// What was read, where. `text` is cut from the print, never normalised.
struct Quote {
  std::string file;        // id of the file
  std::uint32_t page = 0;  // from 1; 0 where it has none (a file name)
  Place place;
  std::string cell;  // worksheets: 自评打分表!D9
  std::string text;
  Origin origin = Origin::text;
  std::uint8_t confidence = 100;  // per cent
  std::string image;              // evidence/….png, where a crop was made
  bool operator==(const Quote&) const = default;
};

// What was looked for and not found.
struct Search {
  std::string sought;
  std::vector<std::string> files;  // ids
  bool complete = false;           // every file that could hold it was read in full
  bool operator==(const Search&) const = default;
};

using Evidence = std::variant<Quote, Search>;

struct Fact {
  std::string name;      // number, title, published, score.item, …
  std::string value;     // canonical form; for an empty form field the empty string
  std::string material;  // of the part it was read in
  Quote quote;
  // The value in typed form where it has one.
  std::variant<std::monostate, StandardNumber, Date, double> typed;
  // Unfit to decide alone: repaired, uncertain or from a suspect page; why, as a short code.
  std::string doubt;
  // Further named parts of a compound reading, e.g. score.item: maximum, group.
  std::vector<std::pair<std::string, std::string>> details;

  const std::string* detail(std::string_view key) const;
};

}  // namespace biaoshen
