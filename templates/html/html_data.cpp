#include "templates/html/html_data.h"

#include "templates/html/png_uri.h"

namespace biaoshen {
namespace {

using kainjow::mustache::data;
using kainjow::mustache::list;

// In a template {{#name}} asks whether there is something; an empty text is nothing.
data text(const std::string& value) {
  return value.empty() ? data(false) : data(value);
}

class DataMaker {
 public:
  explicit DataMaker(const std::map<std::string, std::string>& crops) : crops_(crops) {}

  template <typename T>
  data all(const std::vector<T>& rows) {
    list out;
    out.reserve(rows.size());
    for (const T& row : rows) out.push_back(of(row));
    return data(out);
  }

  data of(const std::string& value) { return data(value); }

  data of(const LabelView& view) {
    data out;
    out["label"] = text(view.label);
    out["value"] = text(view.value);
    out["mark"] = text(view.mark);
    return out;
  }

  data of(const FileLink& link) {
    data out;
    out["id"] = text(link.id);
    out["path"] = text(link.path);
    out["file_name"] = text(link.name);
    return out;
  }

  data of(const Citation& cite) {
    data out;
    out["instrument"] = text(cite.instrument);
    out["clause"] = text(cite.clause);
    out["cited"] = text(cite.quote);
    return out;
  }

  data of(const EvidenceView& view) {
    data out = of(view.file);
    out["search"] = view.is_search;
    out["place"] = text(view.place);
    out["short_place"] = text(view.short_place);
    out["origin"] = text(view.origin);
    out["ocr"] = view.is_ocr;
    out["quote"] = text(view.quote);
    out["cut"] = text(view.cut);
    out["sought"] = text(view.sought);
    out["scope"] = text(view.scope);
    out["conclusion"] = text(view.conclusion);
    out["searched"] = all(view.searched);
    out["unread"] = all(view.unread);
    out["has_unread"] = !view.unread.empty();
    set_crop(out, view);
    return out;
  }

  data of(const FindingView& view) {
    data out;
    out["nth"] = text(view.number);
    out["rule"] = text(view.rule);
    out["name"] = text(view.title);
    out["message"] = text(view.message);
    out["remedy"] = text(view.remedy);
    out["remedy_label"] = text(view.remedy_label);
    out["status"] = text(view.status);
    out["status_mark"] = text(view.status_mark);
    out["level"] = text(view.level);
    out["where"] = text(view.where);
    out["unlisted"] = text(view.unlisted);
    out["waiver"] = text(view.waiver);
    out["digest"] = text(view.digest);
    out["rule_deviations"] = all(view.deviations);
    out["has_rule_deviations"] = !view.deviations.empty();
    out["cites"] = all(view.cites);
    const std::size_t shown = view.evidence.size() <= kFolded ? view.evidence.size() : kShown;
    const auto middle = view.evidence.begin() + static_cast<std::ptrdiff_t>(shown);
    out["evidence"] = all(std::vector(view.evidence.begin(), middle));
    out["more"] = all(std::vector(middle, view.evidence.end()));
    out["more_count"] = std::to_string(view.evidence.end() - middle);
    out["has_more"] = middle != view.evidence.end();
    return out;
  }

  data of(const Piece& piece) {
    data out;
    out["text"] = text(piece.text);
    out["differs"] = piece.kind == Piece::Kind::differs;
    out["missing"] = piece.kind == Piece::Kind::missing;
    return out;
  }

  data of(const ReadingView& view) {
    data out;
    out["pieces"] = all(view.pieces);
    out["reading_differs"] = view.differs;
    out["doubt"] = text(view.doubt);
    out["places"] = all(view.evidence);
    return out;
  }

  data of(const MatrixCellView& view) {
    data out;
    out["material"] = text(view.material);
    out["readings"] = all(view.readings);
    out["unlisted"] = text(view.unlisted);
    return out;
  }

  data of(const MatrixRowView& view) {
    data out;
    out["field"] = text(view.title);
    out["field_verdict"] = text(view.verdict);
    out["agrees"] = view.agrees;
    out["cells"] = all(view.cells);
    return out;
  }

  data of(const PartView& view) {
    data out = of(view.file);
    out["part_pages"] = text(view.pages);
    out["reason"] = text(view.reason);
    return out;
  }

