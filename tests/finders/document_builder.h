// Small documents made by hand for the tests of the finders: paragraphs, printed
// lines with boxes, tables and worksheets, wrapped into a dossier of one file.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/contracts.h"

namespace biaoshen::testing {

// Paragraphs without geometry, as a DOCX has them.
Page flow_page(const std::vector<std::string>& paragraphs);

// Lines of a printed page: each a list of (left edge in points, words). Letters
// are 12 points high; Han are 12 wide, others 6; lines stand 18 points apart.
using PrintedLines = std::vector<std::vector<std::pair<float, std::string>>>;
Page printed_page(const PrintedLines& lines);

// A table: rows of cells. "<" widens the cell to its left, "^" lengthens the one
// above, "~" leaves out the cell (worksheets have no blank cells).
using Table = std::vector<std::vector<std::string>>;
Page table_page(const Table& table);                           // in a flow, a line a row
Page worksheet(const std::string& title, const Table& table);  // words know their cell
void add_table(Page& page, const Table& table);                // below what the page has

// The page as if its words had been recognised from pixels.
Page recognised(Page page, std::uint8_t confidence = 96);
// What the second engine read where `first` stands.
void add_second(Page& page, const std::string& first, const std::string& second);
// A picture on the page whose words were recognised: lines as of a printed page, in pixels of
// the picture (InImage) where the page has no geometry.
void add_picture(Page& page, const PrintedLines& lines);

// A dossier of one file "f01" with one part of `material`.
Dossier dossier_of(std::vector<Page> pages, const std::string& material = "application-form");
// Its document.
Document document_of(std::vector<Page> pages);

FactSpec call(const std::string& finder, Parameters parameters);

}  // namespace biaoshen::testing
