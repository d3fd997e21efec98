#include "templates/html/html_data.h"

#include "pipeline/base/text.h"
#include "templates/html/evidence_data.h"
#include "templates/html/template_data.h"

namespace biaoshen {
namespace {

using kainjow::mustache::data;
using kainjow::mustache::list;

class DataMaker {
 public:
  explicit DataMaker(const std::map<std::string, std::string>& crops)
      : evidence_(crops), readings_(crops, kReadingRoom, "reading-") {}

  const EvidenceData& evidence() const { return evidence_; }

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
    out["label"] = text_data(view.label);
    out["value"] = text_data(view.value);
    out["mark"] = text_data(view.mark);
    return out;
  }

  data of(const FileLink& link) {
    data out;
    out["id"] = text_data(link.id);
    out["path"] = text_data(link.path);
    out["file_name"] = text_data(link.name);
    return out;
  }

  data of(const Citation& cite) { return cite_data(cite); }

  data of(const EvidenceView& view) { return evidence_.of(view); }

  data of(const FindingView& view) {
    data out;
    out["nth"] = text_data(view.number);
    out["rule"] = text_data(view.rule);
    out["name"] = text_data(view.title);
    out["message"] = text_data(view.message);
    out["remedy"] = text_data(view.remedy);
    out["remedy_label"] = text_data(view.remedy_label);
    out["status"] = text_data(view.status);
    out["status_mark"] = text_data(view.status_mark);
    out["level"] = text_data(view.level);
    out["where"] = text_data(view.where);
    out["unlisted"] = text_data(view.unlisted);
    out["waiver"] = text_data(view.waiver);
    out["digest"] = text_data(view.digest);
    out["evidence_sha256"] = text_data(view.evidence_sha256);
    out["to_decide"] = view.to_decide;
    out["rule_deviations"] = all(view.deviations);
    out["has_rule_deviations"] = !view.deviations.empty();
    out["cites"] = all(view.cites);
    const std::size_t shown = view.evidence.size() <= kFolded ? view.evidence.size() : kShown;
    const auto middle = view.evidence.begin() + static_cast<std::ptrdiff_t>(shown);
    out["evidence"] = all(std::vector(view.evidence.begin(), middle));
    out["has_several"] = view.evidence.size() > 1;
    out["more"] = all(std::vector(middle, view.evidence.end()));
    out["more_count"] = std::to_string(view.evidence.end() - middle);
    out["has_more"] = middle != view.evidence.end();
    return out;
  }

  data of(const Piece& piece) {
    data out;
    out["text"] = text_data(piece.text);
    out["differs"] = piece.kind == Piece::Kind::differs;
    out["missing"] = piece.kind == Piece::Kind::missing;
    return out;
  }

  data of(const ReadingView& view) {
    data out;
    out["pieces"] = all(view.pieces);
    out["reading_differs"] = view.differs;
    out["doubt"] = text_data(view.doubt);
    list places;
    for (const EvidenceView& one : view.evidence) places.push_back(readings_.of(one));
    out["places"] = data(places);
    return out;
  }

  data of(const MatrixCellView& view) {
    data out;
    out["material"] = text_data(view.material);
    out["readings"] = all(view.readings);
    out["unlisted"] = text_data(view.unlisted);
    return out;
  }

  data of(const MatrixRowView& view) {
    data out;
    out["field"] = text_data(view.title);
    out["field_verdict"] = text_data(view.verdict);
    out["cells"] = all(view.cells);
    return out;
  }

  data of(const AgreementView& view) {
    data out;
    out["field"] = text_data(view.title);
    out["field_verdict"] = text_data(view.verdict);
    out["agreed"] = text_data(view.value);
    out["in_materials"] = text_data(view.where);
    out["field_doubt"] = text_data(view.doubt);
    out["cells"] = all(view.cells);
    return out;
  }

  data of(const DateView& view) {
    data out;
    out["label"] = text_data(view.label);
    out["value"] = text_data(view.value);
    out["date_note"] = text_data(view.note);
    out["date_mark"] = text_data(view.mark);
    out["has_place"] = view.at >= 0;
    out["at"] = std::to_string(view.at);
    out["has_period"] = view.from >= 0 && view.at > view.from;
    out["from"] = std::to_string(view.from);
    out["to"] = std::to_string(100 - view.at);
    return out;
  }

  data of(const BriefView& view) {
    data out;
    out["rule"] = text_data(view.rule);
    out["message"] = text_data(view.message);
    out["level"] = text_data(view.level);
    out["remedy"] = text_data(view.remedy);
    out["clauses"] = all(view.clauses);
    return out;
  }

  data of(const CitedPlaceView& view) {
    data out = of(view.file);
    out["short_place"] = text_data(view.place);
    return out;
  }

  data of(const CitedCellView& view) {
    data out;
    out["cited_column"] = text_data(view.column);
    out["cited_places"] = all(view.places);
    return out;
  }

  data of(const CitedRowView& view) {
    data out;
    out["standard"] = text_data(view.number);
    out["class"] = text_data(view.kind);
    out["year"] = text_data(view.year);
    out["undated"] = view.is_undated;
    out["mandatory"] = text_data(view.mandatory);
    out["other_year"] = text_data(view.other_year);
    out["cited_cells"] = all(view.cells);
    return out;
  }

  data of(const PartView& view) {
    data out = of(view.file);
    out["part_pages"] = text_data(view.pages);
    out["reason"] = text_data(view.reason);
    return out;
  }

