// The pictures of an Office package, recognised: a screenshot pasted into a form is where the
// number and the dates stand. Each part is decoded and recognised once, however often it is
// shown; its text goes behind the text of every page that shows it, from where picture_order puts
// it into its place.
//
// Pictures too small for a line of print are left alone where the page has text. Windows metafiles
// (EMF, WMF) are drawings that nothing here can draw: where they are large enough to matter, that
// is said.
//
// It refuses to unpack more than the package may be, and text beyond what a page may have.
// Tested by tests/readers/package_pictures_test.cpp.
#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "extractors/ocr/recognised.h"
#include "extractors/readers/pictures/page_pictures.h"
#include "extractors/readers/pictures/picture_page.h"
#include "extractors/readers/zip_package.h"

namespace biaoshen {

using RecognisePicture = std::function<RecognisedPicture(const Pix&)>;
// The program's own; none where no engine is installed.
RecognisePicture own_recognition();

// Appends the bytes of a picture's part, and tells how that ended.
using PartBytes = std::function<PartEnd(const std::string& part, std::string& bytes)>;
PartBytes parts_of(ZipPackage& package);  // which must outlive it

class PackagePictures final : public PagePictures {
 public:
  PackagePictures(PartBytes bytes, const Limits& limits, DocumentSink& sink,
                  RecognisePicture recognise)
      : bytes_(std::move(bytes)),
        limits_(limits),
        sink_(sink),
        recognise_(std::move(recognise)),
        engines_(sink) {}
  PackagePictures(ZipPackage& package, DocumentSink& sink, RecognisePicture recognise)
      : PackagePictures(parts_of(package), package.limits(), sink, std::move(recognise)) {}

  bool take(const std::vector<std::string>& parts, Page& page) override;

 private:
  struct Reading {
    std::string problem;  // why it could not be read; empty where it could
    RecognisedPicture recognised;
  };
  const Reading& read(const std::string& part, const Image& image);
  Reading read_afresh(const std::string& part, const Image& image);

  PartBytes bytes_;
  Limits limits_;
  DocumentSink& sink_;
  RecognisePicture recognise_;
  EngineReport engines_;
  std::map<std::string, Reading> readings_;  // by part
};

// Remembers which part each picture of each page came from.
class PictureParts final : public PagePictures {
 public:
  bool take(const std::vector<std::string>& parts, Page& page) override;
  // Empty where there is no such picture; both from 1.
  std::string part(std::uint32_t page, std::uint32_t image) const;

 private:
  std::map<std::uint32_t, std::vector<std::string>> parts_;
};

// For reading a document a second time, only to find its pictures.
class NoSink final : public DocumentSink {
 public:
  void format(std::string_view) override {}
  void page_count(std::uint32_t) override {}
  void page(Page) override {}
  void problem(Problem) override {}
  void status(FileStatus) override {}
  void engine(std::string_view) override {}
  void begin_member(std::string_view) override {}
  void member_bytes(std::string_view) override {}
  void end_member(FileStatus, std::vector<Problem>) override {}
};

std::vector<Crop> cut_pictures(const PartBytes& bytes, const Limits& limits,
                               const PictureParts& parts, std::span<const CropRequest> requests);
std::vector<Crop> cut_pictures(ZipPackage& package, const PictureParts& parts,
                               std::span<const CropRequest> requests);

}  // namespace biaoshen
