// What one reader said of a file, frame by frame as it came, so that it can be taken in again when
// the same file is reviewed once more: by the same checks and within the same bounds, as if a
// reader said it then.
//
// A reader is told what readers of other files of its dossier recognised, and that may be a lie of
// theirs. So a transcript names each answer that came from elsewhere (`borrow`), and holds only
// where the same would be answered now.
//
//   'F' length:u32 frame                     a frame, as on the wire
//   'B' length:u32 SHA-256-of-answer key     an answer that came from elsewhere
//
// Bounded: one that grows too long is given up. It does not look into frames.
// Tested by tests/worker/transcript_test.cpp and tests/worker/kept_readings_test.cpp.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace biaoshen {

class Transcript {
 public:
  void add(std::string_view frame) { append('F', frame); }
  void borrow(const std::string& key, const std::string& answer);
  // Empty where it was given up.
  const std::string& bytes() const { return bytes_; }

  // Whether all of it is there, and `answer` now says what was borrowed then.
  static bool holds(std::string_view bytes,
                    const std::function<std::string(const std::string& key)>& answer);
  // Gives the frames of one that holds to `take`, until that says false.
  static void play(std::string_view bytes, const std::function<bool(std::string_view)>& take);

 private:
  void append(char kind, std::string_view piece);

  std::string bytes_;
  bool is_given_up_ = false;
};

}  // namespace biaoshen
