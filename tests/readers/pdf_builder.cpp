#include "tests/readers/pdf_builder.h"

#include <sys/mman.h>
#include <unistd.h>

#include "extractors/readers/pdf_reader.h"

namespace biaoshen::testing {
namespace {

class Memory {
 public:
  explicit Memory(const std::string& bytes)
      : descriptor_(::memfd_create("pdf", 0)), bytes_(bytes.size()) {
    if (::write(descriptor_, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size()))
      bytes_ = 0;
  }
  ~Memory() { ::close(descriptor_); }
  Memory(const Memory&) = delete;
  Memory& operator=(const Memory&) = delete;
  OpenFile file() const { return {descriptor_, bytes_, "x.pdf"}; }

 private:
  int descriptor_;
  std::uint64_t bytes_;
};

class Collector final : public DocumentSink {
 public:
  void format(std::string_view name) override { document.format = name; }
  void page_count(std::uint32_t) override {}
  void page(Page page) override { document.pages.push_back(std::move(page)); }
  void problem(Problem problem) override { document.problems.push_back(std::move(problem)); }
  void status(FileStatus status) override { document.status = status; }
  Document document;
};

}  // namespace

std::string pdf_of(const std::vector<PdfPage>& pages, const std::string& catalog_more) {
  std::vector<std::string> objects(3);
  std::string kids;
  for (const PdfPage& page : pages) {
    const std::size_t number = objects.size() + 1;
    kids += std::to_string(number) + " 0 R ";
    objects.push_back("<< /Type /Page /Parent 2 0 R /MediaBox " + page.box + " " + page.more +
                      " /Contents " + std::to_string(number + 1) +
                      " 0 R /Resources << /Font << /F1 3 0 R >> >> >>");
    objects.push_back("<< /Length " + std::to_string(page.content.size()) + " >>\nstream\n" +
                      page.content + "\nendstream");
  }
  objects[0] = "<< /Type /Catalog /Pages 2 0 R " + catalog_more + " >>";
  objects[1] =
      "<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(pages.size()) + " >>";
  objects[2] = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";
  std::string pdf = "%PDF-1.4\n", table;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    const std::string offset = std::to_string(pdf.size());
    table += std::string(10 - offset.size(), '0') + offset + " 00000 n \n";
    pdf += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::string start = std::to_string(pdf.size()), size = std::to_string(objects.size() + 1);
  return pdf + "xref\n0 " + size + "\n0000000000 65535 f \n" + table + "trailer << /Size " + size +
         " /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n";
}

Document read_pdf_bytes(const std::string& bytes, const Limits& limits) {
  const Memory memory(bytes);
  Collector collector;
  read_pdf(memory.file(), limits, collector);
  return std::move(collector.document);
}

std::vector<Crop> crop_pdf_bytes(const std::string& bytes,
                                 const std::vector<CropRequest>& requests) {
  const Memory memory(bytes);
  return crop_pdf(memory.file(), requests, Limits());
}

}  // namespace biaoshen::testing
