// The table of hostile texts through the outputs of a batch: index, status, register, batch.json.
#include <zip.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <nlohmann/json.hpp>

#include "pipeline/base/text.h"
#include "pipeline/base/unseen.h"
#include "sample_batch.h"
#include "sample_status.h"
#include "templates/batch/batch_json.h"
#include "templates/batch/index_writer.h"
#include "templates/batch/register_writer.h"
#include "templates/batch/status_section.h"
#include "templates/shown_text.h"
#include "tests/templates/hostile_texts.h"
#include "tests/templates/html_tokens.h"

using namespace biaoshen;

namespace {

BatchFinding finding_of(const std::string& text) {
  BatchFinding out;
  out.rule = out.title = out.message = out.remedy = out.clauses = out.file = out.cell = text;
  out.status = Status::fail;
  out.page = 1;
  out.decision = BatchDecision{Treatment::send_back, text, text, text, false};
  return out;
}

BatchReport batch_full_of(const std::string& text) {
  BatchReport report = sample_batch();
  for (BatchRow& row : report.rows) {
    row.name = row.folder = row.overdue = text;
    if (!row.error.empty()) row.error = text;
    if (!row.entry) continue;
    BatchEntry& entry = *row.entry;
    entry.name = entry.programme_title = entry.duplicate_of = entry.quarantined = text;
    entry.subject = {text, text, text, text, text, text, text, 91.0};
    entry.as_of = entry.version = text;
    for (BatchFile& file : entry.files) file.path = text;
    entry.findings = {finding_of(text)};
  }
  for (JointFinding& finding : report.findings) {
    finding.title = finding.message = finding.remedy = {text, text};
    for (std::string& name : finding.dossiers) name = text;
    for (Citation& cite : finding.cites) cite = {text, text, text};
    for (JointEvidence& one : finding.evidence) {
      one.dossier = text;
      std::get<Quote>(one.evidence).text = std::get<Quote>(one.evidence).cell = text;
    }
  }
  const OpenFinding open{text, text, Status::fail};
  report.changes = BatchChanges{std::string(64, 'a'), {text}, {text}, {}};
  report.changes->changed = {{text, Ending::failed, Ending::ready, {open}, {open}}};
  return report;
}

ServiceStatus status_full_of(const std::string& text) {
  ServiceStatus status = sample_status();
  status.paused_for = status.inbox = status.why_poll = text;
  for (StatusRunning& one : status.running) one.name = one.path = text;
  for (StatusWaiting& one : status.waiting) one.name = one.detail = text;
  for (std::string& one : status.queued) one = text;
  for (StatusQuarantined& one : status.quarantined) one.name = one.folder = one.reason = text;
  for (StatusDone& one : status.recent) one.name = one.folder = one.duplicate_of = text;
  return status;
}

std::string index_of(const std::string& text) {
  const auto index = write_index(batch_full_of(text), Language::zh);
  REQUIRE(index);
  const auto page = with_status(*index, status_full_of(text), Language::zh);
  REQUIRE(page);
  return *page;
}

bool is_seen(std::string_view bytes) {
  UnseenScan scan;
  for (std::size_t at = 0; at < bytes.size();) {
    const char32_t c = next_code_point(bytes, at);
    if (scan.is_unseen(c) && c != '\n' && c != '\t' && c != '\r') return false;
  }
  return is_valid_utf8(bytes);
}

// NAME/dossier.html, where the name is one of a folder beside the page: nothing in it leads
// elsewhere.
bool leads_to_a_result(std::string_view address, std::string_view plain) {
  const std::size_t end = address.find('/');
  return address.substr(end == std::string_view::npos ? 0 : end) == "/dossier.html" &&
         std::ranges::all_of(address.substr(0, end), [&](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  static_cast<unsigned char>(c) >= 0x80 || contains(plain, std::string_view(&c, 1));
         });
}

std::map<std::string, std::string> parts_of_register(const std::string& text) {
  const auto bytes = write_register(batch_full_of(text), Language::zh);
  REQUIRE(bytes);
  zip_source_t* source = zip_source_buffer_create(bytes->data(), bytes->size(), 0, nullptr);
  zip_t* archive = zip_open_from_source(source, ZIP_RDONLY, nullptr);
  REQUIRE(archive != nullptr);
  std::map<std::string, std::string> parts;
  for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
    zip_stat_t stat;
    const auto index = static_cast<zip_uint64_t>(i);
    REQUIRE(zip_stat_index(archive, index, 0, &stat) == 0);
    std::string& part = parts[stat.name] = std::string(stat.size, '\0');
    zip_file_t* file = zip_fopen_index(archive, index, 0);
    REQUIRE(zip_fread(file, part.data(), stat.size) == static_cast<zip_int64_t>(stat.size));
    zip_fclose(file);
  }
  zip_discard(archive);
  return parts;
}

