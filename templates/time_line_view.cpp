// The key dates and their places on one time line, to scale: published, in force, the months that
// the programme asks for, the reference date, and when the review of the standard is due. Which of
// the periods count stands in the rules of the programme.
#include <algorithm>
#include <charconv>
#include <chrono>

#include "templates/view_parts.h"

namespace biaoshen {
namespace {

struct KeyDate {
  std::string label;
  std::optional<std::string> text;  // as found; none: not found
  std::optional<Date> date;
  std::optional<Date> from;  // where the period begins that ends here
  std::string note;
};

// The parameter `name` of the first check by `predicate` whose parameter `of` is `fact`.
std::optional<int> period_of(const Profile& profile, std::string_view predicate,
                             std::string_view of, std::string_view fact, std::string_view name) {
  std::optional<int> out;
  const auto look = [&](const Check& check) {
    const auto about = check.parameters.find(of), length = check.parameters.find(name);
    if (out || check.predicate != predicate || about == check.parameters.end() ||
        about->second != fact || length == check.parameters.end())
      return;
    int value = 0;
    const std::string& text = length->second;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
    if (parsed.ec == std::errc() && value > 0 && value <= 1200) out = value;
  };
  for (const RuleSpec& rule : profile.rules) for_each_check(rule.condition, look);
  return out;
}

// Full months that fit between the dates; -1 where `to` is before `from`.
int full_months(const Date& from, const Date& to) {
  if (to < from) return -1;
  const int months = (to.year - from.year) * 12 + to.month - from.month;
  return add_months(from, months).date <= to ? months : months - 1;
}

std::optional<Date> date_in(const std::optional<std::string>& text) {
  return text ? parse_date(*text) : std::nullopt;
}

std::string as_of_in_words(const ViewSource& source) {
  const Review& review = source.review;
  const bool is_cut_off = review.profile.cut_off == review.as_of;
  const auto& policy = review.profile.policy;
  const bool is_moved = policy && std::ranges::any_of(policy->deviations, [](const Deviation& d) {
                          return d.what == "cut-off";
                        });
  return source.in_words(review.as_of_given       ? "as-of.given"
                         : is_cut_off && is_moved ? "as-of.policy"
                         : is_cut_off             ? "as-of.cut-off"
                                                  : "as-of.today");
}

std::string months_in_force(const ViewSource& source, const std::optional<Date>& implemented) {
  if (!implemented) return {};
  const int months = full_months(*implemented, source.review.as_of);
  return months < 0 ? source.in_words("date.not-yet")
                    : source.in_words("date.full-months", {{"months", std::to_string(months)}});
}

// The day on which so many months after `from` are over, where the programme asks for them.
void add_period(const ViewSource& source, std::vector<KeyDate>& out, std::string_view label,
                const std::optional<Date>& from, int months, std::string number) {
  if (!from) return;
  const Date end = add_months(*from, months).date;
  out.push_back({source.in_words(label, {{"count", std::move(number)}}), to_string(end), end, from,
                 source.in_words(end <= source.review.as_of ? "date.over" : "date.not-over")});
}

std::vector<KeyDate> key_dates(const ViewSource& source) {
  const Review& review = source.review;
  const Profile& profile = review.profile;
  const auto published = date_in(review.subject.published);
  const auto implemented = date_in(review.subject.implemented);
  std::vector<KeyDate> out;
  if (profile.has_fact("published"))
    out.push_back({source.in_words("date.published"), review.subject.published, published, {}, {}});
  if (profile.has_fact("implemented"))
    out.push_back({source.in_words("date.implemented"),
                   review.subject.implemented,
                   implemented,
                   {},
                   months_in_force(source, implemented)});
  if (const auto months = period_of(profile, "months-passed", "fact", "implemented", "months"))
    add_period(source, out, "date.months-mark", implemented, *months, std::to_string(*months));
  out.push_back({source.in_words("date.as-of"),
                 to_string(review.as_of),
                 review.as_of,
                 {},
                 as_of_in_words(source)});
  if (const auto years = period_of(profile, "review-cycle", "published", "published", "years"))
    add_period(source, out, "date.review-due", published, std::min(*years, 100) * 12,
               std::to_string(*years));
  return out;
}

long day_number(const Date& date) {
  using namespace std::chrono;
  return (sys_days(year(date.year) / month(static_cast<unsigned>(date.month)) /
                   day(static_cast<unsigned>(date.day))))
      .time_since_epoch()
      .count();
}

// Days as per cent between the first and the last date.
class Scale {
 public:
  explicit Scale(const std::vector<KeyDate>& dates) {
    for (const KeyDate& one : dates) {
      if (!one.date) continue;
      const long day = day_number(*one.date);
      first_ = is_empty_ ? day : std::min(first_, day);
      last_ = is_empty_ ? day : std::max(last_, day);
      is_empty_ = false;
    }
  }
  bool has_length() const { return last_ > first_; }
  int at(const std::optional<Date>& date) const {
    if (!date || !has_length()) return -1;
    return static_cast<int>((day_number(*date) - first_) * 100 / (last_ - first_));
  }

 private:
  long first_ = 0, last_ = 0;
  bool is_empty_ = true;
};

}  // namespace

TimeLineView time_line_view(const ViewSource& source) {
  const std::vector<KeyDate> dates = key_dates(source);
  const Scale scale(dates);
  const Date& as_of = source.review.as_of;
  TimeLineView out;
  out.as_of = scale.at(as_of);
  const std::string missing = source.in_words("not-found");
  for (const KeyDate& one : dates) {
    const bool is_as_of = one.label == source.in_words("date.as-of");
    out.dates.push_back({one.label, source.brief(one.text.value_or(missing), kLongestLine),
                         one.note,
                         !one.text           ? "missing"
                         : is_as_of          ? "as-of"
                         : !one.date         ? "odd"
                         : *one.date > as_of ? "ahead"
                                             : "past",
                         scale.at(one.date), scale.at(one.from)});
  }
  return out;
}

}  // namespace biaoshen
