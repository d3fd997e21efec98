#include "extractors/readers/pdf_reader.h"

#include <poppler/Catalog.h>
#include <poppler/PDFDoc.h>

#include <algorithm>
#include <memory>

#include "extractors/readers/pdf_layout.h"
#include "extractors/readers/pdf_open.h"
#include "extractors/readers/pdf_trust.h"
#include "extractors/readers/pdf_walk.h"

namespace biaoshen {
namespace {

constexpr std::uint8_t kHiddenConfidence = 40;  // per cent; somebody's earlier recognition
constexpr float kLargestSide = 14400;           // points; the format's own limit

void note_specials(PDFDoc& document, DocumentSink& sink) {
  if (document.isEncrypted()) sink.problem({"permissions", 0, ""});
  Catalog* catalog = document.getCatalog();
  if (catalog == nullptr) return;
  if (catalog->numEmbeddedFiles() > 0)
    sink.problem({"attachment", 0, std::to_string(catalog->numEmbeddedFiles())});
  const Object root = document.getXRef()->getCatalog();
  bool active = catalog->numJS() > 0;
  if (root.isDict()) {
    const Object action = root.dictLookup("OpenAction");
    active = active || action.isDict() || root.dictLookup("AA").isDict();
  }
  if (active) sink.problem({"active-content", 0, ""});
}

// The page as read, with its honest account.
Page read_page(PDFDoc& document, int number, const Limits& limits, DocumentSink& sink) {
  Page page;
  page.number = static_cast<std::uint32_t>(number);
  const PageWalk walk = walk_page(document, number, Wanted::visible);
  page.width = walk.width;
  page.height = walk.height;
  page.images = walk.images;
  if (walk.width > kLargestSide || walk.height > kLargestSide || walk.width < 1 || walk.height < 1)
    sink.problem({"page-size", page.number,
                  std::to_string(static_cast<long>(walk.width)) + "×" +
                      std::to_string(static_cast<long>(walk.height))});
  lay_out(walk, Origin::text, 100, page);
  if (page.text.size() > limits.page_text) {
    sink.problem(
        {"size-limit", page.number, "text of a page > " + std::to_string(limits.page_text)});
    Page cut;
    cut.number = page.number, cut.width = page.width, cut.height = page.height;
    cut.source = Source::failed, cut.reason = "size-limit";
    return cut;
  }
  const PageAccount account = account_for(walk, page.text);
  page.source = account.source;
  page.reason = account.reason;
  // Poppler left something out and went on: what is here is not all of the page.
  if (walk.out_of_memory) page.source = Source::failed, page.reason = "memory-limit";
  if (walk.hidden_characters > 0) {
    if (walk.characters == 0) {
      Page hidden = page;
      hidden.text.clear(), hidden.words.clear(), hidden.lines.clear(), hidden.grids.clear();
      lay_out(walk_page(document, number, Wanted::hidden), Origin::ocr, kHiddenConfidence, hidden);
      hidden.source = Source::failed;
      hidden.reason = "hidden-text-only";
      return hidden;
    }
    sink.problem({"hidden-text", page.number, std::to_string(walk.hidden_characters)});
  }
  return page;
}

// Runs of pages with the same reason become one problem, so that a scan of 700
// pages does not bury everything else.
class UnreadPages {
 public:
  void add(const Page& page) {
    const std::string reason = page.source == Source::failed ? page.reason : "";
    if (!runs_.empty() && runs_.back().reason == reason && runs_.back().last + 1 == page.number)
      runs_.back().last = page.number;
    else
      runs_.push_back({reason, page.number, page.number});
  }
  bool report(DocumentSink& sink) const {
    bool any = false;
    for (const Run& run : runs_) {
      if (run.reason.empty()) continue;
      any = true;
      sink.problem({run.reason, run.first,
                    run.first == run.last
                        ? ""
                        : std::to_string(run.first) + "–" + std::to_string(run.last)});
    }
    return any;
  }

 private:
  struct Run {
    std::string reason;
    std::uint32_t first, last;
  };
  std::vector<Run> runs_;
};

void read_pages(PDFDoc& document, const Limits& limits, DocumentSink& sink) {
  const int pages = document.getNumPages();
  if (pages <= 0) {
    sink.problem({"damaged-pdf", 0, "no pages"});
    sink.status(FileStatus::unreadable);
    return;
  }
  const int last = static_cast<int>(std::min<std::int64_t>(pages, limits.pages));
  sink.page_count(static_cast<std::uint32_t>(last));
  UnreadPages unread;
  for (int number = 1; number <= last; ++number) {
    Page page = read_page(document, number, limits, sink);
    if (page.source == Source::blank) sink.problem({"blank-page", page.number, ""});
    unread.add(page);
    sink.page(std::move(page));
  }
  bool partial = unread.report(sink);
  if (pages > last) {
    sink.problem({"page-limit", 0, std::to_string(pages) + " > " + std::to_string(last)});
    partial = true;
  }
  if (partial) sink.status(FileStatus::partial);
}

}  // namespace

void read_pdf(const OpenFile& file, const Limits& limits, DocumentSink& sink) {
  OpenedPdf opened = open_pdf(file);
  if (!opened.document) {
    sink.problem({opened.problem, 0, ""});
    sink.status(FileStatus::unreadable);
    return;
  }
  if (opened.repaired) sink.problem({"damaged-pdf", 0, "xref"});
  note_specials(*opened.document, sink);
  read_pages(*opened.document, limits, sink);
}

}  // namespace biaoshen
