#include "extractors/worker/wire.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/wire_format_lite.h>

#include "extractors/worker/wire_columns.h"
#include "extractors/worker/wire_page.h"
#include "pipeline/base/text.h"

namespace biaoshen::wire {
namespace {

constexpr int kMostMemberProblems = 16;
// Parts of one frame that are messages of their own: pictures, tables, marks. Honest ones take more
// bytes each than would let so many into a frame.
constexpr std::uint32_t kMostParts = 8u << 20;

template <typename Message>
std::string framed(const Message& message) {
  const std::size_t size = message.ByteSizeLong();
  std::string out;
  out.reserve(4 + size);
  for (int shift = 0; shift < 32; shift += 8)
    out.push_back(static_cast<char>(size >> shift & 0xFF));
  message.AppendToString(&out);
  return out;
}

// Parsed, an empty picture takes fifty times the two bytes that it came in. So what a frame is made
// of is counted before it is parsed: fewer parts than `left`, of the frame, its page or its member.
bool has_fewer_parts(google::protobuf::io::CodedInputStream& in, int level, std::uint32_t& left) {
  using Format = google::protobuf::internal::WireFormatLite;
  while (const std::uint32_t tag = in.ReadTag()) {
    if (left-- == 0) return false;
    const int field = Format::GetTagFieldNumber(tag);
    const bool is_entered = level == 0 && (field == pb::Frame::kPageFieldNumber ||
                                           field == pb::Frame::kMemberEndFieldNumber);
    if (!is_entered || Format::GetTagWireType(tag) != Format::WIRETYPE_LENGTH_DELIMITED) {
      if (!Format::SkipField(&in, tag)) return false;
      continue;
    }
    std::uint32_t length = 0;
    if (!in.ReadVarint32(&length)) return false;
    const auto limit = in.PushLimit(static_cast<int>(length));
    if (!has_fewer_parts(in, level + 1, left)) return false;
    in.PopLimit(limit);
  }
  return true;
}

bool has_sane_size(std::string_view untrusted) {
  google::protobuf::io::CodedInputStream in(reinterpret_cast<const std::uint8_t*>(untrusted.data()),
                                            static_cast<int>(untrusted.size()));
  std::uint32_t left = kMostParts;
  return has_fewer_parts(in, 0, left);
}

void put(const Problem& problem, pb::Problem& out) {
  out.set_kind(problem.kind), out.set_page(problem.page), out.set_detail(problem.detail);
}

Problem problem_from(const pb::Problem& untrusted) {
  return {short_text(untrusted.kind(), 64), untrusted.page(), short_text(untrusted.detail(), 4000)};
}

bool status_from(std::uint32_t untrusted, FileStatus& status) {
  status = static_cast<FileStatus>(untrusted);
  return untrusted <= static_cast<std::uint32_t>(FileStatus::ignored);
}

bool member_end_from(const pb::MemberEnd& untrusted, MemberEnd& end) {
  if (untrusted.problems_size() > kMostMemberProblems) return false;
  for (const pb::Problem& problem : untrusted.problems())
    end.problems.push_back(problem_from(problem));
  return status_from(untrusted.status(), end.status);
}

// Never a path of the machine, but shown to people: one line of readable characters.
bool is_member_path(const std::string& untrusted, const Limits& limits) {
  return !untrusted.empty() && untrusted.size() <= std::size_t{limits.path_bytes} * 4 + 64 &&
         clean_utf8(untrusted) == untrusted && untrusted.find('\n') == std::string::npos;
}

void put(const Limits& limits, pb::Limits& out) {
  out.set_seconds(limits.seconds), out.set_address_space(limits.address_space);
  out.set_pages(limits.pages), out.set_page_text(limits.page_text);
  out.set_file_bytes(limits.file_bytes), out.set_unpacked_bytes(limits.unpacked_bytes);
  out.set_xml_part(limits.xml_part), out.set_megapixels(limits.megapixels);
  out.set_image_side(limits.image_side), out.set_entries(limits.entries);
  out.set_path_depth(limits.path_depth), out.set_path_bytes(limits.path_bytes);
  out.set_nesting(limits.nesting), out.set_member_bytes(limits.member_bytes);
  out.set_package_bytes(limits.package_bytes), out.set_ratio(limits.ratio);
  out.set_ratio_from(limits.ratio_from);
}

Limits limits_from(const pb::Limits& l) {
  Limits limits;
  limits.seconds = l.seconds(), limits.address_space = l.address_space();
  limits.pages = l.pages(), limits.page_text = l.page_text();
  limits.file_bytes = l.file_bytes(), limits.unpacked_bytes = l.unpacked_bytes();
  limits.xml_part = l.xml_part(), limits.megapixels = l.megapixels();
  limits.image_side = l.image_side(), limits.entries = l.entries();
  limits.path_depth = l.path_depth(), limits.path_bytes = l.path_bytes();
  limits.nesting = l.nesting(), limits.member_bytes = l.member_bytes();
  limits.package_bytes = l.package_bytes(), limits.ratio = l.ratio();
  limits.ratio_from = l.ratio_from();
  return limits;
}

void blank_controls(std::string& text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7F) text[i] = ' ';
    const bool c1 =
        c == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
    if (c1) text[i] = text[i + 1] = ' ';
  }
}

}  // namespace

