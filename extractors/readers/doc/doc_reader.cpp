#include "extractors/readers/doc/doc_reader.h"

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "extractors/readers/doc/doc_old_text.h"
#include "extractors/readers/doc/doc_sections.h"
#include "extractors/readers/doc/doc_story.h"
#include "extractors/readers/docx/docx_pages.h"
#include "extractors/readers/office/package_notes.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::size_t kStoriesAround = 6;  // separators of notes stand before the headers
constexpr std::size_t kStoriesOfSection = 6;
constexpr std::size_t kMostLists = 4 << 20;  // bytes
constexpr std::size_t kCommentMark = 30;     // bytes beside the character

// A story's text alone, to see whether its like was already read: the headers of first, odd
// and even pages mostly say the same.
class DocSaid final : public DocxFlow {
 public:
  std::uint32_t next_paragraph() override { return 0; }
  void paragraph(DocxParagraph paragraph) override { said += plain_text({std::move(paragraph)}); }
  void begin_table() override {}
  void row(DocxRow row) override {
    DocxTable table;
    table.rows.push_back(std::move(row));
    said += plain_text({std::move(table)});
  }
  void end_table() override {}
  void break_page() override {}
  void end_section() override {}

  std::string said;
};

DocLists lists_of(const DocBook& book) {
  return DocLists(book.table_and_more(DocTable::lists, kMostLists),
                  book.header().area(DocTable::lists).size, book.table(DocTable::list_overrides));
}

class DocFile {
 public:
  DocFile(const CompoundFile& file, DocBook& book, PagePictures& pictures, const Limits& limits,
          DocumentSink& sink)
      : book_(book),
        drawings_(book),
        sections_(read_doc_sections(book)),
        pages_(limits, sink, &pictures),
        flow_(pages_, sections_.all),
        library_{book, drawings_, sections_.ends, limits.page_text / 2, lists_of(book), {}},
        limits_(limits),
        sink_(sink) {
    if (file.has("Macros") || file.has("_VBA_PROJECT_CUR")) notes_.note("macro", "Macros");
    if (file.has("ObjectPool")) notes_.note("external-reference", "嵌入的其他文件未读取");
  }

  void read() {
    const bool is_footer[] = {false, false, true, true, false, true};
    read_headers([&](std::size_t kind) { return !is_footer[kind]; });
    read_story(DocPart::main, book_.header().range(DocPart::main));
    for (const DocRange& range : drawings_.loose_boxes(DocPart::main))
      read_story(DocPart::text_boxes, range);
    read_headers([&](std::size_t kind) { return is_footer[kind]; });
    read_story(DocPart::footnotes, book_.header().range(DocPart::footnotes));
    read_story(DocPart::endnotes, book_.header().range(DocPart::endnotes));
    pages_.finish();
    tell();
  }

 private:
  void read_story(DocPart part, DocRange range) { DocStory(library_, part, flow_).read(range); }

  // Even and odd headers, even and odd footers, first header and footer of each section.
  template <typename Wanted>
  void read_headers(const Wanted& wanted) {
    const std::string table = book_.table(DocTable::headers);
    const DocRange all = book_.header().range(DocPart::headers);
    const auto place = [&](std::size_t index) {
      return static_cast<std::uint32_t>(number_at(table, index * 4, 4, ByteOrder::little));
    };
    for (std::size_t i = kStoriesAround; (i + 2) * 4 <= table.size(); ++i) {
      const std::uint32_t first = place(i), last = place(i + 1);
      if (!wanted(i % kStoriesOfSection) || first >= last || last > all.last - all.first) continue;
      read_once({all.first + first, all.first + last});
    }
  }

  void read_once(DocRange range) {
    DocLibrary library = library_;
    DocSaid said;
    DocStory(library, DocPart::headers, said).read(range);
    if (said_.insert(said.said).second && !trim(said.said).empty())
      read_story(DocPart::headers, range);
  }

  void tell() {
    const DocSeen& seen = library_.seen;
    const std::size_t comments = book_.table(DocTable::comment_marks).size() / (4 + kCommentMark);
    if (seen.revisions > 0)
      notes_.note("revisions", std::to_string(seen.revisions) + " 处修订尚未接受或拒绝");
    if (comments > 0) notes_.note("comments", std::to_string(comments) + " 条批注");
    if (!seen.hidden.empty()) notes_.note("hidden-text", "隐藏文字未计入：" + seen.hidden);
    if (seen.is_cut) {
      notes_.note("size-limit",
                  "一段文字超过 " + std::to_string(limits_.page_text / 2) + " 字节，或图像过多");
    }
    if (seen.is_cut || pages_.is_incomplete()) notes_.incomplete();
    notes_.tell(sink_);
  }

  DocBook& book_;
  DocDrawings drawings_;
  DocSections sections_;
  FlowPages pages_;
  DocxPages flow_;
  DocLibrary library_;
  const Limits& limits_;
  DocumentSink& sink_;
  PackageNotes notes_;
  std::set<std::string> said_;
};

void stop(DocumentSink& sink, std::string kind, std::string detail) {
  sink.problem({std::move(kind), 0, std::move(detail)});
  sink.status(FileStatus::unreadable);
}

PartBytes pictures_of(const DocBook& book, const Limits& limits) {
  return [&](const std::string& part, std::string& bytes) {
    bytes = doc_picture_bytes(book, part, limits.unpacked_bytes);
    return bytes.empty() ? PartEnd{FileStatus::partial, "damaged-image", part} : PartEnd{};
  };
}

// What all readings of the file begin with.
struct OpenedDoc {
  explicit OpenedDoc(const OpenFile& open) : bytes(open), file(bytes) {
    main = file.stream("WordDocument");
    if (main != nullptr) header = read_doc_header(*main);
    if (header && header->is_word_97 && !header->is_encrypted) book.emplace(file, *main, *header);
    if (book && !book->has_text()) book.reset();
  }

  FileBytes bytes;
  CompoundFile file;
  std::unique_ptr<ByteSource> main;
  std::optional<DocHeader> header;
  std::optional<DocBook> book;  // where it is a sound file of Word 97 or later
};

}  // namespace

void read_doc(const OpenFile& file, const Limits& limits, DocumentSink& sink) {
  read_doc(file, limits, sink, own_recognition());
}

void read_doc(const OpenFile& file, const Limits& limits, DocumentSink& sink,
              const RecognisePicture& recognise) {
  sink.format("doc");
  OpenedDoc doc(file);
  if (doc.header && doc.header->is_encrypted) {
    stop(sink, "encrypted", "文件已加密。请取消密码后重新提交");
  } else if (doc.header && !doc.header->is_word_97) {
    read_old_text(*doc.main, *doc.header, limits, sink);
  } else if (!doc.book) {
    stop(sink, "format-doc", "旧版 Word 文件，正文已损坏。请另存为 .docx 或 PDF 后重新提交");
  } else {
    PackagePictures pictures(pictures_of(*doc.book, limits), limits, sink, recognise);
    DocFile(doc.file, *doc.book, pictures, limits, sink).read();
  }
}

std::vector<Crop> crop_doc(const OpenFile& file, std::span<const CropRequest> requests,
                           const Limits& limits) {
  OpenedDoc doc(file);
  if (!doc.book) return std::vector<Crop>(requests.size());
  PictureParts parts;
  NoSink sink;
  DocFile(doc.file, *doc.book, parts, limits, sink).read();
  return cut_pictures(pictures_of(*doc.book, limits), limits, parts, requests);
}

}  // namespace biaoshen
