// Makes small Office packages in memory: the parts that a test does not care about are filled in.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace biaoshen {

using Parts = std::map<std::string, std::string>;

// A ZIP archive of the parts, deflated.
std::string zip_of(const Parts& parts);

// A document whose body holds `body`; `more` adds parts, `relations` adds <Relationship/> tags.
std::string docx_of(std::string_view body, const Parts& more = {}, std::string_view relations = "");
// The same with `document` as the whole main part.
std::string docx_of_part(std::string document, const Parts& more = {},
                         std::string_view relations = "");
// One paragraph with one run.
std::string para(std::string_view text, std::string_view run_properties = "");
// A cell with what is given as its properties.
std::string cell(std::string_view text, std::string_view properties = "");
// A relationship of a usual type to a part beside the main one.
std::string relation(std::string_view id, std::string_view type, std::string_view target);
// A header, footer or notes part around `content`.
std::string story(std::string_view root, std::string_view content);

// A workbook with one sheet "评分" whose part holds `sheet`; `strings` fills the shared strings,
// `styles` the style sheet.
struct Xlsx {
  std::string sheet, strings, styles, book_properties, sheet_state, sheet_relations;
  std::string more_sheets, book_relations;  // <sheet/> tags, and where they lead
  Parts more;
};
std::string xlsx_of(const Xlsx& xlsx);

// A whole PNG file of this size (header and end only; nobody decodes it).
std::string png_of(std::uint32_t width, std::uint32_t height);
std::string number_bytes(std::uint64_t number, int count, bool is_big);
// The lowest byte first, as most formats have it.
std::string little(std::uint64_t number, int count);

}  // namespace biaoshen
