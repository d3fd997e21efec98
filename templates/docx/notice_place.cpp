#include "templates/docx/notice_place.h"

#include <algorithm>
#include <set>
#include <vector>

#include "pipeline/base/text.h"
#include "templates/problem_wording.h"
#include "templates/shown_text.h"
#include "templates/wording.h"

namespace biaoshen {
namespace {

constexpr std::size_t kListedFiles = 30;
constexpr std::size_t kListedPlaces = 6;   // of one file
constexpr std::size_t kListedQuotes = 12;  // of one place
constexpr std::size_t kLongestPath = 200, kLongestQuote = 40, kLongestCell = 60;

// A page, a paragraph or a worksheet of a file, with what was read there.
struct NoticePlace {
  std::string where;
  bool is_sheet = false;
  std::vector<std::string> quotes;  // of a sheet: names of cells
  std::size_t unlisted = 0;
};
struct FilePlaces {
  std::string file;  // id
  bool is_whole = false;
  std::vector<NoticePlace> places;
  std::size_t unlisted = 0;
};

class PlaceWording {
 public:
  PlaceWording(const Record& record, const Finding& finding) : record_(record) {
    for (const Evidence& one : finding.evidence)
      if (const auto* quote = std::get_if<Quote>(&one)) add(*quote);
  }

  std::string text() const {
    std::string out;
    for (std::size_t i = 0; i < std::min(files_.size(), kListedFiles); ++i)
      out += (i > 0 ? words("notice.next") : "") + in_words(files_[i]);
    return out + rest();
  }

  std::string remedies() const {
    std::string out;
    for (std::size_t i = 0; i < std::min(files_.size(), kListedFiles); ++i) {
      const Problem* problem = files_[i].is_whole ? problem_of(files_[i].file) : nullptr;
      if (problem == nullptr) return {};
      const std::string remedy = remedy_in_words(*problem, language());
      out += i > 0 ? words("notice.next") : "";
      out += files_.size() == 1
                 ? remedy
                 : filled("notice.file-remedy",
                          {{"file", name_of_file(files_[i].file)}, {"remedy", remedy}});
    }
    return out.empty() ? out : filled("notice.remedies", {{"list", out + rest()}});
  }

 private:
  void add(const Quote& quote) {
    const auto known = std::ranges::find(files_, quote.file, &FilePlaces::file);
    FilePlaces& file = known == files_.end() ? files_.emplace_back() : *known;
    file.file = quote.file;
    if (quote.origin == Origin::name || (quote.page == 0 && quote.cell.empty())) {
      file.is_whole = true;
      return;
    }
    if (!seen_.insert({quote.file, where_of(quote), quoted(quote)}).second) return;
    NoticePlace* place = place_in(file, quote);
    if (place == nullptr || quoted(quote).empty()) return;
    if (place->quotes.size() < kListedQuotes) {
      place->quotes.push_back(quoted(quote));
    } else {
      ++place->unlisted;
    }
  }

  Language language() const { return record_.presentation.language; }
  std::string words(std::string_view key) const { return word(key, language()); }
  std::string filled(std::string_view key, Filling filling) const {
    return phrase(key, language(), filling);
  }
  std::string shown(std::string_view text, std::size_t limit) const {
    return on_one_line(record_, text, limit);
  }

  // 自评打分表!E5 is of the sheet 自评打分表.
  static std::string_view sheet_of(std::string_view cell) {
    return cell.substr(0, cell.rfind('!') == std::string_view::npos ? 0 : cell.rfind('!'));
  }

  std::string where_of(const Quote& quote) const {
    if (const std::string_view sheet = sheet_of(quote.cell); !sheet.empty())
      return filled("notice.sheet", {{"sheet", shown(sheet, kLongestCell)}});
    const std::string page = std::to_string(quote.page);
    if (const auto* flow = std::get_if<InFlow>(&quote.place);
        flow != nullptr && flow->paragraph > 0)
      return filled("notice.paragraph",
                    {{"page", page}, {"paragraph", std::to_string(flow->paragraph)}});
    return filled("notice.page", {{"page", page}});
  }

  // What the applicant looks for there: the name of the cell, or the words.
  std::string quoted(const Quote& quote) const {
    if (!quote.cell.empty()) {
      const std::string_view sheet = sheet_of(quote.cell);
      const std::string_view cell = quote.cell;
      return shown(cell.substr(sheet.empty() ? 0 : sheet.size() + 1), kLongestCell);
    }
    return shown(quote.text, kLongestQuote);
  }

