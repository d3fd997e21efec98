// A sink that keeps the whole document, and an open file over bytes in memory: what tests of
// readers need to read without the worker. Checks on the way that a page is consistent.
#pragma once

#include <string>
#include <string_view>

#include "extractors/readers/open_file.h"

namespace biaoshen {

class MemorySink final : public DocumentSink {
 public:
  void format(std::string_view name) override { document.format = name; }
  void page_count(std::uint32_t pages) override { counted = pages; }
  void page(Page page) override;
  void problem(Problem problem) override { document.problems.push_back(std::move(problem)); }
  void status(FileStatus status) override;
  void engine(std::string_view name) override { document.engines.emplace_back(name); }

  void begin_member(std::string_view path) override;
  void member_bytes(std::string_view piece) override;
  void end_member(FileStatus status, std::vector<Problem> problems) override;

  Document document;
  std::vector<std::string> contents;  // of the document's members, in their order
  std::uint32_t counted = 0;
  int statuses = 0;
  bool is_consistent = true;  // every range lies in its text, every line ends with '\n'
};

// An anonymous file with these bytes; closed at the end.
class MemoryFile {
 public:
  MemoryFile(std::string_view bytes, std::string name);
  ~MemoryFile();
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  const OpenFile& open() const { return file_; }

 private:
  OpenFile file_;
};

// Reads `bytes` as read_file() does; the sink's rules and the pages' consistency are required.
Document read_bytes(std::string_view bytes, const std::string& name, const Limits& limits = {});

// All text of a document, pages one after the other.
std::string text_of(const Document& document);
bool says(const Document& document, std::string_view text);
// Detail of the first problem of the kind; "-" where there is none.
std::string detail_of(const Document& document, std::string_view kind);
// Kind of a member's first problem; empty where there is none.
std::string kind_of(const Member& member);

}  // namespace biaoshen