std::set<std::string> elements_in(const std::string& xml) {
  std::set<std::string> found;
  for (std::size_t at = 0; (at = xml.find('<', at)) != std::string::npos; ++at)
    found.insert(xml.substr(at, xml.find_first_of(" />", at + 2) - at));
  return found;
}

// What stands between each pair of `open` and `close`.
std::vector<std::string> all_between(const std::string& xml, std::string_view open,
                                     std::string_view close) {
  std::vector<std::string> found;
  for (std::size_t at = 0; (at = xml.find(open, at)) != std::string::npos;) {
    at += open.size();
    found.push_back(xml.substr(at, xml.find(close, at) - at));
  }
  return found;
}

// A shared string as a spreadsheet reads it: the escapes of XML, then _xHHHH_.
std::string as_a_spreadsheet_reads(std::string text) {
  text = text.substr(text.find('>') + 1);
  for (const auto& [escape, sign] : {std::pair<std::string_view, std::string_view>{"&lt;", "<"},
                                     {"&gt;", ">"},
                                     {"&quot;", "\""},
                                     {"&amp;", "&"}})
    text = replace_all(std::move(text), escape, sign);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    unsigned code = 0;
    int used = 0;
    if (std::sscanf(text.c_str() + at, "_x%4x_%n", &code, &used) == 1 && used == 7) {
      append_utf8(out, code);
      at += 7;
    } else {
      out += text[at++];
    }
  }
  return out;
}

}  // namespace

TEST_CASE("no hostile text becomes an element, an attribute or an address of the index") {
  const HtmlTokens plain = html_tokens(index_of("甲"));
  REQUIRE(plain.mistake == "");
  for (const std::string& text : hostile_texts()) {
    INFO(text.substr(0, 100));
    const std::string page = index_of(text);
    const HtmlTokens tokens = html_tokens(page);
    CHECK(tokens.mistake == "");
    CHECK(is_seen(page));
    CHECK(std::ranges::includes(plain.shapes(), tokens.shapes()));
    CHECK(tokens.comments == plain.comments);
    CHECK(tokens.scripts == plain.scripts);
    CHECK(tokens.styles == plain.styles);
    CHECK(tokens.values("style") == plain.values("style"));
    for (const std::string& address : tokens.values("href")) {
      INFO(address);
      CHECK((address.starts_with("#") || address == "register.xlsx" ||
             leads_to_a_result(address, "-_%")));
    }
    if (text.size() >= 120) continue;
    const std::string shown = visible(masked(text));
    CHECK(contains(tokens.text, shown.substr(0, shown.find_first_of("\n\t"))));
  }
}

TEST_CASE("the register holds text and links to its own results, whatever the text is") {
  const auto plain = parts_of_register("甲");
  for (const std::string& text : hostile_texts()) {
    INFO(text.substr(0, 100));
    for (const auto& [name, part] : parts_of_register(text)) {
      INFO(name);
      REQUIRE(plain.contains(name));
      CHECK(is_seen(part));
      CHECK_FALSE(elements_in(part).contains("<f"));
      CHECK(std::ranges::includes(elements_in(plain.at(name)), elements_in(part)));
      if (!name.ends_with("sheet1.xml.rels")) continue;
      for (const std::string& target : all_between(part, "Target=\"", "\""))
        CHECK(leads_to_a_result(replace_all(target, "&amp;", "&"), "-_.~()!,;=+@$%&"));
    }
  }
}

TEST_CASE("a spreadsheet reads in the register what was written, and no code of its own") {
  for (const std::string& text : hostile_texts()) {
    if (text.size() >= 120) continue;
    INFO(text);
    const auto parts = parts_of_register(text);
    std::vector<std::string> read;
    for (const std::string& one : all_between(parts.at("xl/sharedStrings.xml"), "<t", "</t>"))
      read.push_back(as_a_spreadsheet_reads(one));
    CHECK(std::ranges::find(read, visible(masked(text))) != read.end());
  }
}

TEST_CASE("batch.json is JSON whose bytes are seen, whatever the text is") {
  for (const std::string& text : hostile_texts()) {
    INFO(text.substr(0, 100));
    const std::string json = batch_json(batch_full_of(text), Language::zh);
    CHECK(is_seen(json));
    CHECK_FALSE(contains(json, "<"));
    CHECK(nlohmann::json::accept(json));
  }
}
