#include "tests/readers/pdf_builder.h"

#include <sys/mman.h>
#include <unistd.h>

#include "extractors/readers/pdf/pdf_reader.h"

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
  void engine(std::string_view name) override { document.engines.emplace_back(name); }
  void begin_member(std::string_view) override {}
  void member_bytes(std::string_view) override {}
  void end_member(FileStatus, std::vector<Problem>) override {}
  Document document;
};

// Adds the images to the objects; returns their names for the page's resources.
std::string add_images(const std::vector<PdfImage>& images, std::vector<std::string>& objects) {
  const std::string head = "/Type /XObject /Subtype /Image ";
  std::string names;
  for (std::size_t i = 0; i < images.size(); ++i) {
    std::string mask;
    if (!images[i].mask.empty()) {
      objects.push_back(stream_of(head + images[i].mask, images[i].mask_samples));
      mask = " /SMask " + std::to_string(objects.size()) + " 0 R";
    }
    objects.push_back(stream_of(head + images[i].dictionary + mask, images[i].samples));
    names += "/I" + std::to_string(i) + " " + std::to_string(objects.size()) + " 0 R ";
  }
  return names;
}

}  // namespace

std::string stream_of(const std::string& dictionary, const std::string& bytes) {
  return "<< " + dictionary + " /Length " + std::to_string(bytes.size()) + " >>\nstream\n" + bytes +
         "\nendstream";
}

std::string in_hex(const std::string& bytes) {
  std::string hex;
  for (const char c : bytes) {
    constexpr char kDigits[] = "0123456789abcdef";
    hex += kDigits[static_cast<unsigned char>(c) >> 4];
    hex += kDigits[static_cast<unsigned char>(c) & 15];
  }
  return hex;
}

std::string drawn(const std::string& matrix, int image) {
  return "q " + matrix + " cm /I" + std::to_string(image) + " Do Q\n";
}

std::string text_at(int x, int y, const std::string& text, int size) {
  return "BT /F1 " + std::to_string(size) + " Tf " + std::to_string(x) + " " + std::to_string(y) +
         " Td (" + text + ") Tj ET\n";
}

std::string page_saying(const std::string& word) {
  return text_at(100, 700, word);
}

std::string pdf_of(const std::vector<PdfPage>& pages, const std::string& catalog_more,
                   const std::vector<std::string>& more_objects, const std::string& trailer_more) {
  std::vector<std::string> objects(3);
  objects.insert(objects.end(), more_objects.begin(), more_objects.end());
  std::string kids;
  for (const PdfPage& page : pages) {
    const std::string images = add_images(page.images, objects);
    const std::size_t number = objects.size() + 1;
    kids += std::to_string(number) + " 0 R ";
    objects.push_back("<< /Type /Page /Parent 2 0 R /MediaBox " + page.box + " " + page.more +
                      " /Contents " + std::to_string(number + 1) +
                      " 0 R /Resources << /Font << /F1 3 0 R >> /XObject << " + images + ">> " +
                      page.resources + " >> >>");
    objects.push_back(stream_of("", page.content));
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
         " /Root 1 0 R " + trailer_more + " >>\nstartxref\n" + start + "\n%%EOF\n";
}

Document read_pdf_bytes(const std::string& bytes, const Limits& limits,
                        const Recognise& recognise) {
  const Memory memory(bytes);
  Collector collector;
  read_pdf(memory.file(), limits, collector, recognise);
  return std::move(collector.document);
}

std::vector<Crop> crop_pdf_bytes(const std::string& bytes,
                                 const std::vector<CropRequest>& requests) {
  const Memory memory(bytes);
  return crop_pdf(memory.file(), requests, Limits());
}

}  // namespace biaoshen::testing
