// What the benchmark times: the pages of scanned PDFs walked, and their pictures decoded as
// recognition gets them, without recognising anything. Prints pictures and pixels, so that nothing
// can be skipped.
#include <fcntl.h>
#include <unistd.h>

#include <leptonica/allheaders.h>

#include <cstdint>
#include <filesystem>
#include <iostream>

#include "extractors/readers/keep_memory.h"
#include "extractors/readers/pdf/pdf_reader.h"

namespace biaoshen {
namespace {

class Nowhere final : public DocumentSink {
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

}  // namespace
}  // namespace biaoshen

int main(int count, char** arguments) {
  using namespace biaoshen;
  if (count != 2) {
    std::cerr << "usage: bench-images PDF\n";
    return 2;
  }
  keep_memory();  // as the reader does
  const OpenFile file{::open(arguments[1], O_RDONLY | O_CLOEXEC),
                      std::filesystem::file_size(arguments[1]), arguments[1]};
  std::uint64_t pictures = 0, pixels = 0;
  const Recognise look = [&](const Pix& picture) {
    ++pictures;
    Pix* it = const_cast<Pix*>(&picture);  // Leptonica's questions take no const
    pixels +=
        static_cast<std::uint64_t>(pixGetWidth(it)) * static_cast<std::uint64_t>(pixGetHeight(it));
    return RecognisedPicture{};
  };
  Nowhere nowhere;
  read_pdf(file, Limits{}, nowhere, look);
  std::cout << pictures << " pictures, " << pixels << " pixels\n";
  return pictures == 0 ? 1 : 0;
}
