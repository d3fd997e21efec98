// The way of one dossier, on one screen: see review_dossier.cpp.
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>

#include "pipeline/contracts.h"
#include "pipeline/model/waivers.h"

namespace biaoshen {

struct ReviewRequest {
  std::filesystem::path path;
  std::string programme;      // id or id@version; empty: recognised from the application form
  std::optional<Date> as_of;  // empty: the profile's cut-off, and where it has none, `today`
  Date today;
  unsigned jobs = 1;
  Limits limits;
  PersonalData personal_data = PersonalData::masked;  // in crops
  std::span<const GivenWaiver> waivers;
};

// The concrete things that pipeline/app puts in.
struct Tools {
  Reader& reader;
  std::span<const Profile> profiles;
  std::span<const FinderRow> finders;
  std::span<const StructureRow> structures;
  std::vector<Finding> (*check)(const CheckInput&);
  std::vector<MatrixRow> (*matrix)(const CheckInput&);
  Subject (*subject)(const CheckInput&);
};

// Errors: input (PATH cannot be opened), profile (no such programme), output (the reader had
// trouble).
Result<Review> review_dossier(const ReviewRequest& request, const Tools& tools, Progress& progress);

}  // namespace biaoshen
