// The whole plug-in surface. extractors/, checkers/ and templates/ implement
// these and never include one another; only pipeline/app names concrete things.
//
//   one more format     extractors/readers/<format>/ + a row of kReaders in reader_table.cpp
//   one more finder     extractors/finders/<name>_finder.cpp + a row of kFinders
//   one more predicate  checkers/predicates/<name>.cpp + a row of kPredicates; of a batch or a
//                       panel in checkers/batch or checkers/panel, with tables of their own
//   one more output     templates/<name>_writer.cpp + a row of kWriters
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/result.h"
#include "pipeline/model/batch.h"
#include "pipeline/model/dossier.h"
#include "pipeline/model/fact.h"
#include "pipeline/model/presentation.h"
#include "pipeline/model/profile.h"
#include "pipeline/model/review.h"

namespace biaoshen {

// What one file may cost. Each limit that is hit becomes a Problem that names it with its value.
struct Limits {
  double seconds = 20;  // deadline of a file: seconds + per page + per megabyte
  double seconds_per_page = 0.5;
  double seconds_per_recognised_page = 15;  // more for each page or picture that was recognised
  double seconds_per_mb = 1;
  std::uint64_t address_space = 2ull << 30;
  std::uint32_t pages = 2000;
  std::uint64_t page_text = 4ull << 20;         // bytes of text a page
  std::uint64_t document_text = 16ull << 20;    // bytes of text of all pages of a file
  std::uint64_t dossier_text = 64ull << 20;     // and of all files of a dossier
  std::uint64_t file_bytes = 1ull << 30;        // larger files are refused
  std::uint64_t unpacked_bytes = 256ull << 20;  // all parts of an Office file
  std::uint64_t xml_part = 64ull << 20;         // one XML part
  std::uint64_t megapixels = 100;
  std::uint32_t image_side = 32767;
  std::uint32_t entries = 2000;  // files of a dossier
  std::uint32_t path_depth = 32;
  std::uint32_t path_bytes = 1024;
  // Files inside files, counted on bytes that were really produced.
  std::uint32_t nesting = 3;                  // packages in packages in packages
  std::uint64_t member_bytes = 256ull << 20;  // one member
  std::uint64_t package_bytes = 1ull << 30;   // all members of a dossier
  std::uint32_t ratio = 200;                  // bytes out for a byte in, once ...
  std::uint64_t ratio_from = 8ull << 20;      // … so many came out
  double seconds_per_unpacked_mb = 0.1;
};

// A crop of a page: what a person looks at to believe a quote.
struct CropRequest {
  std::uint32_t page = 1;
  Box box;
  double dpi = 110;
  std::uint32_t image = 0;  // from 1, into Page::images; then `box` is in its pixels. 0: the page
};
struct Crop {
  std::uint32_t width = 0, height = 0;
  std::string rgb;  // width * height * 3 bytes; empty where it could not be drawn
};

// Receives the pages of a document as they are read.
class DocumentSink {
 public:
  virtual ~DocumentSink() = default;
  virtual void format(std::string_view name) = 0;
  virtual void page_count(std::uint32_t pages) = 0;  // as soon as it is known
  virtual void page(Page page) = 0;
  virtual void problem(Problem problem) = 0;
  virtual void status(FileStatus status) = 0;      // at most once; default read
  virtual void engine(std::string_view name) = 0;  // that recognised something; once each
  // A file inside this one, one after the other: its path, then its bytes in pieces, then how it
  // ended. A status other than `read` throws away what came of it.
  virtual void begin_member(std::string_view path) = 0;
  virtual void member_bytes(std::string_view piece) = 0;
  virtual void end_member(FileStatus status, std::vector<Problem> problems) = 0;
};

// Turns one file into a document. Production uses the worker's client, tests a reader directly.
class Reader {
 public:
  virtual ~Reader() = default;
  // Never fails: what could not be read is in the document's status and problems.
  virtual Document read(const File& file, const Limits& limits) = 0;
  virtual std::vector<Crop> crop(const File& file, std::span<const CropRequest> requests,
                                 const Limits& limits) = 0;
  // What this machine lacked meanwhile (room in TMPDIR, a process to be had): no fault of a file,
  // so nothing that was given since is to be believed. From any thread. Error: output.
  virtual std::optional<Error> trouble() const { return std::nullopt; }
};

// Events for a status line; the default ignores them.
class Progress {
 public:
  virtual ~Progress() = default;
  virtual void reading(const File&, std::size_t /*index*/, std::size_t /*of*/) {}
  // A page of it has come; `of` 0: how many there are is not known. From any thread.
  virtual void page(const File&, std::uint32_t /*number*/, std::uint32_t /*of*/) {}
  virtual void read(const File&) {}
  virtual void checking() {}
  virtual void writing() {}
};

// Looks for facts in one part of the dossier (`part` belongs to `dossier`).
using Finder = std::vector<Fact> (*)(const Dossier& dossier, const Part& part,
                                     const FactSpec& spec);
struct FinderRow {
  std::string_view name;
  std::string_view doc;                          // one English sentence
  std::span<const std::string_view> parameters;  // "labels!" is required, "type" is not
  Finder find;
};

// A sign of what a page is that no phrase tells: a standard's cover, a page of the platform.
// Profiles name it in cues: <cue where="structure">standard-cover</cue>.
struct StructureRow {
  std::string_view name;
  bool (*is_on)(const Document& document, const Page& page);
};

// What a predicate sees of a dossier; nothing else.
struct CheckInput {
  const Profile& profile;
  const Dossier& dossier;
  std::span<const Fact> facts;
  Date as_of;
};

// What a predicate says. `arguments` fill the placeholders of the rule's messages;
// `reason` says why a person must look (status review) or why it is not applicable.
struct Outcome {
  Status status = Status::review;
  Wording reason;
  std::map<std::string, std::string, std::less<>> arguments;
  std::vector<Evidence> evidence;
};
using Predicate = Outcome (*)(const CheckInput& input, const Check& check);

// What every row of a table of predicates tells a profile's reader.
struct PredicateDoc {
  std::string_view name;
  std::string_view doc, doc_zh;                    // how it decides, a sentence or two
  std::span<const std::string_view> parameters;    // "fact!" is required, "limit" is not
  std::span<const std::string_view> placeholders;  // besides {reason}
};
struct PredicateRow : PredicateDoc {
  Predicate check = nullptr;
};

// Rules over a batch see of each dossier what its dossier.json says (pipeline/model/batch.h).
struct BatchInput {
  const Profile& profile;
  // Of the profile's programme, and what recommenders sent along with whatever; by name.
  std::span<const BatchEntry> entries;
  // Applications of other programmes: a recommender's list may name both.
  std::span<const BatchEntry> elsewhere;
};

// One thing that a rule found in a batch: a pair of doubles, a quota exceeded.
// No outcome but passes means the batch is in order.
struct BatchEvidence {
  std::size_t entry;  // index into BatchInput::entries
  Evidence evidence;
};
struct BatchOutcome {
  Status status = Status::review;
  Wording reason;
  std::map<std::string, std::string, std::less<>> arguments;
  std::vector<std::size_t> concerned;  // indexes of the entries it is shown in
  std::vector<BatchEvidence> evidence;
};
using BatchPredicate = std::vector<BatchOutcome> (*)(const BatchInput& input, const Check& check);
struct BatchPredicateRow : PredicateDoc {
  BatchPredicate check = nullptr;
};

// A panel of experts against the dossiers it is to judge.
struct Expert {
  std::string name, employer, title, specialty;
  Quote quote;  // the row of the panel's file
};
struct PanelInput {
  const Profile& profile;
  std::span<const Expert> experts;
  std::span<const BatchEntry> entries;
};
struct PanelOutcome {
  Status status = Status::review;
  Wording reason;
  std::map<std::string, std::string, std::less<>> arguments;
  std::vector<Evidence> panel;          // rows of the panel's file
  std::vector<BatchEvidence> dossiers;  // what they clash with
};
using PanelPredicate = std::vector<PanelOutcome> (*)(const PanelInput& input, const Check& check);
struct PanelPredicateRow : PredicateDoc {
  PanelPredicate check = nullptr;
};

struct Writer {
  std::string_view file_name;  // dossier.json, dossier.html
  // The whole file's bytes; the same review gives the same bytes.
  std::function<Result<std::string>(const Review&, const Presentation&)> write;
};

}  // namespace biaoshen
