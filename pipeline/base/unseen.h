// Characters of a text that nobody sees, or that act on what shows it: one policy for all that
// the program writes. What an applicant wrote is never dropped and never live; it is shown.
//
//   control      C0, C1, DEL; what turns the direction of writing; line and paragraph separators
//   takes no room  zero-width characters, soft hyphens, fillers, tags: Unicode's default-ignorable
//   the rest of the unseen  a second variation selector in a row (one chooses a glyph and stays),
//                the seventh combining mark in a row, noncharacters, U+2800
//   seen         everything else. Private use and unassigned stay: a reader sees a sign or a box,
//                and the bullets of Word are of private use
//
//   where                                    an unseen character stands as
//   JSON: dossier.json, findings.sarif, …    \u202e, JSON's own escape; the value is verbatim
//   pages, DOCX, XLSX                        [U+202E]: visible() of templates/shown_text.h
//   names of files, logs, status, messages   \u202e, \n, \x1b: escape_unseen() of untrusted_path.h
//   stdout and stderr, what is left          the same: PlainOutput of pipeline/app
//
// Tested by tests/base/unseen_test.cpp.
#pragma once

#include <string>
#include <string_view>

namespace biaoshen {

// Whether a character acts on a terminal, a log or the writing around it.
bool is_control(char32_t c);
bool has_control(std::string_view utf8);

// Whether it leaves no trace where it is shown, so that two texts with and without it look alike.
bool takes_no_room(char32_t c);

// Goes through a text, character by character.
class UnseenScan {
 public:
  // `c` comes after what was asked about before. Line ends and tabs count as unseen.
  bool is_unseen(char32_t c);

 private:
  int marks_ = 0;
  bool has_selector_ = true;  // or there is nothing to select a form of
};

// As \n, \x1b, \u202e or \U000e0041.
void append_escape(std::string& out, char32_t c);

// JSON with what is unseen in its texts as \unnnn. What it says is the same.
std::string with_unseen_escaped(std::string json);

}  // namespace biaoshen
