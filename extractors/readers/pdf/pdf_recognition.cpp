#include "extractors/readers/pdf/pdf_recognition.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "extractors/readers/pdf/pdf_draw.h"

namespace biaoshen {
namespace {

constexpr double kWidePixels = 300, kHighPixels = 60;  // a picture of text has at least these
constexpr float kWidePoints = 72, kHighPoints = 12;
constexpr double kIsThePage = 0.6;       // share of the page
constexpr double kIsBackground = 0.7;    // share of the page
constexpr double kTextOnPicture = 0.08;  // share of the page; with more the text is the content
constexpr double kLayered = 0.3;         // share of the smaller picture that another lies over
constexpr double kLitter = 0.03;         // share of the page in pictures too small to be text
constexpr std::size_t kFewPictures = 4;  // screenshots on a page; a mosaic of words has more
constexpr std::size_t kMostPictures = 24;
constexpr std::size_t kFewOutlines = 60;

double area(const Box& box) {
  return double(width(box)) * height(box);
}

double page_area(const PageWalk& walk) {
  return double(walk.width) * walk.height;
}

bool may_hold_text(const ImageGroup& group) {
  return group.width >= kWidePixels && group.height >= kHighPixels &&
         width(group.shown) >= kWidePoints && height(group.shown) >= kHighPoints;
}

bool are_layered(const Box& a, const Box& b) {
  const double across = std::min(a.right, b.right) - std::max(a.left, b.left);
  const double down = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
  return across > 0 && down > 0 && across * down > kLayered * std::min(area(a), area(b));
}

bool has_layers(const std::vector<ImageGroup>& groups) {
  for (std::size_t a = 0; a < groups.size(); ++a)
    for (std::size_t b = a + 1; b < groups.size(); ++b)
      if (are_layered(groups[a].shown, groups[b].shown)) return true;
  return false;
}

// The pictures of a page that has nothing else to be read; empty where it must be drawn.
std::vector<ImageGroup> pictures_alone(const PageWalk& walk) {
  std::vector<ImageGroup> groups = groups_of(walk);
  if (groups.size() > 4 * kFewPictures || has_layers(groups) || walk.patterns > 0 ||
      walk.outlines >= kFewOutlines)
    return {};
  double litter = 0;
  std::erase_if(groups, [&](const ImageGroup& group) {
    if (may_hold_text(group)) return false;
    litter += area(group.shown);
    return true;
  });
  if (groups.size() > kFewPictures || litter > kLitter * page_area(walk)) return {};
  return groups;
}

// Pictures that may say something beside the text of their page.
std::vector<ImageGroup> pictures_in_text(const PageWalk& walk) {
  std::vector<ImageGroup> groups = groups_of(walk);
  const bool is_written_on = covered_by_words(walk) >= kTextOnPicture;
  std::erase_if(groups, [&](const ImageGroup& group) {
    return !may_hold_text(group) || walk.images[group.images.front()].is_repeated ||
           (is_written_on && area(group.shown) > kIsBackground * page_area(walk));
  });
  if (groups.size() > kMostPictures) groups.resize(kMostPictures);
  return groups;
}

bool is_over(const DrawnImage& drawn, const Limits& limits) {
  return drawn.image.width > limits.image_side || drawn.image.height > limits.image_side ||
         std::uint64_t{drawn.image.width} * drawn.image.height > limits.megapixels * 1'000'000;
}

void forget_text(Page& page) {
  page.text.clear(), page.words.clear(), page.lines.clear(), page.grids.clear();
}

class PageRecognition {
 public:
  PageRecognition(PDFDoc& document, const PageWalk& walk, const RecognitionMeans& means, Page& page)
      : document_(document), walk_(walk), means_(means), page_(page) {}

  Problem carry_out(const RecognitionPlan& plan) {
    if (const DrawnImage* large = over_limits(plan))
      return {"image-limit", page_.number,
              std::to_string(large->image.width) + "×" + std::to_string(large->image.height)};
    if (plan.look == Look::drawing)
      put_whole(plan, draw_page(document_, number(), walk_));
    else if (plan.look == Look::scan)
      put_whole(plan, picture_of(plan.pictures.front()));
    else
      append_each(plan);
    return std::move(problem_);
  }

 private:
  int number() const { return static_cast<int>(page_.number); }

