// How much text a dossier may hold (Limits::dossier_text), whatever is read side by side: a file is
// refused where those before it in the list hold more already. A reader that is early is not
// begun for nothing; one that was late is thrown away: the outcome is the same.
//
// Tested by tests/stages/read_files_test.cpp.
#pragma once

#include <cstdint>
#include <mutex>
#include <vector>

#include "pipeline/contracts.h"

namespace biaoshen {

class TextBudget {
 public:
  explicit TextBudget(const Limits& limits) : most_(limits.dossier_text) {}

  // A round of `files` readings, numbered from 0, begins.
  void begin(std::size_t files);
  // Whether what is known already refuses reading `at`. Safe for several threads, as is `done`.
  bool is_spent(std::size_t at);
  void done(std::size_t at, const Document& document);
  // Whether there is room for a document of the round, asked in order once all are done.
  bool takes(const Document& document);
  // What a file says for which there is none.
  Document refusal() const;

 private:
  std::uint64_t most_, spent_ = 0;  // by what was taken
  std::mutex access_;
  std::vector<std::uint64_t> text_;  // of each reading
  std::vector<bool> is_done_;
};

}  // namespace biaoshen
