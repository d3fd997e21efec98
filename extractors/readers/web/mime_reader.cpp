#include "extractors/readers/web/mime_reader.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>

#include "extractors/readers/docx/docx_pages.h"
#include "extractors/readers/members.h"
#include "extractors/readers/text_encoding.h"
#include "extractors/readers/web/html_images.h"
#include "extractors/readers/web/html_reader.h"
#include "extractors/readers/web/mime_message.h"
#include "extractors/readers/web/mime_text.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::string_view kHtml = "text/html", kPlain = "text/plain";

// What stands before a path in an address: "https://a.org/b/c.html" and "/x" is "https://a.org/x".
std::string joined_address(std::string_view base, std::string_view source) {
  const std::size_t scheme = base.find("://");
  if (scheme == std::string_view::npos) return std::string(source);
  if (source.starts_with("//"))
    return std::string(base.substr(0, scheme + 1)) + std::string(source);
  const std::size_t root = std::min(base.find('/', scheme + 3), base.size());
  if (source.starts_with("/")) return std::string(base.substr(0, root)) + std::string(source);
  const std::string_view path = base.substr(0, base.find_first_of("?#"));
  const std::size_t folder = std::max(path.rfind('/'), std::min(root, path.size()));
  return std::string(path.substr(0, folder)) + "/" + std::string(source);
}

// Which part a page means by what its <img> says. Parts are named by their number.
class PartsByName {
 public:
  explicit PartsByName(const std::vector<MimePart>& parts) {
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (!parts[i].id.empty()) numbers_.emplace("cid:" + parts[i].id, i);
      if (!parts[i].location.empty()) numbers_.emplace(parts[i].location, i);
    }
  }
  void set_base(std::string base) { base_ = std::move(base); }

  std::string find(std::string_view source) {
    auto found = numbers_.find(source);
    if (found == numbers_.end()) found = numbers_.find(joined_address(base_, source));
    if (found == numbers_.end()) return {};
    shown_.insert(found->second);
    return std::to_string(found->second);
  }
  bool is_shown(std::size_t part) const { return shown_.contains(part); }

 private:
  std::map<std::string, std::size_t, std::less<>> numbers_;
  std::string base_;  // address of the page that is read
  std::set<std::size_t> shown_;
};

// A name that can stand in a list of files.
std::string file_name(const MimePart& part, std::size_t number) {
  std::string name = part.name;
  std::erase(name, '\n');
  for (char& c : name)
    if (c == '/' || c == '\\') c = '_';
  if (!name.empty()) return name;
  return "附件" + std::to_string(number) + (part.type == "message/rfc822" ? ".eml" : "");
}

class MimeFile {
 public:
  MimeFile(const MimeMessage& message, const Limits& limits, DocumentSink& sink,
           EmbeddedImages& images, PartsByName& by_name, PagePictures& pictures)
      : message_(message),
        limits_(limits),
        sink_(sink),
        images_(images),
        by_name_(by_name),
        pages_(limits, sink, &pictures),
        flow_(pages_, no_sections_) {}

  void read_page() {
    bool any = false;
    for (std::size_t i = 0; i < parts().size(); ++i) {
      if (parts()[i].type != kHtml) continue;
      if (std::exchange(any, true)) flow_.break_page();
      read_html_part(i);
    }
    if (!any) read_plain_parts();
    finish();
  }

  // Members come last: pictures in the text are known by then.
  void read_mail(Members& members) {
    write_header();
    const bool has_html = std::any_of(parts().begin(), parts().end(), is_html_text);
    if (has_html) {
      for (std::size_t i = 0; i < parts().size(); ++i)
        if (is_html_text(parts()[i])) read_html_part(i);
    } else {
      read_plain_parts();
    }
    finish();
    hand_on_attachments(members);
  }

  bool is_incomplete() const {
    return !is_whole_ || pages_.is_incomplete() || message_.has_more_parts();
  }

 private:
  const std::vector<MimePart>& parts() const { return message_.parts(); }

  static bool is_text(const MimePart& part, std::string_view type) {
    return part.type == type && !part.is_attachment && part.name.empty();
  }
  static bool is_html_text(const MimePart& part) { return is_text(part, kHtml); }

  void read_html_part(std::size_t part) {
    by_name_.set_base(parts()[part].location);
    const std::string bytes = message_.bytes(part, limits_.xml_part);
    is_whole_ = read_html_page(MemoryBytes(bytes, bytes.size()), parts()[part].charset, pages_,
                               flow_, images_, sink_) &&
                is_whole_;
  }

  void read_plain_parts() {
    for (std::size_t i = 0; i < parts().size(); ++i) {
      if (!is_text(parts()[i], kPlain)) continue;
      const std::string text =
          decoded_text(message_.bytes(i, limits_.xml_part), parts()[i].charset);
      is_whole_ = write_lines(text, pages_, flow_) && is_whole_;
    }
  }

