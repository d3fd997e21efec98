#include "extractors/worker/wire.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/wire_format_lite.h>

#include <cmath>

#include "pipeline/base/text.h"
#include "wire.pb.h"

namespace biaoshen::wire {
namespace {

// A flow without page breaks is one page, however many tables it has.
constexpr int kMostMemberProblems = 16;
constexpr std::uint32_t kMostGrids = 1u << 17, kMostCells = 1u << 20;
// Of all grids of a page together, since they are gone through row by row; of one worksheet at most
// 2^20 and 2^14.
constexpr std::uint32_t kMostRows = 1u << 21, kMostColumns = 1u << 16;
// Of one frame: words, lines, cells and the like together. Honest ones take more bytes each than
// would let so many into a frame.
constexpr std::size_t kLongestName = 4096;  // bytes of a title, a reason, a name
constexpr std::uint32_t kMostParts = 8u << 20;

template <typename Message>
std::string framed(const Message& message) {
  const std::string body = message.SerializeAsString();
  std::string out;
  for (int shift = 0; shift < 32; shift += 8)
    out.push_back(static_cast<char>(body.size() >> shift & 0xFF));
  return out + body;
}

// Where in a text: inside it, in order, and not in the middle of a character.
bool is_range(const std::string& text, std::uint32_t begin, std::uint32_t end) {
  const auto at_character = [&](std::uint32_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
  };
  return begin <= end && end <= text.size() && at_character(begin) && at_character(end);
}

Box box_from(const pb::Box& b) {
  return {b.left(), b.top(), b.right(), b.bottom()};
}

bool is_sane(const Box& b) {
  return std::isfinite(b.left) && std::isfinite(b.top) && std::isfinite(b.right) &&
         std::isfinite(b.bottom) && b.left <= b.right && b.top <= b.bottom;
}

void put(const Box& box, pb::Box& out) {
  out.set_left(box.left), out.set_top(box.top), out.set_right(box.right),
      out.set_bottom(box.bottom);
}

void put(const Word& word, pb::Word& out) {
  out.set_begin(word.begin), out.set_end(word.end);
  out.set_origin(static_cast<std::uint32_t>(word.origin)), out.set_confidence(word.confidence);
  if (const auto* on = std::get_if<OnPage>(&word.place)) put(on->box, *out.mutable_box());
  if (const auto* in = std::get_if<InImage>(&word.place))
    put(in->box, *out.mutable_box()), out.set_image(in->image);
  if (const auto* in = std::get_if<InFlow>(&word.place)) out.set_paragraph(in->paragraph);
  if (const auto* cell = std::get_if<InCell>(&word.place))
    out.set_row(cell->row), out.set_column(cell->column);
}

// A place on the page or in a picture of it; others do not occur.
void put(const Place& place, pb::Spot& out) {
  if (const auto* on = std::get_if<OnPage>(&place)) put(on->box, *out.mutable_box());
  if (const auto* in = std::get_if<InImage>(&place))
    put(in->box, *out.mutable_box()), out.set_image(in->image);
}

void put(const Grid& grid, pb::Grid& out) {
  out.set_rows(grid.rows), out.set_columns(grid.columns);
  for (const GridCell& cell : grid.cells) {
    pb::Cell& to = *out.add_cells();
    to.set_row(cell.row), to.set_column(cell.column), to.set_row_span(cell.row_span);
    to.set_column_span(cell.column_span), to.set_begin(cell.begin), to.set_end(cell.end);
  }
}

void put(const Page& page, pb::Page& out) {
  out.set_number(page.number), out.set_width(page.width), out.set_height(page.height);
  out.set_source(static_cast<std::uint32_t>(page.source));
  out.set_reason(page.reason), out.set_title(page.title), out.set_text(page.text);
  for (const Word& word : page.words) put(word, *out.add_words());
  for (const Line& line : page.lines) {
    pb::Line& to = *out.add_lines();
    to.set_first(line.first), to.set_last(line.last), to.set_begin(line.begin),
        to.set_end(line.end);
    to.set_size(line.size);
  }
  for (const Grid& grid : page.grids) put(grid, *out.add_grids());
  for (const Image& image : page.images) {
    pb::Image& to = *out.add_images();
    put(image.box, *to.mutable_box());
    to.set_width(image.width), to.set_height(image.height), to.set_format(image.format);
    to.set_begin(image.begin), to.set_end(image.end);
  }
  for (const SecondReading& second : page.second_readings) {
    pb::SecondReading& to = *out.add_second_readings();
    to.set_begin(second.begin), to.set_end(second.end), to.set_text(second.text);
  }
  for (const Seal& seal : page.seals) {
    pb::Seal& to = *out.add_seals();
    put(seal.place, *to.mutable_spot());
    to.set_name(seal.name), to.set_confidence(seal.confidence);
  }
  for (const Place& mark : page.marks) put(mark, *out.add_marks());
  out.set_is_grey_scan(page.is_grey_scan);
}

Place place_from(std::uint32_t image, const Box& box) {
  if (image > 0) return InImage{image, box};
  return OnPage{box};
}

bool place_from(const pb::Spot& untrusted, Place& place) {
  const Box box = box_from(untrusted.box());
  place = place_from(untrusted.image(), box);
  return is_sane(box);
}

bool word_from(const pb::Word& untrusted, const std::string& text, Word& word) {
  if (!is_range(text, untrusted.begin(), untrusted.end()) || untrusted.origin() > 3 ||
      untrusted.confidence() > 100)
    return false;
  word = {untrusted.begin(), untrusted.end(), WholeFile{}, static_cast<Origin>(untrusted.origin()),
          static_cast<std::uint8_t>(untrusted.confidence())};
  if (untrusted.has_box()) {
    const Box box = box_from(untrusted.box());
    if (!is_sane(box)) return false;
    word.place = place_from(untrusted.image(), box);
  } else if (untrusted.paragraph() > 0) {
    word.place = InFlow{untrusted.paragraph()};
  } else if (untrusted.row() > 0) {
    word.place = InCell{untrusted.row(), untrusted.column()};
  }
  return true;
}

bool grid_from(const pb::Grid& untrusted, const std::string& text, Grid& grid) {
  grid.rows = untrusted.rows(), grid.columns = untrusted.columns();
  if (untrusted.cells_size() > static_cast<int>(kMostCells) || grid.rows > kMostRows ||
      grid.columns > kMostColumns)
    return false;
  for (const pb::Cell& c : untrusted.cells()) {
    if (!is_range(text, c.begin(), c.end()) || c.row_span() == 0 || c.column_span() == 0)
      return false;
    if (std::uint64_t{c.row()} + c.row_span() > grid.rows ||
        std::uint64_t{c.column()} + c.column_span() > grid.columns)
      return false;
    grid.cells.push_back({c.row(), c.column(), c.row_span(), c.column_span(), c.begin(), c.end()});
  }
  return true;
}

// Clean, and no longer than `most` bytes; no character is cut.
std::string short_text(const std::string& untrusted, std::size_t most) {
  std::string text = clean_utf8(untrusted);
  if (text.size() <= most) return text;
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80) --most;
  text.resize(most);
  return text;
}

// Text that all lines of a page, or all cells or images, may hold together. They lie beside one
// another; where each were the whole page, going through them would never end.
std::uint64_t most_text_of_parts(const std::string& text) {
  return 4 * std::uint64_t{text.size()} + (64u << 10);
}

bool lines_from(const pb::Page& untrusted, Page& page) {
  std::uint64_t bytes = 0;
  for (const pb::Line& l : untrusted.lines()) {
    if (l.first() > l.last() || l.last() > page.words.size() ||
        !is_range(page.text, l.begin(), l.end()))
      return false;
    if ((bytes += l.end() - l.begin()) > most_text_of_parts(page.text)) return false;
    page.lines.push_back(
        {l.first(), l.last(), l.begin(), l.end(), std::isfinite(l.size()) ? l.size() : 0});
  }
  return true;
}

// What recognition adds to a page.
bool recognition_from(const pb::Page& untrusted, Page& page) {
  std::uint32_t last_end = 0;
  for (const pb::SecondReading& second : untrusted.second_readings()) {
    if (!is_range(page.text, second.begin(), second.end()) || second.begin() < last_end)
      return false;
    last_end = second.end();
    page.second_readings.push_back({second.begin(), second.end(), clean_utf8(second.text())});
  }
  for (const pb::Seal& untrusted_seal : untrusted.seals()) {
    Seal seal;
    if (!place_from(untrusted_seal.spot(), seal.place) || untrusted_seal.confidence() > 100)
      return false;
    seal.name = short_text(untrusted_seal.name(), kLongestName);
    seal.confidence = static_cast<std::uint8_t>(untrusted_seal.confidence());
    page.seals.push_back(std::move(seal));
  }
  for (const pb::Spot& untrusted_mark : untrusted.marks()) {
    Place mark;
    if (!place_from(untrusted_mark, mark)) return false;
    page.marks.push_back(mark);
  }
  return true;
}

bool page_from(const pb::Page& untrusted, const Limits& limits, Page& page) {
  if (untrusted.number() == 0 || untrusted.number() > limits.pages || untrusted.source() > 4)
    return false;
  if (untrusted.text().size() > limits.page_text * 2 ||
      untrusted.grids_size() > static_cast<int>(kMostGrids))
    return false;
  page.number = untrusted.number();
  page.width = std::isfinite(untrusted.width()) ? untrusted.width() : 0;
  page.height = std::isfinite(untrusted.height()) ? untrusted.height() : 0;
  page.source = static_cast<Source>(untrusted.source());
  page.reason = short_text(untrusted.reason(), kLongestName);
  page.title = short_text(untrusted.title(), kLongestName);
  page.text = untrusted.text();
  if (clean_utf8(page.text) != page.text) return false;
  std::uint32_t last_end = 0;
  for (const pb::Word& untrusted_word : untrusted.words()) {
    Word word;
    if (!word_from(untrusted_word, page.text, word) || word.begin < last_end) return false;
    last_end = word.end;
    page.words.push_back(word);
  }
  std::uint32_t rows = 0;
  std::uint64_t bytes_of_cells = 0, bytes_of_images = 0;
  for (const pb::Grid& untrusted_grid : untrusted.grids()) {
    Grid grid;
    if (!grid_from(untrusted_grid, page.text, grid) || (rows += grid.rows) > kMostRows)
      return false;
    for (const GridCell& cell : grid.cells) bytes_of_cells += cell.end - cell.begin;
    if (bytes_of_cells > most_text_of_parts(page.text)) return false;
    page.grids.push_back(std::move(grid));
  }
  for (const pb::Image& image : untrusted.images()) {
    const Box box = box_from(image.box());
    page.images.push_back({is_sane(box) ? box : Box{}, image.width(), image.height(),
                           short_text(image.format(), 32)});
    if (!is_range(page.text, image.begin(), image.end()) ||
        (bytes_of_images += image.end() - image.begin()) > most_text_of_parts(page.text))
      return false;
    page.images.back().begin = image.begin(), page.images.back().end = image.end();
  }
  page.is_grey_scan = untrusted.is_grey_scan();
  return lines_from(untrusted, page) && recognition_from(untrusted, page);
}

// Parsed, an empty word takes fifty times the two bytes that it came in. So what a frame is made of
// is counted before it is parsed: fewer parts than `left`, of those that may come in any number.
bool has_fewer_parts(google::protobuf::io::CodedInputStream& in, int level, std::uint32_t& left) {
  using Format = google::protobuf::internal::WireFormatLite;
  while (const std::uint32_t tag = in.ReadTag()) {
    if (left-- == 0) return false;
    const int field = Format::GetTagFieldNumber(tag);
    const bool is_entered = level == 0 ? field == pb::Frame::kPageFieldNumber ||
                                             field == pb::Frame::kMemberEndFieldNumber
                                       : level == 1 && field == pb::Page::kGridsFieldNumber;
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
