// What the forked processes of a batch or watch tell the queue, line by line (JSON), and how the
// queue reads it:
//
//   {"doing":"read","file":2,"files":5,"path":"附件2.pdf","page":3,"pages":12,"pages_read":40}
//   {"doing":"check"}, {"doing":"write"}
//   {"end":"published","verdict":"return",…} or {"end":"error","code":75,"message":"…"}     once,
//   last
//   {"tree":7,"sha256":"…"} or {"tree":7,"error":"…"}                       of a digest job
//
// A line is believed where every member it needs is there and of its type; anything else is
// nothing. Tested by tests/app/job_lines_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "pipeline/base/result.h"
#include "pipeline/model/batch.h"
#include "pipeline/model/review.h"

namespace biaoshen {

// Where a running review is.
struct ReviewStep {
  enum class Doing : unsigned char { reading, checking, writing } doing = Doing::reading;
  std::size_t file = 0, files = 0;  // from 1; files known so far
  std::string path;
  std::uint32_t page = 0, pages = 0;  // of this file; 0: not known
  std::uint64_t pages_read = 0;       // of all files
};

// What a published review left behind.
struct PublishedReview {
  Verdict verdict = Verdict::review;
  FindingCounts counts;
  std::string input_sha256, setting_sha256, as_of, number_key;
  std::string programme;  // id@version
  int revision = 1;
  std::uint64_t pages = 0;
  std::string sandbox;     // the layers that all of its readers had; empty: none ran
  std::string last_words;  // of readers that ended badly
};

struct ReviewLine {
  std::optional<ReviewStep> step;  // one of the three
  std::optional<PublishedReview> published;
  std::optional<Error> error;
};

struct TreeDigest {
  std::string sha256, error;  // one of the two
};

std::string line_of(const ReviewStep& step);
std::string line_of(const PublishedReview& published);
std::string line_of(const Error& error);
std::string line_of(std::size_t tree, const TreeDigest& digest);

std::optional<ReviewLine> review_line(std::string_view line);
std::optional<std::pair<std::size_t, TreeDigest>> digest_line(std::string_view line);

}  // namespace biaoshen
