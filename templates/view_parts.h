// The parts of a View, one maker each, so that each file words one thing.
// For templates/*view.cpp only; writers use view.h.
//
// Tested by tests/templates/view_test.cpp, time_line_view_test.cpp, cited_view_test.cpp and
// page_language_test.cpp.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "templates/view.h"
#include "templates/wording.h"

namespace biaoshen {

// The review with what the makers look up again and again.
class ViewSource {
 public:
  ViewSource(const Review& review, const Presentation& presentation);

  const Review& review;
  const PersonalData personal_data;
  const Language language;

  FileLink link(std::string_view id) const;
  const File* file(std::string_view id) const;
  std::string material_title(std::string_view id) const;
  // What was looked for: a search keeps the Chinese title of a rule, material or field; here is
  // the title in the language of the page.
  std::string title_of(const std::string& sought) const;
  // Of a value from outside: masked where it must be, and its first `limit` code points.
  std::string brief(std::string_view text, std::size_t limit) const;
  std::size_t reviewed_files() const { return reviewed_; }  // all but the ignored
  std::string in_words(std::string_view key) const { return word(key, language); }
  // The phrase for a code of another part of the program, or the code where it has none.
  std::string code_in_words(std::string_view prefix, const std::string& code) const;
  std::string in_words(std::string_view key, Filling filling) const {
    return phrase(key, language, filling);
  }

 private:
  std::map<std::string_view, const File*> files_;
  std::size_t reviewed_ = 0;
};

// Code points shown of what an applicant may have made endless; dossier.json has all of it.
inline constexpr std::size_t kLongestLine = 300;   // titles, values, names, reasons
inline constexpr std::size_t kLongestText = 1000;  // messages

bool is_read_in_full(const File& file);

EvidenceView evidence_view(const ViewSource& source, const Evidence& evidence);
FindingView finding_view(const ViewSource& source, const Finding& finding, std::size_t number);
std::string deviation_in_words(const ViewSource& source, const Deviation& deviation);
TimeLineView time_line_view(const ViewSource& source);
MatrixView matrix_view(const ViewSource& source);
CitedView cited_view(const ViewSource& source);
// Why pages serve as a material, in the language of the page; what is quoted stays verbatim.
std::string reason_in_words(const ViewSource& source, std::string_view reason);
std::vector<MaterialView> material_views(const ViewSource& source);
std::vector<FileView> file_views(const ViewSource& source);
std::vector<ProblemView> problem_views(const ViewSource& source,
                                       const std::vector<Problem>& problems);
std::string page_sum(const ViewSource& source);

}  // namespace biaoshen