  data of(const MaterialView& view) {
    data out;
    out["material"] = text_data(view.title);
    out["requirement"] = text_data(view.requirement);
    out["absence"] = text_data(view.absence);
    out["loud"] = view.is_loud;
    out["part_count"] = std::to_string(view.parts.size());
    const auto second = view.parts.begin() + (view.parts.empty() ? 0 : 1);
    out["first_part"] = all(std::vector(view.parts.begin(), second));
    out["other_parts"] = all(std::vector(second, view.parts.end()));
    return out;
  }

  data of(const ProblemView& view) {
    data out;
    out["what"] = text_data(view.what);
    out["mend"] = text_data(view.remedy);
    out["at"] = text_data(view.where);
    return out;
  }

  data of(const FileView& view) {
    data out = of(view.file);
    out["format"] = text_data(view.format);
    out["size"] = text_data(view.size);
    out["file_pages"] = text_data(view.pages);
    out["file_status"] = text_data(view.status);
    out["file_mark"] = text_data(view.status_mark);
    out["sha256"] = text_data(view.sha256);
    out["problems"] = all(view.problems);
    out["same"] = all(view.same);
    out["has_same"] = !view.same.empty();
    return out;
  }

  data of(const Instrument& instrument) {
    data out;
    out["instrument_title"] = text_data(instrument.title);
    out["source"] = text_data(instrument.source);
    out["instrument_note"] = text_data(instrument.note);
    return out;
  }

 private:
  static constexpr std::size_t kFolded = 10;  // more pieces of evidence than this are folded
  static constexpr std::size_t kShown = 8;    // away behind these

  // A reading of the matrix opens its own crop, where it stands; these are small and few.
  static constexpr std::size_t kReadingRoom = 1'500'000;

  EvidenceData evidence_, readings_;
};

// More files than this are folded away where they are in order.
constexpr std::size_t kUnfoldedFiles = 40;

void set_files(data& out, DataMaker& make, const std::vector<FileView>& files) {
  std::vector<FileView> shown, folded;
  for (const FileView& file : files)
    (file.is_in_order && files.size() > kUnfoldedFiles ? folded : shown).push_back(file);
  out["has_files"] = !files.empty();
  out["files"] = make.all(shown);
  out["has_shown_files"] = !shown.empty();
  out["folded_files"] = make.all(folded);
  out["has_folded_files"] = !folded.empty();
  out["folded_count"] = std::to_string(folded.size());
}

}  // namespace

data html_data(const View& view, const std::map<std::string, std::string>& crops) {
  DataMaker make(crops);
  data out;
  out["lang"] = data(view.presentation.language == Language::zh ? "zh-CN" : "en");
  out["title_foreign"] = view.presentation.language != Language::zh && has_han(view.title);
  out["foreign"] = view.presentation.language != Language::zh;  // quotes are mostly Chinese
  out["page_title"] = text_data(view.page_title);
  out["number"] = text_data(view.number);
  out["title"] = text_data(view.title);
  out["print_number"] = text_data(view.print_number);
  out["verdict"] = text_data(view.verdict);
  out["verdict_mark"] = text_data(view.verdict_mark);
  out["verdict_reason"] = text_data(view.verdict_reason);
  out["counts"] = make.all(view.counts);
  out["subject"] = make.all(view.subject);
  out["dossier"] = text_data(view.dossier);
  out["quarantined"] = text_data(view.quarantined);
  out["dates"] = make.all(view.time_line.dates);
  out["has_as_of"] = view.time_line.as_of >= 0;
  out["as_of_at"] = std::to_string(view.time_line.as_of);
  out["method"] = make.all(view.method);
  out["to_correct"] = make.all(view.to_correct);
  out["brief"] = make.all(view.brief);
  out["brief_rest"] = text_data(view.brief_rest);
  out["has_to_correct"] = !view.to_correct.empty();
  out["to_look"] = make.all(view.to_look);
  out["has_to_look"] = !view.to_look.empty();
  out["columns"] = make.all(view.matrix.columns);
  out["rows"] = make.all(view.matrix.rows);
  out["has_rows"] = !view.matrix.rows.empty();
  out["agreements"] = make.all(view.matrix.agreements);
  out["has_agreements"] = !view.matrix.agreements.empty();
  out["has_matrix"] = !view.matrix.rows.empty() || !view.matrix.agreements.empty();
  out["cited_columns"] = make.all(view.cited.columns);
  out["standards"] = make.all(view.cited.rows);
  out["has_standards"] = !view.cited.rows.empty();
  out["standards_sum"] = text_data(view.cited.sum);
  out["standards_unlisted"] = text_data(view.cited.unlisted);
  out["waived"] = make.all(view.waived);
  out["has_waived"] = !view.waived.empty();
  out["passed"] = make.all(view.passed);
  out["has_passed"] = !view.passed.empty();
  out["not_applicable"] = make.all(view.not_applicable);
  out["has_not_applicable"] = !view.not_applicable.empty();
  out["materials"] = make.all(view.materials);
  set_files(out, make, view.files);
  out["ignored"] = make.all(view.ignored);
  out["ignored_count"] = std::to_string(view.ignored.size());
  out["has_ignored"] = !view.ignored.empty();
  out["page_sum"] = text_data(view.page_sum);
  out["dossier_problems"] = make.all(view.dossier_problems);
  out["has_dossier_problems"] = !view.dossier_problems.empty();
  out["instruments"] = make.all(view.instruments);
  out["has_instruments"] = !view.instruments.empty();
  out["policy"] = text_data(view.policy);
  out["deviations"] = make.all(view.deviations);
  out["thumbs"] = make.evidence().thumbnails();  // last: of all evidence above
  out["has_thumbs"] = make.evidence().has_thumbnails();
  return out;
}

}  // namespace biaoshen
