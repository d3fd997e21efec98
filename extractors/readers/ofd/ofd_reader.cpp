#include "extractors/readers/ofd/ofd_reader.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <string>
#include <utility>

#include "extractors/readers/members.h"
#include "extractors/readers/ofd/ofd_pages.h"
#include "extractors/readers/ofd/ofd_pictures.h"
#include "extractors/readers/ofd/ofd_seals.h"
#include "extractors/readers/office/package_notes.h"
#include "extractors/readers/pdf/pdf_layout.h"
#include "extractors/readers/pdf/pdf_recognition.h"
#include "extractors/readers/pdf/pdf_trust.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::uint8_t kHiddenConfidence = 40;  // per cent; somebody's earlier recognition
constexpr float kLargestSide = 14400;           // points, as for PDF
constexpr std::uint8_t kStated = 100;           // per cent: the file itself says so
constexpr std::string_view kEncrypted = "OFD 文件已加密。请取消密码或权限控制后重新提交";

// Pictures are hardly smaller in the package than outside, and a scan has many of them.
Limits limits_for(const OpenFile& file, const Limits& limits) {
  Limits own = limits;
  own.unpacked_bytes = std::max(own.unpacked_bytes, 2 * file.bytes);
  return own;
}

// The list of encrypted parts (GM/T 0099).
bool lists_encryptions(const ZipPackage& package) {
  return package.has("Encryptions.xml") || package.has("Doc_0/Encryptions.xml");
}

Seal seal_of(const OfdSignature& signature, const OfdStamp& stamp) {
  const OfdMatrix to_points{kPointsPerMillimetre, 0, 0, kPointsPerMillimetre, 0, 0};
  return {OnPage{to_points.apply(stamp.box)}, signature.seal, kStated};
}

class OfdFile {
 public:
  OfdFile(ZipPackage& package, const OpenFile& file, const Limits& limits, DocumentSink& sink,
          const RecognisePicture& recognise)
      : package_(package),
        limits_(limits),
        sink_(sink),
        pictures_(package, sink, recognise),
        members_(file.bytes, limits, sink) {}

  void read() {
    notes_.look_at(package_);
    std::vector<OfdDocument> documents;
    const PartEnd end = read_ofd_bodies(package_, documents);
    std::size_t pages = 0;
    if (!documents.empty() || end.is_complete()) {
      notes_.other_part(end);
      for (OfdDocument& document : documents) {
        notes_.other_part(read_ofd_document(package_, document));
        pages += document.pages.size();
      }
    }
    if (pages == 0) return refuse(end);
    count_pages(pages);
    for (const OfdDocument& document : documents) read_document(document);
    if (watermarked_ > 0)
      notes_.note("watermark", std::to_string(watermarked_) + " 页有水印文字，未计入");
    if (members_.outcome() != FileStatus::read) notes_.incomplete();
    notes_.tell(sink_);
  }

 private:
  void refuse(const PartEnd& end) {
    const bool is_encrypted = end.kind == "encrypted" || lists_encryptions(package_);
    if (is_encrypted)
      sink_.problem({"encrypted", 0, std::string(kEncrypted)});
    else
      sink_.problem({end.is_complete() ? "damaged-office" : end.kind, 0,
                     "OFD 文件中没有可读的页面。请重新导出，或另存为 PDF 后提交"});
    sink_.status(end.status == FileStatus::refused && !is_encrypted ? FileStatus::refused
                                                                    : FileStatus::unreadable);
  }

  void count_pages(std::size_t pages) {
    if (pages > limits_.pages) {
      sink_.problem(
          {"page-limit", 0, std::to_string(pages) + " > " + std::to_string(limits_.pages)});
      notes_.incomplete();
    }
    sink_.page_count(static_cast<std::uint32_t>(std::min<std::size_t>(pages, limits_.pages)));
  }

