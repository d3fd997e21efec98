#include "pipeline/app/known_result.h"

namespace biaoshen {

Receipt receipt_of(const LedgerEntry& entry) {
  Receipt one;
  one.folder = entry.folder;
  one.signature = entry.signature;
  one.input_sha256 = entry.input_sha256;
  one.result_stamp = entry.result_stamp;
  one.result_input = entry.result_input;
  one.programme = entry.programme;
  one.setting_sha256 = entry.setting_sha256;
  one.as_of = entry.as_of;
  one.number_key = entry.number_key;
  one.duplicate_of = entry.duplicate_of;
  one.verdict = entry.verdict;
  one.is_quarantined = entry.state == LedgerState::quarantined;
  one.revision = entry.revision;
  return one;
}

LedgerEntry entry_of(const Receipt& receipt) {
  LedgerEntry entry;
  entry.folder = receipt.folder;
  entry.state = receipt.is_quarantined ? LedgerState::quarantined : LedgerState::done;
  entry.signature = receipt.signature;
  entry.input_sha256 = receipt.input_sha256;
  entry.result_stamp = receipt.result_stamp;
  entry.result_input = receipt.result_input;
  entry.programme = receipt.programme;
  entry.setting_sha256 = receipt.setting_sha256;
  entry.as_of = receipt.as_of;
  entry.number_key = receipt.number_key;
  entry.duplicate_of = receipt.duplicate_of;
  entry.verdict = receipt.verdict;
  entry.revision = receipt.revision;
  return entry;
}

}  // namespace biaoshen
