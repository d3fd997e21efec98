#include "extractors/readers/xlsx/xlsx_reader.h"

#include <memory>
#include <string>
#include <utility>

#include "extractors/readers/office/package_members.h"
#include "extractors/readers/office/package_notes.h"
#include "extractors/readers/xlsx/xlsx_comments.h"
#include "extractors/readers/xlsx/xlsx_drawing.h"
#include "extractors/readers/xlsx/xlsx_sheet.h"

namespace biaoshen {
namespace {

class XlsxFile {
 public:
  // Without `members` what is embedded stays where it is.
  XlsxFile(ZipPackage& package, std::string main, PagePictures& pictures, PackageMembers* members,
           DocumentSink& sink)
      : package_(package),
        members_(members),
        main_(std::move(main)),
        images_(package),
        drawn_text_(package),
        pages_(package.limits(), sink, &pictures),
        sheets_(pages_, package.limits()),
        sink_(sink) {}

  void read() {
    notes_.look_at(package_);
    relations_ = Relations::read(package_, main_);
    look_at(relations_);
    for (const std::string& link : relations_.parts_of_type("externalLink")) {
      notes_.look_at(Relations::read(package_, link));
    }
    notes_.main_part(read_xml(package_, main_, book_.outline));
    read_shared("sharedStrings", book_.strings);
    read_shared("styles", book_.looks);
    notes_.other_part(book_.cell_images.read(package_, relations_, images_));
    for (const XlsxSheetName& sheet : book_.outline.sheets()) {
      if (notes_.is_stopped() || pages_.is_full()) break;
      read_sheet(sheet);
    }
    if (!notes_.is_stopped()) pages_.finish();
    if (sheets_.is_cut()) notes_.note("size-limit", "单元格或文字过多，其余未读取");
    if (sheets_.is_cut() || pages_.is_incomplete()) notes_.incomplete();
    if (comments_.count() > 0)
      notes_.note("comments", std::to_string(comments_.count()) + " 条批注");
    if (hidden_cells_ > 0) {
      notes_.note("hidden-cells", std::to_string(hidden_cells_) + " 个单元格在隐藏的行或列中");
    }
    notes_.other_part(drawn_text_.end());
    notes_.tell(sink_);
  }

 private:
  void look_at(const Relations& relations) {
    notes_.look_at(relations);
    if (members_ != nullptr) members_->hand_on(relations, notes_);
  }

  void read_shared(std::string_view type, XmlListener& listener) {
    const Relation* part = relations_.by_type(type);
    if (part == nullptr || !package_.has(part->target)) return;
    notes_.other_part(read_xml(package_, part->target, listener));
  }

  void read_sheet(const XlsxSheetName& name) {
    if (name.is_hidden) notes_.note("hidden-sheet", name.name);
    sheets_.begin_sheet(name.name);
    const Relation* part = relations_.by_id(name.relation);
    if (part == nullptr) {
      notes_.other_part({FileStatus::partial, "damaged-office", "缺少工作表：" + name.name});
    } else {
      if (part->type != "worksheet") notes_.note("chart-sheet", name.name);
      read_sheet_part(part->target);
    }
    if (!notes_.is_stopped()) sheets_.end_sheet();
  }

  void read_sheet_part(const std::string& part) {
    XlsxSheet sheet(book_, sheets_);
    PartEnd end = read_xml(package_, part, sheet);
    // Rows that are alike pack as only bombs do otherwise: those that came are kept.
    if (end.kind == "ratio-limit") end.status = FileStatus::partial, end.kind = "size-limit";
    notes_.other_part(end);
    sheet.finish();
    if (sheet.has_bad_values()) {
      notes_.other_part({FileStatus::partial, "damaged-office", "共享字符串编号无效"});
    }
    hidden_cells_ += sheet.hidden_cells();
    const Relations of_sheet = Relations::read(package_, part);
    look_at(of_sheet);
    read_comments(of_sheet);
    if (const Relation* drawing = of_sheet.by_id(sheet.drawing())) read_drawing(drawing->target);
  }

  void read_comments(const Relations& of_sheet) {
    for (const std::string& part : of_sheet.parts_of_type("comments")) {
      if (package_.has(part)) notes_.other_part(read_xml(package_, part, comments_));
    }
  }

  void read_drawing(const std::string& part) {
    if (!package_.has(part)) return;
    const Relations relations = Relations::read(package_, part);
    notes_.look_at(relations);
    XlsxDrawing drawing(images_, drawn_text_, relations, sheets_);
    notes_.other_part(read_xml(package_, part, drawing));
  }

  ZipPackage& package_;
  PackageMembers* members_;
  const std::string main_;
  PackageImages images_;
  DrawnText drawn_text_;
  FlowPages pages_;
  XlsxPages sheets_;
  DocumentSink& sink_;
  Relations relations_;
  XlsxBook book_;
  XlsxComments comments_;
  std::size_t hidden_cells_ = 0;
  PackageNotes notes_;
};

// Nothing where the package has no main part.
std::string opened(const OpenFile& file, const Limits& limits,
                   std::unique_ptr<ZipPackage>& package) {
  package = ZipPackage::open(file, limits);
  return package == nullptr ? std::string() : main_part(*package);
}

}  // namespace

void read_xlsx(const OpenFile& file, const Limits& limits, DocumentSink& sink) {
  read_xlsx(file, limits, sink, own_recognition());
}

void read_xlsx(const OpenFile& file, const Limits& limits, DocumentSink& sink,
               const RecognisePicture& recognise) {
  sink.format("xlsx");
  std::unique_ptr<ZipPackage> package;
  std::string main = opened(file, limits, package);
  if (main.empty()) {
    sink.problem({"damaged-office", 0, "缺少工作簿部件。请用 Excel 或 WPS 打开并重新保存"});
    sink.status(FileStatus::unreadable);
    return;
  }
  PackagePictures pictures(*package, sink, recognise);
  PackageMembers members(*package, file.bytes, sink);
  XlsxFile(*package, std::move(main), pictures, &members, sink).read();
}

std::vector<Crop> crop_xlsx(const OpenFile& file, std::span<const CropRequest> requests,
                            const Limits& limits) {
  std::unique_ptr<ZipPackage> package;
  std::string main = opened(file, limits, package);
  if (main.empty()) return std::vector<Crop>(requests.size());
  PictureParts parts;
  NoSink sink;
  XlsxFile(*package, std::move(main), parts, nullptr, sink).read();
  return cut_pictures(*package, parts, requests);
}

}  // namespace biaoshen
