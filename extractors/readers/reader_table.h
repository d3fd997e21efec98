// Which reader reads which format: one row a format, the only place that names them all.
//
// It refuses files over the size limit, and says of a format without reader what to hand in
// instead. Tested by tests/readers/reader_table_test.cpp.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "extractors/readers/open_file.h"

namespace biaoshen {

struct ReaderRow {
  std::string_view format;  // as sniff_format() says it
  ReadFunction read;
  CropFunction crop;  // null: pages of this format are not drawn
};
std::span<const ReaderRow> readers();

// Tells the format by content, then has it read.
void read_file(const OpenFile& file, const Limits& limits, DocumentSink& sink);
// One crop a request; empty where the format is not drawn.
std::vector<Crop> crop_file(const OpenFile& file, std::span<const CropRequest> requests,
                            const Limits& limits);

}  // namespace biaoshen
