// The reader of a quarantined dossier: opens no file. Every file is named, unreadable, with the
// reason, so that the dossier gets a result in which a person finds all that is to be done.
//
// Tested by tests/stages/quarantine_test.cpp.
#pragma once

#include <string>

#include "pipeline/contracts.h"

namespace biaoshen {

class ClosedReader final : public Reader {
 public:
  explicit ClosedReader(std::string reason) : reason_(std::move(reason)) {}
  Document read(const File&, const Limits&) override {
    Document document;
    document.status = FileStatus::unreadable;
    document.problems.push_back({"quarantined", 0, reason_});
    return document;
  }
  std::vector<Crop> crop(const File&, std::span<const CropRequest> requests,
                         const Limits&) override {
    return std::vector<Crop>(requests.size());
  }

 private:
  std::string reason_;
};

}  // namespace biaoshen
