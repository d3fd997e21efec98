// The pictures of OFD pages: recognised where they say what the page's letters do not, and cut
// for people to look at. The plan is the one for PDF pages; what only a drawing of the page could
// tell is not drawn, its pictures are read instead.
//
// Tested by tests/readers/ofd_pictures_test.cpp.
#pragma once

#include "extractors/readers/ofd/ofd_sheet.h"
#include "extractors/readers/office/package_pictures.h"
#include "extractors/readers/pdf/pdf_recognition.h"
#include "extractors/readers/zip_package.h"

namespace biaoshen {

class OfdPictures {
 public:
  OfdPictures(ZipPackage& package, DocumentSink& sink, RecognisePicture recognise)
      : package_(package), recognise_(std::move(recognise)), engines_(sink) {}

  // Carries the plan out on `page`, which is laid out and accounted for. What hindered it, with
  // an empty kind where nothing did.
  Problem recognise(const OfdSheet& sheet, const RecognitionPlan& plan, Page& page);

 private:
  ZipPackage& package_;
  RecognisePicture recognise_;
  EngineReport engines_;
};

// What the pictures of the page show at `request.box`; empty where none is there.
Crop cut_ofd_picture(ZipPackage& package, const OfdSheet& sheet, const CropRequest& request);

}  // namespace biaoshen
