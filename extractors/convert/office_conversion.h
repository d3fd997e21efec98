// Has LibreOffice turn a file of an old or foreign Office format into one that our readers know.
// It is a large program that meets what outsiders sent, so it gets as little as can be:
//
//   a copy of the file in a folder of its own, which is also its home and its profile
//   of the machine only programs and fonts, to read; no network, no processes of others, no
//   rights (bubblewrap)
//   no macros, no links updated; a deadline, limits of memory, processor time and disk
//
// Without bubblewrap it refuses to run, unless the settings allow it.
// Tested by tests/convert/office_conversion_test.cpp.
#pragma once

#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "extractors/convert/spawned_program.h"
#include "pipeline/base/result.h"

namespace biaoshen {

struct ConversionSettings {
  std::filesystem::path office = "/usr/bin/soffice";
  std::filesystem::path sandbox = "/usr/bin/bwrap";
  bool allow_unsandboxed = false;
};

class OfficeConversion {
 public:
  explicit OfficeConversion(ConversionSettings settings) : settings_(std::move(settings)) {}
  ~OfficeConversion();
  OfficeConversion(const OfficeConversion&) = delete;
  OfficeConversion& operator=(const OfficeConversion&) = delete;

  // Whether it is installed and may run here. Looked at once; safe for several threads, as is
  // `convert`.
  bool is_available();
  // "LibreOffice 7.4"; empty where it is not available.
  std::string name();

  struct Converted {
    ProgramEnd end = ProgramEnd::failed;
    std::filesystem::path file;  // lasts as long as this; empty where nothing was made
  };
  // The folder for temporary files is full or cannot be written: no fault of a file. Error: output.
  std::optional<Error> trouble() const;
  // `from` and `to` are the extensions of the formats.
  Converted convert(const std::filesystem::path& source, std::string_view from, std::string_view to,
                    const ProgramLimits& limits);

 private:
  void look();
  std::vector<std::string> command(const std::filesystem::path& folder) const;
  std::filesystem::path new_folder();
  std::filesystem::path no_room();  // none; sets trouble
  void look_for_room();

  ConversionSettings settings_;
  std::mutex looking_;  // at whether it is there
  mutable std::mutex access_;
  std::optional<Error> trouble_;
  std::filesystem::path home_;  // holds the folders of all conversions; made when first needed
  std::uint32_t count_ = 0;
  std::optional<std::string> name_;  // empty: not available; nothing: not yet looked
  bool is_sandboxed_ = false;
};

}  // namespace biaoshen