void blank_controls(Page& page) {
  blank_controls(page.text);
  for (SecondReading& second : page.second_readings) blank_controls(second.text);
}

std::string encode(const Order& order) {
  pb::Order out;
  out.set_name(clean_utf8(order.name));
  put(order.limits, *out.mutable_limits());
  out.set_must_be_confined(order.must_be_confined);
  for (const CropRequest& crop : order.crops) {
    pb::CropRequest& to = *out.add_crops();
    to.set_page(crop.page), to.set_dpi(crop.dpi), to.set_image(crop.image);
    put(crop.box, *to.mutable_box());
  }
  return framed(out);
}

std::string encode(const Frame& frame) {
  pb::Frame out;
  if (const auto* format = std::get_if<Format>(&frame)) out.set_format(format->name);
  if (const auto* count = std::get_if<PageCount>(&frame)) out.set_page_count(count->pages);
  if (const auto* page = std::get_if<Page>(&frame)) put(*page, *out.mutable_page());
  if (const auto* problem = std::get_if<Problem>(&frame)) put(*problem, *out.mutable_problem());
  if (const auto* status = std::get_if<FileStatus>(&frame))
    out.set_status(static_cast<std::uint32_t>(*status));
  if (const auto* crop = std::get_if<Crop>(&frame)) {
    out.mutable_crop()->set_width(crop->width), out.mutable_crop()->set_height(crop->height);
    out.mutable_crop()->set_rgb(crop->rgb);
  }
  if (const auto* engine = std::get_if<Engine>(&frame)) out.set_engine(engine->name);
  if (const auto* ask = std::get_if<Ask>(&frame)) out.set_ask(ask->key);
  if (const auto* learned = std::get_if<Learned>(&frame)) {
    out.mutable_learned()->set_key(learned->key);
    out.mutable_learned()->set_recognised(learned->recognised);
  }
  if (const auto* member = std::get_if<MemberBegin>(&frame)) out.set_member(member->path);
  if (const auto* bytes = std::get_if<MemberBytes>(&frame)) out.set_member_bytes(bytes->piece);
  if (const auto* end = std::get_if<MemberEnd>(&frame)) {
    out.mutable_member_end()->set_status(static_cast<std::uint32_t>(end->status));
    for (const Problem& problem : end->problems)
      put(problem, *out.mutable_member_end()->add_problems());
  }
  if (const auto* confined = std::get_if<Confined>(&frame)) {
    pb::Confined& layers = *out.mutable_confined();
    layers.set_limits(confined->layers.limits);
    layers.set_no_new_privileges(confined->layers.no_new_privileges);
    layers.set_landlock(confined->layers.landlock);
    layers.set_call_filter(confined->layers.call_filter);
  }
  if (std::holds_alternative<Done>(frame)) out.set_done(true);
  return framed(out);
}

