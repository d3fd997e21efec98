#include "extractors/readers/pdf/pdf_reader.h"

#include <poppler/PDFDoc.h>

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>

#include "extractors/ocr/recognise.h"
#include "extractors/readers/pdf/pdf_guard.h"
#include "extractors/readers/pdf/pdf_layout.h"
#include "extractors/readers/pdf/pdf_mojibake.h"
#include "extractors/readers/pdf/pdf_open.h"
#include "extractors/readers/pdf/pdf_specials.h"
#include "extractors/readers/pdf/pdf_trees.h"
#include "extractors/readers/pdf/pdf_trust.h"
#include "extractors/readers/pdf/pdf_walks.h"

namespace biaoshen {
namespace {

constexpr std::uint8_t kHiddenConfidence = 40;  // per cent; somebody's earlier recognition
constexpr std::size_t kSuspectCompany = 3;      // pages
constexpr int kOftenRepeated = 2;               // pages; from the third on a picture is furniture
constexpr float kLargestSide = 14400;           // points; the format's own limit

void check_size(const PageWalk& walk, std::uint32_t number, DocumentSink& sink) {
  if (walk.width > kLargestSide || walk.height > kLargestSide || walk.width < 1 || walk.height < 1)
    sink.problem({"page-size", number,
                  std::to_string(static_cast<long>(walk.width)) + "×" +
                      std::to_string(static_cast<long>(walk.height))});
}

void forget_text(Page& page) {
  page.text.clear(), page.words.clear(), page.lines.clear(), page.grids.clear();
}

// Text that is not to be trusted stands on the page only as somebody's recognition.
void lay_out_hidden(PDFDoc& document, const PageWalk& walk, Page& page) {
  forget_text(page);
  lay_out(hidden_words(document, static_cast<int>(page.number), walk), Origin::ocr,
          kHiddenConfidence, page);
}

// Gives the recognition, or none; asked before the first picture, because engines are slow to load
// and most PDFs need none.
using FindRecognition = std::function<Recognise()>;

// Reads the pages of one document, one after the other.
class PageReader {
 public:
  PageReader(PDFDoc& document, int pages, const Limits& limits, DocumentSink& sink,
             const FindRecognition& find_recognition)
      : document_(document),
        limits_(limits),
        sink_(sink),
        find_recognition_(find_recognition),
        engines_(sink),
        walks_(document, pages),
        xfa_(xfa_of(document)) {}

  // The page as read, with its honest account.
  Page read(int number) {
    PageWalk walk = walks_.take(number);
    note_repeated(walk);
    note_watermarks(walk);
    const Mojibake mojibake = repair_mojibake(walk.words);
    Page page;
    page.number = static_cast<std::uint32_t>(number);
    page.width = walk.width;
    page.height = walk.height;
    for (const DrawnImage& drawn : walk.images) page.images.push_back(drawn.image);
    check_size(walk, page.number, sink_);
    lay_out(walk, Origin::text, 100, page);
    if (page.text.size() > limits_.page_text) return cut_off(page);
    if (is_still_to_come(page)) return page;
    const PageAccount account = in_its_company(account_of(walk, page, mojibake));
    page.source = account.source;
    page.reason = account.reason;
    if (account.reason == "hidden-text-only")
      lay_out_hidden(document_, walk, page);
    else if (walk.hidden.count > 0)
      sink_.problem({"hidden-text", page.number, walk.hidden.words});
    if (walk.out_of_memory)  // Poppler left something out: what is here is not all of the page
      page.source = Source::failed, page.reason = "memory-limit";
    else if (walk.is_endless)
      page.source = Source::failed, page.reason = "time-limit";
    else
      recognise(walk, plan_recognition(walk, account), page);
    return page;
  }

  // What is said once of a file.
  void finish() const {
    if (watermarked_ == 0) return;
    std::string words;
    for (const std::string& phrase : watermarks_)
      if (!phrase.empty()) words += (words.empty() ? "：" : "；") + phrase;
    sink_.problem({"watermark", 0, std::to_string(watermarked_) + " 页" + words});
  }
  bool has_left_out() const { return has_left_out_; }

