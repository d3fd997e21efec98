// Is this page a print-out or picture of a standards platform, and what does it
// say? Recognised by the words of the page, never by its layout.
//
// The trap: standards downloaded from 全国团体标准信息平台 carry that phrase as a
// watermark on every page. So the phrase alone weighs nothing, and a page with
// 前言 or 规范性引用文件 is a standard's. An application form has the same labels
// as the platform; so without one sign that only the platform prints (its host,
// 标准详细信息, 在团体标准信息平台公布, …) labels do not suffice.
//
// It refuses to read the time of 公布 as the date of publication: they differ.
//
// Tested by tests/finders/platform_page_test.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "extractors/finders/platform_fields.h"
#include "pipeline/model/document.h"

namespace biaoshen {

struct PlatformPage {
  std::string platform;              // ttbz, std.samr, openstd, other
  std::string view;                  // detail, list
  std::uint32_t page = 0;            // first page of the print-out, from 1
  std::optional<std::size_t> image;  // into its Page::images, where a picture shows it
  bool is_alone = true;              // false: a row of a list of several standards
  int weight = 0;                    // of the signs found
  const Page* cue_page = nullptr;    // the sign that stands for the others:
  std::size_t cue_begin = 0, cue_end = 0;
  PlatformFields fields;
};

// Print-outs that begin on pages [first, last]; each is one PlatformPage, however
// many pages it takes; a picture on a page is looked at alone, and each row of a list is
// one, too. `document` must outlive what is returned. The cost follows
// the range, not the document.
std::vector<PlatformPage> find_platform_pages(const Document& document, std::uint32_t first = 1,
                                              std::uint32_t last = UINT32_MAX);

}  // namespace biaoshen
