#include "tests/readers/memory_sink.h"

#include <sys/mman.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "extractors/readers/reader_table.h"
#include "pipeline/base/sha256.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

// As the wire wants it: in order, inside the text, and not in the middle of a character.
bool is_range(const std::string& text, std::uint32_t begin, std::uint32_t end) {
  const auto at_character = [&](std::uint32_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
  };
  return begin <= end && end <= text.size() && at_character(begin) && at_character(end);
}

bool is_consistent_page(const Page& page) {
  const std::size_t size = page.text.size();
  for (const Word& word : page.words) {
    if (word.begin >= word.end || !is_range(page.text, word.begin, word.end)) return false;
  }
  for (const Line& line : page.lines) {
    if (line.first >= line.last || line.last > page.words.size()) return false;
    if (line.begin >= line.end || line.end >= size || page.text[line.end] != '\n') return false;
  }
  for (const Grid& grid : page.grids) {
    for (const GridCell& cell : grid.cells) {
      if (!is_range(page.text, cell.begin, cell.end)) return false;
      if (cell.row + cell.row_span > grid.rows) return false;
      if (cell.column + cell.column_span > grid.columns) return false;
    }
  }
  return is_valid_utf8(page.text);
}

// Where somebody asks for them (tests/fuzz/make_seeds), the files of all tests are kept.
void keep_where_asked(std::string_view bytes) {
  const char* folder = std::getenv("BIAOSHEN_KEEP_FILES");
  if (folder == nullptr) return;
  std::ofstream(std::filesystem::path(folder) / sha256(bytes), std::ios::binary) << bytes;
}

}  // namespace

void MemorySink::page(Page page) {
  is_consistent =
      is_consistent && is_consistent_page(page) && page.number == document.pages.size() + 1;
  document.pages.push_back(std::move(page));
}

void MemorySink::status(FileStatus status) {
  document.status = status;
  ++statuses;
}

void MemorySink::begin_member(std::string_view path) {
  document.members.emplace_back().path = path;
  contents.emplace_back();
}

void MemorySink::member_bytes(std::string_view piece) {
  REQUIRE_FALSE(contents.empty());
  contents.back().append(piece);
}

void MemorySink::end_member(FileStatus status, std::vector<Problem> problems) {
  Member& member = document.members.back();
  member.status = status;
  member.bytes = contents.back().size();
  member.problems = std::move(problems);
}

MemoryFile::MemoryFile(std::string_view bytes, std::string name) {
  keep_where_asked(bytes);
  file_.descriptor = ::memfd_create("test", MFD_CLOEXEC);
  file_.bytes = bytes.size();
  file_.name = std::move(name);
  REQUIRE(file_.descriptor >= 0);
  REQUIRE(::write(file_.descriptor, bytes.data(), bytes.size()) ==
          static_cast<ssize_t>(bytes.size()));
}

MemoryFile::~MemoryFile() {
  ::close(file_.descriptor);
}

Document read_bytes(std::string_view bytes, const std::string& name, const Limits& limits) {
  const MemoryFile file(bytes, name);
  MemorySink sink;
  read_file(file.open(), limits, sink);
  REQUIRE(sink.is_consistent);
  REQUIRE(sink.statuses <= 1);
  return sink.document;
}

std::string text_of(const Document& document) {
  std::string text;
  for (const Page& page : document.pages) text += page.text;
  return text;
}

bool says(const Document& document, std::string_view text) {
  return contains(text_of(document), text);
}

std::string detail_of(const Document& document, std::string_view kind) {
  for (const Problem& problem : document.problems) {
    if (problem.kind == kind) return problem.detail;
  }
  return "-";
}

std::string kind_of(const Member& member) {
  return member.problems.empty() ? "" : member.problems[0].kind;
}

}  // namespace biaoshen
