#include "checkers/predicates/gaps.h"

#include <algorithm>
#include <map>
#include <set>

#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

// Smaller pictures are logos and seals, not screenshots.
constexpr std::uint32_t kSmallestShotWidth = 300;
constexpr std::uint32_t kSmallestShotHeight = 100;
constexpr std::size_t kMostGapsTold = 8;

struct ReasonWords {
  std::string_view code, zh, en;
};
constexpr ReasonWords kReasons[] = {
    {"needs-ocr", "为图像，尚未识别文字", "an image whose words were not recognised"},
    {"picture", "含未识别的图片", "holds a picture that was not read"},
    {"text-suspect", "文字层不可信", "its text layer cannot be trusted"},
    {"hidden-text-only", "只有隐藏文字", "has hidden text only"},
    {"xfa-form", "为 XFA 表单，页面没有可读的内容", "an XFA form whose pages hold nothing to read"},
    {"encrypted", "已加密", "encrypted"},
    {"empty-file", "空文件", "empty"},
    {"damaged-pdf", "PDF 已损坏", "damaged PDF"},
    {"damaged-office", "Office 文件已损坏", "damaged Office file"},
    {"damaged-archive", "压缩包已损坏", "damaged archive"},
    {"damaged-image", "图像已损坏", "damaged image"},
    {"xml-damaged", "内部 XML 已损坏", "damaged XML inside"},
    {"damaged-mime", "邮件或网页存档已损坏", "damaged mail or saved page"},
    {"format-unknown", "格式无法识别", "unknown format"},
    {"archive-variant", "压缩方式本程序不能读取", "packed in a way that is not read here"},
    {"compression-method", "压缩方法不能识别", "an unknown way of compressing"},
    {"multi-volume", "分卷压缩包的一卷", "one volume of an archive"},
    {"checksum", "校验值不符", "its checksum is wrong"},
    {"size-mismatch", "大小与登记的不符", "its size is not the one stated"},
    {"inconsistent-entry", "压缩包目录与内容不一致", "the archive contradicts itself"},
    {"name-clash", "与压缩包内另一文件同名", "another entry has the same name"},
    {"unsafe-name", "文件名不安全，未打开", "an unsafe name, not opened"},
    {"nesting-limit", "压缩包层数超过上限", "archives nested deeper than the limit"},
    {"package-limit", "压缩包展开后总大小超过上限", "packages larger than the limit"},
    {"spool-full", "暂存空间不足", "no room to unpack it"},
    {"cut-short", "取出时中断", "cut short while unpacking"},
    {"old-word", "Word 95 或更早的格式，只读取了文字", "Word 95 or older, read as text only"},
    {"no-text-recognised", "图像中没有识别出文字", "nothing was recognised in a picture"},
    {"picture-format", "含未识别的图片", "holds a picture that was not read"},
    {"alt-chunk", "含打开时才插入的内容", "holds what Word inserts on opening"},
    {"time-limit", "读取超时", "reading took too long"},
    {"page-limit", "页数超过上限", "more pages than the limit"},
    {"size-limit", "大小超过上限", "larger than the limit"},
    {"text-limit", "文字量超过上限", "more text than the limit"},
    {"readings-limit", "同一内容重复次数过多", "one thing said too many times"},
    {"entry-limit", "文件数超过上限", "more files than the limit"},
    {"ratio-limit", "压缩比异常", "compressed beyond the limit"},
    {"image-limit", "图像尺寸超过上限", "an image larger than the limit"},
    {"memory-limit", "读取所需内存超过上限", "reading took too much memory"},
    {"crash", "读取程序意外中止", "the reader ended unexpectedly"},
    {"quarantined", "多次读取失败，没有打开", "not opened, for reading it failed several times"},
    {"protocol", "读取结果不可信", "what the reader said cannot be trusted"},
    {"reader-missing", "读取程序没有安装", "the reader is not installed"},
    {"permission", "无权读取", "no permission to read it"},
    {"read-error", "存储出错，未能读取", "its storage gave errors"},
    {"symlink", "是链接，不是文件", "a link, not a file"},
    {"not-a-file", "不是普通文件", "not a regular file"},
    {"path-too-deep", "文件夹层次过深", "too deep in folders"},
    {"xml-doctype", "内部 XML 含不允许的声明", "XML inside with a forbidden declaration"},
    {"xml-depth-limit", "内部 XML 嵌套过深", "XML inside nested too deep"},
    {"outlined-glyphs", "文字已转成曲线，尚未识别", "letters drawn as outlines, not recognised"},
    {"not-reached", "读取停止前未读到", "not reached before reading stopped"},
    {"not-read", "未能读取", "could not be read"},
    {"recognised", "文字为识别所得，可能有误", "its words were recognised and may be wrong"},
};