  data of(const MaterialView& view) {
    data out;
    out["material"] = text(view.title);
    out["requirement"] = text(view.requirement);
    out["absence"] = text(view.absence);
    out["loud"] = view.is_loud;
    out["part_count"] = std::to_string(view.parts.size());
    const auto second = view.parts.begin() + (view.parts.empty() ? 0 : 1);
    out["first_part"] = all(std::vector(view.parts.begin(), second));
    out["other_parts"] = all(std::vector(second, view.parts.end()));
    return out;
  }

  data of(const ProblemView& view) {
    data out;
    out["what"] = text(view.what);
    out["mend"] = text(view.remedy);
    out["at"] = text(view.where);
    return out;
  }

  data of(const FileView& view) {
    data out = of(view.file);
    out["format"] = text(view.format);
    out["size"] = text(view.size);
    out["file_pages"] = text(view.pages);
    out["file_status"] = text(view.status);
    out["file_mark"] = text(view.status_mark);
    out["sha256"] = text(view.sha256);
    out["problems"] = all(view.problems);
    return out;
  }

  data of(const Instrument& instrument) {
    data out;
    out["instrument_title"] = text(instrument.title);
    out["source"] = text(instrument.source);
    out["instrument_note"] = text(instrument.note);
    return out;
  }

 private:
  static constexpr std::size_t kFolded = 10;  // more pieces of evidence than this are folded
  static constexpr std::size_t kShown = 8;    // away behind these

  void set_crop(data& out, const EvidenceView& view) {
    for (const char* name :
         {"image", "image_seen", "image_alt", "image_width", "image_height", "image_id"})
      out[name] = data(false);
    const auto crop = crops_.find(view.crop);
    if (view.crop.empty() || crop == crops_.end()) return;
    const auto known = crop_ids_.find(view.crop);
    if (known != crop_ids_.end()) {
      out["image_seen"] = data(true);
      out["image_id"] = data(known->second);
      return;
    }
    const auto png = png_uri(crop->second);
    if (!png) return;
    const auto place =
        crop_ids_.emplace(view.crop, "crop-" + std::to_string(crop_ids_.size() + 1)).first;
    out["image_id"] = data(place->second);
    out["image"] = data(png->uri);
    out["image_alt"] = text(view.crop_alt);
    out["image_width"] = data(std::to_string(png->width));
    out["image_height"] = data(std::to_string(png->height));
  }

  const std::map<std::string, std::string>& crops_;
  std::map<std::string, std::string> crop_ids_;
};

}  // namespace

data html_data(const View& view, const std::map<std::string, std::string>& crops) {
  DataMaker make(crops);
  data out;
  out["lang"] = data(view.language == Language::zh ? "zh-CN" : "en");
  out["page_title"] = text(view.page_title);
  out["number"] = text(view.number);
  out["title"] = text(view.title);
  out["print_number"] = text(view.print_number);
  out["verdict"] = text(view.verdict);
  out["verdict_mark"] = text(view.verdict_mark);
  out["verdict_reason"] = text(view.verdict_reason);
  out["counts"] = make.all(view.counts);
  out["subject"] = make.all(view.subject);
  out["dates"] = make.all(view.dates);
  out["method"] = make.all(view.method);
  out["to_correct"] = make.all(view.to_correct);
  out["brief"] = make.all(view.brief);
  out["brief_rest"] = text(view.brief_rest);
  out["has_to_correct"] = !view.to_correct.empty();
  out["to_look"] = make.all(view.to_look);
  out["has_to_look"] = !view.to_look.empty();
  out["columns"] = make.all(view.matrix.columns);
  out["rows"] = make.all(view.matrix.rows);
  out["has_rows"] = !view.matrix.rows.empty();
  out["waived"] = make.all(view.waived);
  out["has_waived"] = !view.waived.empty();
  out["passed"] = make.all(view.passed);
  out["has_passed"] = !view.passed.empty();
  out["not_applicable"] = make.all(view.not_applicable);
  out["has_not_applicable"] = !view.not_applicable.empty();
  out["materials"] = make.all(view.materials);
  out["files"] = make.all(view.files);
  out["has_files"] = !view.files.empty();
  out["ignored"] = make.all(view.ignored);
  out["ignored_count"] = std::to_string(view.ignored.size());
  out["has_ignored"] = !view.ignored.empty();
  out["page_sum"] = text(view.page_sum);
  out["dossier_problems"] = make.all(view.dossier_problems);
  out["has_dossier_problems"] = !view.dossier_problems.empty();
  out["instruments"] = make.all(view.instruments);
  out["has_instruments"] = !view.instruments.empty();
  out["policy"] = text(view.policy);
  out["deviations"] = make.all(view.deviations);
  return out;
}

}  // namespace biaoshen
