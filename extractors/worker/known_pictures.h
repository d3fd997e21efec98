// What readers recognised, by the hash of the pixels: for the other readers of the dossier, and
// (where there is a cache) for a later review of the same file. Bounded, since a reader may lie.
// Tested by tests/worker/client_cache_test.cpp.
#pragma once

#include <cstddef>
#include <map>
#include <mutex>
#include <string>

#include "extractors/worker/opened_input.h"
#include "extractors/worker/recognition_cache.h"
#include "extractors/worker/transcript.h"

namespace biaoshen {

// Recognitions by key; safe for several threads.
class Recognitions {
 public:
  std::string recall(const std::string& key) const;  // empty where it is not known
  void remember(const std::string& key, std::string recognised);

 private:
  mutable std::mutex access_;
  std::map<std::string, std::string> known_;
  std::size_t bytes_ = 0;
};

// What is known of the pictures of one file: from earlier reviews of the file, from this dossier.
class KnownPictures {
 public:
  // `cache`, `transcript`: null where nothing is kept. What other files taught is noted there.
  KnownPictures(OpenedInput& input, Recognitions& recognitions, RecognitionCache* cache,
                Transcript* transcript)
      : input_(input), recognitions_(recognitions), cache_(cache), transcript_(transcript) {}
  std::string recall(const std::string& key);
  void remember(const std::string& key, const std::string& recognised);

 private:
  std::string recall_own(const std::string& key);

  OpenedInput& input_;
  Recognitions& recognitions_;
  RecognitionCache* cache_;
  Transcript* transcript_;
};

}  // namespace biaoshen
