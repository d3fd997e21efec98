#include "extractors/readers/office/package_pictures.h"

#include <utility>

#include "extractors/ocr/recognise.h"
#include "extractors/pictures/decode_picture.h"
#include "extractors/readers/pictures/picture_crop.h"
#include "extractors/readers/pictures/recognise_once.h"

namespace biaoshen {
namespace {

// Smaller ones are logos, arrows and lines.
constexpr std::uint32_t kLeastWidth = 300, kLeastHeight = 60;
constexpr std::size_t kMostReadings = 200;  // kept; a document shows few pictures twice

bool may_hold_text(const Image& image) {
  return image.width >= kLeastWidth && image.height >= kLeastHeight;
}

bool is_drawing(const Image& image) {
  return image.format == "emf" || image.format == "wmf";
}

DecodedPicture decoded_part(const PartBytes& part_bytes, const std::string& part,
                            const Limits& limits) {
  std::string bytes;
  const PartEnd end = part_bytes(part, bytes);
  if (!end.is_complete()) return {nullptr, end.kind};
  return decode_picture(bytes, 1, limits);
}

std::size_t text_bytes(const RecognisedPicture& recognised) {
  std::size_t bytes = 0;
  for (const RecognisedLine& line : recognised.lines) bytes += text_of(line).size() + 8;
  return bytes;
}

// A page without text of its own is failed until one of its pictures gives some.
Source source_with(Source before, bool has_text, bool is_blank) {
  if (has_text) return before == Source::failed ? Source::ocr : Source::mixed;
  return before == Source::failed && is_blank ? Source::blank : before;
}

}  // namespace

RecognisePicture own_recognition() {
  return recogniser().is_able() ? RecognisePicture(recognise_once) : RecognisePicture();
}

PartBytes parts_of(ZipPackage& package) {
  return [&package](const std::string& part, std::string& bytes) {
    return package.read(part, package.limits().unpacked_bytes, [&](std::string_view piece) {
      bytes += piece;
      return true;
    });
  };
}

PackagePictures::Reading PackagePictures::read_afresh(const std::string& part, const Image& image) {
  if (!recognise_) return {"needs-ocr", {}};
  if (is_drawing(image)) return {"picture-format", {}};
  const DecodedPicture decoded = decoded_part(bytes_, part, limits_);
  if (!decoded.pix) return {decoded.problem.empty() ? "damaged-image" : decoded.problem, {}};
  return {decoded.problem, recognise_(*decoded.pix)};
}

const PackagePictures::Reading& PackagePictures::read(const std::string& part, const Image& image) {
  const auto known = readings_.find(part);
  if (known != readings_.end()) return known->second;
  if (readings_.size() >= kMostReadings) readings_.clear();
  const Reading& reading = readings_.emplace(part, read_afresh(part, image)).first->second;
  engines_.add(reading.recognised);
  return reading;
}

bool PackagePictures::take(const std::vector<std::string>& parts, Page& page) {
  const std::size_t own_text = page.text.size();
  bool is_blank = true;
  std::string problem;
  for (std::uint32_t i = 0; i < parts.size() && i < page.images.size(); ++i) {
    if (!may_hold_text(page.images[i]) && own_text > 0) continue;
    const Reading& reading = read(parts[i], page.images[i]);
    if (!reading.problem.empty() && problem.empty()) problem = reading.problem;
    is_blank = is_blank && reading.problem.empty() && reading.recognised.is_blank;
    if (page.text.size() + text_bytes(reading.recognised) > limits_.page_text) {
      problem = "size-limit";
      continue;
    }
    append_image(reading.recognised, i, nullptr, page);
  }
  page.source = source_with(page.source, page.text.size() > own_text, is_blank);
  if (page.source == Source::failed) {
    page.reason = !problem.empty() ? problem : "no-text-recognised";
    problem = page.reason;
  }
  if (problem.empty()) return true;
  sink_.problem(
      {problem, page.number, page.source == Source::failed ? "本页只有图像" : "本页有图像未读取"});
  return false;
}

bool PictureParts::take(const std::vector<std::string>& parts, Page& page) {
  parts_[page.number] = parts;
  return true;
}

std::string PictureParts::part(std::uint32_t page, std::uint32_t image) const {
  const auto found = parts_.find(page);
  if (found == parts_.end() || image == 0 || image > found->second.size()) return {};
  return found->second[image - 1];
}

std::vector<Crop> cut_pictures(ZipPackage& package, const PictureParts& parts,
                               std::span<const CropRequest> requests) {
  return cut_pictures(parts_of(package), package.limits(), parts, requests);
}

std::vector<Crop> cut_pictures(const PartBytes& bytes, const Limits& limits,
                               const PictureParts& parts, std::span<const CropRequest> requests) {
  std::vector<Crop> crops(requests.size());
  std::map<std::string, std::vector<std::size_t>> wanted;  // each part is decoded once
  for (std::size_t i = 0; i < requests.size(); ++i) {
    const std::string part = parts.part(requests[i].page, requests[i].image);
    if (!part.empty()) wanted[part].push_back(i);
  }
  for (const auto& [part, indexes] : wanted) {
    const DecodedPicture decoded = decoded_part(bytes, part, limits);
    if (!decoded.pix) continue;
    for (const std::size_t i : indexes)
      crops[i] = cut(*decoded.pix, requests[i].box, requests[i].dpi / 72, kMostCropPixels);
  }
  return crops;
}

}  // namespace biaoshen
