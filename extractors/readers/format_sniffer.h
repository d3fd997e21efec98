// The format of a file by what is in it. Names lie: an old .doc is renamed .docx, a web page
// is saved as .doc, a picture is called .pdf, and every one of them is met in real dossiers.
//
// It refuses to look at the name. Tested by tests/readers/format_sniffer_test.cpp.
#pragma once

#include <string>
#include <string_view>

#include "extractors/readers/open_file.h"

namespace biaoshen {

// pdf docx xlsx pptx ofd xlsb odf zip rar 7z cab tar gz bz2 xz zst lz4, doc xls ppt ole
// encrypted-office, png jpeg tiff bmp gif webp heic emf wmf, rtf html mht eml msg txt; "empty" for
// no bytes, "unknown" for anything else.
std::string sniff_format(const OpenFile& file);

// Whether a file of `format` may have this name; true where the extension says nothing.
bool fits_extension(std::string_view format, std::string_view name);

}  // namespace biaoshen
