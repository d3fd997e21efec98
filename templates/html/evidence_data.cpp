#include "templates/html/evidence_data.h"

#include <algorithm>

#include "templates/html/png_uri.h"
#include "templates/html/template_data.h"

namespace biaoshen {
namespace {

using kainjow::mustache::data;
using kainjow::mustache::list;

constexpr std::uint32_t kWideImage = 400;  // pixels: more is not legible in half the column
constexpr std::size_t kWideTable = 3;      // columns
constexpr std::size_t kLongTable = 8;      // rows; more may go over to the next printed page
constexpr std::size_t kOpenFiles = 4;      // files of a search; more are folded

data of(const FileLink& link, const std::string& why = {}) {
  data out;
  out["id"] = text_data(link.id);
  out["path"] = text_data(link.path);
  out["file_name"] = text_data(link.name);
  out["why"] = text_data(why);
  return out;
}

data of(const ContextCell& cell) {
  data out;
  out["before"] = text_data(cell.before);
  out["marked"] = text_data(cell.marked);
  out["after"] = text_data(cell.after);
  out["is_marked"] = cell.is_marked;
  out["is_empty_place"] = cell.is_marked && cell.marked.empty();
  out["span"] = cell.columns > 1 ? data(std::to_string(cell.columns)) : data(false);
  return out;
}

data of(const ContextRow& row) {
  list cells;
  for (const ContextCell& cell : row.cells) cells.push_back(of(cell));
  data out;
  out["is_quoted"] = row.is_quoted;
  out["is_apart"] = row.is_apart;
  out["context_cells"] = data(cells);
  return out;
}

void set_context(data& out, const ContextView& context) {
  list rows;
  for (const ContextRow& row : context.rows) rows.push_back(of(row));
  out["has_context"] = !rows.empty();
  out["is_table"] = context.is_table;
  out["context_rows"] = data(rows);
}

bool is_wide(const ContextView& context) {
  return std::ranges::any_of(context.rows, [&](const ContextRow& row) {
    return !context.is_table || row.cells.size() > kWideTable;
  });
}

void set_search(data& out, const EvidenceView& view) {
  out["sought"] = text_data(view.sought);
  out["scope"] = text_data(view.scope);
  out["conclusion"] = text_data(view.conclusion);
  list searched, unread;
  for (const FileLink& file : view.searched) searched.push_back(of(file));
  for (const UnreadView& one : view.unread) unread.push_back(of(one.file, one.why));
  out["searched"] = data(searched);
  out["has_searched"] = !searched.empty();
  out["many_searched"] = searched.size() > kOpenFiles;
  out["unread"] = data(unread);
  out["has_unread"] = !unread.empty();
}

}  // namespace

data EvidenceData::of(const EvidenceView& view) {
  data out = biaoshen::of(view.file);
  out["search"] = view.is_search;
  out["place"] = text_data(view.place);
  out["short_place"] = text_data(view.short_place);
  out["origin"] = text_data(view.origin);
  out["ocr"] = view.is_ocr;
  out["low"] = view.is_low;
  out["second"] = text_data(view.second);
  out["quote"] = text_data(view.quote);
  out["cut"] = text_data(view.cut);
  set_search(out, view);
  set_context(out, view.context);
  set_crop(out, view);
  set_spot(out, view.spot);
  // A picture shows the words, and so does their context; what was recognised is to be compared.
  const bool is_shown = !view.context.rows.empty() || out.get("image")->is_string();
  out["long"] = view.context.rows.size() > kLongTable;
  out["beside"] = view.is_ocr && out.get("image")->is_string();
  out["wide"] = view.is_search || is_wide(view.context) || out.get("wide")->is_true();
  out["says"] = !view.is_search && (!is_shown || view.is_ocr || !view.cut.empty());
  return out;
}

void EvidenceData::set_crop(data& out, const EvidenceView& view) {
  for (const char* name : {"image", "image_seen", "image_file", "image_alt", "image_width",
                           "image_height", "image_id", "wide"})
    out[name] = data(false);
  const auto crop = crops_.find(view.crop);
  if (view.crop.empty() || crop == crops_.end()) return;
  if (const auto known = crop_ids_.find(view.crop); known != crop_ids_.end()) {
    out["image_seen"] = data(true);
    out["image_id"] = data(known->second);
    return;
  }
  const auto png = png_uri(crop->second);
  if (!png) return;
  out["image_alt"] = text_data(view.crop_alt);
  if (png->uri.size() > room_) {
    out["image_file"] = data(view.crop);
    return;
  }
  room_ -= png->uri.size();
  out["wide"] = png->width > kWideImage;
  const std::string id = id_start_ + std::to_string(crop_ids_.size() + 1);
  crop_ids_.emplace(view.crop, id);
  out["image_id"] = data(id);
  out["image"] = data(png->uri);
  out["image_width"] = data(std::to_string(png->width));
  out["image_height"] = data(std::to_string(png->height));
}

void EvidenceData::set_spot(data& out, const SpotView& spot) {
  const std::string id = thumbnail_id(spot);
  out["thumb"] = text_data(id);
  out["thumb_alt"] = text_data(spot.alt);
  const auto set = [&](const char* name, long value) { out[name] = data(std::to_string(value)); };
  set("thumb_width", spot.width), set("thumb_height", spot.height);
  // The frame keeps clear of the words, which are a line or two of the picture's pixels high.
  const long clear = std::max(spot.width, spot.height) / 60;
  set("spot_left", spot.left - clear), set("spot_top", spot.top - clear);
  set("spot_wide", spot.wide + 2 * clear), set("spot_high", spot.high + 2 * clear);
}

// Empty where there is none or the page has no room for it.
std::string EvidenceData::thumbnail_id(const SpotView& spot) {
  const auto picture = crops_.find(spot.thumbnail);
  if (spot.thumbnail.empty() || picture == crops_.end()) return {};
  if (const auto known = thumbnail_ids_.find(spot.thumbnail); known != thumbnail_ids_.end())
    return known->second;
  const auto png = png_uri(picture->second);
  if (!png || png->uri.size() > room_) return {};
  room_ -= png->uri.size();
  const std::string id = "thumb-" + std::to_string(thumbnail_ids_.size() + 1);
  thumbnail_ids_.emplace(spot.thumbnail, id);
  data out;
  out["thumb"] = data(id);
  out["image"] = data(png->uri);
  out["thumb_width"] = data(std::to_string(spot.width));
  out["thumb_height"] = data(std::to_string(spot.height));
  thumbnails_.push_back(out);
  return id;
}

}  // namespace biaoshen
