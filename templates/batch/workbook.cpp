#include "templates/batch/workbook.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>

#include "pipeline/base/text.h"
#include "pipeline/base/untrusted_path.h"
#include "templates/batch/whole_package.h"
#include "templates/memory_file.h"
#include "templates/shown_text.h"

namespace biaoshen {
namespace {

constexpr std::size_t kLongestCell = 2000;     // characters; Excel takes 32767
constexpr std::size_t kMostRows = 200'000;     // Excel takes 1048576
constexpr std::size_t kLongestAddress = 2000;  // Excel takes 2079
constexpr std::size_t kMostLinks = 20'000;     // of a sheet, 2 KiB each; Excel takes 65530
constexpr std::size_t kMostHeld = 2'000;       // rows of a workbook, some 2 KiB each
// The making of a file is no part of what it says. The library takes 0 for "now".
constexpr std::time_t kAnyTime = 315'532'800;  // 1980-01-01, as in the archive around it
constexpr lxw_color_t kInk = 0x1D1D1B, kAccent = 0xA61C13, kLine = 0xD6D5CF, kTint = 0xF6F5F1;

struct Formats {
  lxw_format *head, *text, *loud, *number, *date, *link;
};

lxw_format* format_of(lxw_workbook* book, lxw_color_t color) {
  lxw_format* format = workbook_add_format(book);
  format_set_font_name(format, "Microsoft YaHei");
  format_set_font_size(format, 10);
  format_set_font_color(format, color);
  format_set_text_wrap(format);
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  format_set_bottom(format, LXW_BORDER_THIN);
  format_set_bottom_color(format, kLine);
  return format;
}

Formats formats_of(lxw_workbook* book) {
  Formats formats{};
  for (lxw_format** one : {&formats.head, &formats.text, &formats.number, &formats.date})
    *one = format_of(book, kInk);
  formats.loud = format_of(book, kAccent);
  formats.link = format_of(book, kInk);
  format_set_bold(formats.head);
  format_set_align(formats.head, LXW_ALIGN_VERTICAL_CENTER);
  format_set_bg_color(formats.head, kTint);
  format_set_bottom_color(formats.head, kInk);
  format_set_bold(formats.loud);
  format_set_underline(formats.link, LXW_UNDERLINE_SINGLE);
  // "@": stays text when somebody edits it.
  for (lxw_format* one : {formats.text, formats.loud, formats.link})
    format_set_num_format(one, "@");
  format_set_num_format(formats.date, "yyyy-mm-dd");
  format_set_align(formats.date, LXW_ALIGN_LEFT);
  format_set_align(formats.number, LXW_ALIGN_RIGHT);
  format_set_indent(formats.number, 1);
  return formats;
}

// Lines that a text takes in a column. Only Excel fits a row to its text when it opens a file, so
// the heights are written: a Han character counts as two, a break between words is not looked for.
std::size_t lines_in(std::string_view text, double width) {
  const auto room = static_cast<std::size_t>(std::max(width, 2.0));
  std::size_t lines = 1, used = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const std::size_t wide = c < 0x2E80 ? 1 : 2;
    const bool is_over = used + wide > room;
    lines += c == '\n' || is_over;
    used = c == '\n' ? 0 : is_over ? wide : used + wide;
  }
  return lines;
}

// Spreadsheets read _x202E_ in a text as that character, and _x005F_ as the sign _ itself.
std::string verbatim(const std::string& text) {
  constexpr std::size_t kLength = 7;
  const auto is_code = [&](std::size_t at) {
    return at + kLength <= text.size() && text[at + 1] == 'x' && text[at + kLength - 1] == '_' &&
           text.find_first_not_of("0123456789ABCDEFabcdef", at + 2) == at + kLength - 1;
  };
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at)
    text[at] == '_' && is_code(at) ? out += "_x005F_" : out += text[at];
  return out;
}

// Writes the cells of one sheet.
class Page {
 public:
  Page(lxw_worksheet* page, const Sheet& sheet, const Formats& formats, PersonalData data)
      : page_(page), sheet_(sheet), formats_(formats), data_(data) {}

  void at(std::size_t row, std::size_t column) {
    row_ = static_cast<lxw_row_t>(row);
    column_ = static_cast<lxw_col_t>(column);
  }
  void begin_row() { lines_ = 1; }
  void end_row() {
    constexpr std::size_t kMostLines = 28;  // Excel takes 409 points
    const auto lines = static_cast<double>(std::min(lines_, kMostLines));
    worksheet_set_row(page_, row_, 3 + 14 * lines, nullptr);
  }
  void operator()(const std::string& text) { write(text, formats_.text); }
  void operator()(const LoudText& loud) { write(loud.text, formats_.loud); }
  void operator()(double number) {
    worksheet_write_number(page_, row_, column_, number, formats_.number);
  }
  // Excel knows no day before 1900.
  void operator()(const Date& date) {
    if (!is_valid(date) || date.year < 1900 || date.year > 9999) return (*this)(to_string(date));
    lxw_datetime day{date.year, date.month, date.day, 0, 0, 0};
    worksheet_write_datetime(page_, row_, column_, &day, formats_.date);
  }
  // An address that is too long for Excel, or one too many, stays text.
  void operator()(const SheetLink& link) {
    if (links_ == kMostLinks || link.address.size() > kLongestAddress) return (*this)(link.text);
    ++links_;
    const std::string text = shown(link.text);
    worksheet_write_url_opt(page_, row_, column_, link.address.c_str(), formats_.link, text.c_str(),
                            nullptr);
  }
  void head(const std::string& text) { write(text, formats_.head); }

