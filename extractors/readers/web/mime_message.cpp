#include "extractors/readers/web/mime_message.h"

#include <gmime/gmime.h>
#include <unistd.h>

#include <algorithm>
#include <array>

#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::size_t kMostParts = 5000;
constexpr std::size_t kPiece = 16 << 10;

struct Unref {
  void operator()(gpointer object) const { g_object_unref(object); }
};
template <typename T>
using Owned = std::unique_ptr<T, Unref>;

struct FreeOptions {
  void operator()(GMimeParserOptions* options) const { g_mime_parser_options_free(options); }
};

// Bytes that are no encoded words and not UTF-8 are those of Chinese mailers.
GMimeParserOptions* parser_options() {
  static const std::unique_ptr<GMimeParserOptions, FreeOptions> options([] {
    g_mime_init();
    GMimeParserOptions* made = g_mime_parser_options_new();
    const char* charsets[] = {"utf-8", "gb18030", nullptr};
    g_mime_parser_options_set_fallback_charsets(made, charsets);
    return made;
  }());
  return options.get();
}

std::string text_of(const char* words) {
  return words == nullptr ? std::string() : std::string(trim(clean_utf8(words)));
}

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return text;
}

std::string location_of(GMimeObject* object) {
  const char* location = g_mime_object_get_header(object, "Content-Location");
  std::string text = text_of(location);
  // Long ones are folded.
  std::erase_if(text, [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
  return text;
}

std::uint64_t packed_size(GMimeObject* object) {
  if (!GMIME_IS_PART(object)) return 0;
  GMimeDataWrapper* content = g_mime_part_get_content(GMIME_PART(object));
  GMimeStream* stream = content == nullptr ? nullptr : g_mime_data_wrapper_get_stream(content);
  const gint64 length = stream == nullptr ? -1 : g_mime_stream_length(stream);
  return length < 0 ? 0 : static_cast<std::uint64_t>(length);
}

std::string name_of_message(GMimeObject* object) {
  GMimeMessage* message = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object));
  const std::string subject =
      message == nullptr ? std::string() : text_of(g_mime_message_get_subject(message));
  return subject.empty() ? std::string() : subject + ".eml";
}

MimePart description_of(GMimeObject* object) {
  MimePart part;
  if (GMimeContentType* type = g_mime_object_get_content_type(object)) {
    part.type = lower(text_of(g_mime_content_type_get_media_type(type))) + "/" +
                lower(text_of(g_mime_content_type_get_media_subtype(type)));
    part.charset = lower(text_of(g_mime_content_type_get_parameter(type, "charset")));
  }
  part.id = text_of(g_mime_object_get_content_id(object));
  part.location = location_of(object);
  const char* disposition = g_mime_object_get_disposition(object);
  part.is_attachment = lower(text_of(disposition)) == "attachment";
  if (GMIME_IS_PART(object))
    part.name = text_of(g_mime_part_get_filename(GMIME_PART(object)));
  else if (GMIME_IS_MESSAGE_PART(object))
    part.name = name_of_message(object);
  part.packed = packed_size(object);
  return part;
}

// The bytes of a part without its transfer encoding.
Owned<GMimeStream> decoded(GMimePart* part) {
  GMimeDataWrapper* content = g_mime_part_get_content(part);
  GMimeStream* packed = content == nullptr ? nullptr : g_mime_data_wrapper_get_stream(content);
  if (packed == nullptr) return nullptr;
  g_mime_stream_reset(packed);
  Owned<GMimeStream> stream(g_mime_stream_filter_new(packed));
  const Owned<GMimeFilter> filter(
      g_mime_filter_basic_new(g_mime_data_wrapper_get_encoding(content), FALSE));
  g_mime_stream_filter_add(GMIME_STREAM_FILTER(stream.get()), filter.get());
  return stream;
}

// A message in the message, as it was sent.
Owned<GMimeStream> written(GMimeMessagePart* part) {
  GMimeMessage* message = g_mime_message_part_get_message(part);
  if (message == nullptr) return nullptr;
  Owned<GMimeStream> stream(g_mime_stream_mem_new());
  g_mime_object_write_to_stream(GMIME_OBJECT(message), nullptr, stream.get());
  g_mime_stream_reset(stream.get());
  return stream;
}

}  // namespace

struct MimeMessage::Tree {
  Owned<GMimeMessage> message;
  std::vector<GMimeObject*> objects;  // of parts(), in the same order; the message owns them
};

MimeMessage::MimeMessage(std::unique_ptr<Tree> tree) : tree_(std::move(tree)) {
  g_mime_message_foreach(
      tree_->message.get(),
      [](GMimeObject*, GMimeObject* object, gpointer data) {
        auto& objects = *static_cast<std::vector<GMimeObject*>*>(data);
        const bool is_leaf = GMIME_IS_PART(object) || GMIME_IS_MESSAGE_PART(object);
        if (is_leaf && objects.size() <= kMostParts) objects.push_back(object);
      },
      &tree_->objects);
  has_more_parts_ = tree_->objects.size() > kMostParts;
  if (has_more_parts_) tree_->objects.resize(kMostParts);
  for (GMimeObject* object : tree_->objects) parts_.push_back(description_of(object));
}

MimeMessage::~MimeMessage() = default;

std::unique_ptr<MimeMessage> MimeMessage::open(const OpenFile& file) {
  GMimeParserOptions* options = parser_options();
  const int own = ::dup(file.descriptor);
  if (own < 0) return nullptr;
  const Owned<GMimeStream> stream(
      g_mime_stream_fs_new_with_bounds(own, 0, static_cast<gint64>(file.bytes)));
  const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  auto tree = std::make_unique<Tree>();
  tree->message.reset(g_mime_parser_construct_message(parser.get(), options));
  if (tree->message == nullptr) return nullptr;
  return std::unique_ptr<MimeMessage>(new MimeMessage(std::move(tree)));
}

std::string MimeMessage::header(const char* name) const {
  const char* raw = g_mime_object_get_header(GMIME_OBJECT(tree_->message.get()), name);
  if (raw == nullptr) return {};
  char* words = g_mime_utils_header_decode_text(parser_options(), raw);
  std::string text = text_of(words);
  g_free(words);
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

void MimeMessage::read(std::size_t part, const std::function<bool(std::string_view)>& take) const {
  GMimeObject* object = tree_->objects.at(part);
  const Owned<GMimeStream> stream =
      GMIME_IS_PART(object) ? decoded(GMIME_PART(object)) : written(GMIME_MESSAGE_PART(object));
  if (stream == nullptr) return;
  std::array<char, kPiece> piece{};
  while (true) {
    const gssize got = g_mime_stream_read(stream.get(), piece.data(), piece.size());
    if (got <= 0) return;
    if (!take(std::string_view(piece.data(), static_cast<std::size_t>(got)))) return;
  }
}

std::string MimeMessage::bytes(std::size_t part, std::uint64_t most) const {
  std::string all;
  read(part, [&](std::string_view piece) {
    all += piece.substr(0, static_cast<std::size_t>(most - all.size()));
    return all.size() < most;
  });
  return all;
}

}  // namespace biaoshen
