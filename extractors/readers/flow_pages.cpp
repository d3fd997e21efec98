#include "extractors/readers/flow_pages.h"

#include <string>
#include <utility>

#include "extractors/readers/pictures/picture_order.h"

namespace biaoshen {

void FlowPages::cut() {
  if (!writer_.is_empty()) send();
}

void FlowPages::send() {
  Page page = writer_.take();
  if (is_full()) {
    parts_.clear();
    places_.clear();
    if (!std::exchange(is_over_, true)) {
      sink_.problem({"page-limit", 0, "超过 " + std::to_string(limits_.pages) + " 页"});
    }
    return;
  }
  page.number = ++sent_;
  page.title = title_;
  page.width = width_;
  page.height = height_;
  if (page.words.empty()) page.source = page.images.empty() ? Source::blank : Source::failed;
  take_pictures(page);
  if (page.source == Source::failed) has_unread_ = true;
  sink_.page(std::move(page));
}

void FlowPages::image(Image image, std::string part) {
  writer_.page().images.push_back(std::move(image));
  parts_.push_back(std::move(part));
  places_.push_back(writer_.mark());
}

void FlowPages::take_back_line() {
  const std::uint32_t end = writer_.mark();
  for (auto place = places_.rbegin(); place != places_.rend() && *place > end; ++place) {
    *place = end;
  }
}

void FlowPages::take_pictures(Page& page) {
  const std::vector<std::string> parts = std::exchange(parts_, {});
  const std::vector<std::uint32_t> places = std::exchange(places_, {});
  if (parts.empty() || pictures_ == nullptr) return;
  const auto own = static_cast<std::uint32_t>(page.text.size());
  if (!pictures_->take(parts, page)) has_unread_ = true;
  put_in_order(own, places, page);
}

void FlowPages::finish() {
  cut();
  if (sent_ == 0) send();
  sink_.page_count(sent_);
}

}  // namespace biaoshen
