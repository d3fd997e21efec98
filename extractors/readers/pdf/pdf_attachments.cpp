#include "extractors/readers/pdf/pdf_attachments.h"

#include <poppler/Catalog.h>
#include <poppler/PDFDoc.h>
#include <poppler/Page.h>
#include <poppler/Stream.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "extractors/readers/members.h"
#include "extractors/readers/pdf/pdf_strings.h"
#include "pipeline/base/litter.h"
#include "pipeline/base/text.h"
#include "pipeline/base/untrusted_path.h"

namespace biaoshen {
namespace {

constexpr int kDeepest = 32;                 // of the tree of names
constexpr std::size_t kMostLooks = 200'000;  // at nodes and annotations
constexpr std::size_t kLongestName = 255;    // bytes
constexpr const char* kNames[] = {"UF", "F", "Unix", "DOS", "Mac"};

struct Attachment {
  Object stream;
  std::string name;  // empty where the file gives none
  std::uint64_t stated_bytes = 0;
};

// Looks for specifications of files wherever a PDF may have them.
class AttachmentSearch {
 public:
  explicit AttachmentSearch(PDFDoc& document) : document_(document) {}

  std::vector<Attachment> search(std::uint32_t pages) {
    const Object root = document_.getXRef()->getCatalog();
    if (root.isDict()) {
      const Object names = root.dictLookup("Names");
      if (names.isDict()) look_at_names(names.dictLookupNF("EmbeddedFiles"), 0);
      look_at_list(root.dictLookup("AF"));
    }
    const int last = std::min(document_.getNumPages(), static_cast<int>(pages));
    for (int number = 1; number <= last && may_look(); ++number) look_at_page(number);
    return std::move(found_);
  }

 private:
  bool may_look() { return looks_++ < kMostLooks; }

  void look_at_names(const Object& place, int depth) {
    if (depth > kDeepest || !may_look() || !is_new(place)) return;
    const Object node = place.fetch(document_.getXRef());
    if (!node.isDict()) return;
    const Object names = node.dictLookup("Names");
    for (int i = 0; names.isArray() && i + 1 < names.arrayGetLength() && may_look(); i += 2)
      look_at_file(names.arrayGet(i + 1), text_in(names.arrayGet(i)));
    const Object kids = node.dictLookup("Kids");
    for (int i = 0; kids.isArray() && i < kids.arrayGetLength() && may_look(); ++i)
      look_at_names(kids.arrayGetNF(i), depth + 1);
  }

  void look_at_list(const Object& list) {
    for (int i = 0; list.isArray() && i < list.arrayGetLength() && may_look(); ++i)
      look_at_file(list.arrayGet(i), {});
  }

  void look_at_page(int number) {
    ::Page* page = document_.getPage(number);
    if (page == nullptr) return;
    const Object annotations = page->getAnnotsObject();
    for (int i = 0; annotations.isArray() && i < annotations.arrayGetLength() && may_look(); ++i) {
      const Object annotation = annotations.arrayGet(i);
      if (annotation.isDict() && annotation.dictLookup("Subtype").isName("FileAttachment"))
        look_at_file(annotation.dictLookup("FS"), {});
    }
    const Object itself = document_.getXRef()->fetch(page->getRef());
    if (itself.isDict()) look_at_list(itself.dictLookup("AF"));
  }

  void look_at_file(const Object& file, const std::string& key) {
    const Object embedded = file.isDict() ? file.dictLookup("EF") : Object(objNull);
    if (!embedded.isDict()) return;
    for (const char* name : kNames) {
      Object stream = embedded.dictLookup(name);
      if (!stream.isStream()) continue;
      if (is_new(embedded.dictLookupNF(name))) add(std::move(stream), file, key);
      return;
    }
  }

  void add(Object stream, const Object& file, const std::string& key) {
    Attachment one;
    for (const char* name : kNames)
      if (one.name.empty()) one.name = text_in(file.dictLookup(name));
    if (one.name.empty()) one.name = key;
    const Object about = stream.getStream()->getDict()->lookup("Params");
    const Object size = about.isDict() ? about.dictLookup("Size") : Object(objNull);
    if (size.isInt() && size.getInt() > 0)
      one.stated_bytes = static_cast<std::uint64_t>(size.getInt());
    one.stream = std::move(stream);
    found_.push_back(std::move(one));
  }