// What is only to be known about a file: it hides nothing.
constexpr std::string_view kNotes[] = {"active-content",     "attachment",
                                       "blank-page",         "chart-sheet",
                                       "comments",           "converted",
                                       "digital-signature",  "duplicate",
                                       "external-reference", "formula",
                                       "hidden-cells",       "hidden-sheet",
                                       "hidden-text",        "macro",
                                       "name-clash-case",    "name-clash-normalised",
                                       "name-encoding",      "name-encoding-unsure",
                                       "name-not-portable",  "name-shortened",
                                       "permissions",        "portfolio",
                                       "revisions",          "text-repaired",
                                       "trailing-data",      "unfilled-control",
                                       "watermark",          "wrong-extension"};

bool is_note(const Problem& problem) {
  return std::find(std::begin(kNotes), std::end(kNotes), problem.kind) != std::end(kNotes);
}

const ReasonWords* words_for(std::string_view code) {
  const auto* found = std::find_if(std::begin(kReasons), std::end(kReasons),
                                   [&](const ReasonWords& row) { return row.code == code; });
  return found == std::end(kReasons) ? nullptr : found;
}

// The first problem that hides something; notes such as a wrong extension do not.
std::string first_reason(const Document& document) {
  for (const Problem& problem : document.problems)
    if (words_for(problem.kind) != nullptr || problem.kind.starts_with("format-"))
      return problem.kind;
  const auto hides = std::find_if_not(document.problems.begin(), document.problems.end(), is_note);
  return hides == document.problems.end() ? "not-read" : hides->kind;
}

bool is_shot(const Image& image) {
  return image.width >= kSmallestShotWidth && image.height >= kSmallestShotHeight;
}

bool has_unread_picture(const Page& page) {
  const bool read = page.source == Source::ocr || page.source == Source::mixed;
  return !read && std::any_of(page.images.begin(), page.images.end(), is_shot);
}

std::string reason_of_page(const Page& page, Pictures pictures) {
  if (page.source == Source::failed) return page.reason.empty() ? "not-read" : page.reason;
  if (page.is_suspect()) return page.reason;
  const bool counts = pictures == Pictures::may_hold_it && has_unread_picture(page);
  return counts ? "picture" : "";
}

// Most of its words come from pixels; a picture or two in a printed page do not count.
bool is_recognised(const Page& page) {
  if (page.source != Source::mixed) return page.source == Source::ocr;
  const auto recognised = std::count_if(page.words.begin(), page.words.end(), [](const Word& word) {
    return word.origin == Origin::ocr;
  });
  return 2 * static_cast<std::size_t>(recognised) >= page.words.size();
}

// Figures of a standard's text are no screenshots. A page of it that is nothing
// but a picture has no text and so counts as a failed page anyway.
bool is_in_standard(const Dossier& dossier, std::size_t file, std::uint32_t page) {
  return std::any_of(dossier.parts.begin(), dossier.parts.end(), [&](const Part& part) {
    return part.file == file && part.material == "standard-text" && part.first_page <= page &&
           page <= part.last_page;
  });
}

// A partly read file hides everything, unless each problem that hides something names its page.
bool is_whole_gap(const Document& document) {
  if (document.status != FileStatus::partial) {
    return document.status == FileStatus::unreadable || document.status == FileStatus::refused;
  }
  const auto& problems = document.problems;
  return std::none_of(problems.begin(), problems.end(),
                      [](const Problem& problem) { return problem.page > 0; }) ||
         std::any_of(problems.begin(), problems.end(),
                     [](const Problem& problem) { return problem.page == 0 && !is_note(problem); });
}

void add_pages(std::vector<ReadingGap>& found, const Dossier& dossier, std::size_t index,
               Pictures pictures, std::uint32_t first, std::uint32_t last) {
  const Document& document = dossier.files[index].document;
  std::map<std::string, std::set<std::uint32_t>> by_reason;
  for (const Page& page : document.pages) {
    if (page.number < first || page.number > last) continue;
    const std::string reason = reason_of_page(page, pictures);
    if (reason.empty()) continue;
    if (reason == "picture" && is_in_standard(dossier, index, page.number)) continue;
    by_reason[reason].insert(page.number);
  }
  if (document.status == FileStatus::partial) {
    for (const Problem& problem : document.problems) {
      const bool inside = first <= problem.page && problem.page <= last;
      if (inside && !is_note(problem)) by_reason[problem.kind].insert(problem.page);
    }
  }
  for (const auto& [reason, pages] : by_reason) {
    found.push_back({index, {pages.begin(), pages.end()}, reason});
  }
}

std::string page_list(const std::vector<std::uint32_t>& pages, std::string_view between) {
  constexpr std::size_t kMostPages = 10;
  std::string out;
  for (std::size_t i = 0; i < pages.size() && i < kMostPages; ++i) {
    out += (out.empty() ? std::string() : std::string(between)) + std::to_string(pages[i]);
  }
  return pages.size() > kMostPages ? out + "…" : out;
}

