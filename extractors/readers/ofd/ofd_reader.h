// OFD documents (GB/T 33190): what its pages draw, laid out as printed pages are. Letters have
// the places that the file states, ruling lines make tables, pictures are recognised, templates
// and annotations belong to the page, electronic seals are named with their place and never
// verified. Files attached are members.
//
// Letters nobody sees and watermarks are notes and never content. It refuses what is encrypted,
// and draws no page: only what is a picture can be shown to people as a crop.
// Tested by tests/readers/ofd_reader_test.cpp.
#pragma once

#include <span>
#include <vector>

#include "extractors/readers/office/package_pictures.h"
#include "extractors/readers/open_file.h"

namespace biaoshen {

void read_ofd(const OpenFile& file, const Limits& limits, DocumentSink& sink);
// With a recognition of the caller's.
void read_ofd(const OpenFile& file, const Limits& limits, DocumentSink& sink,
              const RecognisePicture& recognise);

std::vector<Crop> crop_ofd(const OpenFile& file, std::span<const CropRequest> requests,
                           const Limits& limits);

}  // namespace biaoshen
