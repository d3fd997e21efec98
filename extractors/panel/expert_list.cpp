#include "extractors/panel/expert_list.h"

#include <algorithm>
#include <optional>
#include <span>

#include "extractors/finders/quote.h"
#include "extractors/panel/list_tables.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::size_t kMostExperts = 200;
constexpr std::size_t kLastHeader = 20;   // rows of a table in which its header may stand
constexpr std::size_t kLongestName = 30;  // characters

// What a column is called, the surest name first.
constexpr std::string_view kName[] = {"姓名", "专家姓名", "成员姓名", "name"};
constexpr std::string_view kEmployer[] = {"工作单位", "现工作单位", "所在单位", "任职单位",
                                          "单位名称", "单位",       "employer"};
constexpr std::string_view kTitle[] = {"职称",     "技术职称", "专业技术职称", "专业技术职务",
                                       "技术职务", "职务",     "title"};
constexpr std::string_view kSpecialty[] = {"专业领域", "专业",     "领域",     "技术领域",
                                           "从事专业", "研究方向", "specialty"};

struct Columns {
  std::optional<std::size_t> name, employer, title, specialty;
  bool are_complete() const {
    return name && employer && title && name != employer && name != title && employer != title;
  }
};

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return text;
}

// 职称/职务, 工作单位（全称） and 单位及部门 are called by what stands first.
std::string heading(const std::string& print) {
  std::string text = lower(bare(print));
  for (std::string_view mark : {"/", "(", "、", "及", "和", "与"})
    text.resize(std::min(text.find(mark), text.size()));
  return text;
}

bool is_called(std::span<const std::string_view> names, const std::string& print) {
  return std::find(names.begin(), names.end(), heading(print)) != names.end();
}

std::optional<std::size_t> column_called(std::span<const std::string_view> names,
                                         const ListRow& row) {
  for (std::string_view name : names) {
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      if (heading(row.cells[i]) == name) return i;
  }
  return std::nullopt;
}

Columns columns_in(const ListRow& row) {
  return {column_called(kName, row), column_called(kEmployer, row), column_called(kTitle, row),
          column_called(kSpecialty, row)};
}

struct List {
  const ListTable* table;
  std::size_t header;  // index of a row
  Columns columns;
};

std::optional<List> list_in(const ListTable& table) {
  for (std::size_t i = 0; i < std::min(table.rows.size(), kLastHeader); ++i) {
    const Columns columns = columns_in(table.rows[i]);
    if (columns.are_complete()) return List{&table, i, columns};
  }
  return std::nullopt;
}

std::string cell(const ListRow& row, std::optional<std::size_t> column) {
  return column && *column < row.cells.size() ? row.cells[*column] : std::string();
}

// 张三（组长） is 张三.
std::string name_alone(const std::string& print) {
  return bare(print.substr(0, print.find('(')));
}

bool is_name(const std::string& name) {
  return !name.empty() && count_code_points(name) <= kLongestName &&
         name.find_first_of("0123456789:;,/") == std::string::npos && !contains(name, "、") &&
         !is_called(kName, name);
}

std::string place_in(const Quote& quote) {
  if (!quote.cell.empty()) return quote.cell;
  if (const auto* flow = std::get_if<InFlow>(&quote.place))
    return "line " + std::to_string(flow->paragraph);
  return "page " + std::to_string(quote.page);
}

std::size_t end_of_quote(const Page& page, const ListRow& row) {
  constexpr std::size_t kLongestQuote = 2000;
  if (row.end - row.begin <= kLongestQuote) return row.end;
  std::size_t end = row.begin + kLongestQuote;
  while ((static_cast<unsigned char>(page.text[end]) & 0xC0) == 0x80) --end;
  return end;
}

// Two lists side by side would hide the experts of the second.
bool is_one_list(const List& list) {
  const std::vector<std::string>& cells = list.table->rows[list.header].cells;
  return std::count_if(cells.begin(), cells.end(),
                       [](const std::string& print) { return is_called(kName, print); }) == 1;
}

Result<std::vector<Expert>> experts_of(const File& file, const List& list) {
  std::vector<Expert> experts;
  for (std::size_t i = list.header + 1; i < list.table->rows.size(); ++i) {
    const ListRow& row = list.table->rows[i];
    const std::string print = cell(row, list.columns.name);
    Expert expert{
        name_alone(print), cell(row, list.columns.employer), cell(row, list.columns.title),
        cell(row, list.columns.specialty),
        quote_of(file, *list.table->page, row.begin, end_of_quote(*list.table->page, row))};
    const bool is_blank = print.empty() && expert.employer.empty() && expert.title.empty();
    if (row.is_banner || is_blank) continue;
    if (!is_name(expert.name))
      return fail(ErrorCode::input, file.path + ": " + place_in(expert.quote) + ": “" + print +
                                        "” is no name of an expert; correct or remove the row");
    if (experts.size() == kMostExperts)
      return fail(ErrorCode::input, file.path + ": more than " + std::to_string(kMostExperts) +
                                        " experts; give the list of one panel");
    experts.push_back(std::move(expert));
  }
  if (experts.empty())
    return fail(ErrorCode::input, file.path + ": no expert below the header row");
  return experts;
}

Result<void> check_read_in_full(const File& file) {
  const Document& document = file.document;
  if (document.format != "xlsx" && document.format != "txt")
    return fail(ErrorCode::input, file.path + ": a list of experts is XLSX or CSV, this is " +
                                      document.format + "; save it as one of them");
  if (document.status == FileStatus::read) return {};
  std::string why;
  for (const Problem& problem : document.problems)
    why += (why.empty() ? " (" : ", ") + problem.kind;
  return fail(ErrorCode::input, file.path + ": not readable in full" +
                                    (why.empty() ? "" : why + ")") +
                                    "; save it again as XLSX or CSV");
}

// A list so long that it goes on where it is not looked for.
bool goes_on(const Document& document, const ListTable& table) {
  if (table.rows.size() == kMostListRows) return true;
  return std::any_of(document.pages.begin(), document.pages.end(), [&](const Page& page) {
    return &page != table.page && page.title == table.page->title && !page.text.empty();
  });
}

}  // namespace

Result<std::vector<Expert>> read_experts(const File& file) {
  if (const auto fine = check_read_in_full(file); !fine) return tl::unexpected(fine.error());
  const std::vector<ListTable> tables = list_tables(file.document);
  std::vector<List> lists;
  for (const ListTable& table : tables) {
    if (const auto list = list_in(table)) lists.push_back(*list);
  }
  if (lists.empty())
    return fail(ErrorCode::input, file.path +
                                      ": no header row with 姓名, 工作单位 and 职称 in its first " +
                                      std::to_string(kLastHeader) + " rows; add one, in any order");
  if (lists.size() > 1 || !is_one_list(lists.front()))
    return fail(ErrorCode::input,
                file.path +
                    ": several lists of experts (sheets, hidden ones too, or side by side); "
                    "leave the one of this panel, its rows below one header");
  if (goes_on(file.document, *lists.front().table))
    return fail(ErrorCode::input, file.path + ": too long for the list of one panel");
  return experts_of(file, lists.front());
}

}  // namespace biaoshen
