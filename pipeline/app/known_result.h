// A receipt (pipeline/batch/receipts.h) and what the ledger keeps of an entry are the same
// knowledge.
//
// Tested by tests/app/merge_test.cpp.
#pragma once

#include "pipeline/batch/receipts.h"
#include "pipeline/ledger/ledger.h"

namespace biaoshen {

Receipt receipt_of(const LedgerEntry& entry);
LedgerEntry entry_of(const Receipt& receipt);

}  // namespace biaoshen
