#include "extractors/readers/members.h"

#include <utility>

namespace biaoshen {
namespace {

std::string more_than(std::uint64_t value, std::uint64_t limit, std::string_view unit) {
  return std::to_string(value) + " > " + std::to_string(limit) + " " + std::string(unit);
}

constexpr std::size_t kEscaped = 4;  // bytes that showing one that nobody sees takes at most

const char* const kWholeName = "名称过长，只显示首尾";

}  // namespace

std::string short_path(std::string_view path, std::size_t limit) {
  if (path.size() <= limit) return std::string(path);
  const auto is_inside = [&](std::size_t at) {
    return (static_cast<unsigned char>(path[at]) & 0xC0) == 0x80;
  };
  std::size_t head = limit / 2, tail = path.size() - limit / 2;
  while (head > 0 && is_inside(head)) --head;
  while (tail < path.size() && is_inside(tail)) ++tail;
  return std::string(path.substr(0, head)) + "…" + std::string(path.substr(tail));
}

// Names the next member; true where its name had to be shortened.
bool Members::name(std::string_view path) {
  const bool is_long = path.size() > kEscaped * limits_.path_bytes;
  sink_.begin_member(is_long ? short_path(path, limits_.path_bytes) : std::string(path));
  return is_long;
}

void Members::decline(std::string_view path, FileStatus status, std::vector<Problem> problems) {
  if (!has_room()) return;
  ++count_;
  if (name(path)) problems.push_back({"name-shortened", 0, kWholeName});
  sink_.end_member(status, std::move(problems));
}

bool Members::begin(std::string_view path, std::uint64_t packed) {
  if (!has_room()) return false;
  ++count_;
  packed_ = packed == 0 ? package_bytes_ : packed;
  member_produced_ = 0;
  limit_kind_.clear(), limit_detail_.clear();
  is_shortened_ = name(path);
  return true;
}

bool Members::bytes(std::string_view piece) {
  if (!limit_kind_.empty()) return false;
  member_produced_ += piece.size();
  produced_ += piece.size();
  // All of it against the whole package: twice as much as one entry may have, so that one bad entry
  // does not cost the others.
  if (is_over_ratio(produced_, package_bytes_, std::uint64_t{limits_.ratio} * 2)) {
    limit_kind_ = "ratio-limit";
    limit_detail_ = "> " + std::to_string(std::uint64_t{limits_.ratio} * 2) + " : 1 (" +
                    std::to_string(produced_) + " : " + std::to_string(package_bytes_) + ")";
    fill_up(limit_kind_, limit_detail_);
  } else if (produced_ > limits_.package_bytes) {
    limit_kind_ = "package-limit";
    limit_detail_ = more_than(produced_, limits_.package_bytes, "bytes");
    fill_up(limit_kind_, limit_detail_);
  } else if (is_over_ratio(member_produced_, packed_, limits_.ratio)) {
    limit_kind_ = "ratio-limit";
    limit_detail_ = "> " + std::to_string(limits_.ratio) + " : 1 (" +
                    std::to_string(member_produced_) + " : " + std::to_string(packed_) + ")";
  } else if (member_produced_ > limits_.member_bytes) {
    limit_kind_ = "size-limit";
    limit_detail_ = more_than(member_produced_, limits_.member_bytes, "bytes");
  } else {
    sink_.member_bytes(piece);
    return true;
  }
  return false;
}

void Members::end(FileStatus status, std::vector<Problem> problems) {
  if (!limit_kind_.empty()) {
    problems.insert(problems.begin(), {limit_kind_, 0, limit_detail_});
    status = FileStatus::refused;
  } else if (status == FileStatus::read) {
    ++unpacked_;
  }
  if (is_shortened_) problems.push_back({"name-shortened", 0, kWholeName});
  sink_.end_member(status, std::move(problems));
}

FileStatus Members::outcome() const {
  if (!is_full_) return FileStatus::read;
  return unpacked_ == 0 ? FileStatus::refused : FileStatus::partial;
}

bool Members::has_room() {
  if (is_full_) return false;
  if (limits_.nesting == 0) {
    fill_up("nesting-limit", "");
  } else if (count_ >= limits_.entries) {
    fill_up("entry-limit", "> " + std::to_string(limits_.entries));
  }
  return !is_full_;
}

void Members::fill_up(std::string kind, std::string detail) {
  is_full_ = true;
  sink_.problem({std::move(kind), 0, std::move(detail)});
}

bool Members::is_over_ratio(std::uint64_t out, std::uint64_t in, std::uint64_t ratio) const {
  return out > limits_.ratio_from && out / ratio > in;
}

}  // namespace biaoshen