  // What has no number of its own cannot be met twice.
  bool is_new(const Object& place) {
    return !place.isRef() || seen_.insert(place.getRefNum()).second;
  }

  PDFDoc& document_;
  std::set<int> seen_;
  std::size_t looks_ = 0;
  std::vector<Attachment> found_;
};

// The last name of a path in any system's way of writing, without the number of a portfolio's
// folder ("<3>a.docx").
std::string own_name(std::string_view stated) {
  const std::size_t folder = stated.find_last_of("/\\");
  if (folder != std::string_view::npos) stated.remove_prefix(folder + 1);
  if (stated.starts_with('<')) {
    const std::size_t end = stated.find('>');
    const bool is_number =
        end != std::string_view::npos &&
        stated.substr(1, end - 1).find_first_not_of("0123456789") == std::string_view::npos;
    if (is_number) stated.remove_prefix(end + 1);
  }
  stated = trim(stated);
  if (stated == "." || stated == ".." || stated.size() > kLongestName) return {};
  return escape_unseen(stated);
}

// a.docx, a (2).docx, …
std::string unlike(const std::string& name, std::set<std::string>& taken) {
  const std::size_t dot = std::min(name.rfind('.'), name.size());
  std::string own = name;
  for (int copy = 2; !taken.insert(own).second; ++copy)
    own = name.substr(0, dot) + " (" + std::to_string(copy) + ")" + name.substr(dot);
  return own;
}

bool climbs(std::string_view stated) {
  return stated.starts_with("../") || stated.starts_with("..\\") || contains(stated, "/../") ||
         contains(stated, "\\..\\");
}

void hand_on(Attachment& one, const std::string& name, Members& members) {
  if (is_litter(name)) return members.decline(name, FileStatus::ignored, {{"litter", 0, ""}});
  Stream* stream = one.stream.getStream();
  BaseStream* packed = stream->getBaseStream();
  const Goffset length = packed == nullptr ? 0 : packed->getLength();
  if (!members.begin(name, length > 0 ? static_cast<std::uint64_t>(length) : 0)) return;
  std::vector<unsigned char> piece(64 << 10);
  std::uint64_t bytes = 0;
  stream->reset();
  for (int got; (got = stream->doGetChars(static_cast<int>(piece.size()), piece.data())) > 0;) {
    bytes += static_cast<std::uint64_t>(got);
    if (!members.bytes(
            {reinterpret_cast<const char*>(piece.data()), static_cast<std::size_t>(got)}))
      break;
  }
  stream->close();
  std::vector<Problem> problems;
  if (climbs(one.name)) problems.push_back({"unsafe-name", 0, escape_unseen(one.name)});
  if (one.stated_bytes > 0 && one.stated_bytes != bytes)
    problems.push_back(
        {"size-mismatch", 0, std::to_string(one.stated_bytes) + " ≠ " + std::to_string(bytes)});
  members.end(FileStatus::read, std::move(problems));
}

}  // namespace

FileStatus hand_on_attachments(PDFDoc& document, std::uint64_t bytes, const Limits& limits,
                               DocumentSink& sink) {
  std::vector<Attachment> found = AttachmentSearch(document).search(limits.pages);
  if (found.empty()) return FileStatus::read;
  sink.problem({"attachment", 0, std::to_string(found.size())});
  Members members(bytes, limits, sink);
  std::set<std::string> taken;
  for (std::size_t i = 0; i < found.size() && !members.is_full(); ++i) {
    std::string name = own_name(found[i].name);
    if (name.empty()) name = "附件 " + std::to_string(i + 1);
    hand_on(found[i], unlike(name, taken), members);
  }
  return members.outcome() == FileStatus::read ? FileStatus::read : FileStatus::partial;
}

}  // namespace biaoshen
