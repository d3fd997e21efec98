// A reader that has files converted which the reader inside cannot read, or not wholly: it reads
// the converted copy in their place.
//
// Which reading wins: a sound one of our own needs no other program, so nothing is converted where
// the file was read, or where conversion could not mend what was missing (a picture that nobody
// recognises stays one). Where a file was read in part, the converted copy must have what we had:
// a reading that lost text loses.
//
// The document keeps the format of the file, names the program among its engines and has a note
// `converted`; crops are of the converted copy. Where no program is installed, or it did not
// manage, the document says what it said before, and why.
//
// It refuses encrypted and damaged packages, and formats of its own reader.
// Tested by tests/convert/converting_reader_test.cpp.
#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "extractors/convert/office_conversion.h"
#include "pipeline/contracts.h"

namespace biaoshen {

class ConvertingReader final : public Reader {
 public:
  // Both must outlive it.
  ConvertingReader(Reader& reader, OfficeConversion& conversion)
      : reader_(reader), conversion_(conversion) {}

  Document read(const File& file, const Limits& limits) override;
  std::vector<Crop> crop(const File& file, std::span<const CropRequest> requests,
                         const Limits& limits) override;
  std::optional<Error> trouble() const override {
    const auto trouble = reader_.trouble();
    return trouble ? trouble : conversion_.trouble();
  }

 private:
  Document converted(const File& file, Document own, std::string_view to, const Limits& limits);

  Reader& reader_;
  OfficeConversion& conversion_;
  std::mutex access_;
  std::map<std::filesystem::path, File> copies_;  // that won, by the source of the file
};

}  // namespace biaoshen
