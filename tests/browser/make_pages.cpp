// make-pages DIR: pages for tests/browser that no dossier of the samples gives: every text an
// attack, 300 findings over 500 files with crops of the usual size, an index of 10,000 rows, a
// watch.
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

#include "pipeline/stages/png_writer.h"
#include "templates/batch/index_writer.h"
#include "templates/batch/status_section.h"
#include "templates/html/html_writer.h"
#include "tests/batch/sample_batch.h"
#include "tests/batch/sample_status.h"
#include "tests/templates/sample_review.h"

namespace {

using namespace biaoshen;

constexpr int kFindings = 300, kFiles = 500, kRows = 10'000;

// Markup, a script, an address that runs, turned and invisible writing, four-byte characters.
const char* const kAttack =
    "甲\"><script>alert(1)</script><img src=x onerror=alert(2)>"
    "<iframe src=https://x.example/></iframe>javascript:alert(3) "
    "data:text/html,<b>' onfocus='alert(4)' autofocus='\u202Efdp.exe\u2066\u200B 𠮷𪚥😀乙";

// Strokes in rows, no two alike: costs about as many bytes as a line of print does.
Crop strokes(std::uint32_t seed, std::uint32_t width, std::uint32_t height) {
  Crop crop{width, height, std::string(std::size_t{width} * height * 3, '\xFF')};
  std::uint32_t state = seed * 2654435761U + 1;
  const auto next = [&state] { return state = state * 1664525U + 1013904223U, state >> 16; };
  for (std::uint32_t i = 0; i < width * height / 100; ++i) {
    const std::uint32_t x = next() % (width - 16), line = next() % (height / 24);
    const std::uint32_t y = line * 24 + next() % 16, length = 4 + next() % 12;
    const bool is_level = next() % 2 == 0;
    const char ink = static_cast<char>(next() % 120);
    for (std::uint32_t j = 0; j < length && y + (is_level ? 0 : j) < height; ++j) {
      const std::size_t at =
          (std::size_t{y + (is_level ? 0 : j)} * width + x + (is_level ? j : 0)) * 3;
      crop.rgb[at] = crop.rgb[at + 1] = crop.rgb[at + 2] = ink;
    }
  }
  return crop;
}

void add_many_files(Review& review) {
  const File file = review.dossier.files[3];
  for (int i = static_cast<int>(review.dossier.files.size()); i < kFiles; ++i) {
    File more = file;
    more.id = "f" + std::to_string(i + 1);
    more.path = "04 证明材料/第 " + std::to_string(i + 1) + " 号/应用证明.pdf";
    more.sha256 = std::string(60, 'b') + std::to_string(1000 + i);
    review.dossier.files.push_back(more);
  }
}

void add_many_findings(Review& review) {
  const Finding finding = review.findings.front();
  for (int i = static_cast<int>(review.findings.size()); i < kFindings; ++i) {
    Finding more = finding;
    more.rule += "-" + std::to_string(i);
    more.status = i % 3 == 0 ? Status::review : Status::fail;
    auto& quote = std::get<Quote>(more.evidence.front());
    quote.file = "f" + std::to_string(100 + i);
    quote.image = "evidence/" + quote.file + "-p1-1.png";
    const auto seed = static_cast<std::uint32_t>(i);
    review.crops[quote.image] = to_png(strokes(seed, 900, 120));
    review.findings.push_back(more);
  }
}

Review big_review() {
  Review review = sample_review();
  add_many_files(review);
  add_many_findings(review);
  return review;
}

BatchReport big_batch() {
  BatchReport report = sample_batch();
  for (int i = 0; i < kRows; ++i) {
    const Verdict verdict = i % 3 == 0   ? Verdict::ready
                            : i % 3 == 1 ? Verdict::review
                                         : Verdict::returned;
    BatchRow row = sample_row("材料 " + std::to_string(i + 1), verdict);
    row.entry->subject.self_score = 60 + i % 41;
    row.entry->subject.title = "第 " + std::to_string(kRows - i) + " 项技术要求";
    row.entry->counts.fail = static_cast<std::size_t>(i % 7);
    report.rows.push_back(row);
  }
  return report;
}

BatchReport hostile_batch() {
  BatchReport report = sample_batch();
  for (BatchRow& row : report.rows) {
    row.name = row.folder = kAttack;
    row.error = row.error.empty() ? "" : kAttack;
    if (!row.entry) continue;
    row.entry->name = row.entry->programme_title = kAttack;
    row.entry->subject.title = row.entry->subject.number = row.entry->subject.organization =
        kAttack;
  }
  return report;
}

ServiceStatus hostile_status() {
  ServiceStatus status = sample_status();
  status.paused_for = status.inbox = kAttack;
  for (StatusRunning& one : status.running) one.name = one.path = kAttack;
  for (StatusWaiting& one : status.waiting) one.name = one.detail = kAttack;
  for (std::string& one : status.queued) one = kAttack;
  for (StatusQuarantined& one : status.quarantined) one.name = one.folder = one.reason = kAttack;
  for (StatusDone& one : status.recent) one.name = one.folder = one.duplicate_of = kAttack;
  return status;
}

// Duplicates, a dossier that was given up, later submissions.
BatchReport watched_batch() {
  BatchReport report = sample_batch();
  report.rows[1].entry->revision = 2;
  report.rows[2].entry->duplicate_of = report.rows[1].name;
  report.rows.push_back(sample_row("坏材料", Verdict::review));
  report.rows.back().entry->quarantined = "读取程序两次中断（第 2 个文件 坏.pdf）";
  report.rows.push_back(sample_row("又改了", Verdict::review));
  report.rows.back().entry->revision = 3;
  report.rows.back().overdue = "文件已变动，正在等待重新审查";
  return report;
}

Result<std::string> watch_page(const BatchReport& report, const ServiceStatus& status,
                               Language language = Language::zh) {
  const auto index = write_index(report, language);
  return index ? with_status(*index, status, language) : index;
}

void write(const std::filesystem::path& path, const Result<std::string>& page) {
  if (!page) throw std::runtime_error(path.string() + ": " + page.error().message);
  std::ofstream(path, std::ios::binary) << *page;
}

}  // namespace

int main(int count, char** arguments) try {
  if (count != 2) return 2;
  const std::filesystem::path out = arguments[1];
  std::filesystem::create_directories(out);
  write(out / "sample.html", write_html(sample_review(), Language::zh));
  write(out / "english.html", write_html(sample_review(), Language::en));
  write(out / "hostile.html", write_html(review_full_of(kAttack), Language::zh));
  write(out / "big.html", write_html(big_review(), Language::zh));
  write(out / "index.html", write_index(sample_batch(), Language::zh));
  write(out / "index_hostile.html", write_index(hostile_batch(), Language::zh));
  write(out / "index_big.html", write_index(big_batch(), Language::zh));
  write(out / "watch.html", watch_page(watched_batch(), sample_status()));
  write(out / "watch_english.html", watch_page(watched_batch(), sample_status(), Language::en));
  write(out / "watch_hostile.html", watch_page(hostile_batch(), hostile_status()));
  write(out / "watch_big.html", watch_page(big_batch(), sample_status()));
  return 0;
} catch (const std::exception& error) {
  std::cerr << "make-pages: " << error.what() << "\n";
  return 1;
}