  NoticePlace* place_in(FilePlaces& file, const Quote& quote) const {
    const std::string where = where_of(quote);
    const auto known = std::ranges::find(file.places, where, &NoticePlace::where);
    if (known != file.places.end()) return &*known;
    if (file.places.size() == kListedPlaces) {
      ++file.unlisted;
      return nullptr;
    }
    return &file.places.emplace_back(NoticePlace{where, !quote.cell.empty(), {}, 0});
  }

  std::string rest() const {
    if (files_.size() <= kListedFiles) return {};
    return words("notice.next") +
           filled("notice.files-rest", {{"count", std::to_string(files_.size() - kListedFiles)}});
  }

  std::string list_of(const NoticePlace& place) const {
    std::string list;
    for (const std::string& quote : place.quotes) {
      if (place.is_sheet) {
        list += (list.empty() ? "" : words("notice.and")) + quote;
      } else {
        list = list.empty() ? filled("notice.quoted", {{"text", quote}})
                            : filled("notice.quoted-more", {{"list", list}, {"text", quote}});
      }
    }
    if (place.unlisted > 0)
      list += words("notice.and") +
              filled("notice.places-rest", {{"count", std::to_string(place.unlisted)}});
    return list;
  }

  std::string in_words(const NoticePlace& place) const {
    if (place.quotes.empty()) return place.where;
    return filled(place.is_sheet ? "notice.cells" : "notice.quotes",
                  {{"where", place.where}, {"list", list_of(place)}});
  }

  std::string name_of_file(const std::string& id) const {
    const RecordedFile* file = file_by_id(record_, id);
    return filled("notice.file",
                  {{"path", shown(file == nullptr ? id : file->path, kLongestPath)}});
  }

  std::string in_words(const FilePlaces& one) const {
    std::string out = name_of_file(one.file);
    if (const Problem* problem = one.is_whole ? problem_of(one.file) : nullptr)
      out += filled("notice.problem",
                    {{"what", problem_in_words({problem->kind, 0, ""}, language())}});
    for (std::size_t i = 0; i < one.places.size(); ++i)
      out = filled(i == 0 ? "notice.place" : "notice.place-more",
                   {{"file", out}, {"place", in_words(one.places[i])}});
    if (one.unlisted > 0)
      out += words("notice.and") +
             filled("notice.places-rest", {{"count", std::to_string(one.unlisted)}});
    return out;
  }

  // Of a file that was not read in full, the first that its sender can do something about; null
  // where there is none.
  const Problem* problem_of(const std::string& id) const {
    const RecordedFile* file = file_by_id(record_, id);
    const bool is_read =
        file == nullptr || file->status == FileStatus::read || file->status == FileStatus::ignored;
    if (is_read) return nullptr;
    const auto found = std::ranges::find_if(file->problems, [&](const Problem& problem) {
      return !remedy_in_words(problem, language()).empty();
    });
    return found == file->problems.end() ? nullptr : &*found;
  }

  const Record& record_;
  std::vector<FilePlaces> files_;
  std::set<std::vector<std::string>> seen_;
};

std::string search_in_words(const Record& record, const Search& search) {
  const auto reviewed = std::ranges::count_if(
      record.files, [](const RecordedFile& file) { return file.status != FileStatus::ignored; });
  const bool is_all = search.files.size() == static_cast<std::size_t>(reviewed);
  if (search.files.empty()) return word("search.no-files", record.presentation.language);
  const char* key = !search.complete ? "notice.searched"
                    : is_all         ? "notice.not-in-all"
                                     : "notice.not-in";
  return phrase(key, record.presentation.language,
                {{"count", std::to_string(search.files.size())}});
}

}  // namespace

std::string on_one_line(const Record& record, std::string_view text, std::size_t limit) {
  std::string line(trim(visible(brief(text, limit, record.presentation.personal_data))));
  std::ranges::replace_if(
      line, [](char c) { return c == '\n' || c == '\t'; }, ' ');
  return line;
}

std::string places_in_words(const Record& record, const Finding& finding) {
  if (std::string text = PlaceWording(record, finding).text(); !text.empty()) return text;
  for (const Evidence& one : finding.evidence)
    if (const auto* search = std::get_if<Search>(&one)) return search_in_words(record, *search);
  return {};
}

std::string file_remedies_in_words(const Record& record, const Finding& finding) {
  return PlaceWording(record, finding).remedies();
}

}  // namespace biaoshen
