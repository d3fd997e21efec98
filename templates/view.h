// A review put into words and order for people, before any layout: what stands where, what it
// is called, which marks it carries. Every writer for people starts from this.
//
// Texts are raw: they may hold whatever an applicant wrote, personal data included. A layout
// passes each of them through html_text() (templates/shown_text.h) or its like.
//
// It refuses to know HTML, and it refuses to judge: order and words, never verdicts.
//
// Tested by tests/templates/view_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "pipeline/model/presentation.h"
#include "pipeline/model/review.h"
#include "templates/context_view.h"
#include "templates/difference.h"

namespace biaoshen {

struct LabelView {
  std::string label, value;
  std::string mark;  // what the value is, as a short code for the layout; often empty
};

// A file or material as the target of a link inside the page.
struct FileLink {
  std::string id, path;
  std::string name;  // last part of the path, where room is short
};

struct UnreadView {
  FileLink file;
  std::string why;
};

// The place of a quote on a small picture of its page, in the page's units.
struct SpotView {
  std::string thumbnail, alt;  // key of Review::crops; empty: there is none
  long width = 0, height = 0;
  long left = 0, top = 0, wide = 0, high = 0;
};

// A quote, or (is_search) what was looked for and not found.
struct EvidenceView {
  bool is_search = false;
  FileLink file;
  std::string place;        // 第 3 页 · 左上角起 (72, 96)–(302, 112) 点
  std::string short_place;  // 第 3 页
  std::string origin;       // 原文文字, OCR 识别（可信度 97%）
  bool is_ocr = false;
  std::string quote;
  std::string cut;             // says that the quote is longer; else empty
  std::string crop, crop_alt;  // key of Review::crops
  SpotView spot;
  ContextView context;  // instead of a crop, where there is none
  bool is_low = false;  // recognised, and more likely wrong than is good
  std::string second;   // what the second engine read there; else empty
  std::string sought, scope, conclusion;
  std::vector<FileLink> searched;  // the first of them; `scope` says how many there are
  std::vector<UnreadView> unread;  // likewise
};

struct FindingView {
  std::string number;  // 1, 2, … within its section
  std::string rule, title, message, remedy;
  std::string status, status_mark;  // 不符合, fail
  std::string level;                // of failures only: an open question obliges nobody yet
  bool is_advice = false;           // a failure that does not send the dossier back
  std::string remedy_label;         // 补正要求, or 处理要点 for an open question
  std::string where;                // file and page of the first quote, for one-line lists
  std::vector<Citation> cites;
  std::vector<EvidenceView> evidence;
  std::string unlisted;  // says how much more evidence there is than listed; mostly empty
  std::string waiver;    // who does not hold it against the dossier, why; or why that is void
  std::string digest;    // of the evidence, shortened: what a waiver must name
  std::string evidence_sha256;          // the whole of it: what a decision must name
  bool to_decide = false;               // a reviewer has to decide about it
  std::vector<std::string> deviations;  // what the secretariat's policy changed in the rule
};

struct ReadingView {
  std::vector<Piece> pieces;
  bool differs = false;
  std::string doubt;                   // 存疑：…; else empty
  std::vector<EvidenceView> evidence;  // the places of a material that read the same
};
struct MatrixCellView {
  std::string material;
  std::vector<ReadingView> readings;
  std::string unlisted;  // as with findings
};
struct MatrixRowView {
  std::string title, verdict;
  std::vector<MatrixCellView> cells;  // one for each column
};
// A field whose readings agree, or are too few to differ: one value.
struct AgreementView {
  std::string title, verdict, value;
  std::string where;                  // how many materials say so; of one, which
  std::string doubt;                  // of the first doubtful reading; else empty
  std::vector<MatrixCellView> cells;  // only those with readings
};
struct MatrixView {
  std::vector<std::string> columns;  // titles of the materials with a reading in one of `rows`
  std::vector<MatrixRowView> rows;   // those that differ
  std::vector<AgreementView> agreements;
};

struct PartView {
  FileLink file;
  std::string pages, reason;
};
struct MaterialView {
  std::string title, requirement;
  std::string absence;   // says that nothing serves as this material; else empty
  bool is_loud = false;  // absent and required
  std::vector<PartView> parts;
};

struct ProblemView {
  std::string what, remedy, where;  // 第 2、4–7 页
};
struct FileView {
  FileLink file;
  std::string format, size, pages, status, status_mark, sha256;
  std::vector<ProblemView> problems;
  std::vector<FileLink> same;  // the other files of the same contents
  bool is_in_order = true;     // read in full, nothing to say about it
};

// A standard that the applicant's papers name, for who compares technical requirements.
struct CitedPlaceView {
  FileLink file;
  std::string place;  // 第 3 页
};
struct CitedCellView {
  std::string column;
  std::vector<CitedPlaceView> places;
};
struct CitedRowView {
  std::string number, kind, year;
  bool is_undated = false;
  std::string mandatory;             // says so; else empty
  std::string other_year;            // the same number of another year, named elsewhere; else empty
  std::vector<CitedCellView> cells;  // one for each column
};
struct CitedView {
  std::vector<std::string> columns;  // where standards are named: 团体标准文本, 创新性说明
  std::vector<CitedRowView> rows;
  std::string sum;  // how many, of these how many undated and mandatory
  std::string unlisted;
};

// A date on the time line of the first screen.
struct DateView {
  std::string label, value, note;
  std::string mark;  // missing, odd (no date), as-of, ahead (after it), past
  int at = -1;       // per cent of the time line; -1: it has no place there
  int from = -1;     // where the period begins that this date closes; -1: none
};
struct TimeLineView {
  std::vector<DateView> dates;
  int as_of = -1;  // per cent; -1: nothing to draw
};

// A failure on the first screen, with what decides about it.
struct BriefView {
  std::string rule, message, level, remedy;
  std::vector<std::string> clauses;
};

struct View {
  Presentation presentation;
  std::string page_title, number, title;
  std::string print_number;  // the number where it is safe inside a style sheet; else empty
  std::string dossier;       // its name
  std::string quarantined;   // why no file was opened; else empty
  std::string verdict, verdict_mark, verdict_reason;
  std::vector<LabelView> counts, subject, method;
  TimeLineView time_line;
  std::vector<BriefView> brief;  // the first failures
  std::string brief_rest;        // says how many more there are; else empty
  std::vector<FindingView> to_correct, to_look, waived, passed, not_applicable;
  MatrixView matrix;
  CitedView cited;
  std::vector<MaterialView> materials;
  std::vector<FileView> files;
  std::vector<FileLink> ignored;
  std::string page_sum;  // 共 20 页 = 文字 12 + …
  std::vector<ProblemView> dossier_problems;
  std::vector<Instrument> instruments;
  std::string policy;                   // whose it is, with its hash; empty: none
  std::vector<std::string> deviations;  // all of them
};

View view_of(const Review& review, const Presentation& presentation);

}  // namespace biaoshen