 private:
  std::string shown(const std::string& text) {
    std::string out = verbatim(visible(brief(text, kLongestCell, data_)));
    lines_ = std::max(lines_, lines_in(out, sheet_.columns[column_].width));
    return out;
  }
  void write(const std::string& text, lxw_format* format) {
    worksheet_write_string(page_, row_, column_, shown(text).c_str(), format);
  }

  lxw_worksheet* page_;
  const Sheet& sheet_;
  const Formats& formats_;
  PersonalData data_;
  lxw_row_t row_ = 0;
  lxw_col_t column_ = 0;
  std::size_t links_ = 0, lines_ = 1;
};

void set_up(lxw_worksheet* page, const Sheet& sheet, std::size_t rows, const PrintedWords& words) {
  const auto last_row = static_cast<lxw_row_t>(rows);
  const auto last_column = static_cast<lxw_col_t>(sheet.columns.size() - 1);
  worksheet_autofilter(page, 0, 0, last_row, last_column);
  worksheet_freeze_panes(page, 1, 2);
  worksheet_set_landscape(page);
  worksheet_set_paper(page, 9);  // A4
  worksheet_set_margins(page, 0.4, 0.4, 0.7, 0.6);
  worksheet_fit_to_pages(page, 1, 0);
  worksheet_repeat_rows(page, 0, 0);
  if (sheet.printed > 0)
    worksheet_print_area(page, 0, 0, last_row, static_cast<lxw_col_t>(sheet.printed - 1));
  worksheet_set_header(page, ("&L&9" + words.title + "&R&9&A").c_str());
  worksheet_set_footer(page, ("&R&9" + words.page).c_str());
  worksheet_ignore_errors(page, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
}

void add_sheet(lxw_workbook* book, const Sheet& sheet, const PrintedWords& words,
               const Formats& formats, PersonalData data) {
  lxw_worksheet* page = workbook_add_worksheet(book, sheet.name.c_str());
  if (page == nullptr) return;
  const std::size_t rows = std::min(sheet.rows, kMostRows);
  Page cells(page, sheet, formats, data);
  for (std::size_t column = 0; column < sheet.columns.size(); ++column) {
    const auto at = static_cast<lxw_col_t>(column);
    worksheet_set_column(page, at, at, sheet.columns[column].width, nullptr);
    cells.at(0, column);
    cells.head(sheet.columns[column].head);
  }
  cells.end_row();
  for (std::size_t row = 0; row < rows; ++row) {
    cells.begin_row();
    const SheetRow values = sheet.row(row);
    for (std::size_t column = 0; column < values.size(); ++column) {
      cells.at(row + 1, column);
      std::visit(cells, values[column]);
    }
    cells.end_row();
  }
  if (rows < sheet.rows) {
    cells.at(rows + 1, 1);
    cells(LoudText{words.not_all_shown});
  }
  set_up(page, sheet, rows, words);
}

// The rows of a long one go to TMPDIR as soon as each is complete, with its texts: a table of all
// texts, each once, would have to be held until the end.
lxw_workbook* new_workbook(const std::string& path, const std::vector<Sheet>& sheets) {
  std::size_t rows = 0;
  for (const Sheet& sheet : sheets) rows += std::min(sheet.rows, kMostRows);
  lxw_workbook_options options{};
  options.constant_memory = rows > kMostHeld ? LXW_TRUE : LXW_FALSE;
  return workbook_new_opt(path.c_str(), &options);
}

// A name as one part of an address: nothing in it begins another part, or a scheme.
std::string percent_encoded(std::string_view name) {
  constexpr std::string_view kHex = "0123456789ABCDEF", kPlain = "-_.~()!,;=+@$";
  const bool is_text = is_valid_utf8(name) && escape_unseen(name) == name;
  std::string out;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                          (c >= '0' && c <= '9') || (is_text && byte >= 0x80) ||
                          kPlain.find(c) != std::string_view::npos;
    if (is_plain) {
      out += c;
    } else {
      out += {'%', kHex[byte >> 4], kHex[byte & 15]};
    }
  }
  return out;
}

tl::unexpected<Error> not_made() {
  const char* at = std::getenv("TMPDIR");
  const std::string place = at == nullptr || *at == '\0' ? "/tmp" : visible(at);
  return fail(ErrorCode::output,
              "register.xlsx cannot be made: no space left for temporary files in " + place +
                  ", or it cannot be written; make room, or set TMPDIR to a folder "
                  "that has it / 无法生成 register.xlsx：临时目录空间不足或不可写");
}

}  // namespace

Result<std::string> workbook_of(const std::vector<Sheet>& sheets, const PrintedWords& words,
                                PersonalData data) {
  const MemoryFile file;
  lxw_workbook* book = new_workbook(file.path(), sheets);
  if (book == nullptr) return not_made();
  lxw_doc_properties properties{};
  properties.created = kAnyTime;
  workbook_set_properties(book, &properties);
  const Formats formats = formats_of(book);
  for (const Sheet& sheet : sheets) add_sheet(book, sheet, words, formats, data);
  if (workbook_close(book) != LXW_NO_ERROR || !is_whole_package(file.path())) return not_made();
  return file.bytes();
}

std::string link_address(std::string_view folder, std::string_view anchor) {
  return percent_encoded(folder) + "/dossier.html" +
         (anchor.empty() ? "" : "#" + percent_encoded(anchor));
}

}  // namespace biaoshen
