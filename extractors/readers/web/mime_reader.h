// E-mails (.eml) and web pages saved as one file (.mht, .mhtml).
//
//   a saved page   its pages of HTML, frames behind the page that shows them, with the pictures
//                  that came along
//   an e-mail      who, when and about what, the text (as a web page where there is one), and what
//                  is attached as members
//
// It refuses to load anything from elsewhere, and to read encrypted mails. Tested by
// tests/readers/mime_reader_test.cpp.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "extractors/readers/office/package_pictures.h"
#include "extractors/readers/open_file.h"

namespace biaoshen {

// "mht", "eml", or empty where a file that begins so is neither.
std::string_view mime_format(std::string_view beginning);

void read_mht(const OpenFile& file, const Limits& limits, DocumentSink& sink);
void read_eml(const OpenFile& file, const Limits& limits, DocumentSink& sink);

std::vector<Crop> crop_mime(const OpenFile& file, std::span<const CropRequest> requests,
                            const Limits& limits);

}  // namespace biaoshen
