#include "templates/batch/workbook.h"

#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <ctime>

#include "templates/shown_text.h"

namespace biaoshen {
namespace {

constexpr std::size_t kLongestCell = 2000;  // characters; Excel takes 32767
constexpr std::size_t kMostRows = 100'000;  // Excel takes 1048576
// The making of a file is no part of what it says. The library takes 0 for "now".
constexpr std::time_t kAnyTime = 315'532'800;  // 1980-01-01, as in the archive around it

// A file without a name or place: the library writes only into files.
class MemoryFile {
 public:
  MemoryFile() : descriptor_(::memfd_create("register", MFD_CLOEXEC)) {}
  ~MemoryFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

  std::string bytes() const {
    std::string out;
    char buffer[1 << 16];
    ssize_t got = 0;
    while ((got = ::pread(descriptor_, buffer, sizeof buffer, static_cast<off_t>(out.size()))) > 0)
      out.append(buffer, static_cast<std::size_t>(got));
    return out;
  }

 private:
  int descriptor_;
};

void add_sheet(lxw_workbook* book, const SheetOfText& sheet, lxw_format* head, lxw_format* plain) {
  lxw_worksheet* page = workbook_add_worksheet(book, sheet.name.c_str());
  if (page == nullptr) return;
  for (std::size_t i = 0; i < sheet.widths.size(); ++i) {
    const auto column = static_cast<lxw_col_t>(i);
    worksheet_set_column(page, column, column, sheet.widths[i], nullptr);
  }
  for (std::size_t row = 0; row < sheet.rows.size() && row < kMostRows; ++row) {
    for (std::size_t column = 0; column < sheet.rows[row].size(); ++column) {
      const std::string text = visible(brief(sheet.rows[row][column], kLongestCell));
      worksheet_write_string(page, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column),
                             text.c_str(), row == 0 ? head : plain);
    }
  }
  worksheet_freeze_panes(page, 1, 2);
  worksheet_set_landscape(page);
  worksheet_set_paper(page, 9);  // A4
  worksheet_fit_to_pages(page, 1, 0);
  worksheet_repeat_rows(page, 0, 0);
}

}  // namespace

Result<std::string> workbook_of(const std::vector<SheetOfText>& sheets) {
  const auto failed = [] { return fail(ErrorCode::internal, "register.xlsx: cannot be made"); };
  const MemoryFile file;
  lxw_workbook* book = workbook_new(file.path().c_str());
  if (book == nullptr) return failed();
  lxw_doc_properties properties{};
  properties.created = kAnyTime;
  workbook_set_properties(book, &properties);
  lxw_format* head = workbook_add_format(book);
  format_set_bold(head);
  format_set_text_wrap(head);
  format_set_bottom(head, LXW_BORDER_THIN);
  lxw_format* plain = workbook_add_format(book);
  format_set_text_wrap(plain);
  format_set_align(plain, LXW_ALIGN_VERTICAL_TOP);
  format_set_num_format(plain, "@");  // stays text when somebody edits it
  for (const SheetOfText& sheet : sheets) add_sheet(book, sheet, head, plain);
  if (workbook_close(book) != LXW_NO_ERROR) return failed();
  std::string bytes = file.bytes();
  if (bytes.empty()) return failed();
  return bytes;
}

}  // namespace biaoshen
