// A sink that makes claims about whatever a reader says: pages come in order and the wire takes
// every one of them, members begin and end in turn and stay within the budgets, there is one status
// at most. Kept as a document.
#pragma once

#include <initializer_list>
#include <string_view>

#include "extractors/readers/open_file.h"

namespace biaoshen::fuzz {

class SoundSink final : public DocumentSink {
 public:
  explicit SoundSink(const Limits& limits) : limits_(limits) {}
  void format(std::string_view name) override { document.format = name; }
  void page_count(std::uint32_t) override {}
  void page(Page page) override;
  void problem(Problem problem) override;
  void status(FileStatus status) override;
  void engine(std::string_view name) override { document.engines.emplace_back(name); }
  void begin_member(std::string_view path) override;
  void member_bytes(std::string_view piece) override;
  void end_member(FileStatus status, std::vector<Problem> problems) override;
  void check_end() const;  // nothing was left open

  Document document;

 private:
  Limits limits_;
  int statuses_ = 0;
  bool is_in_member_ = false;
  std::uint64_t produced_ = 0;
};

// Small enough that reaching one costs little.
Limits small_limits();

// What the reader of their format says of `bytes`, if it is one of `formats`; else nothing.
// Pictures are not recognised.
Document read_soundly(std::string_view bytes, std::initializer_list<std::string_view> formats);

}  // namespace biaoshen::fuzz
