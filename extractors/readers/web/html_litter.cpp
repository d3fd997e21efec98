#include "extractors/readers/web/html_litter.h"

#include <algorithm>
#include <iterator>
#include <string>

namespace biaoshen {
namespace {

constexpr std::string_view kFormats[] = {"txt", "html", "empty", "unknown"};
// Chrome calls scripts "a.js.下载" or "a.js.download".
constexpr std::string_view kExtensions[] = {".css",  ".js",  ".mjs", ".woff", ".woff2",
                                            ".ttf",  ".eot", ".otf", ".svg",  ".map",
                                            ".scss", ".ico", ".cur", ".less"};
constexpr std::string_view kDownloads[] = {".download", ".下载", ".下載"};

}  // namespace

bool is_web_page_litter(std::string_view format, std::string_view name) {
  if (std::find(std::begin(kFormats), std::end(kFormats), format) == std::end(kFormats))
    return false;
  for (const std::string_view ending : kDownloads)
    if (name.ends_with(ending)) name.remove_suffix(ending.size());
  std::string low(name);
  std::transform(low.begin(), low.end(), low.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  });
  return std::any_of(std::begin(kExtensions), std::end(kExtensions),
                     [&](std::string_view extension) { return low.ends_with(extension); });
}

}  // namespace biaoshen
