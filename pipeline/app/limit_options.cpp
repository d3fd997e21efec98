#include "pipeline/app/limit_options.h"

#include <charconv>
#include <string_view>
#include <variant>

namespace biaoshen {
namespace {

using Field = std::variant<std::uint32_t Limits::*, std::uint64_t Limits::*, double Limits::*>;

struct LimitRow {
  std::string_view name;
  Field field;
  std::uint32_t unit;  // what 1 on the command line is
};
constexpr std::uint32_t kMib = 1u << 20;
const LimitRow kRows[] = {
    {"entries", &Limits::entries, 1},
    {"nesting", &Limits::nesting, 1},
    {"ratio", &Limits::ratio, 1},
    {"member-mib", &Limits::member_bytes, kMib},
    {"package-mib", &Limits::package_bytes, kMib},
    {"file-mib", &Limits::file_bytes, kMib},
    {"office-mib", &Limits::unpacked_bytes, kMib},
    {"xml-mib", &Limits::xml_part, kMib},
    {"path-depth", &Limits::path_depth, 1},
    {"path-bytes", &Limits::path_bytes, 1},
    {"pages", &Limits::pages, 1},
    {"page-text-mib", &Limits::page_text, kMib},
    {"file-text-mib", &Limits::document_text, kMib},
    {"dossier-text-mib", &Limits::dossier_text, kMib},
    {"megapixels", &Limits::megapixels, 1},
    {"image-side", &Limits::image_side, 1},
    {"memory-mib", &Limits::address_space, kMib},
    {"seconds", &Limits::seconds, 1},
    {"seconds-per-page", &Limits::seconds_per_page, 1},
    {"seconds-per-recognised-page", &Limits::seconds_per_recognised_page, 1},
    {"seconds-per-mb", &Limits::seconds_per_mb, 1},
};

// Numbers that no sane limit exceeds; so a product with the unit cannot overflow.
constexpr double kLargestLimit = 1 << 20;

bool set(const LimitRow& row, std::string_view text, Limits& limits) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return false;
  if (!(value > 0 && value <= kLargestLimit)) return false;
  if (const auto* real = std::get_if<double Limits::*>(&row.field)) {
    limits.*(*real) = value;
    return true;
  }
  const auto whole = static_cast<std::uint64_t>(value);
  if (static_cast<double>(whole) != value) return false;
  if (const auto* small = std::get_if<std::uint32_t Limits::*>(&row.field))
    limits.*(*small) = static_cast<std::uint32_t>(whole);
  if (const auto* large = std::get_if<std::uint64_t Limits::*>(&row.field))
    limits.*(*large) = whole * row.unit;
  return true;
}

std::string value_of(const LimitRow& row, const Limits& limits) {
  if (const auto* small = std::get_if<std::uint32_t Limits::*>(&row.field))
    return std::to_string(limits.*(*small));
  if (const auto* large = std::get_if<std::uint64_t Limits::*>(&row.field))
    return std::to_string(limits.*(*large) / row.unit);
  char text[32];
  const auto done =
      std::to_chars(text, text + sizeof text, limits.*std::get<double Limits::*>(row.field));
  return {text, done.ptr};
}

const LimitRow* row_named(std::string_view name) {
  for (const LimitRow& row : kRows)
    if (row.name == name) return &row;
  return nullptr;
}

}  // namespace

Result<Limits> limits_with(const std::vector<std::string>& changes) {
  Limits limits;
  for (const std::string& change : changes) {
    const std::size_t equals = change.find('=');
    const LimitRow* row = row_named(std::string_view(change).substr(0, equals));
    if (equals == std::string::npos || row == nullptr)
      return fail(ErrorCode::usage, "--limit " + change +
                                        ": write NAME=VALUE with one of these names (as they are "
                                        "now):\n" +
                                        limits_text(Limits()));
    if (!set(*row, std::string_view(change).substr(equals + 1), limits))
      return fail(ErrorCode::usage, "--limit " + change +
                                        ": not a number above 0 that makes sense; " +
                                        std::string(row->name) + " is " + value_of(*row, Limits()) +
                                        " where not given");
  }
  return limits;
}

std::string limits_text(const Limits& limits) {
  std::string text;
  for (const LimitRow& row : kRows)
    text += std::string(row.name) + "=" + value_of(row, limits) + "\n";
  return text;
}

}  // namespace biaoshen
