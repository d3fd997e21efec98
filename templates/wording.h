// Every word of ours that people read in what is written: one catalogue a language,
// wording/zh.txt and wording/en.txt. What a rule says stands in its profile.
//
// It refuses to guess: a test checks that both have the same keys, that each key in use is
// there and that each is used.
//
// Tested by tests/templates/wording_test.cpp.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "pipeline/model/profile.h"

namespace biaoshen {

struct Phrase {
  std::string_view key, zh, en;
};
std::span<const Phrase> phrases();  // by key

// The phrase of `key`; the key itself where there is none.
std::string word(std::string_view key, Language language);

// The phrase with {name} replaced; values are never searched for placeholders again.
using Filling = std::initializer_list<std::pair<std::string_view, std::string>>;
std::string phrase(std::string_view key, Language language, Filling filling);

// 2、4–7 or 2, 4–7 from sorted numbers.
std::string ranges(std::span<const std::uint32_t> sorted, Language language);

// 12.3 MB; the same in both languages.
std::string size_in_words(std::uint64_t bytes);

}  // namespace biaoshen