  void read_document(const OfdDocument& document) {
    const std::multimap<std::string, Seal> seals = read_signatures(document);
    OfdPages pages(package_, document);
    notes_.other_part(pages.prepare());
    for (const OfdPagePart& part : document.pages) {
      if (number_ >= limits_.pages) break;
      ++number_;
      OfdSheet sheet;
      const PartEnd end = pages.read(part, sheet);
      Page page = page_of(sheet, end);
      const auto [first, last] = seals.equal_range(part.id);
      for (auto at = first; at != last; ++at) page.seals.push_back(at->second);
      sink_.page(std::move(page));
    }
    read_attachments(document);
  }

  // Seals by the ID of their page.
  std::multimap<std::string, Seal> read_signatures(const OfdDocument& document) {
    std::multimap<std::string, Seal> seals;
    if (document.signatures.empty()) return seals;
    std::vector<OfdSignature> signatures;
    notes_.other_part(read_ofd_signatures(package_, document.signatures, signatures));
    for (const OfdSignature& signature : signatures) {
      std::uint32_t first_page = 0;
      for (const OfdStamp& stamp : signature.stamps) {
        seals.emplace(stamp.page, seal_of(signature, stamp));
        if (first_page == 0) first_page = number_of(document, stamp.page);
      }
      sink_.problem({"digital-signature", first_page, words_for(signature)});
    }
    return seals;
  }

  // Of the page with this ID, over all documents; 0 where there is none.
  std::uint32_t number_of(const OfdDocument& document, const std::string& id) const {
    for (std::size_t i = 0; i < document.pages.size(); ++i)
      if (document.pages[i].id == id && number_ + i < limits_.pages)
        return number_ + static_cast<std::uint32_t>(i) + 1;
    return 0;
  }

  Page page_of(OfdSheet& sheet, const PartEnd& end) {
    PageWalk& walk = sheet.walk;
    Page page;
    page.number = number_;
    page.width = walk.width, page.height = walk.height;
    if (walk.width > kLargestSide || walk.height > kLargestSide)
      sink_.problem({"page-size", number_,
                     std::to_string(static_cast<long>(walk.width)) + "×" +
                         std::to_string(static_cast<long>(walk.height))});
    for (const DrawnImage& drawn : walk.images) page.images.push_back(drawn.image);
    if (sheet.watermarks > 0) ++watermarked_;
    lay_out(walk, Origin::text, 100, page);
    if (page.text.size() > limits_.page_text) {
      take_problem({"size-limit", number_, "本页文字超过 " + std::to_string(limits_.page_text)});
      return cut_off(page);
    }
    const PageAccount account = account_for(walk, page.text);
    page.source = account.source, page.reason = account.reason;
    if (account.reason == "hidden-text-only") lay_out_hidden(sheet, page);
    if (walk.hidden_characters > 0 && walk.characters > 0)
      sink_.problem({"hidden-text", number_, std::to_string(walk.hidden_characters)});
    take_problem(pictures_.recognise(sheet, plan_recognition(walk, account), page));
    account_of_damage(end, page);
    tell_source(page);
    return page;
  }

  // Letters that nobody sees are somebody's recognition at best.
  void lay_out_hidden(const OfdSheet& sheet, Page& page) const {
    page.text.clear(), page.words.clear(), page.lines.clear(), page.grids.clear();
    PageWalk hidden;
    hidden.width = sheet.walk.width, hidden.height = sheet.walk.height;
    hidden.words = sheet.walk.words;
    hidden.words.insert(hidden.words.end(), sheet.hidden_words.begin(), sheet.hidden_words.end());
    lay_out(hidden, Origin::ocr, kHiddenConfidence, page);
    if (page.text.size() > limits_.page_text) page = cut_off(page);
  }

  Page cut_off(const Page& page) const {
    Page cut;
    cut.number = page.number, cut.width = page.width, cut.height = page.height;
    cut.source = Source::failed, cut.reason = "size-limit";
    return cut;
  }

