// How something is shown to people: in which language, and whether telephone numbers, citizen
// numbers and e-mail addresses are masked in it (--show-personal-data). What was found and how
// it was judged never depends on it.
#pragma once

#include "pipeline/model/profile.h"

namespace biaoshen {

enum class PersonalData : unsigned char { masked, shown };

struct Presentation {
  Language language = Language::zh;
  PersonalData personal_data = PersonalData::masked;

  Presentation() = default;
  // A language alone is a presentation: masked unless somebody asked for more.
  // NOLINTNEXTLINE(google-explicit-constructor): what the line above says
  Presentation(Language the_language, PersonalData data = PersonalData::masked)
      : language(the_language), personal_data(data) {}
  bool operator==(const Presentation&) const = default;
};

}  // namespace biaoshen