std::string encode_answer(std::string_view recognised) {
  pb::Answer out;
  out.set_recognised(std::string(recognised));
  return framed(out);
}

bool decode_answer(std::string_view answer, std::string& recognised) {
  pb::Answer in;
  if (!in.ParseFromArray(answer.data(), static_cast<int>(answer.size()))) return false;
  recognised = in.recognised();
  return true;
}

bool decode(std::string_view untrusted, Order& order) {
  pb::Order in;
  if (!in.ParseFromArray(untrusted.data(), static_cast<int>(untrusted.size()))) return false;
  order.name = in.name();
  order.limits = limits_from(in.limits());
  order.must_be_confined = in.must_be_confined();
  for (const pb::CropRequest& crop : in.crops())
    order.crops.push_back({crop.page(), box_from(crop.box()), crop.dpi(), crop.image()});
  return true;
}

bool decode(std::string_view untrusted, const Limits& limits, Frame& frame) {
  pb::Frame in;
  if (!has_sane_size(untrusted) ||
      !in.ParseFromArray(untrusted.data(), static_cast<int>(untrusted.size())))
    return false;
  switch (in.body_case()) {
    case pb::Frame::kFormat:
      frame = Format{short_text(in.format(), 32)};
      return true;
    case pb::Frame::kPageCount:
      frame = PageCount{in.page_count()};
      return in.page_count() <= limits.pages;
    case pb::Frame::kPage: {
      Page page;
      if (!page_from(in.page(), limits, page)) return false;
      frame = std::move(page);
      return true;
    }
    case pb::Frame::kProblem:
      frame = problem_from(in.problem());
      return true;
    case pb::Frame::kStatus: {
      FileStatus status;
      if (!status_from(in.status(), status)) return false;
      frame = status;
      return true;
    }
    case pb::Frame::kCrop:
      frame = Crop{in.crop().width(), in.crop().height(), in.crop().rgb()};
      // Sides first: a product of two numbers without bound may come out as anything.
      return in.crop().width() <= kMaxFrame && in.crop().height() <= kMaxFrame &&
             std::uint64_t{3} * in.crop().width() * in.crop().height() == in.crop().rgb().size();
    case pb::Frame::kEngine:
      frame = Engine{short_text(in.engine(), 64)};
      return true;
    case pb::Frame::kAsk:
      frame = Ask{short_text(in.ask(), 128)};
      return true;
    case pb::Frame::kLearned:
      frame = Learned{short_text(in.learned().key(), 128), in.learned().recognised()};
      return true;
    case pb::Frame::kMember:
      frame = MemberBegin{in.member()};
      return is_member_path(in.member(), limits);
    case pb::Frame::kMemberBytes:
      frame = MemberBytes{in.member_bytes()};
      return true;
    case pb::Frame::kMemberEnd: {
      MemberEnd end;
      if (!member_end_from(in.member_end(), end)) return false;
      frame = std::move(end);
      return true;
    }
    case pb::Frame::kConfined: {
      const pb::Confined& layers = in.confined();
      frame = Confined{
          {layers.limits(), layers.no_new_privileges(), layers.landlock(), layers.call_filter()}};
      return true;
    }
    case pb::Frame::kDone:
      frame = Done{};
      return true;
    default:
      return false;
  }
}

std::uint32_t decode_length(const unsigned char* b) {
  return std::uint32_t{b[0]} | std::uint32_t{b[1]} << 8 | std::uint32_t{b[2]} << 16 |
         std::uint32_t{b[3]} << 24;
}

}  // namespace biaoshen::wire
