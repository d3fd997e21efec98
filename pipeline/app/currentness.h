// Whether the result of an entry is what a review would give again, and if not, why not: by the
// digest of its files, of everything else it depends on, the reference date, and the result itself.
//
// It opens no file of an applicant; a result that was written by somebody else since (its stamp is
// another) is read again. Tested by tests/app/batch_command_test.cpp.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/app/review_run.h"
#include "pipeline/ledger/ledger.h"

namespace biaoshen {

enum class Because : unsigned char {
  first,        // there is no result yet
  files,        // its files are others than those reviewed
  setting,      // profiles, policy, waivers, options or the program are others
  as_of,        // the reference date is another
  result_gone,  // the result was removed or is damaged
  forced,       // --force
  interrupted,  // a try of it was cut short
  parted,       // it was a copy, and what it is a copy of has other files now
  duplicate,    // the same files as another entry: its result is copied
  current,      // nothing has changed
  quarantined,  // it was given up, and nothing has changed since
};
std::string_view name_of(Because because);
// For people, of one entry: 规则、政策或程序已改变，重新审查.
std::string in_words(Because because, Language language);

// The entry with what its result on disk says now.
LedgerEntry with_result(LedgerEntry entry, const std::filesystem::path& out);

// `entry`: as with_result gives it, its input_sha256 known. `follows_the_day`: a result of another
// day is not current where the day itself is the reference date.
Because why_review(const LedgerEntry& entry, const ReviewRun& run, bool follows_the_day);

// A waiver that names an entry is for it alone: such an entry is no copy and is not copied.
bool is_named_in_a_waiver(const std::string& folder, const ReviewRun& run);

// setting_sha256 that a review of the entry would have; of a copy, that of what it is copied from.
std::string setting_now(const LedgerEntry& entry, const ReviewRun& run);

}  // namespace biaoshen
