// Pages and dossiers in a few lines, for tests of stages.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "pipeline/model/dossier.h"

namespace biaoshen {

using PrintedLine = std::pair<std::string, float>;  // text, size in points

inline Page page_of(const std::vector<PrintedLine>& lines, std::uint32_t number) {
  Page page;
  page.number = number;
  page.width = 595;
  page.height = 842;
  for (const auto& [text, size] : lines) {
    const auto begin = static_cast<std::uint32_t>(page.text.size());
    const auto word = static_cast<std::uint32_t>(page.words.size());
    page.text += text;
    const auto end = static_cast<std::uint32_t>(page.text.size());
    page.text += '\n';
    page.words.push_back({begin, end, OnPage{{60, 50, 200, 60}}});
    page.lines.push_back({word, word + 1, begin, end, size});
  }
  return page;
}

inline Dossier dossier_of(const std::string& path, std::vector<Page> pages) {
  Dossier dossier;
  dossier.files.resize(1);
  dossier.files[0].id = "f01";
  dossier.files[0].path = path;
  dossier.files[0].document.pages = std::move(pages);
  return dossier;
}

}  // namespace biaoshen