 private:
  // A form that other viewers would make its pages of.
  bool is_still_to_come(Page& page) {
    if (xfa_ == Xfa::none || (xfa_ == Xfa::beside_pages && !asks_to_wait(page.text))) return false;
    if (!is_form_told_) sink_.problem({"xfa-form", 0, "页面由 XFA 动态生成，文件中没有可读的内容"});
    is_form_told_ = has_left_out_ = true;
    forget_text(page);
    page.source = Source::failed;
    page.reason = "xfa-form";
    return true;
  }

  static PageAccount account_of(const PageWalk& walk, const Page& page, Mojibake mojibake) {
    PageAccount account = account_for(walk, page.text);
    if (account.source != Source::text) return account;
    if (mojibake == Mojibake::suspect) return {Source::failed, "text-suspect"};
    if (mojibake == Mojibake::repaired) account.reason = "text-repaired";
    return account;
  }

  void note_watermarks(const PageWalk& walk) {
    constexpr std::size_t kMostPhrases = 8;
    if (walk.diagonal > 0) ++watermarked_;
    for (const std::string& phrase : walk.watermarks)
      if (watermarks_.size() < kMostPhrases) watermarks_.insert(phrase);
  }

  // A page among garbled ones has the same fonts, however little of it there is to judge by.
  PageAccount in_its_company(const PageAccount& account) {
    if (account.reason == "text-suspect") ++suspect_;
    if (account.source == Source::text) ++trusted_;
    const bool is_suspect = suspect_ >= kSuspectCompany && suspect_ > trusted_;
    return account.source == Source::text && is_suspect
               ? PageAccount{Source::failed, "text-suspect"}
               : account;
  }

  void note_repeated(PageWalk& walk) {
    std::set<int> here;
    for (DrawnImage& drawn : walk.images) {
      if (drawn.number == 0) continue;
      drawn.is_repeated = pages_of_image_[drawn.number] >= kOftenRepeated;
      here.insert(drawn.number);
    }
    for (const int image : here) ++pages_of_image_[image];
  }

  Page cut_off(const Page& page) {
    sink_.problem(
        {"size-limit", page.number, "text of a page > " + std::to_string(limits_.page_text)});
    Page cut;
    cut.number = page.number, cut.width = page.width, cut.height = page.height;
    cut.source = Source::failed, cut.reason = "size-limit";
    return cut;
  }

  void recognise(const PageWalk& walk, const RecognitionPlan& plan, Page& page) {
    if (plan.look == Look::nothing) return;
    if (!recognise_) recognise_ = find_recognition_();
    if (!*recognise_) return;
    Problem problem = recognise_page(document_, walk, plan, {*recognise_, limits_, engines_}, page);
    if (problem.kind.empty()) return;
    has_left_out_ = true;
    if (page.source == Source::failed && problem.kind == "image-limit") page.reason = problem.kind;
    sink_.problem(std::move(problem));
  }

