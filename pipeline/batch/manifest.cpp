#include "pipeline/batch/manifest.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>

#include "pipeline/batch/tsv.h"

namespace biaoshen {
namespace {

namespace fs = std::filesystem;

std::string with_two_decimals(double seconds) {
  std::array<char, 512> text{};  // the largest has 309 digits before its point
  const auto written =
      std::to_chars(text.data(), text.data() + text.size(), seconds, std::chars_format::fixed, 2);
  return std::string(text.data(), written.ptr);
}

std::optional<ManifestRow> row_of(std::string_view line) {
  const auto fields = tsv_fields(line);
  if (!fields || fields->size() != 5) return std::nullopt;
  ManifestRow row{(*fields)[0], fs::path((*fields)[1]), 0, 0, 0};
  const bool is_place =
      !row.key.empty() && row.path.is_absolute() && row.path.filename() == fs::path(row.key);
  if (!is_place || !read_number((*fields)[2], row.bytes) || !read_number((*fields)[3], row.files) ||
      !read_number((*fields)[4], row.cost))
    return std::nullopt;
  return row;
}

}  // namespace

void sort_by_cost(std::vector<ManifestRow>& rows) {
  std::sort(rows.begin(), rows.end(), [](const ManifestRow& a, const ManifestRow& b) {
    return std::tie(b.cost, a.key) < std::tie(a.cost, b.key);
  });
}

std::string manifest_text(const std::vector<ManifestRow>& rows) {
  std::string text;
  for (const ManifestRow& row : rows)
    text += tsv_line({row.key, row.path.string(), std::to_string(row.bytes),
                      std::to_string(row.files), with_two_decimals(row.cost)});
  return text;
}

Result<std::vector<ManifestRow>> manifest_in(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in)
    return fail(ErrorCode::input, file.string() + ": cannot be read; `biaoshen plan` writes one");
  std::vector<ManifestRow> rows;
  std::map<std::string, std::size_t, std::less<>> lines;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    const std::string place = file.string() + ":" + std::to_string(number) + ": ";
    auto row = row_of(line);
    if (!row)
      return fail(ErrorCode::input, place +
                                        "not key, path, bytes, files and cost with tabs between; "
                                        "write it anew with `biaoshen plan`");
    const auto [first, is_new] = lines.emplace(row->key, number);
    if (!is_new)
      return fail(ErrorCode::input, place + "the key of line " + std::to_string(first->second) +
                                        " again; each dossier stands in one line");
    rows.push_back(std::move(*row));
  }
  if (in.bad()) return fail(ErrorCode::input, file.string() + ": cannot be read to its end");
  return rows;
}

std::set<fs::path> inboxes_of(const std::vector<ManifestRow>& rows) {
  std::set<fs::path> inboxes;
  for (const ManifestRow& row : rows) inboxes.insert(row.path.parent_path());
  return inboxes;
}

std::vector<ManifestRow> shard_of(const std::vector<ManifestRow>& rows, std::size_t shard,
                                  std::size_t shards) {
  std::vector<ManifestRow> own;
  for (std::size_t i = shard; i < rows.size(); i += shards) own.push_back(rows[i]);
  return own;
}

}  // namespace biaoshen
