// What somebody may write into a field, a file name or a file so that it becomes more than text
// where we write it: one table for all outputs.
#pragma once

#include <string>
#include <vector>

namespace biaoshen {

inline const std::vector<std::string>& hostile_texts() {
  using namespace std::string_literals;
  const auto repeated = [](const std::string& text, int times) {
    std::string out;
    while (times-- > 0) out += text;
    return out;
  };
  static const std::vector<std::string> kTexts = {
      // markup, in text, in attributes and out of every other place of a page
      "<script>alert(1)</script>",
      "\"><img src=x onerror=alert(1)>",
      "' onmouseover='alert(1)' style='position:fixed",
      "\" autofocus onfocus=\"alert(1)",
      "</style><iframe src=//x.example></iframe>",
      "</script><svg/onload=alert(1)>",
      "</title></textarea></noscript><base href=//x.example>",
      "<!-- --!> --> <![CDATA[ ]]> <?xml version=\"1.0\"?> <!DOCTYPE x>",
      "<!--decide--><!--/decide--><!--verdict-->",
      "<form action=//x.example><input type=submit></form>",
      "&lt;b&gt; &#60;b&#62; &amp;quot; &NewLine; &colon;",
      "javascript:alert(1) data:text/html,<b> vbscript:x file:///etc/passwd //x.example/",
      "../../../etc/passwd?a=b#c%2e%2e%2f\\..\\x",
      // our own templates, letters and style sheets
      "{{{css}}} {{> finding}} {{#files}} {{/files}} {{subject}} {{=<% %>=}}",
      "\"; } body { display: none } a:after { content: \"",
      "]](http://x.example) [x](javascript:alert(1)) {0} {{0}}",
      "</w:t></w:r><w:fldSimple w:instr=\"DDEAUTO cmd\"/>",
      // spreadsheets
      "=HYPERLINK(\"http://x.example\",\"x\")",
      "+cmd|'/c calc'!A0",
      "-2+3",
      "@SUM(A1)",
      "\t=1+1",
      "\r=1+1",
      "_x0041_ _x202E_ _x005F_x0041_ _x000D_",
      // terminals and logs
      "\x1b[2J\x1b[31mred\x1b]0;title\x07\x1b]8;;http://x.example\x1b\\link\x1b]52;c;eA==\x07",
      "\u009B31m\u009D0;title\u009C\u0085\x7F\x08\x0C",
      "a\nERROR b\r\nSTATUS=x\n<3>c",
      "a\0b"s,
      // what is not seen, or turns the writing
      "invoice\u202Efdp.exe\u2066\u2069\u200F\u061C",
      "\u200B\u200C\u200D\u2060\uFEFF\u00AD\u034F\u115F\u3164\u2800",
      "\u2028\u2029\uFFFE\uFFFF\uFDD0\uFFF9\uFFFB\U0001FFFE",
      "\U000E0041\U000E007F\U000E0100\uFE0F\uFE0F",
      // not UTF-8: overlong, a surrogate, cut short
      "\xC0\xAF \xED\xA0\x80 \xF8\x88\x80\x80\x80 \xE4\xB8",
      // floods
      "z" + repeated("\u0300\u0336\u20DD", 300),
      repeated("👩‍👩‍👧‍👦", 300),
      repeated("<", 20'000),
  };
  return kTexts;
}

// One line of ten million bytes.
inline std::string endless_line() {
  std::string out;
  out.reserve(10'000'100);
  while (out.size() < 10'000'000) out += "<b>\"&'\u202E";
  return out;
}

}  // namespace biaoshen
