#include "extractors/readers/docx/docx_reader.h"

#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "extractors/readers/docx/docx_numbering.h"
#include "extractors/readers/docx/docx_pages.h"
#include "extractors/readers/docx/docx_story.h"
#include "extractors/readers/office/package_members.h"
#include "extractors/readers/office/package_notes.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

// Holds a small story, to see whether its like was already read: the headers of first, odd
// and even pages mostly say the same.
class DocxCollection final : public DocxFlow {
 public:
  explicit DocxCollection(DocxPages& pages) : pages_(pages) {}

  std::uint32_t next_paragraph() override { return pages_.next_paragraph(); }
  void paragraph(DocxParagraph paragraph) override { blocks_.push_back({std::move(paragraph)}); }
  void begin_table() override { table_ = {}; }
  void row(DocxRow row) override { table_.rows.push_back(std::move(row)); }
  void end_table() override {
    if (!table_.rows.empty()) blocks_.push_back({std::exchange(table_, {})});
  }
  void break_page() override {}
  void end_section() override {}

  std::string said() const {
    std::string said;
    for (const DocxBlock& block : blocks_) said += plain_text(block);
    return said;
  }
  void hand_on() {
    for (DocxBlock& block : blocks_) pages_.block(std::move(block));
  }

 private:
  DocxPages& pages_;
  std::vector<DocxBlock> blocks_;
  DocxTable table_;
};

class DocxFile {
 public:
  // Without `members` what is embedded stays where it is.
  DocxFile(ZipPackage& package, std::string main, PagePictures& pictures, PackageMembers* members,
           DocumentSink& sink)
      : package_(package),
        members_(members),
        main_(std::move(main)),
        limits_(package.limits()),
        images_(package),
        drawn_text_(package),
        pages_(limits_, sink, &pictures),
        sink_(sink) {}

  void read() {
    notes_.look_at(package_);
    relations_ = Relations::read(package_, main_);
    look_at(relations_);
    look_at_settings();
    const PartEnd first = read_xml(package_, main_, sections_);
    notes_.main_part(first);
    notes_.other_part(styles_.read(package_, relations_));
    notes_.other_part(numbering_.read(package_, relations_));
    if (!notes_.is_stopped()) read_stories(first);
    tell();
  }

 private:
  void look_at(const Relations& relations) {
    notes_.look_at(relations);
    if (members_ != nullptr) members_->hand_on(relations, notes_);
  }

  void look_at_settings() {
    // The template that a document is attached to is named there.
    if (const Relation* settings = relations_.by_type("settings")) {
      notes_.look_at(Relations::read(package_, settings->target));
    }
  }

  void read_stories(const PartEnd& first) {
    DocxPages flow(pages_, sections_.all());
    read_small_stories(flow, "header");
    const PartEnd end = read_story(main_, relations_, flow);
    if (first.is_complete()) notes_.main_part(end);  // else it has been told
    read_small_stories(flow, "footer");
    read_small_stories(flow, "footnotes");
    read_small_stories(flow, "endnotes");
    pages_.finish();
  }

  PartEnd read_story(const std::string& part, const Relations& relations, DocxFlow& flow) {
    DocxStory story({styles_, images_, relations, numbering_, drawn_text_, limits_.page_text / 2},
                    flow, seen_);
    PartEnd end = read_xml(package_, part, story);
    story.finish();
    return end;
  }

  void read_small_stories(DocxPages& flow, std::string_view type) {
    for (const std::string& part : relations_.parts_of_type(type)) {
      if (!package_.has(part) || !parts_read_.insert(part).second) continue;
      const Relations relations = Relations::read(package_, part);
      look_at(relations);
      DocxCollection collection(flow);
      notes_.other_part(read_story(part, relations, collection));
      const std::string said = collection.said();
      if (trim(said).empty() || said_.insert(said).second) collection.hand_on();
    }
  }

  void tell() {
    if (seen_.revisions > 0) {
      notes_.note("revisions", std::to_string(seen_.revisions) + " 处修订尚未接受或拒绝");
    }
    if (seen_.comments > 0) notes_.note("comments", std::to_string(seen_.comments) + " 条批注");
    if (!seen_.hidden.empty()) notes_.note("hidden-text", "隐藏文字未计入：" + seen_.hidden);
    if (!seen_.unfilled.empty()) notes_.note("unfilled-control", seen_.unfilled);
    notes_.other_part(drawn_text_.end());
    if (seen_.is_cut) {
      notes_.note("size-limit",
                  "一段文字超过 " + std::to_string(limits_.page_text / 2) + " 字节，或图像过多");
    }
    if (seen_.is_cut || pages_.is_incomplete()) notes_.incomplete();
    notes_.tell(sink_);
  }

  ZipPackage& package_;
  PackageMembers* members_;
  const std::string main_;
  const Limits& limits_;
  PackageImages images_;
  DrawnText drawn_text_;
  FlowPages pages_;
  DocumentSink& sink_;
  Relations relations_;
  DocxSections sections_;
  DocxStyles styles_;
  DocxNumbering numbering_;
  PackageNotes notes_;
  DocxSeen seen_;
  std::set<std::string> parts_read_, said_;
};

// Nothing where the package has no main part.
std::string opened(const OpenFile& file, const Limits& limits,
                   std::unique_ptr<ZipPackage>& package) {
  package = ZipPackage::open(file, limits);
  return package == nullptr ? std::string() : main_part(*package);
}

}  // namespace

void read_docx(const OpenFile& file, const Limits& limits, DocumentSink& sink) {
  read_docx(file, limits, sink, own_recognition());
}

void read_docx(const OpenFile& file, const Limits& limits, DocumentSink& sink,
               const RecognisePicture& recognise) {
  sink.format("docx");
  std::unique_ptr<ZipPackage> package;
  std::string main = opened(file, limits, package);
  if (main.empty()) {
    sink.problem({"damaged-office", 0, "缺少正文部件。请用 Word 或 WPS 打开并重新保存"});
    sink.status(FileStatus::unreadable);
    return;
  }
  PackagePictures pictures(*package, sink, recognise);
  PackageMembers members(*package, file.bytes, sink);
  DocxFile(*package, std::move(main), pictures, &members, sink).read();
}

std::vector<Crop> crop_docx(const OpenFile& file, std::span<const CropRequest> requests,
                            const Limits& limits) {
  std::unique_ptr<ZipPackage> package;
  std::string main = opened(file, limits, package);
  if (main.empty()) return std::vector<Crop>(requests.size());
  PictureParts parts;
  NoSink sink;
  DocxFile(*package, std::move(main), parts, nullptr, sink).read();
  return cut_pictures(*package, parts, requests);
}

}  // namespace biaoshen
