// What shards leave for `merge`: a line (tsv.h) for each dossier of which they know that its result
// is what a review would give now, in OUT/.biaoshen/receipts/<shard>.tsv. A shard that was killed
// leaves the lines of what it had done; two that do the same leave two that say the same.
//
// It refuses to trust a line: one that is cut off or makes no sense is none, and its dossier has no
// receipt. Tested by tests/batch/receipts_test.cpp.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "pipeline/base/open_plain.h"
#include "pipeline/base/result.h"

namespace biaoshen {

struct Receipt {
  std::string folder;        // of the result; bytes as the file system has them
  std::string signature;     // of the dossier's files (watch/tree_signature.h)
  std::string input_sha256;  // of the dossier with that signature
  // Of the result, as the ledger keeps it:
  std::string result_stamp, result_input, programme, setting_sha256, as_of, number_key,
      duplicate_of, verdict;
  bool is_quarantined = false;  // nobody opened its files
  int revision = 0;

  bool operator==(const Receipt&) const = default;
};

// A file of receipts, of one process.
class ReceiptBook {
 public:
  // `name`: what makes the file this process's own. Error: output.
  static Result<ReceiptBook> begin(const std::filesystem::path& out, const std::string& name);
  // There when it returns, though not on the disk. Error: output.
  Result<void> add(const Receipt& receipt);

 private:
  ReceiptBook(std::filesystem::path file, Descriptor descriptor)
      : file_(std::move(file)), descriptor_(std::move(descriptor)) {}
  std::filesystem::path file_;
  Descriptor descriptor_;
};

struct Receipts {
  std::map<std::string, std::vector<Receipt>, std::less<>> by_folder;
  std::vector<std::filesystem::path> files;  // that they were read from
};
// All that were left in OUT; none where there are none. Error: input.
Result<Receipts> receipts_in(const std::filesystem::path& out);

// The lines of one file in place of all others: what merge keeps for the next time.
std::string receipts_text(const std::vector<Receipt>& receipts);
inline constexpr const char* kMergedReceipts = "merged.tsv";
std::filesystem::path receipts_folder(const std::filesystem::path& out);

}  // namespace biaoshen
