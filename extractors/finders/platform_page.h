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
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/finders/field_layout.h"
#include "pipeline/model/document.h"

namespace biaoshen {

// A field as bytes of its page's text.
struct PlatformField {
  const Page* page = nullptr;
  Field field;
  std::string_view print() const;  // the value as printed; empty where it is not filled
};

struct PlatformPage {
  std::string platform;            // ttbz, std.samr, openstd, other
  std::string view;                // detail, list
  std::uint32_t page = 0;          // first page of the print-out, from 1
  int weight = 0;                  // of the signs found
  const Page* cue_page = nullptr;  // the sign that stands for the others:
  std::size_t cue_begin = 0, cue_end = 0;
  // status, number, title, organization, published, implemented, disclosed, scope,
  // main-content, patent; only those whose label (or sentence) is there.
  std::map<std::string, PlatformField, std::less<>> fields;
};

// Print-outs that begin on pages [first, last]; each is one PlatformPage, however
// many pages it takes. `document` must outlive what is returned. The cost follows
// the range, not the document.
std::vector<PlatformPage> find_platform_pages(const Document& document, std::uint32_t first = 1,
                                              std::uint32_t last = UINT32_MAX);

}  // namespace biaoshen