  void write_header() {
    const std::pair<const char*, const char*> fields[] = {
        {"Subject", "主题："}, {"From", "发件人："}, {"To", "收件人："}, {"Date", "日期："}};
    for (const auto& [name, label] : fields) {
      const std::string words = message_.header(name);
      if (!words.empty()) is_whole_ = write_lines(label + words, pages_, flow_) && is_whole_;
    }
  }

  void finish() {
    pages_.finish();
    if (message_.has_more_parts()) sink_.problem({"entry-limit", 0, "邮件的部分过多，其余未读取"});
  }

  void hand_on_attachments(Members& members) {
    std::size_t number = 0;
    for (std::size_t i = 0; i < parts().size(); ++i) {
      const MimePart& part = parts()[i];
      if (is_html_text(part) || is_text(part, kPlain) || by_name_.is_shown(i)) continue;
      ++number;
      if (!members.begin(file_name(part, number), part.packed)) return;
      message_.read(i, [&](std::string_view piece) { return members.bytes(piece); });
      members.end();
    }
  }

  const MimeMessage& message_;
  const Limits& limits_;
  DocumentSink& sink_;
  EmbeddedImages& images_;
  PartsByName& by_name_;
  const std::vector<DocxSection> no_sections_;
  FlowPages pages_;
  DocxPages flow_;
  bool is_whole_ = true;
};

// A message with the pictures of its pages.
struct OpenMime {
  std::unique_ptr<MimeMessage> message;
  PartsByName by_name;
  EmbeddedImages images;

  OpenMime(std::unique_ptr<MimeMessage> opened, const Limits& limits)
      : message(std::move(opened)),
        by_name(message->parts()),
        images(
            limits, [this](std::string_view source) { return by_name.find(source); },
            [this, &limits](const std::string& part, std::string& bytes) {
              bytes += message->bytes(std::stoul(part), limits.member_bytes);
              return PartEnd{};
            }) {}
};

bool is_encrypted(const MimeMessage& message) {
  const std::vector<MimePart>& parts = message.parts();
  return parts.size() <= 2 && std::any_of(parts.begin(), parts.end(), [](const MimePart& part) {
           return part.type == "application/pgp-encrypted" ||
                  part.type == "application/pkcs7-mime" || part.type == "application/x-pkcs7-mime";
         });
}

void read_mime(const OpenFile& file, std::string_view format, const Limits& limits,
               DocumentSink& sink) {
  sink.format(format);
  std::unique_ptr<MimeMessage> message = MimeMessage::open(file);
  const bool is_damaged = message == nullptr || message->parts().empty();
  if (is_damaged) sink.problem({"damaged-mime", 0, "文件不完整。请重新保存网页或邮件"});
  if (message == nullptr || is_encrypted(*message) || (is_damaged && format == "mht")) {
    if (!is_damaged) sink.problem({"encrypted", 0, "邮件已加密。请解密后另存并重新提交"});
    sink.status(FileStatus::unreadable);
    return;
  }
  OpenMime open(std::move(message), limits);
  PackagePictures pictures(open.images.bytes(), limits, sink, own_recognition());
  MimeFile mime(*open.message, limits, sink, open.images, open.by_name, pictures);
  Members members(file.bytes, limits, sink);
  if (format == "eml")
    mime.read_mail(members);
  else
    mime.read_page();
  const bool is_whole =
      !is_damaged && !mime.is_incomplete() && members.outcome() == FileStatus::read;
  if (!is_whole) sink.status(FileStatus::partial);
}

}  // namespace

void read_mht(const OpenFile& file, const Limits& limits, DocumentSink& sink) {
  read_mime(file, "mht", limits, sink);
}

void read_eml(const OpenFile& file, const Limits& limits, DocumentSink& sink) {
  read_mime(file, "eml", limits, sink);
}

std::vector<Crop> crop_mime(const OpenFile& file, std::span<const CropRequest> requests,
                            const Limits& limits) {
  std::unique_ptr<MimeMessage> message = MimeMessage::open(file);
  if (message == nullptr) return std::vector<Crop>(requests.size());
  OpenMime open(std::move(message), limits);
  PictureParts parts;
  NoSink sink;
  MimeFile mime(*open.message, limits, sink, open.images, open.by_name, parts);
  const std::string beginning = FileBytes(file).read(0, kEncodingSample);
  if (mime_format(beginning) == "eml") {
    Members none(file.bytes, limits, sink);
    mime.read_mail(none);
  } else {
    mime.read_page();
  }
  return cut_pictures(open.images.bytes(), limits, parts, requests);
}

}  // namespace biaoshen
