// Lists of files, whose names need not be text: lines of fields, and a manifest that somebody
// wrote. What is taken is written again as it was read, and what is refused is refused by its line.
#include <sys/mman.h>
#include <unistd.h>

#include <string>

#include "pipeline/base/open_plain.h"
#include "pipeline/base/text.h"
#include "pipeline/base/write_all.h"
#include "pipeline/batch/manifest.h"
#include "pipeline/batch/tsv.h"
#include "tests/fuzz/fuzz_target.h"

namespace biaoshen {

using fuzz::require;

namespace {

// A file that is nowhere, with these bytes.
class Unnamed {
 public:
  explicit Unnamed(std::string_view bytes) : file_(::memfd_create("manifest", MFD_CLOEXEC)) {
    require(file_.value() >= 0 && write_all(file_.value(), bytes), "there is memory");
  }
  std::string path() const { return "/proc/self/fd/" + std::to_string(file_.value()); }

 private:
  Descriptor file_;
};

void check_fields(std::string_view line) {
  const auto fields = tsv_fields(line);
  if (!fields) return;
  const std::string again = tsv_line(*fields);
  require(again.find('\n') == again.size() - 1, "a line has one end");
  require(tsv_fields(std::string_view(again).substr(0, again.size() - 1)) == fields,
          "fields that are written are read as they were");
}

void check_manifest(std::string_view bytes) {
  const Unnamed file(bytes);
  const auto rows = manifest_in(file.path());
  if (!rows) {
    require(contains(rows.error().message, file.path() + ":"), "a refusal names file and line");
    return;
  }
  const std::string written = manifest_text(*rows);
  const auto again = manifest_in(Unnamed(written).path());
  require(again && again->size() == rows->size(), "what was taken is taken again");
  require(manifest_text(*again) == written, "and is the same");
}

}  // namespace

FUZZ_TARGET(tables) {
  check_fields(bytes.substr(0, bytes.find('\n')));
  check_manifest(bytes);
}

}  // namespace biaoshen
