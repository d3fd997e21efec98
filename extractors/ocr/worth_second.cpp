#include "extractors/ocr/worth_second.h"

#include <algorithm>
#include <cctype>
#include <initializer_list>
#include <string>

namespace biaoshen {

namespace {

constexpr int kProse = 30;  // Han characters of a line that no field of a form has

bool has_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
}

// The text in a coarse alphabet, a letter for a kind of character: 9 digit, A capital, a small
// letter, - dash of any kind, / slash, . point, Y year, M month, x anything else. Blanks go.
std::string outline_of(std::string_view text) {
  std::string outline;
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    const std::string_view one = text.substr(at, size);
    at += size;
    if (one == " " || one == "\u3000") continue;
    if (std::isdigit(lead) != 0)
      outline += '9';
    else if (std::isupper(lead) != 0)
      outline += 'A';
    else if (std::islower(lead) != 0)
      outline += 'a';
    else if (has_any("-–—―−－一~～_", {one}))
      outline += '-';
    else if (one == "/" || one == "／" || one == "\\")
      outline += '/';
    else if (one == "." || one == "．")
      outline += '.';
    else if (one == "年")
      outline += 'Y';
    else if (one == "月")
      outline += 'M';
    else
      outline += 'x';
  }
  return outline;
}

// Letters, a slash or two letters, and figures; or figures, a dash and a year: T/CAS 290—2017,
// GB2312, DB11/T 2020-2022, T/CAS290.
bool has_number_shape(const std::string& outline) {
  if (std::count(outline.begin(), outline.end(), '9') < 2) return false;
  for (const char* shape : {"/A", "A/", "A9-9999", "99-9999", "AA99", "AA9.9"})
    if (outline.find(shape) != std::string::npos) return true;
  return false;
}

bool has_date_shape(const std::string& outline) {
  for (const char* shape : {"9999-9", "9999/9", "9999.9", "Y9", "9M9"})
    if (outline.find(shape) != std::string::npos) return true;
  return outline.find('Y') != std::string::npos && outline.find('M') != std::string::npos;
}

// 18 capitals and digits; one may be lost or added.
bool has_code_shape(const std::string& outline) {
  std::size_t run = 0, digits = 0;
  for (std::size_t i = 0; i <= outline.size(); ++i) {
    const bool inside = i < outline.size() && (outline[i] == '9' || outline[i] == 'A');
    if (!inside && run >= 16 && run <= 20 && digits >= 8) return true;
    digits = inside ? digits + (outline[i] == '9' ? 1 : 0) : 0;
    run = inside ? run + 1 : 0;
  }
  return false;
}

bool is_total_label(std::string_view text) {
  return has_any(text, {"总分", "合计", "总计", "总得分", "自评得分", "自评分", "得分"});
}

bool is_figure(const std::string& outline) {
  return !outline.empty() && outline.size() <= 6 &&
         outline.find_first_not_of("9.x") == std::string::npos &&
         outline.find('9') != std::string::npos;
}

bool share_row(const Box& a, const Box& b) {
  const float common = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
  return common > 0.5f * std::min(height(a), height(b));
}

}  // namespace

bool looks_decisive(std::string_view text) {
  const std::string outline = outline_of(text);
  if (std::count(outline.begin(), outline.end(), 'x') > kProse) return false;
  if (text.starts_with("ICS") || text.starts_with("CCS")) return false;  // classes of a cover
  const bool is_short = outline.size() <= 12;
  if (is_short && has_any(text, {"现行", "废止", "即将实施", "未实施", "作废", "被代替", "有效"}))
    return true;
  if (is_total_label(text) && outline.find('9') != std::string::npos) return true;
  return has_number_shape(outline) || has_date_shape(outline) || has_code_shape(outline);
}

std::vector<std::size_t> worth_second(const std::vector<RecognisedLine>& lines) {
  std::vector<std::size_t> chosen;
  std::vector<Box> totals;
  std::vector<std::string> texts;
  for (const RecognisedLine& line : lines) {
    texts.push_back(text_of(line));
    if (is_total_label(texts.back())) totals.push_back(line.box);
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool of_a_total = is_figure(outline_of(texts[i])) &&
                            std::any_of(totals.begin(), totals.end(), [&](const Box& total) {
                              return share_row(total, lines[i].box);
                            });
    if (of_a_total || looks_decisive(texts[i])) chosen.push_back(i);
  }
  return chosen;
}

}  // namespace biaoshen