  void take_problem(Problem problem) {
    if (problem.kind.empty()) return;
    notes_.incomplete();
    sink_.problem(std::move(problem));
  }

  // A page that broke off keeps what came; one of which nothing came has failed.
  void account_of_damage(const PartEnd& end, Page& page) {
    if (end.is_complete()) return;
    const bool is_encrypted = end.kind == "encrypted" || lists_encryptions(package_);
    const std::string kind = is_encrypted ? "encrypted" : end.kind;
    if (page.words.empty() && page.source != Source::failed)
      page.source = Source::failed, page.reason = kind;
    take_problem({kind, page.number, is_encrypted ? std::string(kEncrypted) : end.detail});
  }

  void tell_source(const Page& page) {
    if (page.source == Source::blank) sink_.problem({"blank-page", page.number, ""});
    if (page.source != Source::failed) return;
    notes_.incomplete();
    sink_.problem({page.reason, page.number, ""});
  }

  void read_attachments(const OfdDocument& document) {
    if (document.attachments.empty()) return;
    std::vector<OfdAttachment> attachments;
    notes_.other_part(read_ofd_attachments(package_, document.attachments, attachments));
    for (const OfdAttachment& attachment : attachments) {
      if (!package_.has(attachment.part)) {
        notes_.note("attachment", "附件不在文件中：" + attachment.name);
        continue;
      }
      if (!members_.begin(attachment.name, 0)) return;
      const PartEnd end =
          package_.read(attachment.part, limits_.member_bytes,
                        [&](std::string_view piece) { return members_.bytes(piece); });
      if (end.is_complete())
        members_.end();
      else
        members_.end(end.status, {{end.kind, 0, end.detail}});
    }
  }

  ZipPackage& package_;
  const Limits& limits_;
  DocumentSink& sink_;
  OfdPictures pictures_;
  Members members_;
  PackageNotes notes_;
  std::uint32_t number_ = 0;  // of the page that is read
  std::size_t watermarked_ = 0;
};

}  // namespace

void read_ofd(const OpenFile& file, const Limits& limits, DocumentSink& sink) {
  read_ofd(file, limits, sink, own_recognition());
}

void read_ofd(const OpenFile& file, const Limits& limits, DocumentSink& sink,
              const RecognisePicture& recognise) {
  sink.format("ofd");
  const Limits own = limits_for(file, limits);
  const std::unique_ptr<ZipPackage> package = ZipPackage::open(file, own);
  if (package == nullptr) {
    sink.problem({"damaged-office", 0, "OFD 文件损坏。请重新导出"});
    sink.status(FileStatus::unreadable);
    return;
  }
  OfdFile(*package, file, own, sink, recognise).read();
}

std::vector<Crop> crop_ofd(const OpenFile& file, std::span<const CropRequest> requests,
                           const Limits& limits) {
  std::vector<Crop> crops(requests.size());
  const Limits own = limits_for(file, limits);
  const std::unique_ptr<ZipPackage> package = ZipPackage::open(file, own);
  if (package == nullptr) return crops;
  std::vector<OfdDocument> documents;
  read_ofd_bodies(*package, documents);
  std::uint32_t number = 0;
  for (OfdDocument& document : documents) {
    read_ofd_document(*package, document);
    OfdPages pages(*package, document);
    pages.prepare();
    for (const OfdPagePart& part : document.pages) {
      ++number;
      const auto is_wanted = [&](const CropRequest& request) { return request.page == number; };
      if (std::none_of(requests.begin(), requests.end(), is_wanted)) continue;
      OfdSheet sheet;
      pages.read(part, sheet);
      for (std::size_t i = 0; i < requests.size(); ++i)
        if (is_wanted(requests[i])) crops[i] = cut_ofd_picture(*package, sheet, requests[i]);
    }
  }
  return crops;
}

}  // namespace biaoshen
