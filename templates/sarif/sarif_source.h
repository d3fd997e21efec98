// What every object of a SARIF log is made with: the record, our texts as SARIF wants them, and
// where a file stands in the list of artifacts.
//
// Tested by tests/templates/sarif_writer_test.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "pipeline/model/record.h"
#include "templates/json/evidence_json.h"

namespace biaoshen {

class SarifSource {
 public:
  explicit SarifSource(const Record& the_record) : record(the_record) {}

  const Record& record;

  Language language() const { return record.presentation.language; }
  // As people may read it: masked where it must be, invisible characters written out.
  std::string text(std::string_view raw) const;
  // A message object. In one of these {…} would be a placeholder and […](…) a link, so that
  // braces are doubled and no bracket closes right before a parenthesis.
  Json message(std::string_view raw) const;
  Json location_of(const RecordedFile& file) const;  // an artifactLocation
  std::optional<std::size_t> index_of(std::string_view file) const;
};

// The name under which the log speaks of the folder of the dossier, wherever that is.
inline constexpr const char* kDossierBase = "DOSSIER";

}  // namespace biaoshen
