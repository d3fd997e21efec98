// Evidence as data of the page's template: which place of the page carries a crop (the first that
// shows it; later ones point back to it), which small pictures of pages the page needs, and which
// crops it has no more room for and only names: evidence/….png lies beside it.
//
// Tested by tests/templates/evidence_data_test.cpp and html_writer_test.cpp.
#pragma once

#include <kainjow/mustache.hpp>
#include <map>
#include <string>
#include <string_view>

#include "templates/view.h"

namespace biaoshen {

class EvidenceData {
 public:
  // Bytes of images that the findings of a page carry, as they stand in it.
  static constexpr std::size_t kRoom = 9'000'000;

  // `crop_ids`: what the ids of its crops begin with, where a page has several of these.
  explicit EvidenceData(const std::map<std::string, std::string>& crops, std::size_t room = kRoom,
                        std::string_view crop_ids = "crop-")
      : crops_(crops), room_(room), id_start_(crop_ids) {}

  kainjow::mustache::data of(const EvidenceView& view);
  // The small pictures that all evidence so far refers to.
  kainjow::mustache::data thumbnails() const { return kainjow::mustache::data(thumbnails_); }
  bool has_thumbnails() const { return !thumbnails_.empty(); }

 private:
  void set_crop(kainjow::mustache::data& out, const EvidenceView& view);
  void set_spot(kainjow::mustache::data& out, const SpotView& spot);
  std::string thumbnail_id(const SpotView& spot);

  const std::map<std::string, std::string>& crops_;
  std::size_t room_;
  std::string id_start_;
  std::map<std::string, std::string> crop_ids_, thumbnail_ids_;
  kainjow::mustache::list thumbnails_;
};

}  // namespace biaoshen
