#include "extractors/convert/converting_reader.h"

#include <algorithm>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr double kLeastKept = 0.98;     // of our own reading's text
constexpr double kSecondsToStart = 40;  // an office program with a new profile

// What a format is converted to, and the problems that this may mend; a blank around each.
struct Way {
  std::string_view format, to, mends;
};
constexpr Way kWays[] = {
    {"doc", "docx", " format-doc old-word "},
    {"xls", "xlsx", " format-xls damaged-office picture-format "},
    {"rtf", "docx", " picture-format "},
    {"word-xml", "docx", " format-word-xml "},
    {"excel-xml", "xlsx", " format-excel-xml "},
    {"odt", "docx", " format-odt "},
    {"ods", "xlsx", " format-ods "},
    {"odp", "pdf", " format-odp "},
    {"ppt", "pdf", " format-ppt "},
    {"pptx", "pdf", " format-pptx "},
    {"xlsb", "xlsx", " format-xlsb "},
};

bool mends(const Way& way, const Problem& problem) {
  return contains(way.mends, " " + problem.kind + " ");
}

// Null where converting cannot help.
const Way* way_for(const Document& document) {
  if (document.status == FileStatus::read || document.status == FileStatus::refused) return nullptr;
  for (const Way& way : kWays) {
    if (way.format == document.format &&
        std::any_of(document.problems.begin(), document.problems.end(),
                    [&](const Problem& problem) { return mends(way, problem); })) {
      return &way;
    }
  }
  return nullptr;
}

std::string all_text(const Document& document) {
  std::string text;
  for (const Page& page : document.pages) text += page.text;
  return text;
}

// The share of the lines' characters that stand in the other reading, whatever its line breaks.
double share_kept(const Document& own, const Document& other) {
  const std::string whole = bare(all_text(other));
  const std::string text = all_text(own);
  std::size_t all = 0, kept = 0;
  for (const std::string_view line : split(text, '\n')) {
    for (const std::string_view cell : split(line, '\t')) {
      const std::string said = bare(cell);
      all += said.size();
      if (contains(whole, said)) kept += said.size();
    }
  }
  return all == 0 ? 1 : static_cast<double>(kept) / static_cast<double>(all);
}

std::string_view reason_of(ProgramEnd end) {
  switch (end) {
    case ProgramEnd::late:
      return "超时";
    case ProgramEnd::too_large:
      return "输出过大";
    default:
      return "未生成可读文件";
  }
}

}  // namespace

Document ConvertingReader::read(const File& file, const Limits& limits) {
  Document own = reader_.read(file, limits);
  const Way* way = way_for(own);
  if (way == nullptr || !conversion_.is_available()) return own;
  Document document = converted(file, std::move(own), way->to, limits);
  if (!document.has_problem("converted")) return document;
  std::erase_if(document.problems, [&](const Problem& problem) { return mends(*way, problem); });
  return document;
}

Document ConvertingReader::converted(const File& file, Document own, std::string_view to,
                                     const Limits& limits) {
  ProgramLimits program;
  program.seconds = kSecondsToStart + limits.seconds +
                    limits.seconds_per_mb * static_cast<double>(file.bytes >> 20);
  program.folder_bytes = file.bytes + limits.unpacked_bytes;
  const auto made = conversion_.convert(file.source, own.format, to, program);
  const auto stays = [&](std::string_view why) {
    own.problems.push_back({"not-converted", 0, conversion_.name() + " 转换：" + std::string(why)});
    return std::move(own);
  };
  if (made.file.empty()) return stays(reason_of(made.end));
  File copy = file;
  copy.source = made.file;
  std::error_code error;
  copy.bytes = std::filesystem::file_size(made.file, error);
  copy.path += "." + std::string(to);
  Document other = reader_.read(copy, limits);
  if (other.pages.empty() || other.status == FileStatus::unreadable ||
      other.status == FileStatus::refused) {
    return stays(reason_of(ProgramEnd::failed));
  }
  if (share_kept(own, other) < kLeastKept) return stays("转换后文字有缺失，未采用");

  other.format = own.format;
  other.engines.push_back(conversion_.name());
  other.problems.insert(other.problems.begin(), own.problems.begin(), own.problems.end());
  other.problems.push_back({"converted", 0, "由 " + conversion_.name() + " 转换后读取"});
  const std::lock_guard lock(access_);
  copies_[file.source] = std::move(copy);
  return other;
}

std::vector<Crop> ConvertingReader::crop(const File& file, std::span<const CropRequest> requests,
                                         const Limits& limits) {
  File shown = file;
  {
    const std::lock_guard lock(access_);
    const auto copy = copies_.find(file.source);
    if (copy != copies_.end()) shown = copy->second;
  }
  return reader_.crop(shown, requests, limits);
}

}  // namespace biaoshen