  PDFDoc& document_;
  const Limits& limits_;
  DocumentSink& sink_;
  const FindRecognition& find_recognition_;
  std::optional<Recognise> recognise_;
  EngineReport engines_;
  std::map<int, int> pages_of_image_;  // by number of the object
  PageWalks walks_;
  Xfa xfa_;
  std::size_t watermarked_ = 0;            // pages
  std::set<std::string> watermarks_;       // their words
  std::size_t suspect_ = 0, trusted_ = 0;  // pages, by their own text
  bool has_left_out_ = false;
  bool is_form_told_ = false;
};

// Runs of pages with the same reason (why they are failed, or what was done for them) become one
// problem, so that a scan of 700
// pages does not bury everything else.
class PageReasons {
 public:
  void add(const Page& page) {
    // A picture over the limits was told with its size when it was met, a form at its first page,
    // what is missing at its own.
    const bool is_told =
        page.reason == "image-limit" || page.reason == "xfa-form" || page.reason == "damaged-pdf";
    const bool is_worth = page.source == Source::failed || page.reason == "text-repaired";
    const std::string reason = is_told || !is_worth ? "" : page.reason;
    if (!runs_.empty() && runs_.back().reason == reason && runs_.back().last + 1 == page.number)
      runs_.back().last = page.number;
    else
      runs_.push_back({reason, page.number, page.number});
  }
  bool report(DocumentSink& sink) const {
    bool any = false;
    for (const Run& run : runs_) {
      if (run.reason.empty()) continue;
      any = any || run.reason != "text-repaired";
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

// Pages of which something is not there. Asked before the first page is looked at, since pages are
// walked ahead of their time.
struct BrokenPages {
  std::set<int> missing;   // the tree counts them and has nothing in their place
  std::set<int> left_out;  // a part of their content is a picture over the limits
};

BrokenPages broken_pages(PDFDoc& document, int last, const Limits& limits) {
  PageGuard guard(document, limits);
  BrokenPages broken;
  for (int number = 1; number <= last; ++number) {
    if (document.getPage(number) == nullptr)
      broken.missing.insert(number);
    else if (guard.look_at(number))
      broken.left_out.insert(number);
  }
  return broken;
}

// False: the page cannot be said to be blank, whatever was found on it.
bool tell(const BrokenPages& broken, Page& page, DocumentSink& sink) {
  const int number = static_cast<int>(page.number);
  const bool is_missing = broken.missing.contains(number);
  if (!is_missing && !broken.left_out.contains(number)) return true;
  sink.problem(
      {"damaged-pdf", page.number, is_missing ? "页面缺失" : "页面内容是图像编码，未读取"});
  if (page.source == Source::blank) page.source = Source::failed, page.reason = "damaged-pdf";
  return false;
}

// Gives what became of the file by its pages.
FileStatus read_pages(PDFDoc& document, const Limits& limits, DocumentSink& sink,
                      const FindRecognition& find_recognition) {
  const int pages = document.getNumPages();
  const int last = static_cast<int>(std::min<std::int64_t>(pages, limits.pages));
  const BrokenPages broken = broken_pages(document, last, limits);
  if (broken.missing.size() == static_cast<std::size_t>(last)) {
    sink.problem({"damaged-pdf", 0, "no pages"});
    return FileStatus::unreadable;
  }
  sink.page_count(static_cast<std::uint32_t>(last));
  bool is_partial = false;
  PageReasons reasons;
  PageReader reader(document, last, limits, sink, find_recognition);
  for (int number = 1; number <= last; ++number) {
    Page page = reader.read(number);
    is_partial = !tell(broken, page, sink) || is_partial;
    if (page.source == Source::blank) sink.problem({"blank-page", page.number, ""});
    reasons.add(page);
    sink.page(std::move(page));
  }
  reader.finish();
  is_partial = reasons.report(sink) || reader.has_left_out() || is_partial;
  if (pages > last) {
    sink.problem({"page-limit", 0, std::to_string(pages) + " > " + std::to_string(last)});
    is_partial = true;
  }
  return is_partial ? FileStatus::partial : FileStatus::read;
}

void read_opened(const OpenFile& file, const Limits& limits, DocumentSink& sink,
                 const FindRecognition& find_recognition) {
  OpenedPdf opened = open_pdf(file);
  if (!opened.document) {
    sink.problem({opened.problem, 0, ""});
    sink.status(FileStatus::unreadable);
    return;
  }
  if (opened.repaired) sink.problem({"damaged-pdf", 0, "xref"});
  const std::uint64_t counted = mend_page_count(*opened.document, limits.pages);
  if (counted > limits.pages) {
    sink.problem({"page-limit", 0, std::to_string(counted) + " > " + std::to_string(limits.pages)});
    sink.status(FileStatus::refused);
    return;
  }
  if (opened.document->getNumPages() <= 0) {
    sink.problem({"damaged-pdf", 0, "no pages"});
    sink.status(FileStatus::unreadable);
    return;
  }
  if (counted > 0) sink.problem({"damaged-pdf", 0, "page count"});
  if (prune_form(*opened.document)) sink.problem({"damaged-pdf", 0, "form fields"});
  const FileStatus specials = report_specials(*opened.document, file, limits, sink);
  const FileStatus pages = read_pages(*opened.document, limits, sink, find_recognition);
  if (pages == FileStatus::unreadable)
    sink.status(pages);
  else if (specials != FileStatus::read || pages != FileStatus::read)
    sink.status(FileStatus::partial);
}

}  // namespace

void read_pdf(const OpenFile& file, const Limits& limits, DocumentSink& sink) {
  read_opened(file, limits, sink,
              [] { return recogniser().is_able() ? Recognise(recognise_once) : Recognise(); });
}

void read_pdf(const OpenFile& file, const Limits& limits, DocumentSink& sink,
              const Recognise& recognise) {
  read_opened(file, limits, sink, [&] { return recognise; });
}

}  // namespace biaoshen
