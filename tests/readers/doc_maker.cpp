#include "tests/readers/doc_maker.h"

#include "pipeline/base/text.h"
#include "tests/readers/compound_maker.h"
#include "tests/readers/office_maker.h"

namespace biaoshen {
namespace {

constexpr std::size_t kTextAt = 1024, kPage = 512;

std::string wide(std::string_view text) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c < 0x10000) {
      bytes += little(c, 2);
    } else {
      bytes += little(0xD800 + ((c - 0x10000) >> 10), 2) + little(0xDC00 + (c & 0x3FF), 2);
    }
  }
  return bytes;
}

void put(std::string& bytes, std::size_t at, const std::string& piece) {
  bytes.replace(at, piece.size(), piece);
}

// One page of formats: places, where each entry lies, the entries from the end.
struct FormatPage {
  std::vector<std::size_t> places;
  std::vector<std::string> entries;

  std::string bytes(std::size_t width) const {
    std::string page(kPage, '\0');
    std::size_t free = kPage - 1;
    for (std::size_t i = 0; i < places.size(); ++i) put(page, i * 4, little(places[i], 4));
    for (std::size_t i = 0; i < entries.size(); ++i) {
      if (entries[i].empty()) continue;
      free = (free - entries[i].size()) / 2 * 2;
      put(page, free, entries[i]);
      put(page, places.size() * 4 + i * width, little(free / 2, 1));
    }
    page[kPage - 1] = static_cast<char>(entries.size());
    return page;
  }
};

std::string paragraph_entry(const DocParagraphMade& paragraph) {
  std::string list = little(paragraph.style, 2) + paragraph.changes;
  if (list.size() % 2 == 0) return '\0' + little(list.size() / 2, 1) + list;
  return little((list.size() + 1) / 2, 1) + list;
}

}  // namespace

std::string changed(std::uint16_t code, std::uint64_t operand, int bytes) {
  return little(code, 2) + little(operand, bytes);
}

DocParagraphMade doc_para(std::string_view text, std::string changes, char mark) {
  return {{{std::string(text) + mark}}, std::move(changes)};
}

DocParagraphMade doc_cell(std::string_view text) {
  return doc_para(text, changed(0x2416, 1, 1), '\a');
}

DocParagraphMade doc_row_end(const std::vector<std::int16_t>& edges,
                             const std::vector<std::uint16_t>& looks) {
  std::string list = little(edges.size() - 1, 1);
  for (const std::int16_t edge : edges) list += little(static_cast<std::uint16_t>(edge), 2);
  for (const std::uint16_t look : looks) list += little(look, 2) + std::string(18, '\0');
  return doc_para(
      "",
      changed(0x2416, 1, 1) + changed(0x2417, 1, 1) + changed(0xD608, list.size() + 1, 2) + list,
      '\a');
}

DocMade made_of(std::vector<DocParagraphMade> paragraphs) {
  DocMade made;
  made.paragraphs = std::move(paragraphs);
  return made;
}

std::string doc_of(const DocMade& made) {
  std::string text;
  FormatPage letters, paragraphs;
  std::vector<std::size_t> lengths;  // characters of each paragraph
  for (const DocParagraphMade& paragraph : made.paragraphs) {
    const std::size_t before = text.size();
    paragraphs.places.push_back(kTextAt + before);
    paragraphs.entries.push_back(paragraph_entry(paragraph));
    for (const DocRunMade& run : paragraph.runs) {
      letters.places.push_back(kTextAt + text.size());
      letters.entries.push_back(run.changes.empty() ? ""
                                                    : little(run.changes.size(), 1) + run.changes);
      text += wide(run.text);
    }
    lengths.push_back((text.size() - before) / 2);
  }
  letters.places.push_back(kTextAt + text.size());
  paragraphs.places.push_back(kTextAt + text.size());

  std::string main(kTextAt, '\0');
  main += text;
  main.resize((main.size() + kPage - 1) / kPage * kPage, '\0');
  const std::size_t page = main.size() / kPage;
  main += letters.bytes(1) + paragraphs.bytes(13) + made.behind;

  std::map<DocTable, std::string> tables = made.tables;
  const std::string both = little(kTextAt, 4) + little(kTextAt + text.size(), 4);
  tables[DocTable::letter_pages] = both + little(page, 4);
  tables[DocTable::paragraph_pages] = both + little(page + 1, 4);
  if (tables.count(DocTable::pieces) == 0) {
    const std::string pieces = little(0, 4) + little(text.size() / 2, 4) + little(0, 2) +
                               little(kTextAt, 4) + little(0, 2);
    tables[DocTable::pieces] = '\2' + little(pieces.size(), 4) + pieces;
  }
  std::string table;
  put(main, 0, little(0xA5EC, 2) + little(made.version, 2));
  put(main, 10, little(made.flags, 2));
  put(main, 32, little(14, 2));
  put(main, 62, little(22, 2));
  put(main, 152, little(93, 2));
  for (const auto& [number, bytes] : tables) {
    put(main, 154 + static_cast<std::size_t>(number) * 8,
        little(table.size(), 4) + little(bytes.size(), 4));
    table += bytes;
  }
  std::size_t next = lengths.size();
  std::map<DocPart, std::size_t> characters;
  for (auto story = made.stories.rbegin(); story != made.stories.rend(); ++story) {
    for (std::size_t i = 0; i < story->second; ++i) characters[story->first] += lengths[--next];
  }
  while (next > 0) characters[DocPart::main] += lengths[--next];
  for (const auto& [part, count] : characters)
    put(main, 76 + static_cast<std::size_t>(part) * 4, little(count, 4));

  Streams streams = {{"WordDocument", main}, {"1Table", table}};
  if (!made.data.empty()) streams.emplace_back("Data", made.data);
  return compound_file_of(streams);
}

std::string doc_of(std::vector<DocParagraphMade> paragraphs) {
  return doc_of(made_of(std::move(paragraphs)));
}

}  // namespace biaoshen
