// A batch with what the writers of its index and register look up again and again, and the
// words both have for it.
//
// Tested by tests/batch/index_writer_test.cpp and register_writer_test.cpp.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/batch_report.h"
#include "pipeline/model/presentation.h"
#include "templates/wording.h"

namespace biaoshen {

bool is_open(const JointFinding& finding);

class BatchSource {
 public:
  BatchSource(const BatchReport& report, const Presentation& presentation);

  const BatchReport& report;
  const BatchNames names;
  const Presentation presentation;
  const Language language;

  std::string in_words(std::string_view key) const { return word(key, language); }
  std::string in_words(std::string_view key, Filling filling) const {
    return phrase(key, language, filling);
  }
  // The title of a programme, or its id where no dossier is of it.
  std::string programme(std::string_view id) const;

  std::string ending(Ending ending) const;
  // What is to be known about the result as a whole, a sentence a line: that it is of an earlier
  // state, a copy, or of files nobody opened. Mostly empty.
  std::string remark(const BatchRow& row) const;
  std::string standing(const BatchEntry& entry) const;  // empty: nothing decided yet
  std::string decision(const BatchFinding& finding) const;
  std::string place(const BatchFinding& finding) const;  // file, page, cell
  // How a dossier differs from the batch before; empty where it does not.
  std::string change(std::string_view name) const;
  std::string change_mark(std::string_view name) const;  // the same in a word
  std::string joined(const std::vector<std::string>& texts) const;

 private:
  std::string told(const DossierChange& change) const;

  std::map<std::string_view, std::string> programmes_;
  std::map<std::string_view, std::string> changes_, change_marks_;
};

}  // namespace biaoshen
