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

#include "pipeline/model/review.h"
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
  std::string sought, scope, conclusion;
  std::vector<FileLink> searched, unread;  // the first of them; `scope` says how many there are
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
  bool agrees = true;
  std::vector<MatrixCellView> cells;  // one for each column
};
struct MatrixView {
  std::vector<std::string> columns;  // titles of the materials
  std::vector<MatrixRowView> rows;
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
};

struct View {
  Language language = Language::zh;
  std::string page_title, number, title;
  std::string print_number;  // the number where it is safe inside a style sheet; else empty
  std::string verdict, verdict_mark, verdict_reason;
  std::vector<LabelView> counts, subject, dates, method;
  std::vector<LabelView> brief;  // the first failures: rule, message, and level where only advised
  std::string brief_rest;        // says how many more there are; else empty
  std::vector<FindingView> to_correct, to_look, waived, passed, not_applicable;
  MatrixView matrix;
  std::vector<MaterialView> materials;
  std::vector<FileView> files;
  std::vector<FileLink> ignored;
  std::string page_sum;  // 共 20 页 = 文字 12 + …
  std::vector<ProblemView> dossier_problems;
  std::vector<Instrument> instruments;
  std::string policy;                   // whose it is, with its hash; empty: none
  std::vector<std::string> deviations;  // all of them
};

View view_of(const Review& review, Language language);

}  // namespace biaoshen