  PagePicture picture_of(const ImageGroup& group) {
    return biaoshen::picture_of(document_, number(), walk_, group, means_.limits);
  }

  // An image that the plan would have to decode and that is too large for it.
  const DrawnImage* over_limits(const RecognitionPlan& plan) const {
    const auto is_large = [&](const DrawnImage& drawn) {
      return width(drawn.shown) > 0 && is_over(drawn, means_.limits);
    };
    if (plan.look == Look::drawing) {
      const auto found = std::find_if(walk_.images.begin(), walk_.images.end(), is_large);
      return found == walk_.images.end() ? nullptr : &*found;
    }
    for (const ImageGroup& group : plan.pictures)
      for (const std::size_t i : group.images)
        if (is_large(walk_.images[i])) return &walk_.images[i];
    return nullptr;
  }

  std::optional<RecognisedPicture> read(const PagePicture& picture) {
    if (!picture.problem.empty()) problem_ = {picture.problem, page_.number, ""};
    if (!picture.pix) return std::nullopt;
    RecognisedPicture said = means_.recognise(*picture.pix);
    means_.engines.add(said);
    return said;
  }

  void put_whole(const RecognitionPlan& plan, const PagePicture& picture) {
    std::optional<RecognisedPicture> said = read(picture);
    if (!said) return;
    if (!plan.keeps_text && (!said->lines.empty() || said->is_blank)) forget_text(page_);
    const bool had_text = !page_.words.empty();
    said->to_original = picture.to_page * said->to_original;
    put_as_page(*said, page_.width, page_.height, page_);
    settle(!said->lines.empty(), said->is_blank, had_text);
  }

  void append_each(const RecognitionPlan& plan) {
    struct Seen {
      std::uint32_t image;
      PixelMap to_page;
      RecognisedPicture said;
    };
    std::vector<Seen> seen;
    bool any_lines = false, all_blank = true;
    for (const ImageGroup& group : plan.pictures) {
      const PagePicture picture = picture_of(group);
      std::optional<RecognisedPicture> said = read(picture);
      all_blank = all_blank && said && said->is_blank;
      if (!said) continue;
      any_lines = any_lines || !said->lines.empty();
      const auto image = static_cast<std::uint32_t>(group.images.front());
      seen.push_back({image, picture.to_page, std::move(*said)});
    }
    if (!plan.keeps_text && (any_lines || all_blank)) forget_text(page_);
    const bool had_text = !page_.words.empty();
    for (const Seen& one : seen) append_image(one.said, one.image, &one.to_page, page_);
    settle(any_lines, all_blank, had_text);
  }

  // What the page is now. Where something was seen and not one line read, it stays what it was.
  void settle(bool any_lines, bool is_blank, bool had_text) {
    if (any_lines)
      page_.source = had_text ? Source::mixed : Source::ocr;
    else if (!is_blank)
      page_.source = account_;
    else if (account_ == Source::failed)
      page_.source = had_text ? Source::text : Source::blank, page_.reason.clear();
  }

  PDFDoc& document_;
  const PageWalk& walk_;
  const RecognitionMeans& means_;
  Page& page_;
  const Source account_ = page_.source;
  Problem problem_;
};

}  // namespace

RecognitionPlan plan_recognition(const PageWalk& walk, const PageAccount& account) {
  if (account.source == Source::blank) return {};
  if (account.source == Source::text) {
    std::vector<ImageGroup> pictures = pictures_in_text(walk);
    if (pictures.empty()) return {};
    return {Look::pictures, std::move(pictures), true};
  }
  if (account.reason != "needs-ocr" && account.reason != "hidden-text-only")
    return {Look::drawing, {}, false};
  std::vector<ImageGroup> pictures = pictures_alone(walk);
  if (pictures.empty()) return {Look::drawing, {}, false};
  const bool is_page =
      pictures.size() == 1 && area(pictures.front().shown) > kIsThePage * page_area(walk);
  return {is_page ? Look::scan : Look::pictures, std::move(pictures),
          account.reason == "needs-ocr"};
}

Problem recognise_page(PDFDoc& document, const PageWalk& walk, const RecognitionPlan& plan,
                       const RecognitionMeans& means, Page& page) {
  if (plan.look == Look::nothing) return {};
  return PageRecognition(document, walk, means, page).carry_out(plan);
}

}  // namespace biaoshen