// "自评打分表!D9" for a place in a worksheet, else empty.
std::string cell_name(const Page& page, const Place& place) {
  const auto* cell = std::get_if<InCell>(&place);
  if (cell == nullptr) return "";
  std::string letters;
  for (std::uint32_t column = cell->column; column > 0; column = (column - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
  }
  return page.title + "!" + letters + std::to_string(cell->row);
}

Wording describe_one(const Dossier& dossier, const ReadingGap& gap) {
  const Wording why = words_of_reason(gap.reason);
  if (gap.file >= dossier.files.size())
    return {"申报包（" + why.zh + "）", "the dossier (" + why.en + ")"};
  const std::string& path = dossier.files[gap.file].path;
  if (gap.pages.empty()) return {path + "（" + why.zh + "）", path + " (" + why.en + ")"};
  return {path + " 第 " + page_list(gap.pages, "、") + " 页（" + why.zh + "）",
          path + " page " + page_list(gap.pages, ", ") + " (" + why.en + ")"};
}

}  // namespace

Wording words_of_reason(std::string_view code) {
  if (const ReasonWords* words = words_for(code))
    return {std::string(words->zh), std::string(words->en)};
  if (code.starts_with("format-")) {
    const std::string format(code.substr(std::string_view("format-").size()));
    return {"本版本不读取 " + format + " 格式", "this version does not read the format " + format};
  }
  return {std::string(code), std::string(code)};
}

std::vector<ReadingGap> gaps(const Dossier& dossier, Pictures pictures) {
  std::vector<ReadingGap> found;
  for (std::size_t i = 0; i < dossier.files.size(); ++i) {
    const Document& document = dossier.files[i].document;
    if (document.status == FileStatus::ignored) continue;
    if (is_whole_gap(document)) {
      found.push_back({i, {}, first_reason(document)});
    } else {
      add_pages(found, dossier, i, pictures, 1, UINT32_MAX);
    }
  }
  for (const Problem& problem : dossier.problems) {
    if (problem.kind.ends_with("-limit")) found.push_back({dossier.files.size(), {}, problem.kind});
  }
  return found;
}

std::vector<ReadingGap> gaps_in(const Dossier& dossier, const Part& part, Pictures pictures) {
  std::vector<ReadingGap> found;
  const Document& document = dossier.files[part.file].document;
  if (is_whole_gap(document)) return {{part.file, {}, first_reason(document)}};
  add_pages(found, dossier, part.file, pictures, part.first_page, part.last_page);
  return found;
}

std::vector<ReadingGap> recognised_in(const Dossier& dossier, const Part& part) {
  ReadingGap gap{part.file, {}, "recognised"};
  for (const Page& page : dossier.files[part.file].document.pages) {
    const bool inside = part.first_page <= page.number && page.number <= part.last_page;
    if (inside && is_recognised(page)) gap.pages.push_back(page.number);
  }
  return gap.pages.empty() ? std::vector<ReadingGap>() : std::vector<ReadingGap>{gap};
}

Pictures pictures_for(const Profile& profile, std::string_view material) {
  const Material* found = profile.material(material);
  if (found == nullptr) return Pictures::cannot_hold_it;
  const bool may = std::any_of(found->cues.begin(), found->cues.end(), [](const Cue& cue) {
    return cue.where == Cue::Where::structure && cue.phrase == "platform-page";
  });
  return may ? Pictures::may_hold_it : Pictures::cannot_hold_it;
}

Search search_in(const Dossier& dossier, std::string sought, Pictures pictures) {
  Search search{std::move(sought), {}, gaps(dossier, pictures).empty()};
  for (const File& file : dossier.files) {
    const bool is_folder = file.document.format == "folder";  // an entry about the dossier itself
    if (file.document.status != FileStatus::ignored && !is_folder) search.files.push_back(file.id);
  }
  return search;
}

Wording describe(const Dossier& dossier, const std::vector<ReadingGap>& found) {
  Wording out;
  for (std::size_t i = 0; i < found.size() && i < kMostGapsTold; ++i) {
    const Wording one = describe_one(dossier, found[i]);
    out.zh += (i == 0 ? "" : "；") + one.zh;
    out.en += (i == 0 ? "" : "; ") + one.en;
  }
  if (found.size() > kMostGapsTold) {
    out.zh += "等 " + std::to_string(found.size()) + " 处";
    out.en += " and others, " + std::to_string(found.size()) + " in all";
  }
  return out;
}

Quote quote_of_part(const Dossier& dossier, const Part& part) {
  const File& file = dossier.files[part.file];
  for (const Page& page : file.document.pages) {
    if (page.number < part.first_page || page.number > part.last_page) continue;
    for (const Line& line : page.lines) {
      const std::string_view text = trim(page.line_text(line));
      if (text.empty() || line.first == line.last) continue;
      const Word& word = page.words[line.first];
      const Place place = page.place_of(line.begin, line.end);
      return {file.id,           page.number, place,           cell_name(page, place),
              std::string(text), word.origin, word.confidence, ""};
    }
  }
  return {file.id, 0, WholeFile{}, "", file.path, Origin::name, 100, ""};
}

}  // namespace biaoshen
